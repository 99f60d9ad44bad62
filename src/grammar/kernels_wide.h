// The kernels for processors with vectors of 32 bytes (AVX2), in a file of their own as only they may use them.
#pragma once

#include "grammar/panels.h"

namespace dateline::wide {

/// Whether this processor has such vectors; the functions may be called only then.
bool available();

void multiply(const Panels& matrix, const int16_t* x, size_t x_stride, size_t rows, int32_t* out);
void multiply_scaled(const Panels& matrix, const int16_t* x, size_t x_stride, size_t rows, const Scaling& scaling,
                     int16_t* out);
void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum);
void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown);

}  // namespace dateline::wide
