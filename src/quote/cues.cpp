#include "quote/cues.h"

#include "quote/cue_features.h"

namespace dateline {
namespace {

constexpr int32_t kNoCue = -100000;
constexpr int32_t kDoubtful = -40, kEven = -12, kSure = 16;  // where the steps of a chance lie

}  // namespace

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

void weigh_cues(const QuoteModel& model, Reading& reading) {
  reading.cue_scores.assign(reading.traits.size(), kNoCue);
  if (model.empty()) return;
  for (uint32_t token = 0; token < reading.traits.size(); ++token) {
    if (!may_be_cue(reading, token)) continue;
    const int32_t score = score_cue(reading, model, token);
    reading.cue_scores[token] = score;
    reading.traits[token].chance = score < kDoubtful ? 0 : score < kEven ? 1 : score < kSure ? 2 : 3;
  }
}

std::vector<CueCandidate> find_cues(const Reading& reading, int32_t least) {
  std::vector<CueCandidate> cues;
  for (uint32_t token = 0; token < reading.cue_scores.size(); ++token) {
    if (reading.cue_scores[token] >= least) cues.push_back({token, reading.cue_scores[token]});
  }
  return cues;
}

}  // namespace dateline
