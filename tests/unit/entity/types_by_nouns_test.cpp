#include "entity/types_by_nouns.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// The type that the token with these words has as a name that was taken for a person's.
NameType type_of_person(const std::string& text, std::string_view words) {
  const Document document = parsed_document_of(text);
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.surface(i) == words) return with_types_by_nouns(document, {{{i, i + 1}, NameType::kPer}})[0].type;
  }
  return NameType::kMisc;
}

}  // namespace

TEST_SUITE("entity/types_by_nouns") {
  TEST_CASE("a noun for a body beside an unknown word makes it a body") {
    CHECK(type_of_person("The dam's operator, Tesco, said that the gates were open.", "Tesco") == NameType::kOrg);
    CHECK(type_of_person("She works for the public relations firm Brandt in Oslo.", "Brandt") == NameType::kOrg);
    CHECK(type_of_person("He sued Quadro, a small company in Oslo.", "Quadro") == NameType::kOrg);
  }

  TEST_CASE("a person beside his body stays one") {
    CHECK(type_of_person("The governor of the central bank, Brandt, said that rates would rise.", "Brandt") ==
          NameType::kPer);
    CHECK(type_of_person("The prize went to film-maker Brandt on Monday.", "Brandt") == NameType::kPer);
    CHECK(type_of_person("She works for the law firm Anna in Oslo.", "Anna") == NameType::kPer);
  }
}
