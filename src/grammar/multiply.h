// The one loop that the networks' time goes into: whole numbers times a matrix.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

/// A matrix of small whole numbers, `inputs` × `outputs`, laid out for multiply(): pairs of rows side by side, outputs
/// filled up to a multiple of 8.
class PairMatrix {
 public:
  PairMatrix() = default;
  /// From row-major numbers.
  PairMatrix(const int8_t* values, uint32_t inputs, uint32_t outputs);

  /// out[o] = sum over i of x[i] · matrix[i][o], for all padded outputs. x has inputs() numbers, filled up to an even
  /// count with any number. The sums must fit 32 bits. The same on every platform.
  void multiply(const int16_t* x, int32_t* out) const;

  uint32_t inputs() const { return inputs_; }
  uint32_t outputs() const { return outputs_; }
  uint32_t padded_outputs() const { return padded_; }

 private:
  uint32_t inputs_ = 0, outputs_ = 0, padded_ = 0;
  std::vector<int16_t> pairs_;  // [input / 2][output][2]
};

/// sum += all rows, number by number, `width` numbers each; wraps around at 16 bits.
void add_rows(const int16_t* const* rows, size_t count, uint32_t width, int16_t* sum);

}  // namespace dateline
