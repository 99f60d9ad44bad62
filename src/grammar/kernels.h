// The loops that the network's time goes into, over rows of 16-bit numbers. Whole numbers and single rounded products:
// every platform gives the same bytes. Written once (kernels.inc) over a thin layer of the processor's vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

/// A matrix of small whole numbers, `inputs` × `outputs`, laid out for products: outputs filled up to a multiple of 8
/// and cut into panels (panels.h), so narrow that a panel stays in the first cache while all rows of x go by; in a
/// panel pairs of rows side by side.
class PairMatrix {
 public:
  PairMatrix() = default;
  /// From row-major numbers.
  PairMatrix(const int8_t* values, uint32_t inputs, uint32_t outputs);

  /// out[r][o] = sum over i of x[r][i] · matrix[i][o], for all padded outputs of `rows` rows. Rows of x are `x_stride`
  /// numbers apart and have inputs() numbers, filled up to an even count with any number. The sums must fit 32 bits.
  void multiply(const int16_t* x, size_t x_stride, size_t rows, int32_t* out) const;
  /// out[r][o] = the nearest whole number to scale times that sum, plus bias[o]; both within 16 bits.
  void multiply_scaled(const int16_t* x, size_t x_stride, size_t rows, float scale, const int16_t* bias,
                       int16_t* out) const;

  uint32_t inputs() const { return inputs_; }
  uint32_t outputs() const { return outputs_; }
  uint32_t padded_outputs() const { return padded_; }

 private:
  uint32_t inputs_ = 0, outputs_ = 0, padded_ = 0;
  std::vector<int16_t> pairs_;  // panel after panel: [input / 2][output of the panel][2]
};

/// sum += all rows in turn, `width` numbers each (a multiple of 16); stays within 16 bits at every step.
void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum);

/// One step of a quasi-recurrent layer in one direction. `gates` holds z, f and o before their curves, `size` numbers
/// each (a multiple of 16) in units of 1/kGateUnit; `cell` is the state, in and out; `shown` gets o · cell. Both in
/// 1/32768.
inline constexpr int kGateUnit = 2048;
void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown);

}  // namespace dateline
