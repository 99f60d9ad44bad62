// What a network says of a sentence.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "grammar/transitions.h"

namespace dateline::training {

struct Tree {
  std::vector<uint32_t> heads, labels;  // from 1; 0 unused
};

struct Analysis {
  std::vector<uint32_t> tags;
  Tree tree;
};

/// The tree that a parser has built.
inline Tree tree_of(const ParseState& state) {
  Tree out;
  for (uint32_t w = 0; w <= state.words(); ++w) {
    out.heads.push_back(state.head(w));
    out.labels.push_back(state.label(w));
  }
  return out;
}

/// Which of `count` scores is the highest; the first of several.
inline uint32_t best_of(const float* scores, size_t count) {
  return static_cast<uint32_t>(std::max_element(scores, scores + count) - scores);
}

/// Scores -> how likely each is, summing to 1.
inline void softmax(const float* scores, size_t count, float* chances) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (size_t o = 0; o < count; ++o) sum += chances[o] = std::exp(scores[o] - top);
  for (size_t o = 0; o < count; ++o) chances[o] /= sum;
}

}  // namespace dateline::training
