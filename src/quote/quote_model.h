// The quote model: hashed weights in small integers, learnt by training/quotes. One table for cues, one for the labels
// of a cue's window, one for the steps between them, one for whole claims.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "lexicon/weight_rows.h"

namespace dateline {

/// What a word is to a cue: nothing, part of what was said, of who said it, or of the reporting words.
enum class QuoteRole : uint8_t { kNone, kContent, kSource, kCue };
inline constexpr size_t kRoles = 4;

using RoleScores = std::array<int32_t, kRoles>;  // one a role
using StepScores = RowSums;                      // [before * kRoles + here]
static_assert(kRoles * kRoles == kRowWeights);

/// Layout of the file: "DLQ2", then the number of bits of each table's index (cue, role, step, claim), then 4
/// bytes with the hash of the word classes it was learnt with, little end first, and 4 unused; then the tables: 2^bits
/// rows of 1, 4, 16 and 1 weights of a byte. A missing or broken file gives a model that knows nothing: all scores are
/// 0.
class QuoteModel {
 public:
  explicit QuoteModel(std::string_view file);

  bool empty() const { return cue_ == nullptr; }
  /// Of data/grammar/word_classes.model as it was when this was learnt (hash_of, grammar/word_classes.h). With other
  /// classes the weights mean nothing: the model is to be learnt again.
  uint32_t classes_hash() const { return classes_hash_; }

  int32_t cue_weight(uint32_t feature) const { return cue_[feature >> cue_shift_]; }
  int32_t claim_weight(uint32_t feature) const { return claim_[feature >> claim_shift_]; }
  void add_roles(uint32_t feature, RoleScores& scores) const {
    const int8_t* row = role_ + (feature >> role_shift_) * kRoles;
    for (size_t i = 0; i < kRoles; ++i) scores[i] += row[i];
  }
  /// For at most kMostRows features of a step; window_features() has about 35.
  void add_steps(uint32_t feature, StepScores& scores) const {
    add_row(step_ + (feature >> step_shift_) * kRowWeights, scores);
  }

 private:
  const int8_t* claim_ = nullptr;
  const int8_t* cue_ = nullptr;
  const int8_t* role_ = nullptr;
  const int8_t* step_ = nullptr;
  uint32_t classes_hash_ = 0;
  uint32_t claim_shift_ = 0, cue_shift_ = 0, role_shift_ = 0, step_shift_ = 0;
};

/// The embedded model.
const QuoteModel& quote_model();

}  // namespace dateline
