// "I" and "you" outside quotation marks: who speaks or writes the text, and to whom. (What stands inside quotation
// marks is its speaker's, whom the quotes stage knows: quote/quoted_first_person.h.)
#pragma once

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// Adds a mention for each "I", "my", "you" … whose meaning a sign tells (speaker_evidence.h), behind all others; their
/// `entity` is set, but the entities' lists of mentions are not. Nobody is guessed: a text that does not say who speaks
/// gets none. Linear.
void resolve_first_person(const Document& document, EntityAnalysis& analysis);

}  // namespace dateline
