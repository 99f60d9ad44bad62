// Tense: whether the words around an expression tell of the past or of what is to come. It decides whether "Friday" is
// the last one or the next.
#pragma once

#include "document.h"

namespace dateline {

enum class Tense : uint8_t { kUnknown, kPast, kFuture };

/// The tense of the verb that governs a token: the nearest one in its clause, the one before it being preferred. Reads
/// at most 40 tokens of the sentence.
Tense tense_at(const Document& document, IndexRange sentence, IndexRange expression);

}  // namespace dateline
