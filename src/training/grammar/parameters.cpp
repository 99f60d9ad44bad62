#include "training/grammar/parameters.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {

namespace {
constexpr float kMeanDecay = 0.9f, kSquareDecay = 0.998f;
constexpr float kAverageRate = 0.02f;  // every tenth update
}  // namespace

void Parameters::start(size_t rows, uint32_t row_width, float scale, Random& random, bool sparse) {
  width = row_width;
  value.resize(rows * width);
  for (float& v : value) v = (2 * random.uniform() - 1) * scale;
  gradient.assign(value.size(), 0.0f);
  mean_ = square_ = gradient;
  average_ = value;
  is_touched_.assign(sparse ? rows : 0, 0);
}

float* Parameters::touch(size_t index) {
  if (!is_touched_[index]) {
    is_touched_[index] = 1;
    touched_.push_back(static_cast<uint32_t>(index));
  }
  return &gradient[index * width];
}

void Parameters::step(size_t first, size_t last, float rate, float correction1, float correction2) {
  float* values = value.data();
  float* gradients = gradient.data();
  float* mean = mean_.data();
  float* square = square_.data();
  for (size_t i = first; i < last; ++i) {
    const float g = gradients[i];
    mean[i] = kMeanDecay * mean[i] + (1 - kMeanDecay) * g;
    square[i] = kSquareDecay * square[i] + (1 - kSquareDecay) * g * g;
    values[i] -= rate * (mean[i] * correction1) / (std::sqrt(square[i] * correction2) + 1e-6f);
    gradients[i] = 0;
  }
}

void Parameters::update(float rate, uint64_t updates) {
  const auto count = static_cast<float>(updates);
  const float c1 = 1 / (1 - std::pow(kMeanDecay, count)), c2 = 1 / (1 - std::pow(kSquareDecay, count));
  if (is_touched_.empty()) {
    step(0, value.size(), rate, c1, c2);
  } else {
    for (const uint32_t row : touched_) {
      step(size_t{row} * width, size_t{row + 1} * width, rate, c1, c2);
      is_touched_[row] = 0;
    }
    touched_.clear();
  }
  // The average follows every tenth update; before the first hundred it is the value itself.
  if (updates % 10 != 0) return;
  const float weight = updates < 100 ? 1.0f : std::max(kAverageRate, 20.0f / count);
  for (size_t i = 0; i < value.size(); ++i) average_[i] += weight * (value[i] - average_[i]);
}

}  // namespace dateline::training
