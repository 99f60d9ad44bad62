// Names that the teller of a text is called by: "my father called me Muscles", "call me Ann". They are persons',
// whatever the tagger takes them for.
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// Whether what stands before a token calls the speaker by it: "call me", "they called me". Constant time.
bool is_called_here(const Document& document, uint32_t token);

/// The names, those after "call me" as persons', and the ones that were missed there: at most four capitalised words.
/// In text order, not overlapping. Linear.
std::vector<Name> with_called_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
