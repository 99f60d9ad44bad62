// Names whose type leaves no doubt, whatever the tagger makes of them: a place that opens a dateline, a body known by
// its full name and taken for a person ("Robert Koch Institute"), a company with its legal form ("Volta AG").
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names with those types; a company's name without the form ("Volta") has its type too, unless a person in the
/// text bears it. In text order, not overlapping. Linear.
std::vector<Name> with_settled_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
