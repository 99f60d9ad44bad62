// Read backwards from the date, to the next comma or verb.
#include "time/comparison.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kNear = 10;  // tokens before a date
constexpr uint32_t kSince = 5;  // tokens from "since" to its date: "since the storms of 1999"

std::string_view role_of(const Document& document, uint32_t token) {
  static const Lexicon words("data/time/comparison_words.tsv");
  return words.find(document.lower(token));
}

bool is_mark(std::string_view word) {
  return word == "," || word == ";" || word == ":";
}

bool is_verb(const Document& document, uint32_t token) {
  return document.grammar(token).upos == Upos::kVerb;
}

/// Whether a number, or a sign of money or another word before it, stands at a token before a limit.
bool counts_from(const Document& document, uint32_t token, uint32_t limit) {
  for (uint32_t i = token; i < std::min(limit, token + 3); ++i)
    if (document.grammar(i).upos == Upos::kNum) return true;
  return false;
}

/// "the sharpest fall since 2015", "the first bus since 1980"
bool is_superlative_before(const Document& document, uint32_t begin, uint32_t since) {
  for (uint32_t k = 1; k < kNear && since >= begin + k; ++k) {
    const std::string_view word = document.lower(since - k);
    if (word == "," || word == ";") return false;
    const bool bounds = since > begin + k && document.lower(since - k - 1) == "at";  // "at least 90"
    if (bounds) continue;
    if (role_of(document, since - k) == "superlative" || (word.size() > 5 && word.ends_with("est"))) return true;
  }
  return false;
}

/// "more than three weeks ago", "no later than May"; not "higher than in May".
bool measures_distance(const Document& document, uint32_t begin, uint32_t than, uint32_t date) {
  if (than == begin) return false;
  const std::string_view role = role_of(document, than - 1);
  return role == "order" || (than + 1 == date && role == "amount");
}

}  // namespace

std::optional<uint32_t> comparison_before(const Document& document, IndexRange time) {
  const uint32_t begin = document.sentence(document.sentence_of(time.first)).tokens.first;
  for (uint32_t k = 1; k <= kNear && time.first >= begin + k; ++k) {
    const uint32_t token = time.first - k;
    const std::string_view word = document.lower(token);
    if (is_mark(word) || is_verb(document, token)) return std::nullopt;
    if (word == "since" && k <= kSince && is_superlative_before(document, begin, token)) return token;
    if (word == "than") {
      const bool compares = k <= 2 && !measures_distance(document, begin, token, time.first);
      return compares ? std::optional(token) : std::nullopt;
    }
    if (role_of(document, token) == "number" && counts_from(document, token + 1, time.first)) return token;
    if (token == begin) return std::nullopt;
    if ((word == "with" || word == "to") && document.lower(token - 1) == "compared") return token;
    if (word != "from") continue;
    const std::string_view before = role_of(document, token - 1);
    if (k == 1 && before == "rate") return token;
    if (before != "level") continue;
    const bool moves = token >= begin + 2 && is_verb(document, token - 2);  // "moved up from the north"
    return moves ? std::nullopt : std::optional(token);
  }
  return std::nullopt;
}

}  // namespace dateline
