// "I" and "you" outside quotation marks: who speaks or writes the text, and to whom. (What stands inside quotation
// marks is its speaker's, whom the quotes stage knows: quote/quoted_first_person.h.)
#pragma once

#include "document.h"
#include "entity/entity.h"
#include "entity/references.h"

namespace dateline {

/// Adds a mention for each "I", "my", "you" … whose meaning a label or the model tells, behind all others; their
/// `entity` is set, but the entities' lists of mentions are not. Each block is one question for "I" and one for "you":
/// which of the people who show the most signs of speaking (speaker_evidence.h), or nobody. The teller of a story full
/// of dialogue is nobody unless a sign tells. Linear.
void resolve_first_person(const Document& document, const ReferenceChooser& choose, EntityAnalysis& analysis);

}  // namespace dateline
