#include "figure/number.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;

namespace {

/// The value of the number that a text begins with; -1 where it begins with none.
double value_of(std::string_view text) {
  const Document document = document_of(text);
  const auto number = read_number(document, 0, static_cast<uint32_t>(document.tokens().size()));
  return number ? number->value : -1;
}

}  // namespace

TEST_SUITE("figure/number") {
  TEST_CASE("decimals and scales give the exact value") {
    CHECK(value_of("4.35m people") == 4350000);
    CHECK(value_of("1.1 million people") == 1100000);
    CHECK(value_of("2.3bn people") == 2300000000.0);
    CHECK(value_of("1,234,567 people") == 1234567);
    CHECK(value_of("12,34,567 people") == 1234567);
  }

  TEST_CASE("number words add up and multiply") {
    CHECK(value_of("two hundred and fifty people") == 250);
    CHECK(value_of("three thousand four hundred and five people") == 3405);
    CHECK(value_of("two hundred and fifty thousand people") == 250000);
    CHECK(value_of("ninety-nine people") == 99);
    CHECK(value_of("one and a half million people") == 1500000);
    CHECK(value_of("half a million people") == 500000);
    CHECK(value_of("a million people") == 1000000);
  }

  TEST_CASE("what only looks like a number is none") {
    CHECK(value_of("a person came") == -1);
    CHECK(value_of("14:02 in town") == -1);
    CHECK(value_of("1,2 and so on") == -1);
    CHECK(value_of("million people") == -1);
  }

  TEST_CASE("a number of any length ends") {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "hundred and two thousand ";
    CHECK(value_of("one " + many) > 0);
    CHECK(value_of(std::string(5000, '9')) == -1);
  }
}
