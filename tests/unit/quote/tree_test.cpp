#include "quote/tree.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;
using dateline::testing::parsed_document_of;

namespace {

uint32_t place_of(const Document& document, std::string_view word) {
  uint32_t i = 0;
  while (i < document.tokens().size() && document.surface(i) != word) ++i;
  REQUIRE(i < document.tokens().size());
  return i;
}

}  // namespace

TEST_SUITE("quote/tree") {
  TEST_CASE("a verb of speech knows its subject, its clause, and the word that opens it") {
    const Document document = parsed_document_of("The mayor said that the bridge would open.");
    const std::vector<TokenTree> trees = read_trees(document);
    const TokenTree& said = trees[place_of(document, "said")];
    CHECK(said.subject == place_of(document, "mayor"));
    CHECK(said.own_subject);
    REQUIRE(said.content == place_of(document, "open"));
    CHECK(trees[said.content].marker == place_of(document, "that"));
    CHECK(said.yield == IndexRange{0, 8});  // without the stop
    CHECK(trees[said.content].yield == IndexRange{3, 8});
  }

  TEST_CASE("a second verb has the subject of the first") {
    const Document document = parsed_document_of("The mayor laughed and left.");
    const TokenTree left = read_trees(document)[place_of(document, "left")];
    CHECK(left.subject == place_of(document, "mayor"));
    CHECK_FALSE(left.own_subject);
  }

  TEST_CASE("a link names the branch by which a token hangs from the cue, or from a word above it") {
    const Document document = parsed_document_of("The bridge will open, the mayor said.");
    const uint32_t said = place_of(document, "said"), mayor = place_of(document, "mayor");
    const TreeLinks links(document, said);
    CHECK(links.of(mayor).level == 0);
    CHECK(links.of(mayor).branch == mayor);
    CHECK(links.of(mayor - 1).branch == mayor);
    CHECK(links.of(mayor - 1).depth == 1);
    CHECK(links.of(place_of(document, "bridge")).level < TreeLink::kFar);
  }

  TEST_CASE("tokens of other sentences are far") {
    const Document document = parsed_document_of("The mayor said so. Rain fell.");
    const TreeLinks links(document, place_of(document, "said"));
    CHECK(links.of(place_of(document, "Rain")).level == TreeLink::kFar);
  }

  TEST_CASE("a document without trees has none to read") {
    const Document document = document_of("The mayor said that the bridge would open.");
    for (const TokenTree& tree : read_trees(document)) {
      CHECK(tree.subject == kNoHead);
      CHECK(tree.yield.size() <= 1);
    }
  }
}
