// The dependency parser: the moves of transitions.h, each chosen by a network that looks at a few places around it.
#pragma once

#include <vector>

#include "grammar/encoder.h"
#include "grammar/parse_slots.h"
#include "grammar/transitions.h"

namespace dateline {

/// Parses the sentences of one document, one after the other.
class Parser {
 public:
  explicit Parser(const Network& network) : network_(network) {}

  /// Every word's head and label, in the state returned (words from 1; head 0 is the root), for the sentence that the
  /// encoder has read. `marks` is the sentence's (sentence_marks). Linear.
  const ParseState& run(const Encoder& encoder, uint32_t marks);

 private:
  void fill_hidden(const Encoder& encoder);

  const Network& network_;
  ParseState state_;
  ParsedSentence sentence_;
  ParseSlots slots_;
  std::vector<int16_t> hidden_;
  std::vector<int32_t> sums_;
};

}  // namespace dateline
