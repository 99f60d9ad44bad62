// Without a parse the nearest verb is found by its looks: auxiliaries and irregular pasts are listed, other pasts end
// in "-ed"; "will" and words and phrases such as "scheduled" and "set to" look ahead. With tags, only what is tagged a
// verb counts.
#include "time/tense.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "time/governing_verb.h"

namespace dateline {
namespace {

constexpr uint32_t kWindow = 20;

const Lexicon& tense_words() {
  static const Lexicon instance("data/time/tense_words.tsv");
  return instance;
}

bool is_boundary(std::string_view lower) {
  return lower == ";" || lower == ":" || lower == "\"" || lower == "``" || lower == "''";
}

const Lexicon& tense_phrases() {
  static const Lexicon instance("data/time/tense_phrases.tsv");
  return instance;
}

/// What may stand between "until" and the day: "9 a.m. EST on".
bool is_time_of_day(std::string_view lower) {
  return (lower[0] >= '0' && lower[0] <= '9') || tense_phrases().find(lower) == "clock";
}

/// Whether a word of a kind stands among the last tokens of a range.
bool is_told_before(const Document& document, IndexRange tokens, std::string_view kind) {
  constexpr uint32_t kNear = 8;
  for (uint32_t i = tokens.last > tokens.first + kNear ? tokens.last - kNear : tokens.first; i < tokens.last; ++i) {
    if (tense_phrases().find(document.lower(i)) == kind) return true;
  }
  return false;
}

/// "by Tuesday", "as early as Tuesday", "ahead of Tuesday's vote": something is to happen by then.
bool is_ahead(const Document& document, IndexRange sentence, uint32_t token) {
  constexpr uint32_t kLongest = 4;
  while (token > sentence.first + 1 && is_time_of_day(document.lower(token - 1))) --token;
  for (uint32_t k = 1; k <= kLongest && token >= sentence.first + k; ++k) {
    const uint32_t length = tense_phrases().longest_match(document, token - k, token);
    if (length != k) continue;
    const std::string_view tells = tense_phrases().find(lower_words(document, {token - k, token}));
    if (tells == "ahead") return true;
    // "Until Thursday, they had not …" looks back, as does "they had replied by Thursday".
    if (tells == "ahead_unless_denied") {
      return token > sentence.first + k && !is_told_before(document, {sentence.first, token - k}, "denies");
    }
    if (tells == "ahead_unless_had") return !is_told_before(document, {sentence.first, token - k}, "had");
  }
  return false;
}

/// What the phrase says that ends with a token ("set to", "had been scheduled"); unknown where it is none.
Tense tense_of_phrase(const Document& document, uint32_t first, uint32_t token) {
  constexpr uint32_t kLongest = 3;
  for (uint32_t k = kLongest; k >= 2; --k) {
    if (token + 1 < first + k) continue;
    const uint32_t begin = token + 1 - k;
    if (tense_phrases().longest_match(document, begin, token + 1) != k) continue;
    const std::string_view tells = tense_phrases().find(lower_words(document, {begin, token + 1}));
    if (tells == "future") return Tense::kFuture;
    if (tells == "past") return Tense::kPast;
  }
  return Tense::kUnknown;
}

/// What a token says about tense by itself.
Tense tense_of(const Document& document, uint32_t token) {
  const TokenGrammar& grammar = document.grammar(token);
  const std::string_view lower = document.lower(token);
  const std::string_view listed = tense_words().find(lower);
  if (listed == "future") return Tense::kFuture;
  if (grammar.upos != Upos::kX && grammar.upos != Upos::kVerb && grammar.upos != Upos::kAux) return Tense::kUnknown;
  if (listed == "past") return Tense::kPast;
  if (listed == "none") return Tense::kUnknown;
  if (!grammar.xpos.empty()) {
    return grammar.xpos == "VBD" || grammar.xpos == "VBN" ? Tense::kPast : Tense::kUnknown;
  }
  return lower.size() > 4 && lower.ends_with("ed") ? Tense::kPast : Tense::kUnknown;
}

/// "said Friday's meeting will …": a date that only says which is told of by the verb behind it, if that looks ahead.
bool looks_ahead_behind(const Document& document, IndexRange sentence, IndexRange expression) {
  constexpr uint32_t kNear = 8;
  if (expression.last >= sentence.last || document.lower(expression.last) != "'s") return false;
  const uint32_t last = std::min(sentence.last, expression.last + kNear);
  for (uint32_t i = expression.last + 1; i < last; ++i) {
    if (is_boundary(document.lower(i)) || document.lower(i) == ",") return false;
    const Tense tense = tense_of(document, i);
    if (tense != Tense::kUnknown) return tense == Tense::kFuture;
  }
  return false;
}

}  // namespace

Tense tense_at(const Document& document, IndexRange sentence, IndexRange expression) {
  const uint32_t first = expression.first > sentence.first + kWindow ? expression.first - kWindow : sentence.first;
  const uint32_t last = std::min(sentence.last, expression.last + kWindow);
  if (expression.first > sentence.first && tense_phrases().find(document.lower(expression.first - 1)) == "began") {
    return Tense::kPast;
  }
  if (is_ahead(document, sentence, expression.first)) return Tense::kFuture;
  if (looks_ahead_behind(document, sentence, expression)) return Tense::kFuture;
  if (looks_ahead_by_tree(document, sentence, expression)) return Tense::kFuture;
  Tense before = Tense::kUnknown;
  uint32_t distance = kWindow;
  for (uint32_t i = expression.first; i-- > first;) {
    if (is_boundary(document.lower(i)) && i + 1 < expression.first) break;
    const Tense phrase = tense_of_phrase(document, first, i);
    const Tense tense = phrase != Tense::kUnknown ? phrase : tense_of(document, i);
    if (tense == Tense::kUnknown) continue;
    before = tense;
    distance = expression.first - i;
    if (phrase != Tense::kUnknown) break;
    const TokenGrammar& grammar = document.grammar(i);
    if (grammar.xpos == "VBD" && grammar.upos == Upos::kVerb) break;  // finite: nothing before it rules it
    // "will be released", "is due to be signed": what looks ahead rules the participle behind it.
    for (uint32_t k = i; k-- > std::max(first, i > 5 ? i - 5 : 0);) {
      if (is_boundary(document.lower(k)) || document.lower(k) == ",") break;
      const Tense behind = tense_of_phrase(document, first, k);
      if (behind == Tense::kPast) break;  // "could not be reached"
      if (behind == Tense::kFuture || tense_of(document, k) == Tense::kFuture) before = Tense::kFuture;
    }
    break;
  }
  if (before != Tense::kUnknown && distance <= 8) return before;
  for (uint32_t i = expression.last; i < last; ++i) {
    if (is_boundary(document.lower(i))) break;
    const Tense phrase = tense_of_phrase(document, expression.last, i);
    const Tense tense = phrase != Tense::kUnknown ? phrase : tense_of(document, i);
    if (tense != Tense::kUnknown) return before != Tense::kUnknown && i - expression.last >= distance ? before : tense;
  }
  return before;
}

}  // namespace dateline
