#include "summary/choose_sentences.h"

#include <algorithm>
#include <cmath>

#include "summary/word_runs.h"

namespace dateline {
namespace {

constexpr double kRepetitionCost = 0.8;  // what a sentence loses all of whose terms have been told
constexpr double kFollows = 1.3;         // what one that leans on the sentence before it gains where that one is chosen
constexpr double kNearCopy = 0.85;       // the share of told terms above which a sentence hardly adds anything
constexpr double kCopyCost = 20;         // what it then loses, or where it shares a run of words: it comes last

/// The share of a sentence's terms that have been told, in rarity.
double told_share(const SummaryCandidate& candidate, const std::vector<bool>& told, const TermCounts& counts) {
  double mass = 0, known = 0;
  for (const uint32_t term : candidate.terms) {
    mass += counts.rarity[term];
    if (told[term]) known += counts.rarity[term];
  }
  return mass > 0 ? known / mass : 0;
}

}  // namespace

std::vector<ScoredSentence> choose_sentences(const std::vector<SummaryCandidate>& candidates,
                                             const std::vector<double>& scores, const TermCounts& counts) {
  std::vector<uint32_t> open(candidates.size());
  for (uint32_t i = 0; i < open.size(); ++i) open[i] = i;
  std::stable_sort(open.begin(), open.end(), [&](uint32_t a, uint32_t b) { return scores[a] > scores[b]; });
  if (open.size() > 3 * kMostSummarySentences) open.resize(3 * kMostSummarySentences);
  std::vector<bool> told(counts.rarity.size()), retold(candidates.size());
  std::vector<bool> taken(candidates.size());
  std::vector<ScoredSentence> chosen;
  double previous = 1;
  while (!open.empty() && chosen.size() < kMostSummarySentences) {
    size_t best = 0;
    double best_score = 0;
    for (size_t i = 0; i < open.size(); ++i) {
      const double share = told_share(candidates[open[i]], told, counts);
      double score = scores[open[i]] - kRepetitionCost * share;
      if (share > kNearCopy || retold[open[i]]) score -= kCopyCost;
      if (open[i] > 0 && taken[open[i] - 1]) score += kFollows * candidates[open[i]].dependence;
      if (i == 0 || score > best_score) {
        best = i;
        best_score = score;
      }
    }
    const SummaryCandidate& candidate = candidates[open[best]];
    for (const uint32_t term : candidate.terms) told[term] = true;
    taken[open[best]] = true;
    for (const uint32_t i : open) retold[i] = retold[i] || share_a_run(candidates[i].runs, candidate.runs);
    const double shown = 0.5 + 0.5 * best_score / (1 + std::abs(best_score));
    previous = std::min(previous, shown);
    chosen.push_back({candidate.sentence, previous});
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return chosen;
}

}  // namespace dateline
