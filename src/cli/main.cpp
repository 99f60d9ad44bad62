// dateline: the command line. Options, files and standard input; no analysis.
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return dateline::cli::run({argv + 1, argv + argc});
}
