// A dateline is either closed by a dash and has a place in capitals or an agency in brackets before it:
//   BRUSSELS (Reuters) - …    WASHINGTON — …    NEWARK, N.J. _ …    London, 3 March (AP) -- …    (Reuters) - …
// or is a line of its own, a place in capitals and a date: LONDON 1996-08-30
#include "text/dateline.h"

#include <algorithm>
#include <string>

#include "lexicon/lexicon.h"
#include "text/characters.h"

namespace dateline {
namespace {

constexpr uint32_t kLongest = 120;

bool ends_dateline(char32_t code) {
  return is_dash(code) || code == '_';
}

/// Skips white space from `at` on.
uint32_t skip_space(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end && (is_space(decode(text, at).value) || is_line_end(decode(text, at).value)))
    at += decode(text, at).length;
  return at;
}

/// What stands before the dash of a possible dateline.
struct Head {
  int capital_words = 0;  // in all capitals, two letters or more, before any bracket
  int other_words = 0;    // capitalised words, abbreviations and numbers
  int lower_words = 0;
  bool starts_with_capitals = false;
  bool agency = false;  // an agency in brackets
  bool digits = false;
  uint32_t end = 0;  // where the head ends
  bool dash = false;
};

void count_word(Head& head, std::string_view word, bool first) {
  int upper = 0, lower = 0, digits = 0;
  for (size_t i = 0; i < word.size();) {
    const CodePoint point = decode(word, i);
    upper += is_upper(point.value);
    lower += is_lower(point.value);
    digits += is_digit(point.value);
    i += point.length;
  }
  if (digits) head.digits = true;
  if (upper >= 2 && lower == 0) {
    ++head.capital_words;
    if (first) head.starts_with_capitals = true;
  } else if (upper >= 1 || digits) {
    ++head.other_words;
  } else if (lower > 0) {
    ++head.lower_words;
  }
}

Head read_head(std::string_view text, Span block) {
  static const Lexicon agencies("data/text/agencies.txt");
  Head head;
  const uint32_t limit = std::min(block.end, block.start + kLongest);
  uint32_t word = block.start;
  bool first = true;
  const auto finish_word = [&](uint32_t end) {
    if (end > word) {
      count_word(head, text.substr(word, end - word), first);
      first = false;
    }
  };
  for (uint32_t i = block.start; i < limit;) {
    const CodePoint point = decode(text, i);
    const uint32_t next = i + point.length;
    if (point.value == '(') {
      finish_word(i);
      const size_t close = text.substr(0, limit).find(')', i);
      if (close == std::string_view::npos) return head;
      const std::string inside = to_lower(normalized(text.substr(i + 1, close - i - 1)));
      if (!agencies.contains(inside) && inside.size() > 24) return head;
      head.agency |= agencies.contains(inside);
      if (!agencies.contains(inside)) ++head.other_words;
      i = word = static_cast<uint32_t>(close) + 1;
      continue;
    }
    const bool spaced = i > block.start && is_space(decode_before(text, i).value);
    const bool double_dash = point.value == '-' && next < limit && text[next] == '-';
    const bool long_dash = point.value == 0x2013 || point.value == 0x2014;
    if (ends_dateline(point.value) && (spaced || double_dash || long_dash)) {
      finish_word(i);
      uint32_t end = next;
      while (end < block.end && ends_dateline(decode(text, end).value)) end += decode(text, end).length;
      head.end = end;
      head.dash = true;
      return head;
    }
    if (is_space(point.value) || point.value == ',' || point.value == '/') {
      finish_word(i);
      word = next;
    } else if (point.value == '"' || point.value == '?' || point.value == '!' || point.value == ';' ||
               is_line_end(point.value)) {
      return head;
    }
    i = next;
  }
  if (limit == block.end) {
    finish_word(block.end);
    head.end = block.end;
  }
  return head;
}

}  // namespace

std::optional<DatelineCut> find_dateline(std::string_view text, Span block) {
  const Head head = read_head(text, block);
  if (head.end == 0 || head.lower_words > 0) return std::nullopt;
  if (!head.dash) {
    // A line of its own: a place in capitals, then a date, nothing else.
    const bool place_and_day =
        head.starts_with_capitals && head.digits && head.capital_words <= 4 && head.other_words <= 3;
    if (!place_and_day) return std::nullopt;
    return DatelineCut{{block.start, block.end}, {block.end, block.end}};
  }
  const bool place = head.starts_with_capitals && head.capital_words <= 5 && head.other_words <= 6;
  const bool agency = head.agency && head.capital_words + head.other_words <= 8;
  if (!place && !agency) return std::nullopt;
  const uint32_t rest = skip_space(text, head.end, block.end);
  if (rest < block.end && !head.agency) {
    // "SOCCER - SHEARER NAMED AS ENGLAND CAPTAIN": a headline in capitals, not a place.
    const std::string_view tail = text.substr(rest, std::min<uint32_t>(40, block.end - rest));
    int upper = 0, lower = 0;
    for (const char c : tail) {
      upper += c >= 'A' && c <= 'Z';
      lower += c >= 'a' && c <= 'z';
    }
    if (lower < upper) return std::nullopt;
  }
  return DatelineCut{{block.start, head.end}, {rest, block.end}};
}

}  // namespace dateline
