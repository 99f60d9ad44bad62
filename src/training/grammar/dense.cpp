// Blocks of four rows by 64 columns stay in registers while the sums run.
#include "training/grammar/dense.h"

#include <cstring>

namespace dateline::training {
namespace {

constexpr size_t kLanes = 16;
typedef float Lanes __attribute__((vector_size(64), aligned(4)));

Lanes load(const float* from) {
  Lanes out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
void store(float* to, Lanes value) {
  std::memcpy(to, &value, sizeof(value));
}

float sum_of(Lanes value) {
  typedef float Half __attribute__((vector_size(32)));
  typedef float Quarter __attribute__((vector_size(16)));
  Half half[2];
  std::memcpy(half, &value, sizeof(half));
  half[0] += half[1];
  Quarter quarter[2];
  std::memcpy(quarter, half, sizeof(quarter));
  quarter[0] += quarter[1];
  return (quarter[0][0] + quarter[0][1]) + (quarter[0][2] + quarter[0][3]);
}

/// Rows × (Columns · 16) of c += sum over k of a(row, k) · b(k, columns). a(row, k) = a[row * row_step + k * k_step].
template <int Rows, int Columns>
inline void block(const float* a, size_t row_step, size_t k_step, size_t k, const float* b, size_t b_stride, float* c,
                  size_t c_stride) {
  Lanes sums[Rows][Columns];
  for (int r = 0; r < Rows; ++r) {
    for (int j = 0; j < Columns; ++j) sums[r][j] = load(c + r * c_stride + j * kLanes);
  }
  for (size_t i = 0; i < k; ++i) {
    Lanes row[Columns];
    for (int j = 0; j < Columns; ++j) row[j] = load(b + i * b_stride + j * kLanes);
    for (int r = 0; r < Rows; ++r) {
      const float value = a[r * row_step + i * k_step];
      for (int j = 0; j < Columns; ++j) sums[r][j] += value * row[j];
    }
  }
  for (int r = 0; r < Rows; ++r) {
    for (int j = 0; j < Columns; ++j) store(c + r * c_stride + j * kLanes, sums[r][j]);
  }
}

template <int Rows>
void rows_of(const float* a, size_t row_step, size_t k_step, size_t k, const float* b, size_t m, float* c) {
  size_t j = 0;
  for (; j + 4 * kLanes <= m; j += 4 * kLanes) block<Rows, 4>(a, row_step, k_step, k, b + j, m, c + j, m);
  for (; j + 2 * kLanes <= m; j += 2 * kLanes) block<Rows, 2>(a, row_step, k_step, k, b + j, m, c + j, m);
  for (; j < m; j += kLanes) block<Rows, 1>(a, row_step, k_step, k, b + j, m, c + j, m);
}

}  // namespace

void add_product(const float* a, size_t a_stride, size_t n, size_t k, const float* b, size_t m, float* c) {
  size_t i = 0;
  for (; i + 4 <= n; i += 4) rows_of<4>(a + i * a_stride, a_stride, 1, k, b, m, c + i * m);
  for (; i < n; ++i) rows_of<1>(a + i * a_stride, a_stride, 1, k, b, m, c + i * m);
}

void add_right_gradient(const float* a, size_t a_stride, size_t n, size_t k, const float* c_gradient, size_t m,
                        float* b_gradient) {
  size_t i = 0;
  for (; i + 4 <= k; i += 4) rows_of<4>(a + i, 1, a_stride, n, c_gradient, m, b_gradient + i * m);
  for (; i < k; ++i) rows_of<1>(a + i, 1, a_stride, n, c_gradient, m, b_gradient + i * m);
}

namespace {

/// Sums of products of Rows rows of c with Columns rows of b, `m` numbers each.
template <int Rows, int Columns>
inline void dots(const float* c, const float* b, size_t m, float* out, size_t out_stride) {
  Lanes sums[Rows][Columns] = {};
  for (size_t j = 0; j < m; j += kLanes) {
    Lanes left[Rows];
    for (int r = 0; r < Rows; ++r) left[r] = load(c + r * m + j);
    for (int k = 0; k < Columns; ++k) {
      const Lanes right = load(b + k * m + j);
      for (int r = 0; r < Rows; ++r) sums[r][k] += left[r] * right;
    }
  }
  for (int r = 0; r < Rows; ++r) {
    for (int k = 0; k < Columns; ++k) {
      out[r * out_stride + k] += sum_of(sums[r][k]);
    }
  }
}

template <int Rows>
void dots_with_all(const float* c, const float* b, size_t m, size_t k, float* out, size_t out_stride) {
  size_t row = 0;
  for (; row + 4 <= k; row += 4) dots<Rows, 4>(c, b + row * m, m, out + row, out_stride);
  for (; row < k; ++row) dots<Rows, 1>(c, b + row * m, m, out + row, out_stride);
}

}  // namespace

void add_left_gradient(const float* c_gradient, size_t n, size_t m, const float* b, size_t k, float* a_gradient,
                       size_t a_stride) {
  size_t i = 0;
  for (; i + 4 <= n; i += 4) dots_with_all<4>(c_gradient + i * m, b, m, k, a_gradient + i * a_stride, a_stride);
  for (; i < n; ++i) dots_with_all<1>(c_gradient + i * m, b, m, k, a_gradient + i * a_stride, a_stride);
}

}  // namespace dateline::training
