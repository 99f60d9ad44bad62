// Finds the words that are hardly ever nouns, in treebanks (CoNLL-U): those that cannot end a keyphrase. Words whose
// ending tells as much, and those of the list of function words, are left out.
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "lexicon/lexicon.h"
#include "summary/noun_phrases.h"
#include "summary_training.h"
#include "text/characters.h"

namespace dateline::training {
namespace {

constexpr int kLeastUses = 3;
constexpr double kMostNouns = 0.15;  // the share of uses as a noun from which on a word may be one

struct Uses {
  int all = 0, noun = 0, adjective = 0;
};

bool is_plain(const std::string& word) {
  if (word.size() < 3) return false;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return false;
  }
  return true;
}

}  // namespace

int learn_word_roles(std::istream& in, const std::string& out_path) {
  const Lexicon function_words("data/text/function_words.txt");
  std::map<std::string, Uses> words;
  std::string line;
  while (std::getline(in, line)) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() < 10 || !is_plain(std::string(fields[1]))) continue;
    Uses& uses = words[std::string(fields[1])];
    ++uses.all;
    if (fields[3] == "NOUN" || fields[3] == "PROPN") ++uses.noun;
    // "frozen", "stolen": before a noun they say what it is like.
    const bool participle = fields[4] == "VBN" && fields[1].ends_with("en");
    if (fields[3] == "ADJ" || participle) ++uses.adjective;
  }
  std::ofstream out(out_path);
  out << "# Words that are hardly ever nouns (in under " << kMostNouns * 100 << " % of at least " << kLeastUses
      << " uses in the training parts of UD English EWT and\n# GUM), with what they may do in a keyphrase: `before`, "
         "stand before its nouns (adjectives); `none`, nothing.\n# Written by build-scripts/train summary.\n";
  int written = 0;
  for (const auto& [word, uses] : words) {
    if (uses.all < kLeastUses || uses.noun >= kMostNouns * uses.all) continue;
    if (function_words.contains(word) || ends_like_verb(word)) continue;
    out << word << '\t' << (4 * uses.adjective >= uses.all ? "before" : "none") << '\n';
    ++written;
  }
  std::cout << written << " words that are hardly ever nouns\n";
  return out ? 0 : 1;
}

}  // namespace dateline::training
