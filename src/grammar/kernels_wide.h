// The kernels for processors with vectors of 32 bytes (AVX2), in a file of their own as only they may use them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::wide {

/// Whether this processor has such vectors; the functions may be called only then.
bool available();

void multiply(const int16_t* x, size_t x_stride, size_t rows, const int16_t* pairs, size_t pair_count, size_t outputs,
              int32_t* out);
void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum);
void scale_to_16(const int32_t* sums, size_t count, float scale, int16_t* out);
void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown);

}  // namespace dateline::wide
