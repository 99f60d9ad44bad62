// The sentence splitter: where in a block one sentence ends and the next begins.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"
#include "token/token.h"

namespace dateline {

/// The sentences of the tokens of one block (a range into `tokens`), ascending and together covering the range; no one
/// is longer than kLongestSentence tokens. Linear.
std::vector<IndexRange> split_sentences(std::string_view text, const std::vector<Token>& tokens, IndexRange block);

inline constexpr uint32_t kLongestSentence = 400;

}  // namespace dateline
