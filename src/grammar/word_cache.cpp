#include "grammar/word_cache.h"

namespace dateline {

void WordCache::trim() {
  if (numbers_.size() >= kMostEntries) numbers_.clear();
}

uint32_t WordCache::entry(const LexicalRows& rows) {
  uint64_t key = 0;
  for (uint32_t r = 0; r < rows.count; ++r) key = (key ^ (rows.rows[r] + 1)) * 0x9E3779B97F4A7C15ull;
  const auto [place, added] = numbers_.emplace(key, static_cast<uint32_t>(numbers_.size()));
  const uint32_t entry = place->second;
  if (!added) return entry;
  const size_t size = size_t{6} * network_.shape().first;
  if (entry >= values_.size() * kChunk) values_.emplace_back(kChunk * kEncoderWindow * size);
  int16_t* out = &values_[entry / kChunk][entry % kChunk * kEncoderWindow * size];
  for (uint32_t p = 0; p < kEncoderWindow; ++p) network_.project(p, rows, out + p * size);
  return entry;
}

}  // namespace dateline
