// Times: expressions of date, time of day, duration and frequency, with their TimeML (TIMEX3) value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document.h"
#include "time/calendar.h"

namespace dateline {

enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };

/// How the value came about; an event inherits it as its basis.
enum class TimexBasis : uint8_t {
  kExplicit,  // the date stands there: "10 February 2016"
  kRelative,  // worked out from the reference date: "Wednesday", "last month"
  kAnaphoric  // worked out from an earlier date in the text: "the next day"
};

struct Timex {
  Span span;
  IndexRange tokens;
  TimexType type = TimexType::kDate;
  TimexBasis basis = TimexBasis::kExplicit;
  std::string value;               // TimeML: "2016-02-10", "2016-W06", "P3D", "PAST_REF", "XXXX-XX-XXT19:00" …
  std::string mod;                 // TimeML: APPROX, START, MID, END, MORE_THAN …; empty for none
  std::optional<Date> begin, end;  // the calendar days it covers, both or neither
};

/// What relative dates count from.
struct ReferenceDate {
  enum class Source : uint8_t { kGiven, kArticle, kNone };
  std::optional<Date> date;
  Source source = Source::kNone;
  std::optional<Span> span;  // where the article says it, for kArticle
};

/// The date given, else the article's own: "Published …" line, dateline, caption date, newest explicit date that the
/// story tells with its weekday or behind a handle, in this order of trust; else none. Never the machine's clock.
ReferenceDate find_reference_date(const Document& document, std::optional<Date> given);

/// All time expressions in text order, not overlapping. Without a reference date, relative ones keep an underspecified
/// value
/// ("XXXX-WXX-3") and cover no days. Linear.
std::vector<Timex> find_times(const Document& document, const ReferenceDate& reference);

const char* name_of(TimexType type);
const char* name_of(ReferenceDate::Source source);

}  // namespace dateline
