// The name tagger's weights, as packed by the trainer: few features, a byte a weight.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entity/name_features.h"
#include "lexicon/weight_rows.h"

namespace dateline {

/// One number for each label. Sums of weights are whole numbers, so they are the same on every machine.
using LabelScores = std::array<int32_t, kLabels>;

class NameModel {
 public:
  /// From a packed model; empty (all weights 0) where the bytes are not one.
  explicit NameModel(std::string_view packed);

  /// Adds the weights of all these features.
  void add(const std::vector<FeatureId>& ids, LabelScores& scores) const;

  int32_t transition(uint8_t before, uint8_t label) const { return transitions_[before][label]; }

 private:
  static constexpr uint32_t kEmpty = 0xFFFFFFFF;
  size_t place(FeatureId id) const { return (id * 0x9E3779B1U) >> shift_; }

  /// A feature and its weights beside it, so that both are read at once.
  struct Slot {
    std::array<int8_t, kLabels> weights = {};
    std::array<int8_t, kRowWeights - kLabels - sizeof(uint32_t)> unused = {};
    uint32_t id = kEmpty;
  };
  static_assert(sizeof(Slot) == kRowWeights);

  std::vector<Slot> slots_;
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
