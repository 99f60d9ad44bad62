// Products of 16-bit numbers are added in pairs by one instruction on every processor that matters here (pmaddwd, and
// i32x4.dot_i16x8_s in WebAssembly). Sums of whole numbers do not depend on their order, so all ways give the same
// bytes.
#include "grammar/multiply.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace dateline {

PairMatrix::PairMatrix(const int8_t* values, uint32_t inputs, uint32_t outputs)
    : inputs_(inputs), outputs_(outputs), padded_((outputs + 7) / 8 * 8) {
  pairs_.assign(static_cast<size_t>((inputs + 1) / 2) * padded_ * 2, 0);
  for (uint32_t i = 0; i < inputs; ++i) {
    for (uint32_t o = 0; o < outputs; ++o) {
      pairs_[(static_cast<size_t>(i / 2) * padded_ + o) * 2 + i % 2] = values[static_cast<size_t>(i) * outputs + o];
    }
  }
}

namespace {

struct Job {
  const int16_t* x;
  const int16_t* pairs;
  uint32_t pair_count, outputs;
  int32_t* out;
};

#if defined(__x86_64__)

__attribute__((target("avx2"))) void multiply_wide(const Job& job) {
  const auto pair_at = [&](uint32_t p) {
    return static_cast<int>(static_cast<uint16_t>(job.x[2 * p]) |
                            static_cast<uint32_t>(static_cast<uint16_t>(job.x[2 * p + 1])) << 16);
  };
  uint32_t o = 0;
  for (; o + 32 <= job.outputs; o += 32) {
    __m256i a = _mm256_setzero_si256(), b = a, c = a, d = a;
    for (uint32_t p = 0; p < job.pair_count; ++p) {
      const int pair = pair_at(p);
      const __m256i x = _mm256_set1_epi32(pair);
      const auto* row = reinterpret_cast<const __m256i*>(job.pairs + (static_cast<size_t>(p) * job.outputs + o) * 2);
      a = _mm256_add_epi32(a, _mm256_madd_epi16(x, _mm256_loadu_si256(row)));
      b = _mm256_add_epi32(b, _mm256_madd_epi16(x, _mm256_loadu_si256(row + 1)));
      c = _mm256_add_epi32(c, _mm256_madd_epi16(x, _mm256_loadu_si256(row + 2)));
      d = _mm256_add_epi32(d, _mm256_madd_epi16(x, _mm256_loadu_si256(row + 3)));
    }
    auto* out = reinterpret_cast<__m256i*>(job.out + o);
    _mm256_storeu_si256(out, a);
    _mm256_storeu_si256(out + 1, b);
    _mm256_storeu_si256(out + 2, c);
    _mm256_storeu_si256(out + 3, d);
  }
  for (; o + 16 <= job.outputs; o += 16) {
    __m256i a = _mm256_setzero_si256(), b = a;
    for (uint32_t p = 0; p < job.pair_count; ++p) {
      const __m256i x = _mm256_set1_epi32(pair_at(p));
      const auto* row = reinterpret_cast<const __m256i*>(job.pairs + (static_cast<size_t>(p) * job.outputs + o) * 2);
      a = _mm256_add_epi32(a, _mm256_madd_epi16(x, _mm256_loadu_si256(row)));
      b = _mm256_add_epi32(b, _mm256_madd_epi16(x, _mm256_loadu_si256(row + 1)));
    }
    auto* out = reinterpret_cast<__m256i*>(job.out + o);
    _mm256_storeu_si256(out, a);
    _mm256_storeu_si256(out + 1, b);
  }
  for (; o < job.outputs; o += 8) {
    __m256i a = _mm256_setzero_si256();
    for (uint32_t p = 0; p < job.pair_count; ++p) {
      const auto* row = reinterpret_cast<const __m256i*>(job.pairs + (static_cast<size_t>(p) * job.outputs + o) * 2);
      a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_set1_epi32(pair_at(p)), _mm256_loadu_si256(row)));
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(job.out + o), a);
  }
}

__attribute__((target("avx2"))) void add_rows_wide(const int16_t* const* rows, size_t count, uint32_t width,
                                                   int16_t* sum) {
  for (uint32_t h = 0; h + 64 <= width; h += 64) {
    auto* out = reinterpret_cast<__m256i*>(sum + h);
    __m256i a = _mm256_loadu_si256(out), b = _mm256_loadu_si256(out + 1);
    __m256i c = _mm256_loadu_si256(out + 2), d = _mm256_loadu_si256(out + 3);
    for (size_t r = 0; r < count; ++r) {
      const auto* row = reinterpret_cast<const __m256i*>(rows[r] + h);
      a = _mm256_add_epi16(a, _mm256_loadu_si256(row));
      b = _mm256_add_epi16(b, _mm256_loadu_si256(row + 1));
      c = _mm256_add_epi16(c, _mm256_loadu_si256(row + 2));
      d = _mm256_add_epi16(d, _mm256_loadu_si256(row + 3));
    }
    _mm256_storeu_si256(out, a);
    _mm256_storeu_si256(out + 1, b);
    _mm256_storeu_si256(out + 2, c);
    _mm256_storeu_si256(out + 3, d);
  }
}

