// Words that refer back to a named one: pronouns ("she", "its") and nominals ("the chancellor", "the company").
#pragma once

#include <vector>

#include "document.h"
#include "entity/descriptions.h"
#include "entity/entity.h"

namespace dateline {

/// Adds a mention for each pronoun and nominal that can be resolved, behind the names; their `entity` is set, but the
/// entities' lists of mentions are not. The candidates are the few entities mentioned last, so it is linear. The rules
/// are those of the classic accounts (Hobbs 1978; Lappin and Leass 1994): agreement first, then nearness, subjects
/// before others, the one spoken of most.
void resolve_references(const Document& document, const std::vector<Description>& descriptions,
                        EntityAnalysis& analysis);

}  // namespace dateline
