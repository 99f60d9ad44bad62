#include "grammar/kernels.h"

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
  pairs_.assign(static_cast<size_t>((inputs + 1) / 2) * padded_ * 2, 0);
  for (uint32_t i = 0; i < inputs; ++i) {
    for (uint32_t o = 0; o < outputs; ++o) {
      pairs_[(static_cast<size_t>(i / 2) * padded_ + o) * 2 + i % 2] = values[static_cast<size_t>(i) * outputs + o];
    }
  }
}

void PairMatrix::multiply(const int16_t* x, size_t x_stride, size_t rows, int32_t* out) const {
  const auto run = wide::available() ? wide::multiply : narrow::multiply;
  run(x, x_stride, rows, pairs_.data(), (inputs_ + 1) / 2, padded_, out);
}

void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum) {
  wide::available() ? wide::add_rows(rows, count, width, sum) : narrow::add_rows(rows, count, width, sum);
}

void scale_to_16(const int32_t* sums, size_t count, float scale, int16_t* out) {
  wide::available() ? wide::scale_to_16(sums, count, scale, out) : narrow::scale_to_16(sums, count, scale, out);
}

void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown) {
  wide::available() ? wide::step_cell(gates, size, cell, shown) : narrow::step_cell(gates, size, cell, shown);
}

}  // namespace dateline
