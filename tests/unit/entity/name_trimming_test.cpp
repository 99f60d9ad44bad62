#include "entity/name_trimming.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// The names of a text after trimming, one behind the other with bars between.
std::string names_of(const std::string& text) {
  const Document document = parsed_document_of(text);
  std::string out;
  for (const Name& name : with_trimmed_names(document, tag_names(document, name_model()))) {
    if (!out.empty()) out += " | ";
    out += document.span_of(name.tokens).of(document.text());
  }
  return out;
}

}  // namespace

TEST_SUITE("entity/name_trimming") {
  TEST_CASE("a stock symbol in brackets is no name, and ends no sentence") {
    CHECK(names_of("Siemens AG (SIE.DE) cut its outlook on Friday.") == "Siemens AG");
    CHECK(names_of("Shares of Barclays (LON: BARC) fell.") == "Barclays");
  }

  TEST_CASE("the long name behind an acronym stays") {
    CHECK(names_of("The North Atlantic Treaty Organization (NATO) met in Brussels.") ==
          "North Atlantic Treaty Organization | NATO | Brussels");
  }

  TEST_CASE("an office is cut from a full name, not from one that is called so") {
    const Document document = parsed_document_of("Justice Martin Keller met Pope Francis.");
    const std::vector<Name> names = {{{0, 3}, NameType::kPer}, {{4, 6}, NameType::kPer}};
    const std::vector<Name> found = with_trimmed_names(document, names);
    REQUIRE(found.size() == 2);
    CHECK(document.span_of(found[0].tokens).of(document.text()) == "Martin Keller");
    CHECK(document.span_of(found[1].tokens).of(document.text()) == "Pope Francis");
  }

  TEST_CASE("a result is no part of a name, the number of an aircraft is") {
    const auto first = [](const std::string& text, IndexRange tokens) {
      const Document document = parsed_document_of(text);
      return with_trimmed_names(document, {{tokens, NameType::kOrg}}).front().tokens.size();
    };
    CHECK(first("They drew with the Pumas 16-16 in Hull.", {4, 8}) == 1);
    CHECK(first("It ordered the Boeing 737-800 in May.", {3, 7}) == 4);
  }

  TEST_CASE("two bodies that the article names apart are two") {
    const Document document = parsed_document_of("Acme paid. Volta and Acme merged. Volta gained.");
    //                                            0    1   2 3     4   5    6     7 8
    const std::vector<Name> names = {{{0, 1}, NameType::kOrg}, {{3, 6}, NameType::kOrg}, {{8, 9}, NameType::kOrg}};
    CHECK(with_trimmed_names(document, names).size() == 4);
  }
}
