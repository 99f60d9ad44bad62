// The model of the sentence scores: a network with one small hidden layer beside a linear part, its weights a readable
// table.
#pragma once

#include <string_view>
#include <vector>

#include "summary/sentence_features.h"

namespace dateline {

/// score = bias + w·f + Σ v_k · s(b_k + u_k·f), with s(x) = x / (1 + |x|), which every platform computes alike.
class SentenceModel {
 public:
  /// From the text of data/summary/sentence_weights.tsv: a line a unit, "linear" or "hidden", then its weights in
  /// thousandths: bias, (for hidden units) output weight, and one a feature in the order of the header line.
  explicit SentenceModel(std::string_view table);

  double score(const SentenceFeatures& features) const;

 private:
  struct Unit {
    double bias = 0, out = 0;
    std::array<double, kFeatures> weights{};
    double sum(const SentenceFeatures& features) const;
  };
  Unit linear_;
  std::vector<Unit> hidden_;
};

}  // namespace dateline
