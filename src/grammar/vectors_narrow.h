// The processor's vectors as the kernels see them: 16 bytes where there are such, single numbers elsewhere. add(), too,
// stays within 16 bits; product() is (a · b + 2^14) >> 15.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dateline::narrow {

#if defined(__wasm_simd128__)

struct Vectors {
  using Type = v128_t;
  static constexpr size_t kLanes = 8;
  static Type zero() { return wasm_i16x8_splat(0); }
  static Type repeat(int16_t x) { return wasm_i16x8_splat(x); }
  static Type load(const int16_t* from) { return wasm_v128_load(from); }
  static void store(int16_t* to, Type x) { wasm_v128_store(to, x); }
  static void store_32(int32_t* to, Type x) { wasm_v128_store(to, x); }
  static Type repeat_pair(const int16_t* from) { return wasm_v128_load32_splat(from); }
  static Type add_pair_products(Type sum, Type a, Type b) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(a, b)); }
  static Type add(Type a, Type b) { return wasm_i16x8_add_sat(a, b); }
  static Type subtract(Type a, Type b) { return wasm_i16x8_sub_sat(a, b); }
  static Type larger(Type a, Type b) { return wasm_i16x8_max(a, b); }
  static Type product(Type a, Type b) { return wasm_i16x8_q15mulr_sat(a, b); }
  static void store_scaled(int16_t* to, Type sums, float scale, const int16_t* bias) {
    const v128_t x = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sums), wasm_f32x4_splat(scale));
    const v128_t whole = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(x));
    const v128_t added = wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(whole, whole), wasm_v128_load64_zero(bias));
    wasm_v128_store64_lane(to, added, 0);
  }
};

#elif defined(__SSE2__)

struct Vectors {
  using Type = __m128i;
  static constexpr size_t kLanes = 8;
  static Type zero() { return _mm_setzero_si128(); }
  static Type repeat(int16_t x) { return _mm_set1_epi16(x); }
  static Type load(const int16_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
  static void store(int16_t* to, Type x) { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), x); }
  static void store_32(int32_t* to, Type x) { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), x); }
  static Type repeat_pair(const int16_t* from) {
    int32_t pair = 0;
    std::memcpy(&pair, from, sizeof(pair));
    return _mm_set1_epi32(pair);
  }
  static Type add_pair_products(Type sum, Type a, Type b) {
    sum = _mm_add_epi32(sum, _mm_madd_epi16(a, b));
    __asm__("" : "+x"(sum));  // as in kernels_wide.cpp
    return sum;
  }
  static Type add(Type a, Type b) { return _mm_adds_epi16(a, b); }
  static Type subtract(Type a, Type b) { return _mm_subs_epi16(a, b); }
  static Type larger(Type a, Type b) { return _mm_max_epi16(a, b); }
  static Type product(Type a, Type b) {
    const __m128i low = _mm_mullo_epi16(a, b), high = _mm_mulhi_epi16(a, b), half = _mm_set1_epi32(1 << 14);
    const auto shifted = [&](__m128i x) { return _mm_srai_epi32(_mm_add_epi32(x, half), 15); };
    return _mm_packs_epi32(shifted(_mm_unpacklo_epi16(low, high)), shifted(_mm_unpackhi_epi16(low, high)));
  }
  static void store_scaled(int16_t* to, Type sums, float scale, const int16_t* bias) {
    const __m128i whole = _mm_cvtps_epi32(_mm_mul_ps(_mm_cvtepi32_ps(sums), _mm_set1_ps(scale)));
    const __m128i half_of_bias = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(bias));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_adds_epi16(_mm_packs_epi32(whole, whole), half_of_bias));
  }
};

#else

struct Vectors {
  // Two numbers, so that a vector holds one sum of 32 bits.
  struct Type {
    int16_t x[2];
  };
  static constexpr size_t kLanes = 2;
  static int16_t bounded(int32_t x) { return static_cast<int16_t>(std::clamp(x, -32768, 32767)); }
  static Type zero() { return {{0, 0}}; }
  static Type repeat(int16_t x) { return {{x, x}}; }
  static Type load(const int16_t* from) { return {{from[0], from[1]}}; }
  static void store(int16_t* to, Type x) { std::memcpy(to, x.x, sizeof(x.x)); }
  static void store_32(int32_t* to, Type x) { std::memcpy(to, x.x, sizeof(x.x)); }
  static Type repeat_pair(const int16_t* from) { return load(from); }
  static Type add_pair_products(Type sum, Type a, Type b) {
    int32_t total = 0;
    std::memcpy(&total, sum.x, sizeof(total));
    total += a.x[0] * b.x[0] + a.x[1] * b.x[1];
    std::memcpy(sum.x, &total, sizeof(total));
    return sum;
  }
  static Type add(Type a, Type b) { return {{bounded(a.x[0] + b.x[0]), bounded(a.x[1] + b.x[1])}}; }
  static Type subtract(Type a, Type b) { return {{bounded(a.x[0] - b.x[0]), bounded(a.x[1] - b.x[1])}}; }
  static Type larger(Type a, Type b) { return {{std::max(a.x[0], b.x[0]), std::max(a.x[1], b.x[1])}}; }
  static int16_t product(int16_t a, int16_t b) { return bounded((a * b + (1 << 14)) >> 15); }
  static Type product(Type a, Type b) { return {{product(a.x[0], b.x[0]), product(a.x[1], b.x[1])}}; }
  static void store_scaled(int16_t* to, Type sums, float scale, const int16_t* bias) {
    int32_t sum = 0;
    std::memcpy(&sum, sums.x, sizeof(sum));
    const float value = std::nearbyint(static_cast<float>(sum) * scale);
    *to = bounded(static_cast<int32_t>(std::clamp(value, -32768.0f, 32767.0f)) + *bias);
  }
};

#endif

}  // namespace dateline::narrow
