#include <iostream>
#include <string>

#include "summary_training.h"

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "rarity" && argc == 3) return dateline::training::learn_rarity(std::cin, argv[2]);
  if (what == "sentences" && argc == 4) return dateline::training::learn_sentences(argv[2], argv[3]);
  std::cerr << "usage: gunzip -c news.txt.gz | train_summary rarity OUT.model\n"
               "       train_summary sentences FOLDER-OF-SUMMARIES OUT.tsv\n";
  return 2;
}
