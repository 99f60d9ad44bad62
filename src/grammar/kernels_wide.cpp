#include "grammar/kernels_wide.h"

#if defined(__AVX2__)
#include <immintrin.h>

#include <cstring>
#endif

namespace dateline::wide {

#if defined(__AVX2__)

namespace {

struct Vectors {
  using Type = __m256i;
  static constexpr size_t kLanes = 16;
  static Type zero() { return _mm256_setzero_si256(); }
  static Type repeat(int16_t x) { return _mm256_set1_epi16(x); }
  static Type load(const int16_t* from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)); }
  static void store(int16_t* to, Type x) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x); }
  static void store_32(int32_t* to, Type x) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x); }
  static Type repeat_pair(const int16_t* from) {
    int32_t pair = 0;
    std::memcpy(&pair, from, sizeof(pair));
    return _mm256_set1_epi32(pair);
  }
  static Type add_pair_products(Type sum, Type a, Type b) {
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
    __asm__("" : "+x"(sum));  // add at once: GCC would first make all products, and the sums would leave the registers
    return sum;
  }
  static Type add(Type a, Type b) { return _mm256_adds_epi16(a, b); }
  static Type subtract(Type a, Type b) { return _mm256_subs_epi16(a, b); }
  static Type larger(Type a, Type b) { return _mm256_max_epi16(a, b); }
  static Type product(Type a, Type b) { return _mm256_mulhrs_epi16(a, b); }
  static void store_scaled(int16_t* to, Type sums, float scale, const int16_t* bias) {
    const __m256i x = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_set1_ps(scale)));
    const __m128i packed = _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
    const __m128i added = _mm_adds_epi16(packed, _mm_loadu_si128(reinterpret_cast<const __m128i*>(bias)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), added);
  }
};

namespace kernels {
#include "grammar/kernels.inc"
}  // namespace kernels

}  // namespace

bool available() {
  static const bool has = __builtin_cpu_supports("avx2");
  return has;
}

void multiply(const Panels& matrix, const int16_t* x, size_t x_stride, size_t rows, int32_t* out) {
  kernels::multiply(matrix, x, x_stride, rows, kernels::Sums{out, matrix.outputs});
}
void multiply_scaled(const Panels& matrix, const int16_t* x, size_t x_stride, size_t rows, const Scaling& scaling,
                     int16_t* out) {
  kernels::multiply(matrix, x, x_stride, rows, kernels::Scaled{out, matrix.outputs, scaling});
}
void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum) {
  kernels::add_rows(rows, count, width, sum);
}
void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown) {
  kernels::step_cell(gates, size, cell, shown);
}

#else

bool available() {
  return false;
}
void multiply(const Panels&, const int16_t*, size_t, size_t, int32_t*) {}
void multiply_scaled(const Panels&, const int16_t*, size_t, size_t, const Scaling&, int16_t*) {}
void add_rows(const int16_t* const*, size_t, size_t, int16_t*) {}
void step_cell(const int16_t*, size_t, int16_t*, int16_t*) {}

#endif

}  // namespace dateline::wide
