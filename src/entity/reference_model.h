// Weights of the pronoun features: one number for each feature and class of pronouns. Learnt from annotated articles
// by src/training/coreference, kept as a table that can be read.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "entity/reference_features.h"

namespace dateline {

/// A pronoun and what may be meant.
struct ReferenceQuestion {
  PronounClass pronoun = PronounClass::kHe;
  uint32_t token = 0;
  std::vector<uint32_t> others;      // pronouns that the answer holds for too
  std::vector<uint32_t> entities;    // candidates, the latest first
  std::vector<Features> candidates;  // their features
  Features none;                     // of there being no antecedent
};

class ReferenceModel {
 public:
  using Row = std::array<double, kPronounClasses>;

  /// All weights zero.
  ReferenceModel() : rows_(feature_count()) {}
  /// From the text of a table: the feature's name, then a weight in hundredths for he, she, it, they. Features that
  /// it does not have weigh nothing.
  explicit ReferenceModel(std::string_view table);

  /// The embedded weights.
  static const ReferenceModel& instance();

  double score(const Features& features, PronounClass pronoun) const;

  /// The best candidate's place in `entities`; entities.size() where none is better than no antecedent. An entity must
  /// be likelier than all unnamed candidates and none together, by `caution` (in log odds).
  size_t choose(const ReferenceQuestion& question, double caution) const;

  Row& operator[](size_t feature) { return rows_[feature]; }
  const Row& operator[](size_t feature) const { return rows_[feature]; }
  std::string table() const;

 private:
  std::vector<Row> rows_;
};

}  // namespace dateline
