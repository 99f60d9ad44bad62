// Names behind "Mr", "Ms", "Dr" and the like are persons', whatever the tagger takes them for ("Ms Finger"), unless a
// body or a product is called so as a whole ("Dr Pepper", "Mr Price Group").
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names, those behind a form of address as persons' and without it, and the ones that were missed there. In text
/// order, not overlapping. Linear. Needs the document's grammar.
std::vector<Name> with_addressed_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
