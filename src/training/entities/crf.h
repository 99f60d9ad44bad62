// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), learnt sentence by sentence with
// AdaGrad (Duchi, Hazan and Singer 2011).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "entity/name_features.h"

namespace dateline::training {

/// A sentence as the learner sees it: the features of each token as rows of the weight table, its gold label, and the
/// labels that are right for it (bits): more than one where the gold does not say.
struct Chain {
  std::vector<uint32_t> features;
  std::vector<uint32_t> ends;  // of each token's features in `features`
  std::vector<uint32_t> document_features;
  std::vector<uint32_t> document_ends;
  std::vector<uint8_t> labels;
  std::vector<uint16_t> allowed;  // empty: only the gold label
  uint32_t example = 0, sentence = 0;
};

class Crf {
 public:
  explicit Crf(size_t rows);

  /// One step. `with_document` says whether the document features are seen.
  void learn(const Chain& chain, bool with_document, float rate);
  std::vector<uint8_t> best_labels(const Chain& chain, bool with_document);

  std::vector<float>& weights() { return weights_; }  // kLabels for each row
  const std::vector<float>& weights() const { return weights_; }
  const std::array<std::array<float, kLabels>, kLabels>& transitions() const { return transitions_; }

  void set_decay(float decay) { decay_ = decay; }  // L2 in each step
  /// The share of features that each step leaves out at random (Srivastava et al. 2014), so that none is relied on
  /// alone.
  void set_dropout(float share) { dropout_ = static_cast<uint32_t>(share * 65536.0F); }

  /// Rows that are off are neither seen nor changed.
  void set_active(std::vector<uint8_t> active) { active_ = std::move(active); }

 private:
  using Scores = std::array<float, kLabels>;
  void score(const Chain& chain, bool with_document) const;
  double run(const std::vector<Scores>& potentials, std::vector<Scores>& marginals,
             std::array<Scores, kLabels>& pairs) const;

  std::vector<float> weights_, squares_;
  std::array<std::array<float, kLabels>, kLabels> transitions_ = {}, transition_squares_ = {};
  std::vector<uint8_t> active_;
  float decay_ = 1e-6F;
  uint32_t dropout_ = 0, salt_ = 0;
  bool seen(uint32_t row) const {
    return active_[row] && (((row + salt_) * 0x9E3779B1U ^ salt_ * 0x85EBCA6BU) >> 16) >= dropout_now_;
  }
  uint32_t dropout_now_ = 0;
  mutable std::vector<Scores> scores_;
  std::vector<Scores> potentials_, marginals_, gold_marginals_;
};

}  // namespace dateline::training
