#include "entity/name_tagger.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using dateline::Document;
using dateline::Name;
using dateline::NameType;
using dateline::testing::document_of;

namespace {

/// "PER Maria Delgado; LOC Lisbon": the names of a text in order.
std::string names_of(std::string_view text) {
  static constexpr const char* kTypes[] = {"PER", "ORG", "LOC", "MISC"};
  const Document document = document_of(text);
  std::string out;
  for (const Name& name : tag_names(document, dateline::name_model())) {
    if (!out.empty()) out += "; ";
    out += kTypes[static_cast<size_t>(name.type)];
    out += ' ';
    out += document.span_of(name.tokens).of(document.text());
  }
  return out;
}

}  // namespace

TEST_SUITE("entity/name_tagger") {
  TEST_CASE("people, organisations and places in running text") {
    CHECK(names_of("Maria Delgado, the mayor of Lisbon, said on Monday that Siemens would build a factory there.") ==
          "PER Maria Delgado; LOC Lisbon; ORG Siemens");
  }

  TEST_CASE("a headline in title case names no more than the same line in plain case") {
    CHECK(names_of("Finance Minister Says Taxes Will Rise Next Year in Portugal") == "LOC Portugal");
  }

  TEST_CASE("a headline in title case that opens with a run of common words") {
    CHECK(names_of("Court Orders New Vote in Kenya After Months of Protest") == "LOC Kenya");
  }

  TEST_CASE("a headline in capitals") {
    CHECK(names_of("GERMANY AND FRANCE AGREE ON NEW TRADE TALKS") == "LOC GERMANY; LOC FRANCE");
    CHECK(names_of("OIL PRICES FALL AS TALKS RESUME") == "");
  }

  TEST_CASE("a dateline in capitals") {
    CHECK(names_of("NAIROBI (Reuters) - The bank raised its rates on Tuesday.") == "LOC NAIROBI; ORG Reuters");
    CHECK(names_of("SANTIAGO, Chile (AP) \xE2\x80\x94 Thousands of people marched on Friday.") ==
          "LOC SANTIAGO; LOC Chile; ORG AP");
  }

  TEST_CASE("a possessive is no part of a name, with a plain or a curly apostrophe") {
    CHECK(names_of("Portugal's economy grew, and Angela Merkel's party agreed.") == "LOC Portugal; PER Angela Merkel");
    CHECK(names_of("Portugal\xE2\x80\x99s economy grew, and Angela Merkel\xE2\x80\x99s party agreed.") ==
          "LOC Portugal; PER Angela Merkel");
  }

  TEST_CASE("apostrophes, hyphens and initials inside a name") {
    CHECK(names_of("Sean O\xE2\x80\x99Malley met Jean-Pierre Martin in Paris.") ==
          "PER Sean O\xE2\x80\x99Malley; PER Jean-Pierre Martin; LOC Paris");
    CHECK(names_of("The book was written by J. R. Hartwell and edited by Susan B. Miller.") ==
          "PER J. R. Hartwell; PER Susan B. Miller");
  }

  TEST_CASE("letters outside ASCII") {
    CHECK(names_of("Jos\xC3\xA9 Mu\xC3\xB1oz of S\xC3\xA3o Paulo met Bj\xC3\xB6rn Sj\xC3\xB6str\xC3\xB6m on Friday.") ==
          "PER Jos\xC3\xA9 Mu\xC3\xB1oz; LOC S\xC3\xA3o Paulo; PER Bj\xC3\xB6rn Sj\xC3\xB6str\xC3\xB6m");
  }

  TEST_CASE("a surname alone is what the full name was") {
    CHECK(names_of("They asked Thomas Blackburn about the plan. It was too late, Blackburn replied.") ==
          "PER Thomas Blackburn; PER Blackburn");
  }

  TEST_CASE("names lie in one sentence each, in text order, and do not overlap") {
    const Document document = document_of(
        "LONDON - Bank of England officials met Jane Hill. The U.S. Department of Trade and Industry, which Hill led, "
        "sent Dr. John Smith Jr. of the University of Leeds to New York, Paris and Rome.");
    uint32_t before = 0;
    for (const Name& name : tag_names(document, dateline::name_model())) {
      REQUIRE_FALSE(name.tokens.empty());
      CHECK(name.tokens.first >= before);
      CHECK(document.sentence_of(name.tokens.first) == document.sentence_of(name.tokens.last - 1));
      before = name.tokens.last;
    }
  }

  TEST_CASE("names of 10 kB, one name 100,000 times and 50,000 different names are tagged in linear time") {
    const std::string long_name = "A" + std::string(10'000, 'b');
    CHECK_FALSE(tag_names(document_of("Mr. " + long_name + " and Maria " + long_name + " met in Lisbon."),
                          dateline::name_model())
                    .empty());
    std::string again, different;
    for (int i = 0; i < 100'000; ++i) again += "Maria Delgado ";
    tag_names(document_of(again), dateline::name_model());
    for (int i = 0; i < 50'000; ++i) {
      different += "Al" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + " Delgado spoke. ";
    }
    tag_names(document_of(different), dateline::name_model());
  }
}
