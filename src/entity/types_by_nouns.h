// The noun that stands beside a name tells its type where the name itself does not: "the dam's operator, Ceran", "radio
// station Alba". The tagger takes an unknown single word for a person's.
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names, with those taken for persons' that a noun for a body stands beside as bodies'. Names that begin with a
/// known given name stay. Linear. Needs the document's grammar.
std::vector<Name> with_types_by_nouns(const Document& document, std::vector<Name> names);

}  // namespace dateline
