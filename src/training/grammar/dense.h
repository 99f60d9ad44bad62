// Products of dense matrices, row-major, widths a multiple of 16: what the learning programs spend their time on.
#pragma once

#include <cstddef>

namespace dateline::training {

/// c (n × m) += a (n × k, rows `a_stride` apart) · b (k × m).
void add_product(const float* a, size_t a_stride, size_t n, size_t k, const float* b, size_t m, float* c);

/// b_gradient (k × m) += aᵀ · c_gradient: what a product's right side learns.
void add_right_gradient(const float* a, size_t a_stride, size_t n, size_t k, const float* c_gradient, size_t m,
                        float* b_gradient);

/// a_gradient (n × k, rows `a_stride` apart) += c_gradient · bᵀ: what a product's left side learns.
void add_left_gradient(const float* c_gradient, size_t n, size_t m, const float* b, size_t k, float* a_gradient,
                       size_t a_stride);

}  // namespace dateline::training
