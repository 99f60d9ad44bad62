// The programs that learn what src/summary knows: how rare words are, and what makes a sentence worth reading first.
#pragma once

#include <iosfwd>
#include <string>

namespace dateline::training {

/// Reads news (a paragraph a line, an empty line behind each article) and writes the table of word rarities. Returns
/// the exit status.
int learn_rarity(std::istream& in, const std::string& out_path);

/// Learns the weights of the sentence scores from the folder of the summary sets and writes them; prints the
/// cross-validated scores on bbc.valid and gum.train and those on gum.dev, each with a paired bootstrap against the
/// lead. Returns the exit status.
int learn_sentences(const std::string& folder, const std::string& out_path);

}  // namespace dateline::training
