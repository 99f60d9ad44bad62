// Units of time: how they are counted, written in a duration, and laid onto the calendar. Their numbers are those of
// the class "unit" in data/time/words.tsv.
#pragma once

#include <string>

#include "time/calendar.h"
#include "time/rule.h"

namespace dateline {

enum class TimeUnit : int {
  kSecond = 1,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  kFortnight,
  kWeekend,
  kNight,
  kHalfYear
};

/// "P3D", "PT2H30M", "P2.5Y", "PXM" (a vague count).
std::string duration_value(TimeUnit unit, double count);

/// The day, week, month … that holds a day: "2016-02-10", "2016-W06", "2016-02", "2016-Q1", "2016", "201", "20".
std::string value_of(TimeUnit unit, const Date& day);

/// A day `count` units away.
Date moved(const Date& day, TimeUnit unit, double count);

Grain grain_of(TimeUnit unit);

std::string year_value(int year);
std::string month_value(int year, int month);
std::string two_digits(int number);

}  // namespace dateline
