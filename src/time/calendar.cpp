// The day count is Howard Hinnant's "days_from_civil" (http://howardhinnant.github.io/date_algorithms.html): years
// begin in March, so that the leap day is the last of its year, and 400 years are one era of 146,097 days.
#include "time/calendar.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr Date kFirst{1, 1, 1};
constexpr Date kLast{9999, 12, 31};

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, int width) {
  const std::string digits = std::to_string(value);
  out.append(static_cast<size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
  out += digits;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool is_valid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(const Date& date) {
  std::string out;
  append_padded(out, date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  return out;
}

int64_t to_days(const Date& date) {
  const int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date from_days(int64_t days) {
  days = std::clamp(days, to_days(kFirst), to_days(kLast)) + 719468;
  const int64_t era = days / 146097;
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

Date add_days(const Date& date, int64_t days) {
  return from_days(to_days(date) + std::clamp<int64_t>(days, -4'000'000, 4'000'000));
}

Date add_months(const Date& date, int64_t months) {
  const int64_t index = date.year * int64_t{12} + date.month - 1 + std::clamp<int64_t>(months, -200'000, 200'000);
  const int64_t year = index >= 0 ? index / 12 : -1;
  if (year < 1) return kFirst;
  if (year > 9999) return kLast;
  const int month = static_cast<int>(index % 12) + 1;
  return {static_cast<int>(year), month, std::min(date.day, days_in_month(static_cast<int>(year), month))};
}

Weekday weekday(const Date& date) {
  const int64_t days = to_days(date) + 3;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>((days % 7 + 7) % 7 + 1);
}

IsoWeek iso_week(const Date& date) {
  const Date thursday = add_days(date, 4 - static_cast<int>(weekday(date)));
  const int64_t day_of_year = to_days(thursday) - to_days({thursday.year, 1, 1});
  return {thursday.year, static_cast<int>(day_of_year / 7) + 1};
}

Date monday_of(IsoWeek week) {
  const Date fourth{week.year, 1, 4};  // always in week 1
  return add_days(fourth, (week.week - 1) * 7 - (static_cast<int>(weekday(fourth)) - 1));
}

}  // namespace dateline
