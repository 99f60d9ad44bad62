#include "grammar/word_cache.h"

#include <algorithm>

namespace dateline {

void WordCache::trim() {
  if (numbers_.size() >= kMostEntries) numbers_.clear();
}

uint32_t WordCache::entry(const Token& token) {
  uint64_t key = 0xCBF29CE484222325ull ^ static_cast<uint64_t>(token.shape);  // FNV-1a
  for (const char c : token.lower) key = (key ^ static_cast<uint8_t>(c)) * 0x100000001B3ull;
  const auto [place, added] = numbers_.try_emplace(key, static_cast<uint32_t>(numbers_.size()));
  if (added) network_.append_vector(lexical_rows(token, network_.row_of_word()), waiting_);
  return place->second;
}

uint32_t WordCache::edge(uint32_t row) {
  const auto [place, added] = numbers_.try_emplace(row, static_cast<uint32_t>(numbers_.size()));
  if (added) {
    LexicalRows rows;
    rows.add(row);
    network_.append_vector(rows, waiting_);
  }
  return place->second;
}

void WordCache::settle() {
  const size_t width = network_.shape().width, wide = size_t{6} * network_.shape().first;
  const size_t last = numbers_.size();
  size_t entry = last - waiting_.size() / width;
  for (const int16_t* x = waiting_.data(); entry < last;) {
    const size_t at = entry % kChunk, count = std::min(kChunk - at, last - entry);
    // Not filled with zeros first: every row is written before it is read.
    if (entry / kChunk == values_.size()) values_.emplace_back(new int16_t[kChunk * kEncoderWindow * wide]);
    int16_t* chunk = values_[entry / kChunk].get();
    for (uint32_t p = 0; p < kEncoderWindow; ++p) network_.project(p, x, count, chunk + (p * kChunk + at) * wide);
    entry += count;
    x += count * width;
  }
  waiting_.clear();
}

}  // namespace dateline
