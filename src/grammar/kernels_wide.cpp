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
  static Type add_pair_products(Type sum, Type a, Type b) { return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)); }
  static Type add(Type a, Type b) { return _mm256_adds_epi16(a, b); }
  static Type subtract(Type a, Type b) { return _mm256_subs_epi16(a, b); }
  static Type larger(Type a, Type b) { return _mm256_max_epi16(a, b); }
  static Type product(Type a, Type b) { return _mm256_mulhrs_epi16(a, b); }
  static Type scaled(const int32_t* from, float scale) {
    const auto eight = [&](const int32_t* at) {
      const __m256 x = _mm256_cvtepi32_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
      return _mm256_cvtps_epi32(_mm256_mul_ps(x, _mm256_set1_ps(scale)));
    };
    return _mm256_permute4x64_epi64(_mm256_packs_epi32(eight(from), eight(from + 8)), 0xD8);
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

void multiply(const int16_t* x, size_t x_stride, size_t rows, const int16_t* pairs, size_t pair_count, size_t outputs,
              int32_t* out) {
  kernels::multiply(x, x_stride, rows, pairs, pair_count, outputs, out);
}
void add_rows(const int16_t* const* rows, size_t count, size_t width, int16_t* sum) {
  kernels::add_rows(rows, count, width, sum);
}
void scale_to_16(const int32_t* sums, size_t count, float scale, int16_t* out) {
  kernels::scale_to_16(sums, count, scale, out);
}
void step_cell(const int16_t* gates, size_t size, int16_t* cell, int16_t* shown) {
  kernels::step_cell(gates, size, cell, shown);
}

#else

bool available() {
  return false;
}
void multiply(const int16_t*, size_t, size_t, const int16_t*, size_t, size_t, int32_t*) {}
void add_rows(const int16_t* const*, size_t, size_t, int16_t*) {}
void scale_to_16(const int32_t*, size_t, float, int16_t*) {}
void step_cell(const int16_t*, size_t, int16_t*, int16_t*) {}

#endif

}  // namespace dateline::wide
