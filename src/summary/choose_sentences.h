// Choosing: the order in which a reader should take the scored sentences, so that each adds to those before it.
#pragma once

#include <vector>

#include "summary/sentence_features.h"
#include "summary/sentence_scores.h"

namespace dateline {

/// Maximal marginal relevance (Carbonell and Goldstein 1998), with the share of a sentence's terms, weighted by rarity,
/// that the chosen ones have already told; what shares eight words in a row with a chosen one tells it again; a
/// sentence that leans on the one before it gains where that one is chosen. `scores` is one a candidate, in the same
/// order. At most kMostSummarySentences, taken from the best three times as many; the scores of the result fall and lie
/// between 0 and 1. Linear but for one sort.
std::vector<ScoredSentence> choose_sentences(const std::vector<SummaryCandidate>& candidates,
                                             const std::vector<double>& scores, const TermCounts& counts);

}  // namespace dateline
