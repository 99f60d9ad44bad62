// Titles: what an entry of the timeline is called.
#pragma once

#include <string>

#include "entity/entity.h"
#include "event/clauses.h"

namespace dateline {

/// A clause in at most about 12 of its own words: without date, quotation marks, brackets and the offices of persons
/// named, cut only where a phrase ends. Not empty.
std::string title_of(const Document& document, const DependencyTree& tree, const Anchored& event, const Clause& clause,
                     const std::vector<Timex>& times, const EntityAnalysis& entities);

}  // namespace dateline
