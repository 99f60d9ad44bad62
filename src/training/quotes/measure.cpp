#include "quotes/measure.h"

#include <algorithm>
#include <iostream>
#include <map>

#include "quote/cues.h"

namespace dateline::training {
namespace {

/// Right and wrong answers by score; the best F over all thresholds.
class Scores {
 public:
  void add(int32_t score, bool right) { (right ? by_score_[score].first : by_score_[score].second) += 1; }

  void print(const char* name, int gold) const {
    int right = 0, chosen = 0, best_right = 0, best_chosen = 1;
    int32_t threshold = 0;
    for (auto row = by_score_.rbegin(); row != by_score_.rend(); ++row) {
      right += row->second.first;
      chosen += row->second.first + row->second.second;
      if (1.0 * right / (chosen + gold) <= 1.0 * best_right / (best_chosen + gold)) continue;
      best_right = right;
      best_chosen = chosen;
      threshold = row->first;
    }
    std::cerr << name << ": P " << 100.0 * best_right / best_chosen << " R " << 100.0 * best_right / gold << " F "
              << 200.0 * best_right / (best_chosen + gold) << " from score " << threshold << " on\n";
  }

 private:
  std::map<int32_t, std::pair<int, int>> by_score_;
};

std::vector<uint32_t> words_in(const Document& document, const std::vector<IndexRange>& ranges) {
  std::vector<uint32_t> words;
  for (const IndexRange range : ranges) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (!document.token(i).is_punctuation()) words.push_back(i);
    }
  }
  return words;
}

std::vector<uint32_t> words_of(const Document& document, const Example& gold, QuoteRole role) {
  std::vector<uint32_t> words;
  for (size_t k = 0; k < gold.roles.size(); ++k) {
    const uint32_t token = gold.window.tokens[k];
    if (gold.roles[k] == role && !document.token(token).is_punctuation()) words.push_back(token);
  }
  return words;
}

/// Whether a claim is that of an annotated window from its first word to its last.
bool is_exact(const Document& document, const CueContent& claim, const Example& gold) {
  if (gold.window.tokens[gold.window.cue] != claim.cue_token) return false;
  const std::vector<uint32_t> mine = words_in(document, claim.content),
                              theirs = words_of(document, gold, QuoteRole::kContent);
  return !mine.empty() && !theirs.empty() && mine.front() == theirs.front() && mine.back() == theirs.back();
}

}  // namespace

void measure(const Articles& articles, const QuoteModel& model, bool judged) {
  Scores cues, claims, exact;
  int gold_cues = 0, windows = 0, starts = 0, ends = 0, both = 0, sources = 0;
  for (const auto& article : articles) {
    Reading& reading = *article->reading;
    const Document& document = article->document;
    weigh_cues(model, reading);
    for (uint32_t token = 0; token < reading.traits.size(); ++token) {
      if (article->ignored[token] || !may_be_cue(reading, token)) continue;
      cues.add(reading.cue_scores[token], article->is_cue[token] != 0);
      gold_cues += article->is_cue[token];
    }
    for (const Example& gold : article->examples) {
      const CueContent claim = content_of(reading, model, gold.window.tokens[gold.window.cue]);
      const std::vector<uint32_t> mine = words_in(document, claim.content), who = words_in(document, claim.source);
      const std::vector<uint32_t> theirs = words_of(document, gold, QuoteRole::kContent);
      const std::vector<uint32_t> source = words_of(document, gold, QuoteRole::kSource);
      if (theirs.empty()) continue;
      const bool start = !mine.empty() && mine.front() == theirs.front();
      const bool end = !mine.empty() && mine.back() == theirs.back();
      const bool named = std::find_first_of(who.begin(), who.end(), source.begin(), source.end()) != who.end();
      ++windows;
      starts += start ? 1 : 0;
      ends += end ? 1 : 0;
      both += start && end ? 1 : 0;
      sources += named || (who.empty() && source.empty()) ? 1 : 0;
    }
    for (const CueCandidate& cue : find_cues(reading, kLeastClaimCue)) {
      if (article->ignored[cue.token]) continue;
      const CueContent claim = content_of(reading, model, cue.token);
      if (claim.content.empty()) continue;
      const int32_t score = judged ? claim.score : claim.cue_score;
      claims.add(score, std::any_of(article->examples.begin(), article->examples.end(),
                                    [&](const Example& gold) { return agrees(document, claim, gold); }));
      exact.add(score, std::any_of(article->examples.begin(), article->examples.end(),
                                   [&](const Example& gold) { return is_exact(document, claim, gold); }));
    }
  }
  cues.print("cues", gold_cues);
  const auto share = [&](int count) { return 100.0 * count / windows; };
  std::cerr << "cue given: start " << share(starts) << " end " << share(ends) << " both " << share(both) << " source "
            << share(sources) << "\n";
  claims.print("claims, overlapping", windows);
  exact.print("claims, exact", windows);
}

}  // namespace dateline::training
