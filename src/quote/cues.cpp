#include "quote/cues.h"

#include "quote/cue_features.h"

namespace dateline {

bool may_be_cue(const Reading& reading, uint32_t token) {
  const Token& word = reading.document.token(token);
  if (word.is_word()) return true;
  return word.norm == ":";
}

int32_t score_cue(const Reading& reading, const QuoteModel& model, uint32_t token) {
  int32_t score = 0;
  cue_features(reading, token, [&](uint32_t feature) { score += model.cue_weight(feature); });
  return score;
}

std::vector<CueCandidate> find_cues(const Reading& reading, const QuoteModel& model, int32_t least) {
  std::vector<CueCandidate> cues;
  if (model.empty()) return cues;
  for (uint32_t token = 0; token < reading.traits.size(); ++token) {
    if (!may_be_cue(reading, token)) continue;
    const int32_t score = score_cue(reading, model, token);
    if (score >= least) cues.push_back({token, score});
  }
  return cues;
}

}  // namespace dateline
