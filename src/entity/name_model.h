// The name tagger's weights, as packed by the trainer: few features, a byte a weight.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entity/name_features.h"

namespace dateline {

/// One number for each label. Sums of weights are whole numbers, so they are the same on every machine.
using LabelScores = std::array<int32_t, kLabels>;

class NameModel {
 public:
  /// From a packed model; empty (all weights 0) where the bytes are not one.
  explicit NameModel(std::string_view packed);

  void add(FeatureId id, LabelScores& scores) const {
    for (size_t at = place(id);; at = (at + 1) & mask_) {
      const uint32_t key = keys_[at];
      if (key == kEmpty) return;
      if (key != id) continue;
      const int8_t* row = &weights_[at * kLabels];
      for (size_t label = 0; label < kLabels; ++label) scores[label] += row[label];
      return;
    }
  }

  int32_t transition(uint8_t before, uint8_t label) const { return transitions_[before][label]; }

 private:
  static constexpr uint32_t kEmpty = 0xFFFFFFFF;
  size_t place(FeatureId id) const { return (id * 0x9E3779B1U) >> shift_; }

  std::vector<uint32_t> keys_;
  std::vector<int8_t> weights_;
  size_t mask_ = 0;
  unsigned shift_ = 31;
  std::array<std::array<int32_t, kLabels>, kLabels> transitions_ = {};
};

/// What a model is made of, before it is packed.
struct NameWeights {
  struct Row {
    FeatureId id = 0;
    std::array<int8_t, kLabels> weights = {};
  };
  std::vector<Row> rows;  // by ascending id, each id once
  std::array<std::array<int32_t, kLabels>, kLabels> transitions = {};
};

/// The bytes of a model file: "DLN1", the number of rows, the transitions, then in four streams the gaps between ids (7
/// bits a byte, the highest bit says that more follow), which labels of a row have a weight, and the weights. Apart
/// like this they compress best.
std::string pack(const NameWeights& weights);

}  // namespace dateline
