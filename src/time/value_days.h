// From a TimeML value to the calendar days that it covers.
#pragma once

#include <optional>
#include <string_view>

#include "time/calendar.h"

namespace dateline {

struct DayRange {
  Date first;
  Date last;
};

/// The days of "2016", "2016-02", "2016-02-10", "2016-02-10TMO", "2016-W06", "2016-W06-WE", "2016-Q1", "2016-H1",
/// "2016-SU", "201", "20"; nothing where the value covers no certain days (durations, "PAST_REF", "XXXX-02").
/// Winter is that which begins in the year.
std::optional<DayRange> days_of(std::string_view value);

/// The part that a TimeML mod leaves: the first, middle or last third (of a year: four months), the other mods leave
/// the whole.
DayRange narrowed(DayRange days, std::string_view mod);

}  // namespace dateline
