// A matrix and what becomes of its sums, as the kernels see them: plain, as code for different processors shares it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline {

inline constexpr size_t kPanel = 16;  // outputs

/// The numbers of a PairMatrix. Panels of kPanel outputs, the last perhaps narrower; in each [input / 2][output][2].
struct Panels {
  const int16_t* pairs;
  size_t pair_count, outputs;  // outputs: padded to a multiple of 8
};

/// Sums times `scale`, plus `bias`, within 16 bits.
struct Scaling {
  float scale;
  const int16_t* bias;
};

}  // namespace dateline
