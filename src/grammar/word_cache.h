// What words add to the first layer, worked out once for each word of a document: words come again.
#pragma once

#include <cstdint>
#include <memory>
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
  /// Works out the entries that came since the last call, together: a matrix is read once for several words.
  void settle();
  /// What a settled entry adds at a place of the window.
  const int16_t* contribution(uint32_t entry, uint32_t place) const {
    return &values_[entry / kChunk][(place * kChunk + entry % kChunk) * size_t{6} * network_.shape().first];
  }

 private:
  static constexpr size_t kMostEntries = 4096, kChunk = 64;

  const Network& network_;
  std::unordered_map<uint64_t, uint32_t> numbers_;  // by what decides a token's rows, hashed
  std::vector<std::unique_ptr<int16_t[]>> values_;  // chunks of kChunk entries: a row for each, place by place
  std::vector<int16_t> waiting_;                    // vectors of the entries to be settled, the last of numbers_
};

}  // namespace dateline
