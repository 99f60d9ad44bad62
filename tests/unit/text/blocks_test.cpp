#include "text/blocks.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using dateline::testing::blocks_of;
using dateline::testing::document_of;

TEST_SUITE("text/blocks") {
  TEST_CASE("a dateline is a block of its own before its paragraph") {
    CHECK(blocks_of(document_of("Mayor opens new bridge\n\nHARTLEY (Reuters) - The mayor opened the bridge.\n")) ==
          "headline: Mayor opens new bridge\ndateline: HARTLEY (Reuters) -\nparagraph: The mayor opened the bridge.\n");
  }
}
