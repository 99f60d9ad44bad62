// Nominals that a sentence itself equates with a name: appositions ("Ann Lee, a former mayor of Leeds, …") and
// predicates ("Ann Lee is a former mayor of Leeds"), read off the trees.
#pragma once

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// Adds a nominal mention for each, behind all others; their `entity` is set, but the entities' lists of mentions are
/// not. A phrase is at most kLongestPredicated tokens long and ends before a comma. Linear.
void add_predicated_nominals(const Document& document, EntityAnalysis& analysis);

inline constexpr uint32_t kLongestPredicated = 24;

}  // namespace dateline
