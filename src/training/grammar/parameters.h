// A block of learnt numbers and how it learns: Adam (Kingma and Ba 2015), with an average over the steps beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "training/grammar/random.h"

namespace dateline::training {

struct Parameters {
  std::vector<float> value, gradient;
  uint32_t width = 0;  // of a row

  /// `scale`: of the first values, evenly spread around 0. In a `sparse` block only touched rows are updated.
  void start(size_t rows, uint32_t row_width, float scale, Random& random, bool sparse = false);

  float* row(size_t index) { return &value[index * width]; }
  /// The gradient of a row of a sparse block; the row learns at the next update.
  float* touch(size_t index);

  /// One step; gradients are 0 afterwards. `updates` counts from 1.
  void update(float rate, uint64_t updates);
  /// The average is what the values are now.
  void restart_average() { average_ = value; }
  /// Values and averages change places.
  void swap_average() { value.swap(average_); }

 private:
  void step(size_t first, size_t last, float rate, float correction1, float correction2);

  std::vector<float> mean_, square_, average_;
  std::vector<uint32_t> touched_;
  std::vector<uint8_t> is_touched_;
};

}  // namespace dateline::training
