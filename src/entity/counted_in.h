// "We" where the text says whom it means: who speaks counts himself in with a group ("we Americans", "we, the people of
// Malta", "we as Germans").
#pragma once

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// Adds a mention for each "we", "us", "our" outside quotation marks of a text that counts its speaker in with one
/// group, behind all others; its `entity` is set, but the entity's list of mentions is not. Between quotation marks
/// only those of the same paragraph. Nothing where two groups are as often named so. Linear.
void resolve_counted_in(const Document& document, EntityAnalysis& analysis);

}  // namespace dateline
