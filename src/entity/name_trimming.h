// What the tagger takes into a name though it is none of it: the office before a full name ("Justice Ann Lee"), a
// second body behind an "and", a result behind a team ("Pumas 16-16"); and stock symbols, which name nobody.
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names without such words; two bodies that the article or the lexicons also name apart become two names, symbols
/// in brackets ("(NVK.OL)", "(NYSE: F)") none. In text order, not overlapping. Linear.
std::vector<Name> with_trimmed_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
