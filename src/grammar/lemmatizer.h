// Lemmas: the dictionary form of a word, by its Penn tag and how it ends.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "token/token.h"

namespace dateline {

/// How a word becomes its lemma: so many bytes are cut off its end, then `add` is appended.
struct LemmaRule {
  uint32_t cut = 0;
  std::string_view add;
};

/// What is done to the words of one Penn tag.
struct LemmaRules {
  std::unordered_map<std::string_view, LemmaRule> words, endings;
  size_t longest_ending = 0, longest_word = 0;
  bool of_names = false;
};

class Lemmatizer {
 public:
  /// From a packed table (data/grammar/lemma_rules.tsv): "TAG =word" or "TAG *ending", bytes to cut, what to add.
  explicit Lemmatizer(std::string_view table);

  /// The lemma of a token in lower case, but in the text's own spelling where a proper noun is its own lemma. The whole
  /// word comes first, then its longest ending with a rule; without any, it is its own lemma. Bounded.
  std::string_view lemma(const Token& token, const LemmaRules& rules, StringArena& arena) const;
  /// The rules for a Penn tag; none, where the table has none.
  const LemmaRules& rules_of(std::string_view xpos) const;

 private:
  std::unordered_map<std::string_view, LemmaRules> by_tag_;
  LemmaRules none_, none_of_names_;
};

const Lemmatizer& lemmatizer();

}  // namespace dateline
