// The two recurrent layers: every word of a sentence with what stands around it, and from that its tag.
//
// Quasi-recurrent networks (Bradbury et al. 2017), whose only step from word to word is element by element, so that all
// products of a sentence are made together.
#pragma once

#include <vector>

#include "grammar/word_cache.h"

namespace dateline {

/// Encodes the sentences of one document, one after the other.
class Encoder {
 public:
  explicit Encoder(const Network& network) : network_(network), cache_(network) {}

  /// Linear; holds about 3 kB a word.
  void run(const Token* tokens, size_t words);

  /// The numbers of the words' tags.
  const std::vector<uint32_t>& tags() const { return tags_; }
  /// What word `word` (from 0) adds to the parser's hidden layer at a word slot.
  const int16_t* context(uint32_t word, uint32_t slot) const {
    const NetworkShape& shape = network_.shape();
    return &contexts_[(size_t{word} * shape.word_slots + slot) * shape.hidden];
  }

 private:
  void first_layer(const Token* tokens, size_t words);
  void run_cells(size_t words, uint32_t size, std::vector<int16_t>& out);

  const Network& network_;
  WordCache cache_;
  std::vector<uint32_t> entries_, tags_;
  std::vector<int16_t> gates_, first_, second_, contexts_, cell_;
  std::vector<int32_t> sums_;
};

}  // namespace dateline
