// A name that was found once is found again wherever the article repeats it. The tagger decides each sentence for
// itself: what it knows of the rest of the article only makes a label likelier.
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_tagger.h"

namespace dateline {

/// The names and, with the type that the same words mostly have, their other occurrences as proper nouns that touch no
/// name. Words that the article also writes in lower case are left alone, and so are those that were passed over much
/// more often than they were found. In text order, not overlapping. Linear. Needs the document's grammar.
std::vector<Name> with_repeated_names(const Document& document, std::vector<Name> names);

}  // namespace dateline
