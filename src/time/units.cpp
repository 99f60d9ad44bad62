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

std::string duration_value(Unit unit, double count) {
  if (count > 1e9) count = kVague;
  switch (unit) {
    case Unit::kSecond:
      return clock_duration('S', count, 0);
    case Unit::kMinute:
      return clock_duration('M', count, 'S');
    case Unit::kHour:
      return clock_duration('H', count, 'M');
    case Unit::kDay:
    case Unit::kNight:
      return "P" + count_text(count) + "D";
    case Unit::kWeek:
      return "P" + count_text(count) + "W";
    case Unit::kFortnight:
      return "P" + count_text(count < 0 ? count : count * 2) + "W";
    case Unit::kWeekend:
      return "P" + count_text(count < 0 ? count : count * 2) + "D";
    case Unit::kMonth:
      return "P" + count_text(count) + "M";
    case Unit::kQuarter:
      return "P" + count_text(count) + "Q";
    case Unit::kHalfYear:
      return "P" + count_text(count < 0 ? count : count * 6) + "M";
    case Unit::kYear:
      return "P" + count_text(count) + "Y";
    case Unit::kDecade:
      return "P" + count_text(count < 0 ? count : count * 10) + "Y";
    case Unit::kCentury:
      return count < 0 ? "PXCE" : "P" + count_text(count * 100) + "Y";
  }
  return "PXD";
}

std::string value_of(Unit unit, const Date& day) {
  switch (unit) {
    case Unit::kWeek:
    case Unit::kFortnight:
    case Unit::kWeekend: {
      const IsoWeek week = iso_week(day);
      return year_value(week.year) + "-W" + two_digits(week.week) + (unit == Unit::kWeekend ? "-WE" : "");
    }
    case Unit::kMonth:
      return month_value(day.year, day.month);
    case Unit::kQuarter:
      return year_value(day.year) + "-Q" + std::to_string((day.month + 2) / 3);
    case Unit::kHalfYear:
      return year_value(day.year) + (day.month <= 6 ? "-H1" : "-H2");
    case Unit::kYear:
      return year_value(day.year);
    case Unit::kDecade:
      return year_value(day.year).substr(0, 3);
    case Unit::kCentury:
      return year_value(day.year).substr(0, 2);
    default:
      return to_iso(day);
  }
}

Date moved(const Date& day, Unit unit, double count) {
  const auto whole = static_cast<int64_t>(std::lround(std::fmin(std::fmax(count, -1e6), 1e6)));
  const auto in_days = [&](double days) { return add_days(day, static_cast<int64_t>(std::lround(days))); };
  switch (unit) {
    case Unit::kSecond:
      return add_days(day, whole / 86400);
    case Unit::kMinute:
      return add_days(day, whole / 1440);
    case Unit::kHour:
      return add_days(day, whole / 24);
    case Unit::kDay:
    case Unit::kNight:
      return add_days(day, whole);
    case Unit::kWeek:
    case Unit::kWeekend:
      return in_days(std::fmin(std::fmax(count, -1e5), 1e5) * 7);
    case Unit::kFortnight:
      return add_days(day, whole * 14);
    case Unit::kMonth:
      return add_months(day, whole);
    case Unit::kQuarter:
      return add_months(day, whole * 3);
    case Unit::kHalfYear:
      return add_months(day, whole * 6);
    case Unit::kYear:
      return add_months(day, static_cast<int64_t>(std::fmin(std::fmax(count, -1e4), 1e4) * 12));
    case Unit::kDecade:
      return add_months(day, whole * 120);
    case Unit::kCentury:
      return add_months(day, whole * 1200);
  }
  return day;
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::kWeek:
    case Unit::kFortnight:
    case Unit::kWeekend:
      return Grain::kWeek;
    case Unit::kMonth:
      return Grain::kMonth;
    case Unit::kQuarter:
    case Unit::kHalfYear:
      return Grain::kQuarter;
    case Unit::kYear:
      return Grain::kYear;
    case Unit::kDecade:
      return Grain::kDecade;
    case Unit::kCentury:
      return Grain::kCentury;
    default:
      return Grain::kDay;
  }
}

}  // namespace dateline
