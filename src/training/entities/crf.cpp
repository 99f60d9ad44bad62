#include "entities/crf.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::training {
namespace {

constexpr float kSmall = 1e-6F;

template <typename Row, typename Visit>
void for_features(const Chain& chain, size_t token, bool with_document, const Row* prefetch, const Visit& visit) {
  for (uint32_t i = token == 0 ? 0 : chain.ends[token - 1]; i < chain.ends[token]; ++i) {
    if (i + 12 < chain.features.size()) __builtin_prefetch(prefetch + chain.features[i + 12]);
    visit(chain.features[i]);
  }
  if (!with_document || chain.document_ends.empty()) return;
  for (uint32_t i = token == 0 ? 0 : chain.document_ends[token - 1]; i < chain.document_ends[token]; ++i) {
    visit(chain.document_features[i]);
  }
}

}  // namespace

Crf::Crf(size_t rows) : rows_(rows), active_(rows, 1) {}

void Crf::score(const Chain& chain, bool with_document) const {
  scores_.assign(chain.labels.size(), {});
  for (size_t i = 0; i < chain.labels.size(); ++i) {
    Wide sum = {};
    for_features(chain, i, with_document, rows_.data(), [&](uint32_t row) {
      if (!seen(row)) return;
      const Wide& w = rows_[row].weights;
      for (size_t label = 0; label < kWidth; ++label) sum[label] += w[label];
    });
    std::copy(sum.begin(), sum.begin() + kLabels, scores_[i].begin());
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

void Crf::find_potentials() {
  const size_t n = scores_.size();
  potentials_.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const float top = *std::max_element(scores_[i].begin(), scores_[i].end());
    for (size_t b = 0; b < kLabels; ++b) potentials_[i][b] = std::exp(std::max(scores_[i][b] - top, -40.0F));
  }
}

void Crf::learn(const Chain& chain, bool with_document, float rate) {
  const size_t n = chain.labels.size();
  dropout_now_ = dropout_;
  salt_ = salt_ * 1664525U + 1013904223U;
  score(chain, with_document);
  find_potentials();
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
    Wide gradient = {};
    float most = 0;
    for (size_t b = 0; b < kLabels; ++b) {
      gradient[b] = chain.weight * (gold_marginals_[i][b] - marginals_[i][b]);
      most = std::max(most, std::abs(gradient[b]));
    }
    if (most < 0.005F) continue;
    const float decay = decay_;
    for_features(chain, i, with_document, rows_.data(), [&](uint32_t index) {
      if (!seen(index)) return;
      Row row = rows_[index];
      for (size_t b = 0; b < kWidth; ++b) {
        const float g = gradient[b] - decay * row.weights[b];
        row.squares[b] += g * g;
        row.weights[b] += rate * g / std::sqrt(row.squares[b] + kSmall);
      }
      rows_[index] = row;
    });
  }
  for (size_t a = 0; a < kLabels; ++a) {
    for (size_t b = 0; b < kLabels; ++b) {
      const float g = chain.weight * (gold[a][b] - expected[a][b]);
      if (std::abs(g) < kSmall) continue;
      transition_squares_[a][b] += g * g;
      transitions_[a][b] += rate * g / std::sqrt(transition_squares_[a][b] + kSmall);
    }
  }
}

void Crf::remember() {
  sums_.resize(rows_.size());
  for (size_t row = 0; row < rows_.size(); ++row) {
    if (!active_[row]) continue;
    for (size_t b = 0; b < kLabels; ++b) sums_[row][b] += rows_[row].weights[b];
  }
  for (size_t a = 0; a < kLabels; ++a) {
    for (size_t b = 0; b < kLabels; ++b) transition_sums_[a][b] += transitions_[a][b];
  }
  ++remembered_;
}

void Crf::use_average() {
  if (remembered_ == 0) return;
  const float share = 1.0F / static_cast<float>(remembered_);
  for (size_t row = 0; row < rows_.size(); ++row) {
    for (size_t b = 0; b < kLabels; ++b) rows_[row].weights[b] = sums_[row][b] * share;
  }
  for (size_t a = 0; a < kLabels; ++a) {
    for (size_t b = 0; b < kLabels; ++b) transitions_[a][b] = transition_sums_[a][b] * share;
  }
}

Crf Crf::mean_of(std::vector<Crf> several) {
  Crf mean = std::move(several[0]);
  for (size_t k = 1; k < several.size(); ++k) {
    for (size_t row = 0; row < mean.rows_.size(); ++row) {
      for (size_t b = 0; b < kLabels; ++b) {
        mean.rows_[row].weights[b] += several[k].rows_[row].weights[b];
        mean.rows_[row].squares[b] += several[k].rows_[row].squares[b];
      }
    }
    for (size_t a = 0; a < kLabels; ++a) {
      for (size_t b = 0; b < kLabels; ++b) {
        mean.transitions_[a][b] += several[k].transitions_[a][b];
        mean.transition_squares_[a][b] += several[k].transition_squares_[a][b];
      }
    }
  }
  const float share = 1.0F / static_cast<float>(several.size());
  for (Row& row : mean.rows_) {
    for (size_t b = 0; b < kLabels; ++b) {
      row.weights[b] *= share;
      row.squares[b] *= share;
    }
  }
  for (size_t a = 0; a < kLabels; ++a) {
    for (size_t b = 0; b < kLabels; ++b) {
      mean.transitions_[a][b] *= share;
      mean.transition_squares_[a][b] *= share;
    }
  }
  return mean;
}

void Crf::add_hints(const Chain& chain, const HintScores& hints) {
  if (hints.empty() || chain.hints.empty()) return;
  for (size_t i = 0; i < scores_.size(); ++i) {
    for (size_t b = 0; b < kLabels; ++b) scores_[i][b] += hints[chain.hints[i]][b];
  }
}

std::vector<uint8_t> Crf::best_labels(const Chain& chain, bool with_document, const HintScores& hints) {
  dropout_now_ = 0;
  score(chain, with_document);
  add_hints(chain, hints);
  return best_path();
}

std::vector<uint16_t> Crf::likely_labels(const Chain& chain, bool with_document, const HintScores& hints, float least) {
  const std::vector<uint8_t> best = best_labels(chain, with_document, hints);
  find_potentials();
  std::array<Scores, kLabels> pairs = {};
  run(potentials_, marginals_, pairs);
  std::vector<uint16_t> likely(best.size());
  for (size_t i = 0; i < best.size(); ++i) {
    likely[i] = static_cast<uint16_t>(1U << best[i]);
    for (size_t b = 0; b < kLabels; ++b) {
      if (marginals_[i][b] >= least) likely[i] = static_cast<uint16_t>(likely[i] | 1U << b);
    }
  }
  return likely;
}

std::vector<uint8_t> Crf::best_path() const {
  const size_t n = scores_.size();
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
