// Noun phrases: a noun with what stands before it and describes it, without articles, owners, numbers and what follows
// "of".
#pragma once

#include <vector>

#include "document.h"

namespace dateline {

/// The noun phrases of the story's running text, in text order, not overlapping, by its dependency trees: each noun
/// that heads a phrase, with the adjectives and nouns right before it that hang on it. A phrase longer than four words
/// keeps its last four. Empty where the grammar has not been worked out. Linear.
std::vector<IndexRange> find_noun_phrases(const Document& document);

}  // namespace dateline
