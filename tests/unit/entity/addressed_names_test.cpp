// Names behind a form of address.
#include "entity/addressed_names.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;

namespace {

IndexRange tokens_of(const Document& document, std::string_view words) {
  const auto start = static_cast<uint32_t>(document.text().find(words));
  return document.tokens_in({start, start + static_cast<uint32_t>(words.size())});
}

/// "PER words" of each name, in order.
std::string read(const Document& document, const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : with_addressed_names(document, names)) {
    if (!out.empty()) out += "; ";
    out += name.type == NameType::kPer ? "PER " : "other ";
    out += testing::words_of(document, document.span_of(name.tokens));
  }
  return out;
}

}  // namespace

TEST_SUITE("entity/addressed_names") {
  TEST_CASE("a name behind a form of address is a person's, without it, whatever the tagger says") {
    const Document document = testing::parsed_document_of("The plan was a mess, said Ms Finger in Velda.");
    CHECK(read(document, {{tokens_of(document, "Ms Finger"), NameType::kOrg},
                          {tokens_of(document, "Velda"), NameType::kLoc}}) == "PER Finger; other Velda");
    CHECK(read(document, {{tokens_of(document, "Finger"), NameType::kLoc}}) == "PER Finger");
  }

  TEST_CASE("a name that was missed behind a form of address is found") {
    const Document document = testing::parsed_document_of("The plan was a mess, said Ms Finger in Velda.");
    CHECK(read(document, {{tokens_of(document, "Velda"), NameType::kLoc}}) == "PER Finger; other Velda");
    CHECK(read(document, {}) == "PER Finger");
  }

  TEST_CASE("a body whose name begins like a person's stays one") {
    const Document document = testing::parsed_document_of("Shares in Mr Brandt Group rose on Monday.");
    CHECK(read(document, {{tokens_of(document, "Mr Brandt Group"), NameType::kOrg}}) == "other Mr Brandt Group");
  }

  TEST_CASE("the last word of a street is no form of address") {
    const Document document = testing::parsed_document_of("They met at Harbour Dr Velda on Monday.");
    CHECK(read(document, {{tokens_of(document, "Harbour Dr"), NameType::kLoc},
                          {tokens_of(document, "Velda"), NameType::kLoc}}) == "other Harbour Dr; other Velda");
  }
}
