// Logistic regression over hashed features, by stochastic gradient descent with AdaGrad's steps (Duchi, Hazan and
// Singer 2011). Weights are log odds in 1/kCueUnit, rounded to a byte; small ones become 0.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace dateline::training {

/// Something to say yes or no to: a stretch of a list of features, and the answer.
struct Decision {
  uint32_t first = 0, last = 0;
  bool is_right = false;
};

struct Rates {
  float step = 0, shrink = 0;
};

/// 2^bits weights; each feature is the number of one.
std::vector<int8_t> learn_decision(const std::vector<uint32_t>& features, std::vector<Decision> examples, uint32_t bits,
                                   const Rates& rates);

template <class T>
void shuffle(std::vector<T>& items, std::mt19937& random) {
  for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

inline int8_t rounded(double weight) {
  return static_cast<int8_t>(std::lround(std::clamp(weight, -127.0, 127.0)));
}

}  // namespace dateline::training