bool is_wide() {
  static const bool wide = __builtin_cpu_supports("avx2");
  return wide;
}

#endif

#if defined(__wasm_simd128__)

void multiply_plain(const Job& job) {
  const auto pair_at = [&](uint32_t p) {
    return wasm_i32x4_splat(static_cast<int>(static_cast<uint16_t>(job.x[2 * p]) |
                                             static_cast<uint32_t>(static_cast<uint16_t>(job.x[2 * p + 1])) << 16));
  };
  uint32_t o = 0;
  for (; o + 16 <= job.outputs; o += 16) {
    v128_t a = wasm_i32x4_splat(0), b = a, c = a, d = a;
    for (uint32_t p = 0; p < job.pair_count; ++p) {
      const v128_t x = pair_at(p);
      const int16_t* row = job.pairs + (static_cast<size_t>(p) * job.outputs + o) * 2;
      a = wasm_i32x4_add(a, wasm_i32x4_dot_i16x8(x, wasm_v128_load(row)));
      b = wasm_i32x4_add(b, wasm_i32x4_dot_i16x8(x, wasm_v128_load(row + 8)));
      c = wasm_i32x4_add(c, wasm_i32x4_dot_i16x8(x, wasm_v128_load(row + 16)));
      d = wasm_i32x4_add(d, wasm_i32x4_dot_i16x8(x, wasm_v128_load(row + 24)));
    }
    wasm_v128_store(job.out + o, a);
    wasm_v128_store(job.out + o + 4, b);
    wasm_v128_store(job.out + o + 8, c);
    wasm_v128_store(job.out + o + 12, d);
  }
  for (; o < job.outputs; o += 4) {
    v128_t a = wasm_i32x4_splat(0);
    for (uint32_t p = 0; p < job.pair_count; ++p) {
      const int16_t* row = job.pairs + (static_cast<size_t>(p) * job.outputs + o) * 2;
      a = wasm_i32x4_add(a, wasm_i32x4_dot_i16x8(pair_at(p), wasm_v128_load(row)));
    }
    wasm_v128_store(job.out + o, a);
  }
}

#else

void multiply_plain(const Job& job) {
  for (uint32_t o = 0; o < job.outputs; ++o) job.out[o] = 0;
  for (uint32_t p = 0; p < job.pair_count; ++p) {
    const int16_t x0 = job.x[2 * p], x1 = job.x[2 * p + 1];
    const int16_t* row = job.pairs + static_cast<size_t>(p) * job.outputs * 2;
#if defined(__x86_64__)
    const __m128i x = _mm_set1_epi32(
        static_cast<int>(static_cast<uint16_t>(x0) | static_cast<uint32_t>(static_cast<uint16_t>(x1)) << 16));
    for (uint32_t o = 0; o < job.outputs; o += 4) {
      auto* out = reinterpret_cast<__m128i*>(job.out + o);
      const __m128i r = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + 2 * o));
      _mm_storeu_si128(out, _mm_add_epi32(_mm_loadu_si128(out), _mm_madd_epi16(x, r)));
    }
#else
    for (uint32_t o = 0; o < job.outputs; ++o) job.out[o] += x0 * row[2 * o] + x1 * row[2 * o + 1];
#endif
  }
}

#endif

}  // namespace

void PairMatrix::multiply(const int16_t* x, int32_t* out) const {
  const Job job{x, pairs_.data(), (inputs_ + 1) / 2, padded_, out};
#if defined(__x86_64__)
  if (is_wide()) return multiply_wide(job);
#endif
  multiply_plain(job);
}

void add_rows(const int16_t* const* rows, size_t count, uint32_t width, int16_t* sum) {
  uint32_t done = 0;
#if defined(__x86_64__)
  if (is_wide()) {
    add_rows_wide(rows, count, width, sum);
    done = width / 64 * 64;
  }
#elif defined(__wasm_simd128__)
  for (; done + 32 <= width; done += 32) {
    v128_t a = wasm_v128_load(sum + done), b = wasm_v128_load(sum + done + 8);
    v128_t c = wasm_v128_load(sum + done + 16), d = wasm_v128_load(sum + done + 24);
    for (size_t r = 0; r < count; ++r) {
      const int16_t* row = rows[r] + done;
      a = wasm_i16x8_add(a, wasm_v128_load(row));
      b = wasm_i16x8_add(b, wasm_v128_load(row + 8));
      c = wasm_i16x8_add(c, wasm_v128_load(row + 16));
      d = wasm_i16x8_add(d, wasm_v128_load(row + 24));
    }
    wasm_v128_store(sum + done, a);
    wasm_v128_store(sum + done + 8, b);
    wasm_v128_store(sum + done + 16, c);
    wasm_v128_store(sum + done + 24, d);
  }
#endif
  if (done == width) return;
  for (size_t r = 0; r < count; ++r) {
    for (uint32_t h = done; h < width; ++h) sum[h] = static_cast<int16_t>(sum[h] + rows[r][h]);
  }
}

}  // namespace dateline
