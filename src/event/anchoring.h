// Anchoring: which trigger each date belongs to.
#pragma once

#include <vector>

#include "event/anchored.h"
#include "event/carrying.h"
#include "time/timex.h"

namespace dateline {

/// The dated events of a document, in text order. `times` are ascending. Linear.
std::vector<Anchored> anchor_events(const Document& document, const std::vector<Timex>& times,
                                    const ReferenceDate& reference);

/// All ways to carry a date over to the sentences that have none, for learning when to: see carrying.h.
std::vector<CarryCandidate> all_carry_candidates(const Document& document, const std::vector<Timex>& times,
                                                 const ReferenceDate& reference);

/// How fine the days of an expression are.
Precision precision_of(const Timex& time);

}  // namespace dateline
