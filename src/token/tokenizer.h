// The tokenizer: words, numbers and punctuation after the Universal Dependencies conventions for English (EWT, GUM).
#pragma once

#include <string_view>
#include <vector>

#include "token/token.h"

namespace dateline {

/// Appends the tokens of text[block] in order. Together they cover all of the block but white space and invisible
/// characters at word edges. No token is longer than kLongestToken bytes. Linear.
void tokenize(std::string_view text, Span block, StringArena& arena, std::vector<Token>& tokens);

inline constexpr uint32_t kLongestToken = 1000;

}  // namespace dateline
