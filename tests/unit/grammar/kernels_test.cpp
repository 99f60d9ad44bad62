// The kernels give what plain loops give, so every processor's version gives the same bytes.
#include "grammar/kernels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

class Numbers {
 public:
  int next(int limit) {  // from -limit to limit
    seed_ = seed_ * 1664525u + 1013904223u;
    return static_cast<int>((seed_ >> 8) % (2 * static_cast<uint32_t>(limit) + 1)) - limit;
  }
  std::vector<int16_t> row(size_t count, int limit) {
    std::vector<int16_t> out;
    for (size_t i = 0; i < count; ++i) out.push_back(static_cast<int16_t>(next(limit)));
    return out;
  }

 private:
  uint32_t seed_ = 5;
};

int bounded(int x) {
  return std::clamp(x, -32768, 32767);
}
int product(int a, int b) {
  return (a * b + (1 << 14)) >> 15;
}

}  // namespace

TEST_SUITE("grammar/kernels") {
  TEST_CASE("a product is what the plain sums are, for every size and number of rows") {
    Numbers numbers;
    for (const uint32_t inputs : {1u, 2u, 7u, 48u}) {
      for (const uint32_t outputs : {1u, 3u, 16u, 33u, 96u}) {
        std::vector<int8_t> values;
        for (uint32_t i = 0; i < inputs * outputs; ++i) values.push_back(static_cast<int8_t>(numbers.next(127)));
        const PairMatrix matrix(values.data(), inputs, outputs);
        for (const size_t rows : {1u, 4u, 7u}) {
          const size_t stride = inputs + 3;
          const std::vector<int16_t> x = numbers.row(rows * stride + 1, 32767);
          std::vector<int32_t> out(rows * matrix.padded_outputs());
          matrix.multiply(x.data(), stride, rows, out.data());
          for (size_t r = 0; r < rows; ++r) {
            for (uint32_t o = 0; o < outputs; ++o) {
              int32_t sum = 0;
              for (uint32_t i = 0; i < inputs; ++i) sum += x[r * stride + i] * values[i * outputs + o];
              CHECK(out[r * matrix.padded_outputs() + o] == sum);
            }
          }
        }
      }
    }
  }

  TEST_CASE("rows are added in turn and stay within 16 bits at every step") {
    Numbers numbers;
    for (const size_t width : {16u, 48u, 128u, 400u}) {
      const std::vector<int16_t> a = numbers.row(width, 32767), b = numbers.row(width, 32767),
                                 c = numbers.row(width, 500);
      std::vector<int16_t> sum = numbers.row(width, 32767);
      std::vector<int> expected;
      for (size_t i = 0; i < width; ++i) expected.push_back(bounded(bounded(bounded(sum[i] + a[i]) + b[i]) + c[i]));
      const int16_t* rows[] = {a.data(), b.data(), c.data()};
      add_rows(rows, 3, width, sum.data());
      for (size_t i = 0; i < width; ++i) CHECK(sum[i] == expected[i]);
    }
  }

  TEST_CASE(
      "a scaled product is the nearest whole number, of two as near the even one, plus the bias, within 16 bits") {
    const std::vector<int> sums = {0, 1, 2, 3, -1, -2, -3, 5, 127 * 2064, 127 * 2063, 127 * -4000, 7};
    // Two inputs whose products add to the sums: the first alone for small ones, 127 times the other for large.
    for (const int bias : {0, 1, -32768, 32767}) {
      for (const size_t rows : {1u, 5u}) {
        for (const int sum : sums) {
          const bool large = sum % 127 == 0 && sum != 0;
          const int16_t first = static_cast<int16_t>(large ? 0 : sum), second = static_cast<int16_t>(sum / 127);
          std::vector<int16_t> x;
          for (size_t r = 0; r < rows; ++r) x.insert(x.end(), {first, large ? second : int16_t{0}});
          std::vector<int8_t> values(2 * 40, 1);
          std::fill(values.begin() + 40, values.end(), int8_t{127});
          const PairMatrix matrix(values.data(), 2, 40);
          const std::vector<int16_t> biases(40, static_cast<int16_t>(bias));
          std::vector<int16_t> out(rows * 40);
          matrix.multiply_scaled(x.data(), 2, rows, 0.5f, biases.data(), out.data());
          const int expected =
              bounded(bounded(static_cast<int>(std::nearbyint(static_cast<float>(sum) * 0.5f))) + bias);
          CHECK(std::count(out.begin(), out.end(), expected) == static_cast<long>(out.size()));
        }
      }
    }
  }

  TEST_CASE("a step of a recurrent layer mixes old and new as its gates say") {
    Numbers numbers;
    const size_t size = 48;
    const std::vector<int16_t> gates = numbers.row(3 * size, 5 * kGateUnit);
    std::vector<int16_t> cell = numbers.row(size, 32767), shown(size);
    const std::vector<int16_t> before = cell;
    step_cell(gates.data(), size, cell.data(), shown.data());
    const auto curve = [](int x) { return std::max(bounded(bounded(x * 4) + 16384), 0); };
    for (size_t i = 0; i < size; ++i) {
      const int z = bounded(gates[i] * 16), f = curve(gates[size + i]), o = curve(gates[2 * size + i]);
      const int c = bounded(product(f, before[i]) + product(32767 - f, z));
      CHECK(cell[i] == c);
      CHECK(shown[i] == product(o, c));
    }
  }
}

}  // namespace dateline
