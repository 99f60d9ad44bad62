// The operators that count: from the reference date ("three years ago") or from a date told before ("a week earlier"),
// and those of quarters, seasons, decades and centuries.
#include <cmath>
#include <cstdlib>

#include "time/resolver.h"
#include "time/units.h"
#include "time/value_days.h"

namespace dateline {
namespace {

constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr int kSeasonMonths[] = {3, 6, 9, 12};  // where each begins

int as_int(double value) {
  return static_cast<int>(std::lround(std::fmin(std::fmax(value, -1e6), 1e6)));
}

/// What is left of a value that cannot be worked out: "XXXX-WXX" for a week.
std::string unknown_value(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return "XXXX-WXX";
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kHalfYear:
      return "XXXX-HX";
    case TimeUnit::kYear:
      return "XXXX";
    case TimeUnit::kDecade:
      return "XXX";
    case TimeUnit::kCentury:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

/// "ten years ago today": as exact as the expression that it ends with.
std::optional<TimeReading> same_day_of(const TimeReading& base, Date date) {
  const TimeUnit unit = base.grain == Grain::kDay    ? TimeUnit::kDay
                        : base.grain == Grain::kWeek ? TimeUnit::kWeek
                                                     : TimeUnit::kMonth;
  if (base.grain > Grain::kMonth || base.grain < Grain::kDay) return std::nullopt;
  return date_reading(base.grain, value_of(unit, date), base.basis);
}

}  // namespace

std::optional<TimeReading> Resolver::vague_distance(double sign) const {
  TimeReading reading = date_reading(Grain::kReference, sign < 0 ? "PAST_REF" : "FUTURE_REF", TimexBasis::kRelative);
  return reading;
}

std::optional<TimeReading> Resolver::shifted(Date from, int unit_number, double count, TimexBasis basis) const {
  const auto unit = static_cast<TimeUnit>(unit_number);
  constexpr double kOldest = 1900;  // before the calendar: "400,000 years ago" is no year of it
  const double years = unit == TimeUnit::kCentury ? count * 100 : unit == TimeUnit::kDecade ? count * 10 : count;
  if (unit >= TimeUnit::kYear && unit <= TimeUnit::kCentury && std::fabs(years) > kOldest) return vague_distance(count);
  TimeReading reading = date_reading(grain_of(unit), value_of(unit, moved(from, unit, count)), basis);
  const bool finer = unit == TimeUnit::kSecond || unit == TimeUnit::kMinute || unit == TimeUnit::kHour;
  if (finer && std::fmod(std::fabs(count), 24.0) != 0.0) {
    reading.type = TimexType::kTime;
    reading.grain = Grain::kClock;
    reading.value += "TXX:XX";
  }
  if (unit == TimeUnit::kNight) {
    reading.type = TimexType::kTime;
    reading.grain = Grain::kPart;
    reading.value += "TNI";
  }
  return reading;
}

bool Resolver::is_near_quarter(const Match& match, uint32_t tokens) const {
  return tells_quarter_ && !quarter_.empty() && match.tokens.first <= quarter_token_ + tokens;
}

std::optional<TimeReading> Resolver::quarter_a_year_before(const Match& match) const {
  constexpr uint32_t kNear = 90, kFar = 200;  // a sentence that opens so goes on with the report
  if (!is_near_quarter(match, match.tokens.first == sentence_.first ? kFar : kNear)) return std::nullopt;
  const bool compares_years = anchor_grain_ == Grain::kYear && anchor_token_ > quarter_token_;
  if (compares_years && match.tokens.first < anchor_token_ + kNear) return std::nullopt;
  const int year = std::atoi(quarter_.substr(0, 4).c_str());
  if (!reference_ || year < reference_->year - 1) return std::nullopt;  // told of an earlier one already
  return date_reading(Grain::kQuarter, year_value(year - 1) + quarter_.substr(4), TimexBasis::kAnaphoric);
}

std::optional<TimeReading> Resolver::relative(const Match& match) const {
  const int unit = as_int(match.number(Slot::kUnit));
  if (unit < 1 || unit > static_cast<int>(TimeUnit::kHalfYear)) return std::nullopt;
  double count = match.number_or(Slot::kShift, 0);
  if (const double number = match.number(Slot::kNumber); number != kUnset) {
    const double sign = match.number_or(Slot::kSign, -1);
    if (number < 0) return vague_distance(sign);
    count = sign * number;
  }
  if (count == -1 && unit == static_cast<int>(TimeUnit::kYear) && match.rule->type != "plain") {
    if (auto quarter = quarter_a_year_before(match)) return quarter;
  }
  if (!reference_) {
    TimeReading reading = date_reading(grain_of(static_cast<TimeUnit>(unit)),
                                       unknown_value(static_cast<TimeUnit>(unit)), TimexBasis::kRelative);
    return reading;
  }
  if (static_cast<int>(dateline::weekday(*reference_)) <= 4) {  // "the weekend", said on Tuesday, is the one before
    if (match.rule->type == "nearest" && tense(match) != Tense::kFuture) count -= 1;
  }
  return shifted(*reference_, unit, count, TimexBasis::kRelative);
}

std::optional<TimeReading> Resolver::anaphoric(const Match& match) const {
  const int unit_number = as_int(match.number(Slot::kUnit));
  if (unit_number < 1 || unit_number > static_cast<int>(TimeUnit::kHalfYear)) return std::nullopt;
  const auto unit = static_cast<TimeUnit>(unit_number);
  double count = match.number_or(Slot::kShift, 0);
  if (const double number = match.number(Slot::kNumber); number != kUnset) {
    const double sign = match.number_or(Slot::kSign, 1);
    if (number < 0) return vague_distance(sign);
    count = sign * number;
  }
  if (const TimeReading* base = match.reading(Slot::kBase)) {  // the day before Wednesday, the week of March 7
    const std::optional<DayRange> days = days_of(base->value);
    if (match.rule->type == "exact") return days ? same_day_of(*base, moved(days->first, unit, count)) : std::nullopt;
    return days ? shifted(days->first, unit_number, count, base->basis) : std::nullopt;
  }
  if (unit == TimeUnit::kYear && count == -1) {
    if (auto quarter = quarter_a_year_before(match)) return quarter;
    if (anchor_basis_ != TimexBasis::kExplicit && reference_) {
      return shifted(*reference_, unit_number, count, TimexBasis::kRelative);
    }
  }
  if (unit == TimeUnit::kQuarter && count == 0 && quarter_.empty() && reference_) {  // the one that is over
    return shifted(*reference_, unit_number, -1, TimexBasis::kRelative);
  }
  if (unit == TimeUnit::kQuarter && match.rule->type == "told" && anchor_ && anchor_grain_ == Grain::kQuarter) {
    return shifted(*anchor_, unit_number, count, TimexBasis::kAnaphoric);
  }
  if (unit == TimeUnit::kQuarter && count == 0 && !quarter_.empty()) {
    return date_reading(Grain::kQuarter, quarter_, TimexBasis::kAnaphoric);
  }
  const std::optional<Date> from = anchor_ ? anchor_ : reference_;
  const bool too_coarse = anchor_ && grain_of(unit) < Grain::kMonth && anchor_grain_ >= Grain::kMonth;
  if (!from || too_coarse) return date_reading(grain_of(unit), unknown_value(unit), TimexBasis::kAnaphoric);
  return shifted(*from, unit_number, count, TimexBasis::kAnaphoric);
}

std::optional<TimeReading> Resolver::period(const Match& match) const {
  constexpr uint32_t kNear = 400;  // a report tells of one quarter from its head to its end
  const TimeReading* base = match.reading(Slot::kYear);
  const TimexBasis basis = TimexBasis::kAnaphoric;
  int year = year_of(match);
  if (is_near_quarter(match, kNear)) {
    if (year == 0) year = std::atoi(quarter_.substr(0, 4).c_str()) - 1;
    if (year > 0) return date_reading(Grain::kQuarter, year_value(year) + quarter_.substr(4), basis);
  }
  if (year == 0) year = reference_ ? reference_->year - 1 : 0;
  if (year < 1 || year > 9999) return std::nullopt;
  return date_reading(Grain::kYear, year_value(year), base != nullptr ? base->basis : basis);
}

/// "the quarter ended July 31": the one told before, else the one in which the middle of those three months lies.
std::optional<TimeReading> quarter_ended(const TimeReading& day) {
  const std::optional<DayRange> days = days_of(day.value);
  if (!days || day.grain != Grain::kDay) return std::nullopt;
  const Date middle = add_days(days->last, -45);
  return date_reading(Grain::kQuarter, year_value(middle.year) + "-Q" + std::to_string((middle.month + 2) / 3),
                      day.basis);
}

std::optional<TimeReading> Resolver::quarter(const Match& match) const {
  constexpr uint32_t kNear = 60;
  if (const TimeReading* day = match.reading(Slot::kBase)) {
    if (is_near_quarter(match, kNear)) return date_reading(Grain::kQuarter, quarter_, TimexBasis::kAnaphoric);
    return quarter_ended(*day);
  }
  const int number = as_int(match.number_or(Slot::kNumber, 0));
  if (number < 1 || number > 4) return std::nullopt;
  const std::string behind = "-Q" + std::to_string(number);
  int year = year_of(match);
  TimexBasis basis = TimexBasis::kExplicit;
  if (year == 0) {
    if (match.has(Slot::kYear) || !reference_) return date_reading(Grain::kQuarter, "XXXX" + behind, basis);
    basis = TimexBasis::kRelative;
    const int current = (reference_->month + 2) / 3;
    year = reference_->year;
    // "in the year-ago quarter, the second quarter ended Oct. 31": the same quarter by its number
    const bool explains = anchor_ && anchor_grain_ == Grain::kQuarter && anchor_basis_ == TimexBasis::kAnaphoric &&
                          continues_range(match) && document_.lower(match.tokens.first - 1) == ",";
    if (explains) return date_reading(Grain::kQuarter, year_value(anchor_->year) + behind, TimexBasis::kAnaphoric);
    if (number > current && tense(match) != Tense::kFuture) --year;
    if (number < current && current - number > 1 && tense(match) == Tense::kFuture) ++year;
    if (match.number_or(Slot::kShift, 0) < 0) --year;
  }
  return date_reading(Grain::kQuarter, year_value(year) + behind, basis);
}

std::optional<TimeReading> Resolver::half_year(const Match& match) const {
  const int number = as_int(match.number_or(Slot::kNumber, 0));
  if (number < 1 || number > 2) return std::nullopt;
  int year = year_of(match);
  TimexBasis basis = TimexBasis::kExplicit;
  if (year == 0) {
    if (!reference_) return std::nullopt;
    basis = TimexBasis::kRelative;
    year = reference_->year;
    if (number == 2 && reference_->month <= 4 && tense(match) == Tense::kPast) --year;
  }
  return date_reading(Grain::kQuarter, year_value(year) + "-H" + std::to_string(number), basis);
}

/// Bare, the season nearest behind or around the reference date; "last summer" one that is over, "next" one to come.
std::optional<TimeReading> Resolver::season(const Match& match) const {
  const int number = as_int(match.number_or(Slot::kSeason, 0));
  if (number < 1 || number > 4) return std::nullopt;
  const std::string behind = "-" + std::string(kSeasons[number - 1]);
  if (const int year = year_of(match); year > 0) {
    const TimeReading* base = match.reading(Slot::kYear);
    return date_reading(Grain::kSeason, year_value(year) + behind, base ? base->basis : TimexBasis::kExplicit);
  }
  if (!reference_) return date_reading(Grain::kSeason, "XXXX" + behind, TimexBasis::kRelative);
  const double shift = match.number(Slot::kShift);
  const int begins = kSeasonMonths[number - 1];
  int year = reference_->year;
  const bool is_over_or_on = reference_->month >= begins || (number == 4 && reference_->month <= 2);
  const bool is_on = number == 4 ? reference_->month == 12 || reference_->month <= 2
                                 : reference_->month >= begins && reference_->month < begins + 3;
  if (number == 4 && reference_->month <= 2) --year;
  if (shift < 0 && shift != kUnset) {
    if (is_on || !is_over_or_on) --year;
  } else if (shift > 0) {
    if (is_over_or_on) ++year;
  } else if (shift == kUnset && !is_over_or_on && tense(match) == Tense::kPast) {
    --year;
  } else if (shift == kUnset && is_over_or_on && !is_on && tense(match) == Tense::kFuture) {
    ++year;
  }
  return date_reading(Grain::kSeason, year_value(year) + behind, TimexBasis::kRelative);
}

std::optional<TimeReading> Resolver::decade(const Match& match) const {
  const int number = as_int(match.number(Slot::kNumber));
  if (number < 100 || number > 219) return std::nullopt;
  return date_reading(Grain::kDecade, std::to_string(number), TimexBasis::kExplicit);
}

std::optional<TimeReading> Resolver::century(const Match& match) const {
  const int number = as_int(match.number(Slot::kNumber));
  if (number < 1 || number > 30) return std::nullopt;
  return date_reading(Grain::kCentury, two_digits(number - 1), TimexBasis::kExplicit);
}

int Resolver::year_of_holiday(const Match& match, int month, int day) const {
  if (const int year = year_of(match); year > 0) return year;
  if (!reference_) return 0;
  const double shift = match.number(Slot::kShift);
  const int64_t away = to_days({reference_->year, month, day}) - to_days(*reference_);
  if (shift != kUnset && shift < 0) return away < 0 ? reference_->year : reference_->year - 1;
  if (shift != kUnset && shift > 0) return away > 0 ? reference_->year : reference_->year + 1;
  if (away > 183 || (away > 31 && tense(match) == Tense::kPast)) return reference_->year - 1;
  if (away < -183 || (away < -31 && tense(match) == Tense::kFuture)) return reference_->year + 1;
  return reference_->year;
}

/// Gregorian Easter Sunday (the anonymous computus of 1876), moved by `shift` days: Good Friday is -2.
std::optional<TimeReading> Resolver::easter(const Match& match) const {
  const int year = year_of_holiday(match, 4, 10);
  if (year < 1583) return std::nullopt;
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  const Date date = add_days({year, month, day}, as_int(match.number_or(Slot::kNumber, 0)));
  return date_reading(Grain::kDay, to_iso(date),
                      match.has(Slot::kYear) ? TimexBasis::kExplicit : TimexBasis::kRelative);
}

/// The number-th weekday of a month; number -1 is the last one.
std::optional<TimeReading> Resolver::nth_weekday(const Match& match) const {
  const int month = as_int(match.number(Slot::kMonth)), wanted = as_int(match.number(Slot::kWeekday));
  const int number = as_int(match.number_or(Slot::kNumber, 1));
  if (month < 1 || month > 12 || wanted < 1 || wanted > 7 || number > 5) return std::nullopt;
  const int year = year_of_holiday(match, month, 15);
  if (year < 1) return std::nullopt;
  const Date first{year, month, 1};
  Date date = add_days(first, (wanted - static_cast<int>(dateline::weekday(first)) + 7) % 7);
  if (number > 0) {
    date = add_days(date, 7 * (number - 1));
  } else {
    while (date.day + 7 <= days_in_month(year, month)) date = add_days(date, 7);
  }
  if (date.month != month) return std::nullopt;
  date = add_days(date, as_int(match.number_or(Slot::kDay, 0)));
  return date_reading(Grain::kDay, to_iso(date),
                      match.has(Slot::kYear) ? TimexBasis::kExplicit : TimexBasis::kRelative);
}

}  // namespace dateline
