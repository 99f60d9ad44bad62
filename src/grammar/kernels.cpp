#include "grammar/kernels.h"

#include <algorithm>

#include "grammar/kernels_wide.h"
#include "grammar/vectors_narrow.h"

namespace dateline {
namespace narrow {
namespace {
#include "grammar/kernels.inc"
}  // namespace
}  // namespace narrow

PairMatrix::PairMatrix(const int8_t* values, uint32_t inputs, uint32_t outputs)
    : inputs_(inputs), outputs_(outputs), padded_((outputs + 7) / 8 * 8) {
  const size_t pair_count = (size_t{inputs} + 1) / 2;
  pairs_.assign(pair_count * padded_ * 2, 0);
  for (size_t o = 0; o < outputs; ++o) {
    const size_t first = o - o % kPanel, width = std::min(kPanel, padded_ - first);
    int16_t* panel = &pairs_[pair_count * first * 2];
    for (size_t i = 0; i < inputs; ++i) panel[(i / 2 * width + (o - first)) * 2 + i % 2] = values[i * outputs + o];
  }
}

void PairMatrix::multiply(const int16_t* x, size_t x_stride, size_t rows, int32_t* out) const {
  const Panels panels{pairs_.data(), (size_t{inputs_} + 1) / 2, padded_};
  if (wide::available()) return wide::multiply(panels, x, x_stride, rows, out);
  narrow::multiply(panels, x, x_stride, rows, narrow::Sums{out, padded_});
}

void PairMatrix::multiply_scaled(const int16_t* x, size_t x_stride, size_t rows, float scale, const int16_t* bias,
                                 int16_t* out) const {
  const Panels panels{pairs_.data(), (size_t{inputs_} + 1) / 2, padded_};
  const Scaling scaling{scale, bias};
  if (wide::available()) return wide::multiply_scaled(panels, x, x_stride, rows, scaling, out);
  narrow::multiply(panels, x, x_stride, rows, narrow::Scaled{out, padded_, scaling});
}

void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum) {
  wide::available() ? wide::add_rows(rows, count, width, sum) : narrow::add_rows(rows, count, width, sum);
}

void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown) {
  wide::available() ? wide::step_cell(gates, size, cell, shown) : narrow::step_cell(gates, size, cell, shown);
}

}  // namespace dateline
