// Clauses and titles: the words that tell an event, and a short title made of them.
#pragma once

#include <string>

#include "event/anchoring.h"

namespace dateline {

/// The tokens of the clause in which an event is told: within its sentence, around its trigger, the date included.
IndexRange clause_of(const Document& document, const Anchored& event, const std::vector<Timex>& times);

/// The clause in at most about 12 words of its own: without date, attribution, connecting words, and what is
/// subordinate behind the main part; never cut inside a phrase. Not empty.
std::string title_of(const Document& document, const Anchored& event, IndexRange clause,
                     const std::vector<Timex>& times);

}  // namespace dateline
