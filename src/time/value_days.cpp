#include "time/value_days.h"

#include <algorithm>

namespace dateline {
namespace {

/// A number of exactly these digits; -1 for anything else.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

DayRange months(int year, int first, int count) {
  const Date begin{year, first, 1};
  return {begin, add_days(add_months(begin, count), -1)};
}

std::optional<DayRange> years(int first, int count) {
  if (first + count > 10000) return std::nullopt;
  return DayRange{{std::max(first, 1), 1, 1}, {first + count - 1, 12, 31}};
}

std::optional<DayRange> season(int year, std::string_view name) {
  if (name == "SP") return months(year, 3, 3);
  if (name == "SU") return months(year, 6, 3);
  if (name == "FA") return months(year, 9, 3);
  if (name == "WI" && year < 9999) return months(year, 12, 3);
  return std::nullopt;
}

std::optional<DayRange> week(int year, std::string_view rest) {
  const int number = rest.size() >= 3 ? digits(rest.substr(1, 2)) : -1;
  if (number < 1 || number > 53) return std::nullopt;
  const Date monday = monday_of({year, number});
  if (rest.size() == 3) return DayRange{monday, add_days(monday, 6)};
  if (rest.substr(3) == "-WE") return DayRange{add_days(monday, 5), add_days(monday, 6)};
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> days_of(std::string_view value) {
  value = value.substr(0, value.find('T'));
  if (value.size() == 2 || value.size() == 3) {
    const int number = digits(value);
    const int span = value.size() == 2 ? 100 : 10;
    return number >= 0 ? years(number * span, span) : std::nullopt;
  }
  const int year = value.size() >= 4 ? digits(value.substr(0, 4)) : -1;
  if (year < 1) return std::nullopt;
  if (value.size() == 4) return years(year, 1);
  if (value.size() < 7 || value[4] != '-') return std::nullopt;
  const std::string_view rest = value.substr(5);
  if (rest[0] == 'W' && rest != "WI") return week(year, rest);
  const int number = digits(rest.substr(rest[0] >= 'A' ? 1 : 0));
  if (rest[0] == 'Q') {
    return number >= 1 && number <= 4 ? std::optional(months(year, number * 3 - 2, 3)) : std::nullopt;
  }
  if (rest[0] == 'H') return number == 1 || number == 2 ? std::optional(months(year, number * 6 - 5, 6)) : std::nullopt;
  if (rest.size() == 2 && rest[0] >= 'A') return season(year, rest);
  if (rest.size() == 2) return number >= 1 && number <= 12 ? std::optional(months(year, number, 1)) : std::nullopt;
  const std::optional<Date> day = parse_date(value);
  return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

DayRange narrowed(DayRange days, std::string_view mod) {
  const int64_t length = to_days(days.last) - to_days(days.first) + 1;
  if (length < 5) return days;
  if (length >= 365 && length <= 366) {
    if (mod == "START") return {days.first, add_days(add_months(days.first, 4), -1)};
    if (mod == "MID") return {add_months(days.first, 4), add_days(add_months(days.first, 8), -1)};
    if (mod == "END") return {add_months(days.first, 8), days.last};
    return days;
  }
  const int64_t third = length / 3;
  if (mod == "START") return {days.first, add_days(days.first, third - 1)};
  if (mod == "MID") return {add_days(days.first, third), add_days(days.first, 2 * third - 1)};
  if (mod == "END") return {add_days(days.first, 2 * third), days.last};
  return days;
}

}  // namespace dateline
