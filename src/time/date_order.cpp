#include "time/date_order.h"

#include <charconv>

#include "time/rule.h"

namespace dateline {
namespace {

/// The number that a token begins with; 0 for none.
int leading_number(std::string_view word) {
  int number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

bool is_day(std::string_view lower) {
  const int number = leading_number(lower);
  if (number < 1 || number > 31 || lower.size() > 4) return false;
  const std::string_view rest = lower.substr(number < 10 && lower[0] != '0' ? 1 : 2);
  return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
}

/// Above zero for the day first, below for the month; 0 where dates in digits do not tell.
int order_in_digits(const Document& document) {
  int order = 0;
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    const std::string_view word = document.lower(i);
    if (word.size() < 6 || word.size() > 10 || word[0] < '0' || word[0] > '9') continue;
    const size_t first = word.find('/');
    const size_t second = first == std::string_view::npos ? first : word.find('/', first + 1);
    if (second == std::string_view::npos || first > 2) continue;
    if (leading_number(word) > 12) ++order;
    if (leading_number(word.substr(first + 1)) > 12) --order;
  }
  return order;
}

int order_in_words(const Document& document) {
  static const uint8_t kMonth = time_rules().vocabulary().class_named("month");
  int order = 0;
  const auto count = static_cast<uint32_t>(document.tokens().size());
  for (uint32_t i = 0; i < count; ++i) {
    const TimeVocabulary::Row* row = time_rules().vocabulary().find(document.lower(i));
    if (row == nullptr || (row->classes >> kMonth & 1) == 0 || !document.token(i).is_capitalized()) continue;
    if (i > 0 && is_day(document.lower(i - 1))) {
      ++order;
    } else if (i + 1 < count && is_day(document.lower(i + 1))) {
      --order;
    }
  }
  return order;
}

}  // namespace

bool writes_day_first(const Document& document) {
  const int order = order_in_digits(document);
  return order != 0 ? order > 0 : order_in_words(document) > 0;
}

}  // namespace dateline
