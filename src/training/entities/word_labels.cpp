#include "entities/word_labels.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include "document.h"
#include "entities/corpora.h"
#include "entity/feature_values.h"
#include "entity/name_tagger.h"
#include "text/clean_text.h"
#include "training/corpus_file.h"

namespace dateline::training {
namespace {

struct Counts {
  uint32_t texts = 0;                                // in which the word has a capital inside a sentence
  std::array<uint32_t, 1 + kNameTypes> labels = {};  // none first
};

void count(const NameModel& model, const std::string& text, std::map<std::string, Counts, std::less<>>& words) {
  const Document document = build_document(clean_utf8(text));
  std::vector<uint8_t> type_of(document.tokens().size());
  for (const Name& name : tag_names(document, model, families_off())) {
    for (uint32_t i = name.tokens.first; i < name.tokens.last; ++i) type_of[i] = 1 + static_cast<uint8_t>(name.type);
  }
  std::set<std::string_view> seen;
  for (const Sentence& sentence : document.sentences()) {
    uint32_t lower = 0;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (document.token(i).shape == Shape::kLower) ++lower;
    }
    if (lower * 2 < sentence.tokens.size()) continue;
    for (uint32_t i = sentence.tokens.first + 1; i < sentence.tokens.last; ++i) {
      if (!has_capital(document.token(i).shape) || document.lower(i).size() < 2) continue;
      Counts& word = words[std::string(document.lower(i))];
      ++word.labels[type_of[i]];
      if (seen.insert(document.lower(i)).second) ++word.texts;
    }
  }
}

/// "p" for nearly always a person's, "P" for mostly; likewise o, l, m, and n for no name; "x" where none has the most.
char letter(const Counts& counts) {
  const auto best = std::max_element(counts.labels.begin(), counts.labels.end());
  uint32_t total = 0;
  for (const uint32_t n : counts.labels) total += n;
  if (*best * 20 < total * 11) return 'x';
  const auto kind = static_cast<size_t>(best - counts.labels.begin());
  return (*best * 10 >= total * 9 ? "npolm" : "NPOLM")[kind];
}

}  // namespace

void write_word_labels(const NameModel& model, const std::string& news, const std::string& path) {
  constexpr uint32_t kLeastTexts = 2;
  std::ifstream in = opened(news);
  std::map<std::string, Counts, std::less<>> words;
  std::string text;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) {
      if (!text.empty()) text += "\n\n";
      text += line;
      continue;
    }
    if (!text.empty()) count(model, text, words);
    text.clear();
  }
  std::map<char, std::string> rows;
  for (const auto& [word, counts] : words) {
    const bool odd = word.find_first_of(" \t\n") != std::string::npos;
    if (counts.texts >= kLeastTexts && !odd) rows[letter(counts)].append(" ").append(word);
  }
  std::ofstream out(path);
  out << "# What words with a capital are part of in news: a line a class, from names of people (P mostly, p nearly\n"
         "# always), organisations (o), places (l), others (m) to none (n); x: now one, now another. Labelled by a "
         "model\n"
         "# of the name tagger: build-scripts/train entities.\n";
  for (const auto& [kind, list] : rows) out << kind << '\t' << list.substr(1) << '\n';
}

}  // namespace dateline::training
