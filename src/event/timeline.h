// The timeline: what happened, each event with the days on which it happened and how these are known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "quote/quote.h"
#include "time/timex.h"

namespace dateline {

enum class Precision : uint8_t { kYear, kQuarter, kMonth, kWeek, kDay, kTime, kInterval };
enum class Basis : uint8_t { kExplicit, kRelative, kContext };

inline constexpr uint32_t kNoTime = 0xFFFFFFFF;

struct TimelineEvent {
  Date begin;
  std::optional<Date> end;  // last day; none for an interval that is still open
  Precision precision = Precision::kDay;
  Basis basis = Basis::kExplicit;
  uint32_t time = kNoTime;  // index into the times; kNoTime where the date was carried over
  uint32_t sentence = 0;
  IndexRange trigger;  // tokens of its main word
  Span clause;         // the words that tell it
  std::string title;   // in the article's own words, at most about 12
  bool planned = false;
  std::vector<uint32_t> entities;  // participants and place, most salient first
};

/// Dated events, oldest first, coarse dates before the finer ones they contain; duplicates merged. Linear but for the
/// sort.
std::vector<TimelineEvent> build_timeline(const Document& document, const EntityAnalysis& entities,
                                          const std::vector<Timex>& times, const std::vector<Quote>& quotes,
                                          const ReferenceDate& reference);

const char* name_of(Precision precision);
const char* name_of(Basis basis);

}  // namespace dateline
