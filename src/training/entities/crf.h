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
  std::vector<uint8_t> hints;     // of each token, where no label is gold
  float weight = 1;               // how much a step on this sentence counts
  uint32_t example = 0, sentence = 0;
};

/// What a hint adds to the scores of the labels.
using HintScores = std::vector<std::array<float, kLabels>>;

class Crf {
 public:
  explicit Crf(size_t rows);

  /// One step. `with_document` says whether the document features are seen.
  void learn(const Chain& chain, bool with_document, float rate);
  std::vector<uint8_t> best_labels(const Chain& chain, bool with_document, const HintScores& hints = {});

  /// The labels that are likely for each token, as bits: those of the best path, and those that have at least `least`
  /// of the probability. The chain's hints count.
  std::vector<uint16_t> likely_labels(const Chain& chain, bool with_document, const HintScores& hints, float least);

  float weight(uint32_t row, size_t label) const { return rows_[row].weights[label]; }

  /// Remembers the weights as they are now; use_average() replaces them by the average of all that are remembered
  /// (Polyak and Juditsky 1992). Single steps are noisy, the more so as features are left out at random.
  void remember();
  void use_average();
  /// The mean of several, learnt from the same rows: they differ in the order of their steps and in what was left out.
  static Crf mean_of(std::vector<Crf> several);
  const std::array<std::array<float, kLabels>, kLabels>& transitions() const { return transitions_; }

  void set_decay(float decay) { decay_ = decay; }  // L2 in each step
  /// The share of features that each step leaves out at random (Srivastava et al. 2014), so that none is relied on
  /// alone.
  void set_dropout(float share) { dropout_ = static_cast<uint32_t>(share * 65536.0F); }

  /// What is left out at random follows from the seed.
  void set_seed(uint32_t seed) { salt_ = seed; }

  /// Rows that are off are neither seen nor changed.
  void set_active(std::vector<uint8_t> active) { active_ = std::move(active); }

 private:
  using Scores = std::array<float, kLabels>;
  void score(const Chain& chain, bool with_document) const;
  void add_hints(const Chain& chain, const HintScores& hints);
  void find_potentials();
  std::vector<uint8_t> best_path() const;
  double run(const std::vector<Scores>& potentials, std::vector<Scores>& marginals,
             std::array<Scores, kLabels>& pairs) const;

  /// Weights and sums of squared gradients side by side, filled up to whole vectors of four: that is where the time is.
  static constexpr size_t kWidth = (kLabels + 3) / 4 * 4;
  using Wide = std::array<float, kWidth>;
  struct Row {
    Wide weights = {}, squares = {};
  };
  std::vector<Row> rows_;
  std::vector<Wide> sums_;
  std::array<std::array<float, kLabels>, kLabels> transition_sums_ = {};
  int remembered_ = 0;
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
