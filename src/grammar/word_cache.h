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
  /// The entry of a word; valid until trim().
  uint32_t entry(const LexicalRows& rows);
  /// Its contribution at a place of the window; valid until the next call of entry().
  const int16_t* contribution(uint32_t entry, uint32_t place) const {
    return &values_[entry / kChunk][(entry % kChunk * kEncoderWindow + place) * 6 * network_.shape().first];
  }

 private:
  static constexpr size_t kMostEntries = 4096, kChunk = 64;

  const Network& network_;
  std::unordered_map<uint64_t, uint32_t> numbers_;
  std::vector<std::vector<int16_t>> values_;  // chunks of kChunk entries
};

}  // namespace dateline
