#include "training/grammar/recurrent_layer.h"

#include <algorithm>
#include <cmath>

#include "training/grammar/dense.h"

namespace dateline::training {
namespace {

float gate(float x) {
  return std::min(std::max(0.25f * x + 0.5f, 0.0f), 1.0f);
}
float bounded(float x) {
  return std::min(std::max(x, -1.0f), 1.0f);
}
float gate_slope(float y) {
  return y > 0 && y < 1 ? 0.25f : 0.0f;
}

}  // namespace

RecurrentLayer::RecurrentLayer(uint32_t inputs, uint32_t window, uint32_t size, Random& random)
    : inputs_(inputs), window_(window), size_(size) {
  weights.start(size_t{window} * inputs, 6 * size, std::sqrt(3.0f / static_cast<float>(window * inputs)), random);
  bias.start(1, 6 * size, 0, random);
}

void RecurrentLayer::forward(const std::vector<float>& x, size_t words, std::vector<float>& h) {
  words_ = words;
  const size_t wide = 6 * size_;
  gates_.resize(words * wide);
  for (size_t t = 0; t < words; ++t) std::copy(bias.value.begin(), bias.value.end(), &gates_[t * wide]);
  for (uint32_t k = 0; k < window_; ++k) {
    add_product(x.data() + k * inputs_, inputs_, words, inputs_, weights.row(size_t{k} * inputs_), wide, gates_.data());
  }
  h.resize(words * outputs());
  cells_.resize(words * outputs());
  for (int direction = 0; direction < 2; ++direction) {
    const float* before = nullptr;
    for (size_t step = 0; step < words; ++step) {
      const size_t t = direction ? words - 1 - step : step;
      float* z = &gates_[t * wide + static_cast<size_t>(direction) * 3 * size_];
      float* f = z + size_;
      float* o = f + size_;
      const size_t place = t * outputs() + static_cast<size_t>(direction) * size_;
      float* c = &cells_[place];
      float* out = &h[place];
      for (uint32_t i = 0; i < size_; ++i) {
        z[i] = bounded(z[i]);
        f[i] = gate(f[i]);
        o[i] = gate(o[i]);
        c[i] = (before ? f[i] * before[i] : 0) + (1 - f[i]) * z[i];
        out[i] = o[i] * c[i];
      }
      before = c;
    }
  }
}

void RecurrentLayer::backward(const std::vector<float>& x, const std::vector<float>& dh, std::vector<float>& dx) {
  const size_t wide = 6 * size_;
  gate_gradient_.resize(words_ * wide);
  std::vector<float> later(size_);
  for (int direction = 0; direction < 2; ++direction) {
    std::fill(later.begin(), later.end(), 0.0f);
    for (size_t step = words_; step-- > 0;) {
      const size_t t = direction ? words_ - 1 - step : step;
      const size_t gates = t * wide + static_cast<size_t>(direction) * 3 * size_;
      const float* z = &gates_[gates];
      const float* f = z + size_;
      const float* o = f + size_;
      float* dz = &gate_gradient_[gates];
      float* df = dz + size_;
      float* d_o = df + size_;
      const size_t place = t * outputs() + static_cast<size_t>(direction) * size_;
      const float* c = &cells_[place];
      const size_t stride = outputs();
      const float* before = step == 0 ? nullptr : direction ? c + stride : c - stride;
      for (uint32_t i = 0; i < size_; ++i) {
        const float dc = dh[place + i] * o[i] + later[i];
        d_o[i] = dh[place + i] * c[i] * gate_slope(o[i]);
        df[i] = dc * ((before ? before[i] : 0) - z[i]) * gate_slope(f[i]);
        dz[i] = z[i] > -1 && z[i] < 1 ? dc * (1 - f[i]) : 0;
        later[i] = dc * f[i];
      }
    }
  }
  for (size_t t = 0; t < words_; ++t) {
    for (size_t i = 0; i < wide; ++i) bias.gradient[i] += gate_gradient_[t * wide + i];
  }
  for (uint32_t k = 0; k < window_; ++k) {
    const size_t first = size_t{k} * inputs_;
    add_right_gradient(x.data() + first, inputs_, words_, inputs_, gate_gradient_.data(), wide,
                       &weights.gradient[first * wide]);
    add_left_gradient(gate_gradient_.data(), words_, wide, weights.row(first), inputs_, dx.data() + first, inputs_);
  }
}

}  // namespace dateline::training
