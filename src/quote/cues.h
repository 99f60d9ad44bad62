// Cues: the words that report ("said", "according to", "his claim that"). Whether a word is one here is decided by a
// linear model over the word and its neighbours; the cue's other words ("also said in a statement") are found with its
// content (contents.h).
#pragma once

#include <cstdint>
#include <vector>

#include "quote/quote_model.h"
#include "quote/reading.h"

namespace dateline {

/// Scores are log odds in units of 1/kCueUnit.
inline constexpr int32_t kCueUnit = 16;

/// From what score on a word's window is read at all.
inline constexpr int32_t kLeastClaimCue = -28;

struct CueCandidate {
  uint32_t token = 0;
  int32_t score = 0;
};

/// Whether a token can be the main word of a cue at all: words but for small ones, and the colon.
bool may_be_cue(const Reading& reading, uint32_t token);

/// The log odds that a token is the main word of a cue. Constant time.
int32_t score_cue(const Reading& reading, const QuoteModel& model, uint32_t token);

/// Fills in the scores of all tokens and how likely each is a cue. Linear.
void weigh_cues(const QuoteModel& model, Reading& reading);

/// All candidates of at least a score, ascending by token, of a reading whose cues are weighed. Linear.
std::vector<CueCandidate> find_cues(const Reading& reading, int32_t least);

}  // namespace dateline
