// Rows of small weights, as models keep them, and their sums: sixteen weights at once, in the vectors that GCC and
// Clang have for every processor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dateline {

inline constexpr size_t kRowWeights = 16;
/// As many rows may be added up as stay within 16 bits.
inline constexpr size_t kMostRows = 32767 / 128;

using RowSums = std::array<int16_t, kRowWeights>;

/// sums[i] += row[i], for the sixteen bytes at `row`.
inline void add_row(const void* row, RowSums& sums) {
  using Row = int8_t __attribute__((vector_size(kRowWeights)));
  using Sums = int16_t __attribute__((vector_size(2 * kRowWeights)));
  Row weights;
  Sums sum;
  std::memcpy(&weights, row, sizeof(weights));
  std::memcpy(&sum, sums.data(), sizeof(sum));
  sum += __builtin_convertvector(weights, Sums);
  std::memcpy(sums.data(), &sum, sizeof(sum));
}

}  // namespace dateline
