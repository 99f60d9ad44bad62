// Calendar days of the proleptic Gregorian calendar: reading, writing, counting. No clock and no time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A day that exists: year 1 to 9999, month 1 to 12, day 1 to the month's last.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;
  bool operator==(const Date&) const = default;
};

enum class Weekday { kMonday = 1, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };  // ISO 8601 numbers

/// The day that "YYYY-MM-DD" names; nothing where that is no day (31 February, a time behind it, spaces).
std::optional<Date> parse_date(std::string_view iso);

/// Whether year, month and day name a day.
bool is_valid(const Date& date);

/// "YYYY-MM-DD".
std::string to_iso(const Date& date);

/// Days since 1970-01-01, negative before it; and back. `from_days` clamps to 0001-01-01 and 9999-12-31.
int64_t to_days(const Date& date);
Date from_days(int64_t days);

Date add_days(const Date& date, int64_t days);
/// The same day of a month `months` away, or that month's last day where it is shorter. Clamped as from_days.
Date add_months(const Date& date, int64_t months);

int days_in_month(int year, int month);
Weekday weekday(const Date& date);

/// The ISO 8601 week of a day, with the year that the week belongs to.
struct IsoWeek {
  int year = 1;
  int week = 1;
};
IsoWeek iso_week(const Date& date);
/// The Monday of an ISO week.
Date monday_of(IsoWeek week);

inline bool operator<(const Date& a, const Date& b) {
  return to_days(a) < to_days(b);
}

}  // namespace dateline
