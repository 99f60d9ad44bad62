// Noun phrases: runs of nouns, names and the adjectives before them, without articles and what follows "of".
#pragma once

#include <vector>

#include "document.h"

namespace dateline {

/// Whether a word in lower case ends as verbs and adverbs do, and hardly ever nouns at the end of a phrase.
bool ends_like_verb(std::string_view lower);

/// The noun phrases of the story's running text, in text order, not overlapping; a phrase longer than four tokens keeps
/// its last four. By the grammar's tags where it has said them, else by form: words of the closed classes, common verbs
/// and marks end a phrase. Linear.
std::vector<IndexRange> find_noun_phrases(const Document& document);

}  // namespace dateline
