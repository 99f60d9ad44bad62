// Without a parse the nearest verb is found by its looks: auxiliaries and irregular pasts are listed, other pasts end
// in "-ed"; "will", "to" and words such as "scheduled" look ahead. With tags, only what is tagged a verb counts.
#include "time/tense.h"

#include <algorithm>

#include "lexicon/lexicon.h"

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

/// "by Tuesday", "as early as Tuesday": something is to happen by then.
bool is_deadline(const Document& document, IndexRange sentence, uint32_t token) {
  const std::string_view last = document.lower(token - 1);
  if (last == "by") return true;
  if (last != "as" || token < sentence.first + 3) return false;
  return document.lower(token - 3) == "as" &&
         (document.lower(token - 2) == "early" || document.lower(token - 2) == "soon");
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

}  // namespace

Tense tense_at(const Document& document, IndexRange sentence, IndexRange expression) {
  const uint32_t first = expression.first > sentence.first + kWindow ? expression.first - kWindow : sentence.first;
  const uint32_t last = std::min(sentence.last, expression.last + kWindow);
  if (expression.first > sentence.first && is_deadline(document, sentence, expression.first)) return Tense::kFuture;
  Tense before = Tense::kUnknown;
  uint32_t distance = kWindow;
  for (uint32_t i = expression.first; i-- > first;) {
    if (is_boundary(document.lower(i)) && i + 1 < expression.first) break;
    const Tense tense = tense_of(document, i);
    if (tense == Tense::kUnknown) continue;
    before = tense;
    distance = expression.first - i;
    // "will be released", "is due to be signed": what looks ahead rules the participle behind it.
    for (uint32_t k = i; tense == Tense::kPast && k-- > std::max(first, i > 5 ? i - 5 : 0);) {
      if (is_boundary(document.lower(k)) || document.lower(k) == ",") break;
      if (tense_of(document, k) == Tense::kFuture) before = Tense::kFuture;
    }
    break;
  }
  if (before != Tense::kUnknown && distance <= 8) return before;
  for (uint32_t i = expression.last; i < last; ++i) {
    if (is_boundary(document.lower(i))) break;
    const Tense tense = tense_of(document, i);
    if (tense != Tense::kUnknown) return before != Tense::kUnknown && i - expression.last >= distance ? before : tense;
  }
  return before;
}

}  // namespace dateline
