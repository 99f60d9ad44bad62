#include "text/blocks.h"

#include <doctest/doctest.h>

#include "support/cases.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::blocks_of;
using dateline::testing::document_of;

TEST_SUITE("text/blocks") {
  TEST_CASE("blocks of the cases in tests/cases/blocks.txt") {
    for (const auto& example : testing::read_cases("cases/blocks.txt")) {
      CAPTURE(example.title);
      CHECK(blocks_of(document_of(example.input)) == example.expected);
    }
  }

  TEST_CASE("blocks ascend, do not overlap, and cover every character that is not white space") {
    for (const auto& example : testing::read_cases("cases/blocks.txt")) {
      CAPTURE(example.title);
      uint32_t end = 0;
      std::string outside;
      for (const Block& block : find_blocks(example.input)) {
        REQUIRE(block.span.start >= end);
        REQUIRE(block.span.start < block.span.end);
        outside += example.input.substr(end, block.span.start - end);
        end = block.span.end;
      }
      outside += example.input.substr(end);
      CHECK(outside.find_first_not_of(" \t\r\n") == std::string::npos);
    }
  }
}
