#include "summary/noun_phrases.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;
using dateline::testing::words_of;

namespace {

std::string phrases_of(std::string_view text) {
  const Document document = parsed_document_of(text);
  std::string out;
  for (const IndexRange phrase : find_noun_phrases(document)) {
    if (!out.empty()) out += " | ";
    out += words_of(document, document.span_of(phrase));
  }
  return out;
}

}  // namespace

TEST_SUITE("summary/noun_phrases") {
  TEST_CASE("articles, verbs and prepositions end a phrase") {
    CHECK(phrases_of("The town council closed the harbour bridge after the winter storms.") ==
          "town council | harbour bridge | winter storms");
  }

  TEST_CASE("a verb between two names is no part of a phrase") {
    CHECK(phrases_of("In June, Anna Velk beat Dana Brandt.") == "June | Anna Velk | Dana Brandt");
  }

  TEST_CASE("owners and numbers are no part of a phrase, participles are") {
    CHECK(phrases_of("Her brother's three wooden boats carried frozen fish.") ==
          "brother | wooden boats | frozen fish");
  }

  TEST_CASE("a verb ends no phrase") {
    CHECK(phrases_of("The frozen lake becomes a road in winter.") == "frozen lake | road | winter");
    CHECK(phrases_of("The northern harbour remains closed.") == "northern harbour");
  }

  TEST_CASE("a hyphenated word stays whole") {
    CHECK(phrases_of("They run a high-speed ferry.") == "high-speed ferry");
  }

  TEST_CASE("a run of nouns of any length keeps its last four") {
    std::string text = "The";
    for (int i = 0; i < 300; ++i) text += " harbour";
    CHECK(phrases_of(text + ".") == "harbour harbour harbour harbour");
  }
}
