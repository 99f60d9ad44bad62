#include "summary/sentence_scores.h"

#include "lexicon/resource.h"
#include "summary/choose_sentences.h"
#include "summary/sentence_features.h"
#include "summary/sentence_model.h"

namespace dateline {
namespace {

const SentenceModel& model() {
  static const SentenceModel instance{resource("data/summary/sentence_weights.tsv")};
  return instance;
}

}  // namespace

std::vector<ScoredSentence> score_sentences(const Document& document, const EntityAnalysis& entities,
                                            const std::vector<TimelineEvent>& timeline,
                                            const std::vector<Quote>& quotes, const std::vector<Figure>& figures,
                                            const std::vector<Keyphrase>& keyphrases) {
  const TermCounts counts = count_terms(document);
  const auto candidates = summary_candidates({document, entities, timeline, quotes, figures, keyphrases}, counts);
  std::vector<double> scores;
  scores.reserve(candidates.size());
  for (const SummaryCandidate& candidate : candidates) scores.push_back(model().score(candidate.features));
  return choose_sentences(candidates, scores, counts);
}

}  // namespace dateline
