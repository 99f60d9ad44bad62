#include "lexicon/weight_rows.h"

#include <doctest/doctest.h>

TEST_SUITE("lexicon/weight_rows") {
  TEST_CASE("each of sixteen weights goes to its own sum, with its sign, from any address") {
    std::array<int8_t, 1 + dateline::kRowWeights> bytes = {};
    dateline::RowSums expected = {}, sums = {};
    for (size_t i = 0; i < dateline::kRowWeights; ++i) {
      bytes[1 + i] = static_cast<int8_t>(i % 2 == 0 ? -128 + static_cast<int>(i) : 127 - static_cast<int>(i));
      expected[i] = static_cast<int16_t>(bytes[1 + i] * static_cast<int>(dateline::kMostRows));
    }
    for (size_t row = 0; row < dateline::kMostRows; ++row) dateline::add_row(bytes.data() + 1, sums);
    CHECK(sums == expected);
  }
}
