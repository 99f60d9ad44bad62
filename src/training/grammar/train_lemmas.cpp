// train_lemmas OUT.tsv TREEBANK...: learns how words become their lemmas.
//
// For each Penn tag, every ending of a word votes for the change (bytes to cut, letters to add) that its words need; an
// ending keeps a rule only where it decides otherwise than the next shorter one, and a word an entry of its own only
// where its endings are wrong. Ties go to the smaller change, then to the order of bytes.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <vector>

#include "cli/grammar_conllu.h"
#include "text/characters.h"

namespace dateline::training {
namespace {

struct Change {
  size_t cut = 0;
  std::string add;
  auto operator<=>(const Change&) const = default;
};

using Votes = std::map<Change, size_t>;

const Change& winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Change change_of(const std::string& word, const std::string& lemma) {
  size_t same = 0;
  while (same < word.size() && same < lemma.size() && word[same] == lemma[same]) ++same;
  while (same > 0 && same < word.size() && (static_cast<unsigned char>(word[same]) & 0xC0) == 0x80) --same;
  return {word.size() - same, lemma.substr(same)};
}

constexpr size_t kLongestEnding = 5, kLeastWords = 2;

struct TagRules {
  std::map<std::string, Votes> words;    // every word once for each occurrence
  std::map<std::string, Votes> endings;  // every word once
  std::map<std::string, Change> kept_endings, kept_words;

  const Change* by_endings(const std::string& word) const {
    for (size_t length = std::min(word.size(), kLongestEnding) + 1; length-- > 0;) {
      const auto place = kept_endings.find(word.substr(word.size() - length));
      if (place != kept_endings.end()) return &place->second;
    }
    return nullptr;
  }
};

void learn(TagRules& rules) {
  for (const auto& [word, votes] : rules.words) {
    const Change& change = winner(votes);
    for (size_t length = 0; length <= std::min(word.size(), kLongestEnding); ++length) {
      ++rules.endings[word.substr(word.size() - length)][change];
    }
  }
  std::vector<std::string> order;
  for (const auto& [ending, votes] : rules.endings) order.push_back(ending);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (const std::string& ending : order) {
    const Votes& votes = rules.endings[ending];
    const Change& change = winner(votes);
    const Change* shorter = rules.by_endings(ending);
    const bool same = shorter ? *shorter == change : change == Change{};
    if (!same && (votes.at(change) >= kLeastWords || ending.empty()) && change.cut <= ending.size()) {
      rules.kept_endings[ending] = change;
    }
  }
  for (const auto& [word, votes] : rules.words) {
    const Change* found = rules.by_endings(word);
    const Change& change = winner(votes);
    if ((found ? *found : Change{}) != change) rules.kept_words[word] = change;
  }
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  using namespace dateline;
  using namespace dateline::training;
  if (argc < 3) {
    std::cerr << "usage: train_lemmas OUT.tsv TREEBANK...\n";
    return 2;
  }
  std::map<std::string, TagRules> tags;
  for (int f = 2; f < argc; ++f) {
    std::ifstream in(argv[f]);
    if (!in) {
      std::cerr << "train_lemmas: cannot read " << argv[f] << "\n";
      return 1;
    }
    cli::TreebankReader reader(in);
    for (auto document = reader.next(); !document.empty(); document = reader.next()) {
      for (const auto& sentence : document) {
        for (const auto& word : sentence.words) {
          const std::string lower = to_lower(normalized(word.form));
          const std::string lemma = word.lemma == "_" ? lower : to_lower(word.lemma);
          if (lower.find_first_of("\t ") != std::string::npos || lemma.find_first_of("\t ") != std::string::npos)
            continue;
          ++tags[word.xpos].words[lower][change_of(lower, lemma)];
        }
      }
    }
  }
  std::ofstream out(argv[1]);
  out << "# How words become lemmas: Penn tag and word (=) or ending (*), bytes cut off the end, what is added.\n"
         "# Learnt from the training treebanks by src/training/train_lemmas.cpp.\n";
  for (auto& [tag, rules] : tags) {
    learn(rules);
    const auto write = [&](const std::string& key, const Change& change) {
      out << tag << ' ' << key << '\t' << change.cut;
      if (!change.add.empty()) out << '\t' << change.add;
      out << '\n';
    };
    for (const auto& [ending, change] : rules.kept_endings) write("*" + ending, change);
    for (const auto& [word, change] : rules.kept_words) write("=" + word, change);
  }
  return 0;
}
