#include "entities/crf.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::training {
namespace {

constexpr float kSmall = 1e-6F;

template <typename Visit>
void for_features(const Chain& chain, size_t token, bool with_document, const Visit& visit) {
  for (uint32_t i = token == 0 ? 0 : chain.ends[token - 1]; i < chain.ends[token]; ++i) visit(chain.features[i]);
  if (!with_document || chain.document_ends.empty()) return;
  for (uint32_t i = token == 0 ? 0 : chain.document_ends[token - 1]; i < chain.document_ends[token]; ++i) {
    visit(chain.document_features[i]);
  }
}

}  // namespace

Crf::Crf(size_t rows) : weights_(rows * kLabels), squares_(rows * kLabels), active_(rows, 1) {}

void Crf::score(const Chain& chain, bool with_document) const {
  scores_.assign(chain.labels.size(), {});
  for (size_t i = 0; i < chain.labels.size(); ++i) {
    Scores& sum = scores_[i];
    for_features(chain, i, with_document, [&](uint32_t row) {
      if (!seen(row)) return;
      const float* w = &weights_[size_t{row} * kLabels];
      for (size_t label = 0; label < kLabels; ++label) sum[label] += w[label];
    });
  }
}

/// Forward and backward, each step scaled to sum 1. `pairs` gets the expected transitions added.
double Crf::run(const std::vector<Scores>& potentials, std::vector<Scores>& marginals,
                std::array<Scores, kLabels>& pairs) const {
  const size_t n = potentials.size();
  std::array<Scores, kLabels> step;
  for (uint8_t a = 0; a < kLabels; ++a) {
    for (uint8_t b = 0; b < kLabels; ++b) step[a][b] = may_follow(a, b) ? std::exp(transitions_[a][b]) : 0.0F;
  }
  marginals.assign(n, {});
  std::vector<Scores> backward(n);
  double log_sum = 0;
  std::vector<float> scale(n);
  for (size_t i = 0; i < n; ++i) {
    Scores& now = marginals[i];
    float total = 0;
    for (size_t b = 0; b < kLabels; ++b) {
      float sum = 0;
      if (i == 0) {
        sum = step[kOutside][b];
      } else {
        for (size_t a = 0; a < kLabels; ++a) sum += marginals[i - 1][a] * step[a][b];
      }
      now[b] = sum * potentials[i][b];
      total += now[b];
    }
    total = std::max(total, std::numeric_limits<float>::min());
    for (float& value : now) value /= total;
    scale[i] = total;
    log_sum += std::log(total);
  }
  backward[n - 1].fill(1);
  for (size_t i = n - 1; i-- > 0;) {
    for (size_t a = 0; a < kLabels; ++a) {
      float sum = 0;
      for (size_t b = 0; b < kLabels; ++b) sum += step[a][b] * potentials[i + 1][b] * backward[i + 1][b];
      backward[i][a] = sum / scale[i + 1];
    }
  }
  for (size_t b = 0; b < kLabels; ++b) pairs[kOutside][b] += marginals[0][b] * backward[0][b];
  for (size_t i = 1; i < n; ++i) {
    for (size_t a = 0; a < kLabels; ++a) {
      for (size_t b = 0; b < kLabels; ++b) {
        pairs[a][b] += marginals[i - 1][a] * step[a][b] * potentials[i][b] * backward[i][b] / scale[i];
      }
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t b = 0; b < kLabels; ++b) marginals[i][b] *= backward[i][b];
  }
  return log_sum;
}

void Crf::learn(const Chain& chain, bool with_document, float rate) {
  const size_t n = chain.labels.size();
  dropout_now_ = dropout_;
  salt_ = salt_ * 1664525U + 1013904223U;
  score(chain, with_document);
  potentials_.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const float top = *std::max_element(scores_[i].begin(), scores_[i].end());
    for (size_t b = 0; b < kLabels; ++b) potentials_[i][b] = std::exp(std::max(scores_[i][b] - top, -40.0F));
  }
  std::array<Scores, kLabels> expected = {}, gold = {};
  run(potentials_, marginals_, expected);
  if (chain.allowed.empty()) {
    gold_marginals_.assign(n, {});
    uint8_t before = kOutside;
    for (size_t i = 0; i < n; ++i) {
      gold_marginals_[i][chain.labels[i]] = 1;
      gold[before][chain.labels[i]] += 1;
      before = chain.labels[i];
    }
  } else {
    for (size_t i = 0; i < n; ++i) {
      for (size_t b = 0; b < kLabels; ++b) {
        if (!((chain.allowed[i] >> b) & 1U)) potentials_[i][b] = 0;
      }
    }
    run(potentials_, gold_marginals_, gold);
  }
  for (size_t i = 0; i < n; ++i) {
    Scores gradient;
    float most = 0;
    for (size_t b = 0; b < kLabels; ++b) {
      gradient[b] = gold_marginals_[i][b] - marginals_[i][b];
      most = std::max(most, std::abs(gradient[b]));
    }
    if (most < 0.005F) continue;
    for_features(chain, i, with_document, [&](uint32_t row) {
      if (!seen(row)) return;
      float* w = &weights_[size_t{row} * kLabels];
      float* s = &squares_[size_t{row} * kLabels];
      for (size_t b = 0; b < kLabels; ++b) {
        const float g = gradient[b] - decay_ * w[b];
        s[b] += g * g;
        w[b] += rate * g / std::sqrt(s[b] + kSmall);
      }
    });
  }
  for (size_t a = 0; a < kLabels; ++a) {
    for (size_t b = 0; b < kLabels; ++b) {
      const float g = gold[a][b] - expected[a][b];
      if (std::abs(g) < kSmall) continue;
      transition_squares_[a][b] += g * g;
      transitions_[a][b] += rate * g / std::sqrt(transition_squares_[a][b] + kSmall);
    }
  }
}

std::vector<uint8_t> Crf::best_labels(const Chain& chain, bool with_document) {
  dropout_now_ = 0;
  const size_t n = chain.labels.size();
  score(chain, with_document);
  constexpr float kNever = -1e30F;
  std::vector<std::array<uint8_t, kLabels>> from(n);
  Scores best = {};
  for (size_t i = 0; i < n; ++i) {
    Scores next;
    for (uint8_t b = 0; b < kLabels; ++b) {
      float top = kNever;
      for (uint8_t a = 0; a < kLabels; ++a) {
        if (!may_follow(a, b) || (i == 0 && a != kOutside)) continue;
        const float value = (i == 0 ? 0 : best[a]) + transitions_[a][b];
        if (value > top) {
          top = value;
          from[i][b] = a;
        }
      }
      next[b] = top + scores_[i][b];
    }
    best = next;
  }
  std::vector<uint8_t> labels(n);
  auto label = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = n; i-- > 0;) {
    labels[i] = label;
    label = from[i][label];
  }
  return labels;
}

}  // namespace dateline::training
