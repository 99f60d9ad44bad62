// Names whose type leaves no doubt, whatever the tagger makes of them: a place that opens a dateline, a body known by
// its full name and taken for a person ("Robert Koch Institute").
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names with those types. In text order, not overlapping. Linear.
std::vector<Name> with_settled_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
