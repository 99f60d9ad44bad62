// Where the parser looks: the words, tags and labels around the top of the stack and the front of the buffer.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "grammar/network_shape.h"
#include "grammar/transitions.h"

namespace dateline {

inline constexpr uint32_t kParseWords = 4, kParseTags = 15, kParseLabels = 12, kParseNumbers = 9;
inline constexpr uint32_t kNumberRows = 16;  // small numbers: distances, counts, the sentence's marks

struct ParsedSentence {
  uint32_t words = 0;
  uint32_t marks = 0;          // sentence_marks()
  std::vector<uint32_t> tags;  // of the root, the words, and what lies behind them
};

/// What stands at the slots of a state.
struct ParseSlots {
  std::array<uint32_t, kParseWords> words;  // 1 …; 0 the root, words + 1 what lies behind, kNoWord none
  std::array<uint32_t, kParseTags + kParseLabels + kParseNumbers> items;  // of these groups in turn; kNoItem none
};

void parse_slots(const ParseState& state, const ParsedSentence& sentence, ParseSlots& out);

}  // namespace dateline
