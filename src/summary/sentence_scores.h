// Sentence scores: which sentences tell the story best, read together.
#pragma once

#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "event/timeline.h"
#include "figure/figure.h"
#include "quote/quote.h"
#include "summary/keyphrases.h"

namespace dateline {

struct ScoredSentence {
  uint32_t sentence = 0;
  double score = 0;
};

/// The sentences of the story in the order in which a reader should take them: each next one adds most to those before
/// it. Captions, credits, bylines and headlines are never among them. Linear in the text; at most
/// kMostSummarySentences.
std::vector<ScoredSentence> score_sentences(const Document& document, const EntityAnalysis& entities,
                                            const std::vector<TimelineEvent>& timeline,
                                            const std::vector<Quote>& quotes, const std::vector<Figure>& figures,
                                            const std::vector<Keyphrase>& keyphrases);

inline constexpr size_t kMostSummarySentences = 30;

}  // namespace dateline
