// A small random generator (xorshift64*), the same on every platform.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::training {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 1) {}
  uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1Dull;
  }
  /// From 0 up to, not with, 1.
  float uniform() { return static_cast<float>(next() >> 40) * (1.0f / 16777216.0f); }
  size_t below(size_t limit) { return static_cast<size_t>((next() >> 33) % limit); }

 private:
  uint64_t state_;
};

}  // namespace dateline::training
