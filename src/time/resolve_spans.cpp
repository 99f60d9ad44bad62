// The operators of times of day, durations, frequencies and references without a date; and those that change another
// expression: "early 2015", "Friday morning".
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "time/governing_verb.h"
#include "time/resolver.h"
#include "time/units.h"
#include "time/value_days.h"

namespace dateline {
namespace {

constexpr std::string_view kParts[] = {"TMO", "TAF", "TEV", "TNI", "TDT", "TMI"};

int as_int(double value) {
  return static_cast<int>(std::lround(std::fmin(std::fmax(value, -1e6), 1e6)));
}

TimexType type_named(std::string_view name, TimexType otherwise) {
  if (name == "DATE") return TimexType::kDate;
  if (name == "TIME") return TimexType::kTime;
  if (name == "DURATION") return TimexType::kDuration;
  if (name == "SET") return TimexType::kSet;
  return otherwise;
}

/// The value without its part of day or time.
std::string day_part(const std::string& value) {
  return value.substr(0, value.find('T'));
}

}  // namespace

std::optional<TimeReading> Resolver::part(const Match& match) const {
  const int number = as_int(match.number(Slot::kPart));
  if (number < 0 || number >= static_cast<int>(std::size(kParts))) return std::nullopt;
  TimeReading reading;
  reading.type = TimexType::kTime;
  reading.grain = Grain::kPart;
  reading.basis = TimexBasis::kRelative;
  if (const TimeReading* base = match.reading(Slot::kBase)) {
    reading.value = day_part(base->value) + std::string(kParts[number]);
    reading.basis = base->basis;
    if (base->value.size() < 8) return std::nullopt;
    return reading;
  }
  std::string day = "XXXX-XX-XX";
  if (match.rule->type == "last") {  // the day told last in the sentence, else the reference date
    if (is_of_last_day(match)) {
      day = last_day_;
      reading.basis = TimexBasis::kAnaphoric;
    } else if (reference_) {
      day = to_iso(*reference_);
    }
  } else if (match.rule->type == "told" && anchor_ && anchor_grain_ <= Grain::kDay) {  // "the next morning"
    day = to_iso(add_days(*anchor_, as_int(match.number_or(Slot::kShift, 0))));
    reading.basis = TimexBasis::kAnaphoric;
  } else if (reference_) {
    day = to_iso(add_days(*reference_, as_int(match.number_or(Slot::kShift, 0))));
  }
  reading.value = day + std::string(kParts[number]);
  return reading;
}

std::optional<TimeReading> Resolver::clock(const Match& match) const {
  TimeReading reading;
  reading.type = TimexType::kTime;
  reading.grain = Grain::kClock;
  reading.basis = TimexBasis::kRelative;
  if (const TimeReading* from = match.reading(Slot::kFrom)) {  // a clock time and a day found apart
    const size_t at = from->value.find('T');
    const TimeReading* base = match.reading(Slot::kBase);
    if (at == std::string::npos || base == nullptr || base->value.size() < 8) return std::nullopt;
    std::string time = from->value.substr(at);
    // "eight o'clock on Thursday night"; at two o'clock it is night too
    const std::string_view part =
        std::string_view(base->value).substr(std::min(base->value.find('T'), base->value.size()));
    const int hour = std::atoi(time.substr(1, 2).c_str());
    const bool is_late = part == "TAF" || part == "TEV" || (part == "TNI" && hour >= 6);
    if (is_late && hour < 12) time.replace(1, 2, two_digits(hour + 12));
    reading.value = day_part(base->value) + time;
    reading.basis = base->basis;
    return reading;
  }
  int minutes = 0;
  if (match.has(Slot::kMinute)) {  // minutes since midnight
    minutes = as_int(match.number(Slot::kMinute));
  } else {
    minutes = as_int(match.number(Slot::kHour)) * 60;
  }
  if (match.has(Slot::kHalf)) {
    if (minutes >= 13 * 60 || minutes < 0) return std::nullopt;
    minutes = minutes % 720 + (match.number(Slot::kHalf) > 0 ? 720 : 0);
  }
  if (minutes < 0 || minutes > 24 * 60) return std::nullopt;
  std::string day = "XXXX-XX-XX";
  if (is_of_last_day(match)) {
    day = last_day_;
    reading.basis = TimexBasis::kAnaphoric;
  } else if (reference_) {
    day = to_iso(*reference_);
  }
  if (const TimeReading* base = match.reading(Slot::kBase)) {
    day = day_part(base->value);
    reading.basis = base->basis;
  }
  reading.value = day + "T" + two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  if (match.number_or(Slot::kZone, 0) > 0) reading.value += "Z";
  return reading;
}

std::optional<TimeReading> Resolver::duration(const Match& match) const {
  const int unit = as_int(match.number(Slot::kUnit));
  if (unit < 1 || unit > static_cast<int>(TimeUnit::kHalfYear)) return std::nullopt;
  TimeReading reading;
  reading.type = TimexType::kDuration;
  reading.grain = Grain::kDuration;
  reading.value = duration_value(static_cast<TimeUnit>(unit),
                                 match.number_or(Slot::kNumber, 1) + (match.has(Slot::kHalf) ? 0.5 : 0));
  return reading;
}

std::optional<TimeReading> Resolver::set(const Match& match) const {
  TimeReading reading;
  reading.type = TimexType::kSet;
  reading.grain = Grain::kSet;
  if (!match.rule->value.empty()) {
    reading.value = std::string(match.rule->value);
  } else if (match.has(Slot::kWeekday)) {
    reading.value = "XXXX-WXX-" + std::to_string(as_int(match.number(Slot::kWeekday)));
    if (match.has(Slot::kPart)) reading.value += kParts[as_int(match.number(Slot::kPart)) % 6];
  } else if (match.has(Slot::kMonth)) {
    reading.value = "XXXX-" + two_digits(as_int(match.number(Slot::kMonth)));
  } else if (match.has(Slot::kSeason)) {
    constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
    reading.value = "XXXX-" + std::string(kSeasons[(as_int(match.number(Slot::kSeason)) + 3) % 4]);
  } else if (match.has(Slot::kPart)) {
    reading.value = "XXXX-XX-XX" + std::string(kParts[as_int(match.number(Slot::kPart)) % 6]);
  } else if (match.has(Slot::kUnit)) {
    reading.value =
        duration_value(static_cast<TimeUnit>(as_int(match.number(Slot::kUnit))), match.number_or(Slot::kNumber, 1));
  } else {
    return std::nullopt;
  }
  return reading;
}

std::optional<TimeReading> Resolver::constant(const Match& match) const {
  TimeReading reading;
  reading.grain = Grain::kReference;
  reading.basis = TimexBasis::kRelative;
  reading.value = std::string(match.rule->value);
  if (match.rule->type == "ahead" && is_past_by_tree(document_, sentence_, match.tokens)) return std::nullopt;
  reading.type = type_named(match.rule->type, TimexType::kDate);
  if (reading.type == TimexType::kDuration) reading.grain = Grain::kDuration;
  if (match.rule->type == "none") reading.is_time = false;
  return reading;
}

std::optional<TimeReading> Resolver::modify(const Match& match) const {
  const TimeReading* base = match.reading(Slot::kBase);
  if (base == nullptr) return std::nullopt;
  TimeReading reading = *base;
  reading.type = type_named(match.rule->type, reading.type);
  return reading;
}

std::optional<TimeReading> Resolver::like(const Match& match) const {
  const TimeReading* base = match.reading(Slot::kBase);
  if (base == nullptr) return std::nullopt;
  TimeReading reading = *base;
  reading.type = type_named(match.rule->type, reading.type);
  return reading;
}

}  // namespace dateline
