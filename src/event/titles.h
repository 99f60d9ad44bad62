// Titles: what an entry of the timeline is called.
#pragma once

#include <string>

#include "event/anchored.h"
#include "time/timex.h"

namespace dateline {

/// The clause in at most about 12 words of its own: without date, attribution, connecting words, and what is
/// subordinate behind the main part; never cut inside a phrase. Not empty.
std::string title_of(const Document& document, const Anchored& event, IndexRange clause,
                     const std::vector<Timex>& times);

}  // namespace dateline
