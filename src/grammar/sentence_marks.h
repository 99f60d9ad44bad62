// What a sentence is like as a whole: how it ends, how much of it is capitalised.
#pragma once

#include <cstddef>
#include <cstdint>

#include "token/token.h"

namespace dateline {

inline constexpr uint32_t kSentenceMarks = 16;

/// A number below kSentenceMarks.
uint32_t sentence_marks(const Token* tokens, size_t count);

}  // namespace dateline
