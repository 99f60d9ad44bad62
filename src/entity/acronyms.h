// Long names explained by an acronym in brackets: "Syrian Observatory for Human Rights (SOHR)".
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// Where the words before a bracketed acronym have its letters as initials, they are one name, and the acronym is
/// another of the same type; names that the tagger made of parts of it give way. After Schwartz and Hearst (2003), on
/// whole words. At most 16 words are looked at for each bracket: linear.
std::vector<Name> with_explained_acronyms(const Document& document, std::vector<Name> names);

}  // namespace dateline
