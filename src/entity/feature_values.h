// Small numbers that features are made of.
#pragma once

#include <cstdint>
#include <string_view>

#include "token/token.h"

namespace dateline {

/// Mixes two numbers (the finaliser of MurmurHash3).
inline uint32_t mix(uint32_t a, uint32_t b) {
  uint32_t h = a * 0x9E3779B1U + b + 0x7F4A7C15U;
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  h ^= h >> 16;
  return h;
}

/// FNV-1a.
inline uint32_t text_hash(std::string_view text) {
  uint32_t h = 0x811C9DC5U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return h;
}

/// Of a word in bytes or a sentence in tokens: 0 to 3 as they are, then in four steps.
inline uint32_t length_class(size_t n) {
  return n <= 3 ? static_cast<uint32_t>(n) : n <= 6 ? 4 : n <= 10 ? 5 : n <= 20 ? 6 : 7;
}

inline bool has_capital(Shape shape) {
  return shape == Shape::kCapitalized || shape == Shape::kUpper || shape == Shape::kMixed;
}

}  // namespace dateline
