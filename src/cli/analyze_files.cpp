#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/commands.h"
#include "cli/readable_report.h"
#include "report_json.h"

namespace dateline::cli {
namespace {

std::optional<std::string> read_all(const std::string& file) {
  std::ostringstream out;
  if (file == "-") {
    out << std::cin.rdbuf();
    return out.str();
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  out << in.rdbuf();
  if (in.bad() || in.peek() != std::ifstream::traits_type::eof()) return std::nullopt;
  return out.str();
}

}  // namespace

int analyze_files(const AnalyzeOptions& options) {
  bool all_read = true;
  const std::vector<std::string> files = options.files.empty() ? std::vector<std::string>{"-"} : options.files;
  const bool colours = isatty(STDOUT_FILENO) != 0;
  for (const std::string& file : files) {
    const std::optional<std::string> text = read_all(file);
    if (!text) {
      std::cerr << "dateline: cannot read " << file << "\n";
      all_read = false;
      continue;
    }
    if (options.json) {
      std::cout << to_json(analyze(std::string_view(*text), options.analysis), files.size() > 1 ? file : std::string(),
                           2)
                << "\n";
    } else {
      if (files.size() > 1) std::cout << "== " << file << "\n\n";
      Options bytes = options.analysis;
      bytes.offsets = OffsetUnit::kUtf8;
      std::cout << readable_report(*text, analyze(std::string_view(*text), bytes), colours);
    }
  }
  std::cout.flush();
  return all_read ? kDone : kSomeFailed;
}

}  // namespace dateline::cli
