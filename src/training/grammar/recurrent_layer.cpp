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

/// The gates z, f and o of one word, before their curves and then behind them; -> its cells and what they show.
void step_forward(uint32_t size, const float* __restrict before, float* __restrict z, float* __restrict f,
                  float* __restrict o, float* __restrict c, float* __restrict out) {
  for (uint32_t i = 0; i < size; ++i) {
    z[i] = bounded(z[i]);
    f[i] = gate(f[i]);
    o[i] = gate(o[i]);
    c[i] = f[i] * before[i] + (1 - f[i]) * z[i];
    out[i] = o[i] * c[i];
  }
}

/// `gates` and their gradient: z, f, o. `later`: what the words behind ask of the cells, in and out.
void step_backward(uint32_t size, const float* __restrict before, const float* __restrict gates,
                   const float* __restrict c, const float* __restrict dh, float* __restrict later,
                   float* __restrict gradient) {
  const float *z = gates, *f = z + size, *o = f + size;
  float *dz = gradient, *df = dz + size, *d_o = df + size;
  for (uint32_t i = 0; i < size; ++i) {
    const float dc = dh[i] * o[i] + later[i];
    d_o[i] = dh[i] * c[i] * gate_slope(o[i]);
    df[i] = dc * (before[i] - z[i]) * gate_slope(f[i]);
    dz[i] = z[i] > -1 && z[i] < 1 ? dc * (1 - f[i]) : 0;
    later[i] = dc * f[i];
  }
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
  const std::vector<float> none(size_, 0.0f);
  for (int direction = 0; direction < 2; ++direction) {
    const float* before = none.data();
    for (size_t step = 0; step < words; ++step) {
      const size_t t = direction ? words - 1 - step : step;
      float* z = &gates_[t * wide + static_cast<size_t>(direction) * 3 * size_];
      const size_t place = t * outputs() + static_cast<size_t>(direction) * size_;
      step_forward(size_, before, z, z + size_, z + 2 * size_, &cells_[place], &h[place]);
      before = &cells_[place];
    }
  }
}

void RecurrentLayer::backward(const std::vector<float>& x, const std::vector<float>& dh, std::vector<float>& dx) {
  const size_t wide = 6 * size_;
  gate_gradient_.resize(words_ * wide);
  const std::vector<float> none(size_, 0.0f);
  std::vector<float> later(size_);
  for (int direction = 0; direction < 2; ++direction) {
    std::fill(later.begin(), later.end(), 0.0f);
    for (size_t step = words_; step-- > 0;) {
      const size_t t = direction ? words_ - 1 - step : step;
      const size_t gates = t * wide + static_cast<size_t>(direction) * 3 * size_;
      const size_t place = t * outputs() + static_cast<size_t>(direction) * size_;
      const float* c = &cells_[place];
      const float* before = step == 0 ? none.data() : direction ? c + outputs() : c - outputs();
      step_backward(size_, before, &gates_[gates], c, &dh[place], later.data(), &gate_gradient_[gates]);
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
