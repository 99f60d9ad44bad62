// Dispatch, and the operators of the calendar: days, months and years that stand in the text, perhaps without a year.
//
// A missing year, month or week is the nearest that fits; the tense of the governing verb decides where two are near.
#include "time/resolver.h"

#include <cmath>
#include <cstdlib>

#include "time/date_order.h"
#include "time/governing_verb.h"
#include "time/units.h"
#include "time/value_days.h"

namespace dateline {
namespace {

constexpr int kNearDays = 92;
constexpr int kNearMonths = 3;  // "November", told in October without a tense, is this year's

int as_int(double value) {
  return static_cast<int>(std::lround(std::fmin(std::fmax(value, -1e8), 1e8)));
}

}  // namespace

Resolver::Resolver(const Document& document, std::optional<Date> reference)
    : document_(document), reference_(reference) {}

std::optional<TimeReading> Resolver::resolve(const Match& match) const {
  std::optional<TimeReading> reading = operate(match);
  if (reading && !match.rule->mod.empty()) reading->mod = std::string(match.rule->mod);
  return reading;
}

std::optional<TimeReading> Resolver::operate(const Match& match) const {
  switch (match.rule->op) {
    case Operator::kCalendar:
      return calendar(match);
    case Operator::kNumeric:
      return numeric(match);
    case Operator::kWeekday:
      return weekday(match);
    case Operator::kRelative:
      return relative(match);
    case Operator::kAnaphoric:
      return anaphoric(match);
    case Operator::kQuarter:
      return quarter(match);
    case Operator::kPeriod:
      return period(match);
    case Operator::kHalfYear:
      return half_year(match);
    case Operator::kSeason:
      return season(match);
    case Operator::kDecade:
      return decade(match);
    case Operator::kCentury:
      return century(match);
    case Operator::kEaster:
      return easter(match);
    case Operator::kNthWeekday:
      return nth_weekday(match);
    case Operator::kPart:
      return part(match);
    case Operator::kClock:
      return clock(match);
    case Operator::kDuration:
      return duration(match);
    case Operator::kSet:
      return set(match);
    case Operator::kConstant:
      return constant(match);
    case Operator::kModify:
      return modify(match);
    case Operator::kLike:
      return like(match);
    case Operator::kOperators:
      break;
  }
  return std::nullopt;
}

void Resolver::remember(const TimeReading& reading) {
  if (reading.value == "P9M" || reading.value == "P6M") tells_quarter_ = false;
  if (reading.type != TimexType::kDate && reading.type != TimexType::kTime) return;
  if (reading.grain == Grain::kReference) return;
  const std::optional<DayRange> days = days_of(reading.value);
  if (!days) return;
  // "overnight", "in the morning": no day of their own
  if (reading.grain == Grain::kPart && reading.basis == TimexBasis::kAnaphoric) return;
  if (reading.grain == Grain::kPart && reading.basis == TimexBasis::kRelative && reference_ == days->first) return;
  anchor_ = days->first;
  anchor_grain_ = reading.grain;
  anchor_basis_ = reading.basis;
  anchor_token_ = reading.tokens.last;
  const bool compares = reading.basis == TimexBasis::kAnaphoric && !quarter_.empty() && reading.value < quarter_;
  // Companies report on quarters that are over; one still to come is only mentioned.
  const bool is_over = !reference_ || days->last < *reference_ || quarter_.empty();
  // "after a flat second quarter", told near the third, is no report of its own.
  constexpr uint32_t kAside = 100;
  const bool is_older = !quarter_.empty() && reading.value < quarter_ &&
                        reading.tokens.first < quarter_token_ + kAside &&
                        reading.value.substr(0, 4) == quarter_.substr(0, 4);
  if (reading.grain == Grain::kQuarter && !compares && is_over && !is_older) {
    quarter_ = reading.value;
    quarter_token_ = reading.tokens.last;
    tells_quarter_ = reading.value.find('Q') != std::string::npos;
  }
  if (days->first == days->last) {
    last_day_ = to_iso(days->first);
    last_day_token_ = reading.tokens.last - 1;
  }
}

int Resolver::year_of(const Match& match) const {
  if (const TimeReading* reading = match.reading(Slot::kYear)) {
    return reading->value.size() >= 4 ? std::atoi(reading->value.substr(0, 4).c_str()) : 0;
  }
  const double number = match.number(Slot::kYear);
  if (number == kUnset) return 0;
  const int year = as_int(number);
  if (year >= 100) return year;
  // Two digits: the year nearest to the reference date, at most twenty years ahead of it.
  const int base = reference_ ? reference_->year : 2000;
  const int century = (base + 20) / 100 * 100;
  return century + year <= base + 20 ? century + year : century - 100 + year;
}

std::optional<TimeReading> Resolver::calendar(const Match& match) const {
  const int month = as_int(match.number_or(Slot::kMonth, 0)), day = as_int(match.number_or(Slot::kDay, 0));
  const bool names_year = match.has(Slot::kYear);
  int year = year_of(match);
  if (match.rule->type == "range") {
    if (!continues_range(match)) return std::nullopt;
    if (day > 0) {
      Date date = *anchor_;
      if (anchor_grain_ != Grain::kDay || day <= date.day) return std::nullopt;
      date.day = day;
      if (!is_valid(date)) return std::nullopt;
      return date_reading(Grain::kDay, to_iso(date), TimexBasis::kRelative);
    }
    const int two = as_int(match.number(Slot::kYear));
    year = anchor_->year / 100 * 100 + two;
    if (anchor_grain_ != Grain::kYear || year <= anchor_->year) return std::nullopt;
    return date_reading(Grain::kYear, year_value(year), TimexBasis::kExplicit);
  }
  if (const TimeReading* end = match.reading(Slot::kBase)) return range_start(*end, month, day);
  if (month == 0 && day == 0) {
    if (year < 1 || year > 9999) return std::nullopt;
    return date_reading(Grain::kYear, year_value(year), TimexBasis::kExplicit);
  }
  if (month > 12) return std::nullopt;
  const TimexBasis basis =
      match.reading(Slot::kYear) != nullptr ? match.reading(Slot::kYear)->basis : TimexBasis::kExplicit;
  if (names_year && year > 0 && month > 0) {
    if (day == 0) return date_reading(Grain::kMonth, month_value(year, month), basis);
    const Date date{year, month, day};
    if (!is_valid(date)) return no_time();  // not "29 February" and "2015" of 29 February 2015
    return date_reading(Grain::kDay, to_iso(date), basis);
  }
  if (month == 0) return day_alone(match, day);
  return day == 0 ? month_alone(match, month) : month_and_day(match, month, day);
}

bool Resolver::continues_range(const Match& match) const {
  return anchor_ && match.tokens.first == anchor_token_ + 1 && sentence_.contains(match.tokens.first - 1);
}

/// "On Jan. 9, a plane crashed": the verb behind such a date is surely its own.
bool Resolver::opens_sentence(const Match& match) const {
  constexpr uint32_t kNear = 2;
  return match.tokens.first < sentence_.first + kNear;
}

bool Resolver::is_of_last_day(const Match& match) const {
  constexpr uint32_t kFarthest = 2;
  if (last_day_.empty()) return false;
  if (sentence_.contains(last_day_token_)) return true;
  const uint32_t here = document_.sentence_of(match.tokens.first), there = document_.sentence_of(last_day_token_);
  if (there > here || here - there > kFarthest) return false;
  if (document_.sentence(here).block != document_.sentence(there).block) return false;
  // "He was hurt on Friday. The club speaks at 3 p.m."
  return !reference_ || to_iso(*reference_) < last_day_ || tense(match) == Tense::kPast ||
         is_past_by_tree(document_, sentence_, match.tokens);
}

/// Whether a word that ends a range stands before the match ("to", "until"); not "and", which only joins.
bool Resolver::ends_range(const Match& match) const {
  const std::string_view link = document_.lower(match.tokens.first - 1);
  return link == "to" || link == "-" || link == "\xE2\x80\x93" || link == "through" || link == "until" ||
         link == "till";
}

/// "[3] to 5 May 2016", "[March] to May 2021": the beginning of a range takes what it leaves out from the end.
std::optional<TimeReading> Resolver::range_start(const TimeReading& end, int month, int day) const {
  const std::optional<DayRange> days = days_of(end.value);
  if (!days) return std::nullopt;
  Date date = days->first;
  if (day > 0) {
    if (end.grain != Grain::kDay) return std::nullopt;
    if (month > 0) date.month = month;
    date.day = day;
    if (!is_valid(date) || days->first < date) return std::nullopt;
    return date_reading(Grain::kDay, to_iso(date), end.basis);
  }
  if (month < 1) return std::nullopt;
  const int year = month > date.month ? date.year - 1 : date.year;
  return date_reading(Grain::kMonth, month_value(year, month), end.basis);
}

std::optional<TimeReading> Resolver::month_alone(const Match& match, int month) const {
  if (!reference_) return date_reading(Grain::kMonth, "XXXX-" + two_digits(month), TimexBasis::kRelative);
  const double shift = match.number(Slot::kShift);
  const Tense around = tense(match);
  int year = reference_->year;
  if (shift != kUnset) {  // last March, next March
    if (shift < 0 && month >= reference_->month) --year;
    if (shift > 0 && month <= reference_->month) ++year;
  } else if (month > reference_->month) {
    const int ahead = month - reference_->month;
    if ((around == Tense::kPast && ahead > 1) || (around == Tense::kUnknown && ahead > kNearMonths)) --year;
  } else if (month < reference_->month) {
    const int ahead = month + 12 - reference_->month;
    if (around == Tense::kFuture || (ends_range(match) && ahead <= kNearMonths)) ++year;
  }
  return date_reading(Grain::kMonth, month_value(year, month), TimexBasis::kRelative);
}

std::optional<TimeReading> Resolver::month_and_day(const Match& match, int month, int day) const {
  if (day < 1 || day > days_in_month(2000, month)) return std::nullopt;
  if (!reference_) {
    return date_reading(Grain::kDay, "XXXX-" + two_digits(month) + "-" + two_digits(day), TimexBasis::kRelative);
  }
  if (match.rule->type == "this") {
    return date_reading(Grain::kDay, to_iso({reference_->year, month, day}), TimexBasis::kRelative);
  }
  const int wanted = as_int(match.number_or(Slot::kWeekday, 0));
  const Tense around = tense(match);
  int64_t furthest = kNearDays;  // what lies further ahead is not meant, unless the words look ahead
  if (around == Tense::kPast) {
    if (happened_by_tree(document_, sentence_, match.tokens)) furthest = kNearDays / 2;
    if (opens_sentence(match)) furthest = 0;
  }
  const double shift = match.number_or(Slot::kShift, 0);
  const int64_t today = to_days(*reference_);
  std::optional<Date> best;
  int64_t best_cost = 0;
  for (int year = reference_->year - 1; year <= reference_->year + 1; ++year) {
    const Date date{year, month, day};
    if (!is_valid(date)) continue;
    const int64_t away = to_days(date) - today;
    int64_t cost = std::abs(away);
    if (around != Tense::kFuture && away > furthest) cost += 366;
    if (shift < 0 && away > 0) cost += 366;
    if (around == Tense::kFuture && shift >= 0 && away < -120) cost += 366;
    if (wanted != 0 && static_cast<int>(dateline::weekday(date)) != wanted) cost += 1000;
    if (!best || cost < best_cost) {
      best = date;
      best_cost = cost;
    }
  }
  if (!best) return std::nullopt;
  return date_reading(Grain::kDay, to_iso(*best), TimexBasis::kRelative);
}

/// "the 12th": of the month mentioned last, else the nearest by tense.
std::optional<TimeReading> Resolver::day_alone(const Match& match, int day) const {
  if (!reference_ && !anchor_) return date_reading(Grain::kDay, "XXXX-XX-" + two_digits(day), TimexBasis::kRelative);
  const bool to_anchor = anchor_.has_value() && (anchor_grain_ == Grain::kDay || anchor_grain_ == Grain::kMonth);
  Date date = to_anchor || !reference_ ? *anchor_ : *reference_;
  if (!to_anchor && reference_) {
    const Tense around = tense(match);
    if (around == Tense::kPast && day > date.day) date = add_months({date.year, date.month, 1}, -1);
    if (around == Tense::kFuture && day < date.day) date = add_months({date.year, date.month, 1}, 1);
  }
  date.day = day;
  if (!is_valid(date)) return std::nullopt;
  return date_reading(Grain::kDay, to_iso(date), to_anchor ? TimexBasis::kAnaphoric : TimexBasis::kRelative);
}

/// 10/02/2016: by what the article's other dates tell, else the month first where the year has two digits or slashes
/// divide (American), the day first where points do.
std::optional<TimeReading> Resolver::numeric(const Match& match) const {
  int a = as_int(match.number(Slot::kA)), b = as_int(match.number(Slot::kB)), c = as_int(match.number(Slot::kC));
  const int sign = as_int(match.number_or(Slot::kSign, 0));  // 1: the day stands first, 2: the year
  if (sign == 2) {                                           // 2016/02/10
    const Date date{a / 10'000, a / 100 % 100, a % 100};
    if (!is_valid(date)) return std::nullopt;
    return date_reading(Grain::kDay, to_iso(date), TimexBasis::kExplicit);
  }
  if (a > 100'000) {  // 10.02.2016 in one token
    c = a % 10'000;
    b = a / 10'000 % 100;
    a /= 1'000'000;
  }
  if (!day_first_) day_first_ = writes_day_first(document_);
  bool day_first = *day_first_ || sign == 1;
  if (a > 12) day_first = true;
  if (b > 12) day_first = false;
  int year = c;
  if (year < 100) {
    const int base = reference_ ? reference_->year : 2000;
    const int century = (base + 20) / 100 * 100;
    year = century + c <= base + 20 ? century + c : century - 100 + c;
  }
  const Date date{year, day_first ? b : a, day_first ? a : b};
  if (!is_valid(date)) return std::nullopt;
  return date_reading(Grain::kDay, to_iso(date), TimexBasis::kExplicit);
}

std::optional<TimeReading> Resolver::weekday(const Match& match) const {
  const int wanted = as_int(match.number(Slot::kWeekday));
  if (wanted < 1 || wanted > 7) return std::nullopt;
  if (const TimeReading* week = match.reading(Slot::kBase)) {  // Friday last week
    const std::optional<DayRange> days = days_of(week->value);
    if (!days) return date_reading(Grain::kDay, "XXXX-WXX-" + std::to_string(wanted), week->basis);
    return date_reading(Grain::kDay, to_iso(add_days(days->first, wanted - 1)), week->basis);
  }
  const auto from_anchor = [&](int64_t direction, TimexBasis basis) {
    const int64_t ahead = ((wanted - static_cast<int>(dateline::weekday(*anchor_))) * direction + 14) % 7;
    return date_reading(Grain::kDay, to_iso(add_days(*anchor_, direction * (ahead == 0 ? 7 : ahead))), basis);
  };
  if (match.rule->type == "told" && anchor_ && anchor_grain_ == Grain::kDay) {  // "the following Tuesday"
    return from_anchor(match.number(Slot::kShift) < 0 ? -1 : 1, TimexBasis::kAnaphoric);
  }
  if (!reference_) return date_reading(Grain::kDay, "XXXX-WXX-" + std::to_string(wanted), TimexBasis::kRelative);
  const bool is_near = anchor_ && std::abs(to_days(*anchor_) - to_days(*reference_)) <= 7;
  if (is_near && continues_range(match) && anchor_grain_ == Grain::kDay && ends_range(match)) {  // Monday to [Friday]
    return from_anchor(1, TimexBasis::kRelative);
  }
  const int back = (static_cast<int>(dateline::weekday(*reference_)) - wanted + 7) % 7;
  const double shift = match.number(Slot::kShift);
  int64_t days = -back;
  if (shift != kUnset) {
    if (shift < 0) days = back == 0 ? -7 : -back;
    if (shift > 0) days = 7 - back + 7 * (as_int(shift) - 1);
    if (shift == 0 && back != 0) days = tense(match) == Tense::kPast ? -back : 7 - back;
  } else if (back != 0 && tense(match) == Tense::kFuture) {
    days = 7 - back;
  }
  return date_reading(Grain::kDay, to_iso(add_days(*reference_, days)), TimexBasis::kRelative);
}

}  // namespace dateline
