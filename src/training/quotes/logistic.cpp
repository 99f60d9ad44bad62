#include "quotes/logistic.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "quote/cues.h"

namespace dateline::training {

std::vector<int8_t> learn_decision(const std::vector<uint32_t>& features, std::vector<Decision> examples, uint32_t bits,
                                   const Rates& rates) {
  constexpr int kRounds = 6;
  std::vector<float> weights(size_t{1} << bits, 0.0f), squares(weights.size(), 10.0f);
  std::mt19937 random(1);
  for (int round = 0; round < kRounds; ++round) {
    shuffle(examples, random);
    double loss = 0;
    for (const Decision& example : examples) {
      double score = 0;
      for (uint32_t i = example.first; i < example.last; ++i) score += static_cast<double>(weights[features[i]]);
      const double chance = 1 / (1 + std::exp(-score));
      loss -= std::log(std::max(1e-9, example.is_right ? chance : 1 - chance));
      const auto gradient = static_cast<float>(chance - (example.is_right ? 1 : 0));
      if (std::fabs(gradient) < 1e-3f) continue;
      for (uint32_t i = example.first; i < example.last; ++i) {
        float& weight = weights[features[i]];
        float& square = squares[features[i]];
        const float slope = gradient + rates.shrink * weight;
        square += slope * slope;
        weight -= rates.step * slope / std::sqrt(square);
      }
    }
    std::cerr << "round " << round << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
  }
  std::vector<int8_t> out(weights.size());
  for (size_t i = 0; i < weights.size(); ++i) {
    const double weight = static_cast<double>(weights[i]) * kCueUnit;
    out[i] = std::fabs(weight) < 1.5 ? int8_t{0} : rounded(weight);
  }
  return out;
}

}  // namespace dateline::training
