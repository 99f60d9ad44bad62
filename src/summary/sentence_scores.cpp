#include "summary/sentence_scores.h"

namespace dateline {

std::vector<ScoredSentence> score_sentences(const Document&, const EntityAnalysis&, const std::vector<TimelineEvent>&,
                                            const std::vector<Quote>&, const std::vector<Figure>&,
                                            const std::vector<Keyphrase>&) {
  return {};
}

}  // namespace dateline
