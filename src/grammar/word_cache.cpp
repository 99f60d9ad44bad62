#include "grammar/word_cache.h"

namespace dateline {

void WordCache::trim() {
  if (numbers_.size() >= kMostEntries) numbers_.clear();
}

uint32_t WordCache::entry(const Token& token) {
  uint64_t key = 0xCBF29CE484222325ull ^ static_cast<uint64_t>(token.shape);  // FNV-1a
  for (const char c : token.lower) key = (key ^ static_cast<uint8_t>(c)) * 0x100000001B3ull;
  const auto [place, added] = numbers_.try_emplace(key, static_cast<uint32_t>(numbers_.size()));
  if (added) add(lexical_rows(token, network_.row_of_word()), place->second);
  return place->second;
}

uint32_t WordCache::edge(uint32_t row) {
  const auto [place, added] = numbers_.try_emplace(row, static_cast<uint32_t>(numbers_.size()));
  if (added) {
    LexicalRows rows;
    rows.add(row);
    add(rows, place->second);
  }
  return place->second;
}

void WordCache::add(const LexicalRows& rows, uint32_t entry) {
  const size_t size = size_t{6} * network_.shape().first;
  if (entry >= values_.size() * kChunk) values_.emplace_back(kChunk * kEncoderWindow * size);
  int16_t* out = &values_[entry / kChunk][entry % kChunk * kEncoderWindow * size];
  for (uint32_t p = 0; p < kEncoderWindow; ++p) network_.project(p, rows, out + p * size);
}

}  // namespace dateline
