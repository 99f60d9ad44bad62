// Where the parser looks: the words, tags and labels around the top of the stack and the front of the buffer.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/network_shape.h"
#include "grammar/transitions.h"

namespace dateline {

inline constexpr uint32_t kParseWords = 13, kParseTags = 24, kParseLabels = 12, kParseNumbers = 9;
inline constexpr uint32_t kNumberRows = 16;  // small numbers: distances, counts, the sentence's marks

/// Where the items of a sentence stand: word w (1 …) is item w, the root item 0, what lies behind the last word item
/// words + 1; its tag is item tags_at + tags[w]; label l is labels_at + l, number k numbers_at + k.
struct ParseItems {
  uint32_t words = 0, tags_at = 0, labels_at = 0, numbers_at = 0;
  uint32_t marks = 0;          // sentence_marks()
  std::vector<uint32_t> tags;  // of the items 0 … words + 1
};

/// The items of the network at a state; groups in this order: words, tags, labels, numbers.
void parse_slots(const ParseState& state, const ParseItems& sentence, std::vector<uint32_t>& items);

}  // namespace dateline
