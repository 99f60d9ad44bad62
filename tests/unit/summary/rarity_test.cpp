#include "summary/rarity.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;

TEST_SUITE("summary/rarity") {
  TEST_CASE("a common word is less rare than an uncommon one, an unknown one is rare") {
    CHECK(rarity_of("government") < rarity_of("sediment"));
    CHECK(rarity_of("zzyxqw") > 10);
  }

  TEST_CASE("singular and plural are one term") {
    CHECK(term_of("strikes") == term_of("strike"));
    CHECK(term_of("glass") == "glass");
    CHECK(term_of("virus") == "virus");
    CHECK(term_of("crisis") == "crisis");
  }

  TEST_CASE("function words and numbers are no terms") {
    const Document document = document_of("The dam of 1959 holds the water, and the dams hold.");
    const TermCounts counts = count_terms(document);
    CHECK(counts.term_of_token[0] == kNoTerm);
    CHECK(counts.term_of_token[1] != kNoTerm);
    CHECK(counts.term_of_token[3] == kNoTerm);
    CHECK(counts.frequency[counts.term_of_token[1]] == 2);
  }
}
