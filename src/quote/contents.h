// Contents: given a cue, which words around it were said, which name who said it, and which belong to the cue.
//
// The words of the cue's sentence, and of the sentences that a quotation ties to it, get one role each. A linear model
// scores every role of a word and every step from one word's role to the next; the best sequence is found by Viterbi's
// algorithm (Lafferty, McCallum and Pereira 2001, with weights learnt by the averaged perceptron, Collins 2002).
#pragma once

#include <cstdint>
#include <vector>

#include "quote/quote_model.h"
#include "quote/reading.h"

namespace dateline {

/// The tokens that a cue's words are sought in, ascending. Long quotations are represented by their first and last
/// words. At most kLongestWindow tokens.
struct CueWindow {
  std::vector<uint32_t> tokens;
  uint32_t cue = 0;  // its place among them
};

inline constexpr size_t kLongestWindow = 160;

CueWindow window_of(const Reading& reading, uint32_t cue);

struct WindowScores {
  std::vector<RoleScores> roles;  // of each token of the window
  std::vector<StepScores> steps;  // from the token before to this one; the first row is unused
};

/// The best roles for a window; the cue's own token always has QuoteRole::kCue. With `needs_source`, the best in which
/// some token is QuoteRole::kSource. Linear in the window.
std::vector<QuoteRole> best_roles(const CueWindow& window, const WindowScores& scores, bool needs_source = false);

/// What belongs to one cue, as token ranges in text order.
struct CueContent {
  uint32_t cue_token = 0;
  int32_t cue_score = 0;  // log odds of the cue alone,
  int32_t score = 0;      // and of the whole, in 1/kCueUnit
  std::vector<IndexRange> content;
  std::vector<IndexRange> source;
  std::vector<IndexRange> cue;
};

/// The roles of the window around a cue of that score, as ranges, with the score of the whole. A stretch left out of
/// the window takes the role that stands on both sides.
CueContent content_of(const Reading& reading, const QuoteModel& model, uint32_t cue);

}  // namespace dateline
