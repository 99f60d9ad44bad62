// What words add to the first layer, worked out once for each word of a document: words come again.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "grammar/network.h"

namespace dateline {

/// Bounded: about ten megabytes.
class WordCache {
 public:
  explicit WordCache(const Network& network) : network_(network) {}

  /// To be called where no entry is in use any more, as between sentences.
  void trim();
  /// The entries of a token and of the sentence's edges (lexical::kLeftEdge, kRightEdge); valid until trim().
  uint32_t entry(const Token& token);
  uint32_t edge(uint32_t row);
  /// What it adds at a place of the window.
  const int16_t* contribution(uint32_t entry, uint32_t place) const {
    return &values_[entry / kChunk][(entry % kChunk * kEncoderWindow + place) * 6 * network_.shape().first];
  }

 private:
  static constexpr size_t kMostEntries = 4096, kChunk = 64;

  const Network& network_;
  void add(const LexicalRows& rows, uint32_t entry);

  std::unordered_map<uint64_t, uint32_t> numbers_;  // by what decides a token's rows, hashed
  std::vector<std::vector<int16_t>> values_;        // chunks of kChunk entries
};

}  // namespace dateline
