#include "time/units.h"

#include <cmath>

#include "time/time_words.h"

namespace dateline {
namespace {

std::string count_text(double count) {
  if (count < 0) return "X";
  const auto whole = static_cast<int64_t>(count);
  std::string text = std::to_string(whole);
  const int tenths = static_cast<int>(std::lround((count - static_cast<double>(whole)) * 100));
  if (tenths == 0) return text;
  text += '.';
  text += two_digits(tenths);
  while (text.back() == '0') text.pop_back();
  return text;
}

std::string clock_duration(char letter, double count, char finer) {
  if (count < 0 || finer == 0 || count == std::floor(count)) return "PT" + count_text(count) + letter;
  const double whole = std::floor(count);
  const auto rest = static_cast<int64_t>(std::lround((count - whole) * 60));
  return (whole > 0 ? "PT" + count_text(whole) + letter : std::string("PT")) + std::to_string(rest) + finer;
}

}  // namespace

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string year_value(int year) {
  std::string digits = std::to_string(year);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::string month_value(int year, int month) {
  return year_value(year) + "-" + two_digits(month);
}

std::string duration_value(TimeUnit unit, double count) {
  if (count > 1e9) count = kVague;
  switch (unit) {
    case TimeUnit::kSecond:
      return clock_duration('S', count, 0);
    case TimeUnit::kMinute:
      return clock_duration('M', count, 'S');
    case TimeUnit::kHour:
      return clock_duration('H', count, 'M');
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return "P" + count_text(count) + "D";
    case TimeUnit::kWeek:
      return "P" + count_text(count) + "W";
    case TimeUnit::kFortnight:
      return "P" + count_text(count < 0 ? count : count * 2) + "W";
    case TimeUnit::kWeekend:
      return "P" + count_text(count < 0 ? count : count * 2) + "D";
    case TimeUnit::kMonth:
      return "P" + count_text(count) + "M";
    case TimeUnit::kQuarter:
      return "P" + count_text(count) + "Q";
    case TimeUnit::kHalfYear:
      return "P" + count_text(count < 0 ? count : count * 6) + "M";
    case TimeUnit::kYear:
      return "P" + count_text(count) + "Y";
    case TimeUnit::kDecade:
      return "P" + count_text(count < 0 ? count : count * 10) + "Y";
    case TimeUnit::kCentury:
      return count < 0 ? "PXCE" : "P" + count_text(count * 100) + "Y";
  }
  return "PXD";
}

std::string value_of(TimeUnit unit, const Date& day) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
    case TimeUnit::kWeekend: {
      const IsoWeek week = iso_week(day);
      return year_value(week.year) + "-W" + two_digits(week.week) + (unit == TimeUnit::kWeekend ? "-WE" : "");
    }
    case TimeUnit::kMonth:
      return month_value(day.year, day.month);
    case TimeUnit::kQuarter:
      return year_value(day.year) + "-Q" + std::to_string((day.month + 2) / 3);
    case TimeUnit::kHalfYear:
      return year_value(day.year) + (day.month <= 6 ? "-H1" : "-H2");
    case TimeUnit::kYear:
      return year_value(day.year);
    case TimeUnit::kDecade:
      return year_value(day.year).substr(0, 3);
    case TimeUnit::kCentury:
      return year_value(day.year).substr(0, 2);
    default:
      return to_iso(day);
  }
}

Date moved(const Date& day, TimeUnit unit, double count) {
  const auto whole = static_cast<int64_t>(std::lround(std::fmin(std::fmax(count, -1e6), 1e6)));
  const auto in_days = [&](double days) { return add_days(day, static_cast<int64_t>(std::lround(days))); };
  switch (unit) {
    case TimeUnit::kSecond:
      return add_days(day, whole / 86400);
    case TimeUnit::kMinute:
      return add_days(day, whole / 1440);
    case TimeUnit::kHour:
      return add_days(day, whole / 24);
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return add_days(day, whole);
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
      return in_days(std::fmin(std::fmax(count, -1e5), 1e5) * 7);
    case TimeUnit::kFortnight:
      return add_days(day, whole * 14);
    case TimeUnit::kMonth:
      return add_months(day, whole);
    case TimeUnit::kQuarter:
      return add_months(day, whole * 3);
    case TimeUnit::kHalfYear:
      return add_months(day, whole * 6);
    case TimeUnit::kYear:
      return add_months(day, static_cast<int64_t>(std::fmin(std::fmax(count, -1e4), 1e4) * 12));
    case TimeUnit::kDecade:
      return add_months(day, whole * 120);
    case TimeUnit::kCentury:
      return add_months(day, whole * 1200);
  }
  return day;
}

Grain grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
    case TimeUnit::kWeekend:
      return Grain::kWeek;
    case TimeUnit::kMonth:
      return Grain::kMonth;
    case TimeUnit::kQuarter:
    case TimeUnit::kHalfYear:
      return Grain::kQuarter;
    case TimeUnit::kYear:
      return Grain::kYear;
    case TimeUnit::kDecade:
      return Grain::kDecade;
    case TimeUnit::kCentury:
      return Grain::kCentury;
    default:
      return Grain::kDay;
  }
}

}  // namespace dateline
