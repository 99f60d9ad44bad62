// Sentences as the learner sees them: features numbered, each a row of the weight table.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "entities/crf.h"
#include "entities/sources.h"

namespace dateline::training {

class FeatureTable {
 public:
  /// Numbers the features that occur `least` times or more in the sentences that are used.
  FeatureTable(const Sources& sources, int least);

  /// A chain for each sentence that is used, without document features.
  std::vector<Chain> chains(const Sources& sources) const;

  /// Adds the document features, from what learn_from_first_pass() was told.
  void add_document_features(const Example& example, Chain& chain);

  size_t rows() const { return ids_.size(); }
  FeatureId id(uint32_t row) const { return ids_[row]; }
  /// How often a row's feature was seen, at most 255; 255 for document features.
  uint32_t count(uint32_t row) const { return counts_[row]; }

 private:
  static constexpr uint32_t kNoRow = 0xFFFFFFFF;
  std::vector<uint32_t> row_of_;
  std::vector<FeatureId> ids_;
  std::vector<uint8_t> counts_;
};

/// The features of a token by id, as at run time, without those of the document.
void features_of(const Example& example, uint32_t token, std::vector<FeatureId>& ids);

}  // namespace dateline::training
