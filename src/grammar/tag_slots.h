// Where the tagger looks: the words up to three places away, the two tags before, and what the sentence is like.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/network_shape.h"
#include "token/token.h"

namespace dateline {

inline constexpr int kTagWindow = 3;
inline constexpr uint32_t kTagWords = 2 * kTagWindow + 1, kTagHistory = 2;
inline constexpr uint32_t kSentenceMarks = 16;

/// What a sentence is like as a whole, below kSentenceMarks: how it ends, how much of it is capitalised.
uint32_t sentence_marks(const Token* tokens, size_t count);

/// The items of the network for the word at `position` of `size`: word i of the sentence is item 2 + i (items 0 and 1
/// are the edges), tag t is item tags_at + t, the marks are item marks_at. `tags` are those already given. Groups in
/// this order: words, tags, marks.
void tag_slots(uint32_t position, uint32_t size, const std::vector<uint32_t>& tags, uint32_t tags_at, uint32_t marks_at,
               std::vector<uint32_t>& items);

}  // namespace dateline
