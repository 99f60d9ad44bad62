// What an expression of time was worked out to mean, before it becomes a Timex.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "time/calendar.h"
#include "time/rule.h"
#include "time/timex.h"

namespace dateline {

struct TimeReading {
  IndexRange tokens;
  Grain grain = Grain::kDay;
  TimexType type = TimexType::kDate;
  TimexBasis basis = TimexBasis::kExplicit;
  std::string value;
  std::string mod;
  bool is_time = true;  // false for what only looks like one ("Sunday Times"): matched so that nothing else is
};

/// A date of a grain with its value and how it came about; the rest as by default.
inline TimeReading date_reading(Grain grain, std::string value, TimexBasis basis) {
  TimeReading reading;
  reading.grain = grain;
  reading.value = std::move(value);
  reading.basis = basis;
  return reading;
}

/// What looks like a time and is none; nothing inside it is read.
inline TimeReading no_time() {
  TimeReading reading;
  reading.is_time = false;
  return reading;
}

/// A rule that fits, with what its slots hold.
struct Match {
  const Rule* rule = nullptr;
  IndexRange tokens;
  std::array<double, kSlotCount> numbers;
  std::array<const TimeReading*, kSlotCount> readings;

  bool has(Slot slot) const { return number(slot) != kUnset || reading(slot) != nullptr; }
  /// What was captured, else the rule's constant; kUnset for neither.
  double number(Slot slot) const {
    const double captured = numbers[static_cast<size_t>(slot)];
    return captured != kUnset ? captured : rule->constants[static_cast<size_t>(slot)];
  }
  double number_or(Slot slot, double otherwise) const {
    const double value = number(slot);
    return value == kUnset ? otherwise : value;
  }
  const TimeReading* reading(Slot slot) const { return readings[static_cast<size_t>(slot)]; }
};

}  // namespace dateline
