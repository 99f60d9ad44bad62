#include "grammar/multiply.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_SUITE("grammar/multiply") {
  TEST_CASE("a product is what the plain sums are, for every size") {
    uint32_t seed = 5;
    const auto next = [&] { return seed = seed * 1664525u + 1013904223u, static_cast<int>(seed >> 24) - 128; };
    for (const uint32_t inputs : {1u, 2u, 7u, 48u}) {
      for (const uint32_t outputs : {1u, 3u, 8u, 33u, 96u}) {
        std::vector<int8_t> values;
        for (uint32_t i = 0; i < inputs * outputs; ++i) values.push_back(static_cast<int8_t>(next()));
        std::vector<int16_t> x;
        for (uint32_t i = 0; i < inputs + 1; ++i) x.push_back(static_cast<int16_t>(next() * 90));
        const PairMatrix matrix(values.data(), inputs, outputs);
        std::vector<int32_t> out(matrix.padded_outputs());
        matrix.multiply(x.data(), out.data());
        for (uint32_t o = 0; o < outputs; ++o) {
          int32_t sum = 0;
          for (uint32_t i = 0; i < inputs; ++i) sum += x[i] * values[i * outputs + o];
          CHECK(out[o] == sum);
        }
      }
    }
  }
}

}  // namespace dateline
