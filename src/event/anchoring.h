// Anchoring: which trigger each date belongs to.
#pragma once

#include <optional>
#include <vector>

#include "event/timeline.h"
#include "event/triggers.h"
#include "time/timex.h"

namespace dateline {

/// An event with its days, before it has a clause and a title.
struct Anchored {
  Trigger trigger;
  uint32_t sentence = 0;
  uint32_t time = kNoTime;
  uint32_t until = kNoTime;  // the end of a range ("from X to Y"); kNoTime for none
  Date begin;
  std::optional<Date> end;
  Precision precision = Precision::kDay;
  Basis basis = Basis::kExplicit;
};

/// The dated events of a document, in text order. `times` are ascending. Linear.
std::vector<Anchored> anchor_events(const Document& document, const std::vector<Timex>& times,
                                    const ReferenceDate& reference);

/// How fine the days of an expression are.
Precision precision_of(const Timex& time);

}  // namespace dateline
