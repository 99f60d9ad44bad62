// Names whose type leaves no doubt.
#include "entity/settled_names.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;

namespace {

Name name_of(const Document& document, std::string_view words, NameType type) {
  const auto start = static_cast<uint32_t>(document.text().find(words));
  return {document.tokens_in({start, start + static_cast<uint32_t>(words.size())}), type};
}

Name settled(const std::string& text, std::string_view words, NameType type) {
  const Document document = testing::document_of(text);
  return with_settled_names(document, {name_of(document, words, type)}).front();
}

}  // namespace

TEST_SUITE("entity/settled_names") {
  TEST_CASE("a known place that opens a dateline is a place") {
    const std::string text = "LOS ANGELES (Reuters) - The team lost again on Monday, its fourth defeat in a row.";
    CHECK(settled(text, "LOS ANGELES", NameType::kOrg).type == NameType::kLoc);
    CHECK(settled("NEW YORK 74 59 .556 -\nBALTIMORE 71 63 .530 3.5", "NEW YORK", NameType::kOrg).type ==
          NameType::kOrg);
    CHECK(settled("The win went to Los Angeles on Monday.", "Los Angeles", NameType::kOrg).type == NameType::kOrg);
  }

  TEST_CASE("a body known by its full name is no person") {
    CHECK(settled("The Robert Koch Institute said so.", "Robert Koch Institute", NameType::kPer).type ==
          NameType::kOrg);
    CHECK(settled("Robert Koch said so.", "Robert Koch", NameType::kPer).type == NameType::kPer);
  }

  TEST_CASE("a company with its legal form is no person, nor is it where it stands without") {
    CHECK(settled("Volta AG fell on Monday.", "Volta AG", NameType::kPer).type == NameType::kOrg);
    CHECK(settled("Volta Inc. fell on Monday.", "Volta Inc.", NameType::kPer).type == NameType::kOrg);
    CHECK(settled("Maria Sa spoke on Monday.", "Maria Sa", NameType::kPer).type == NameType::kPer);
    CHECK(settled("MARIA SA SPEAKS OUT", "MARIA SA", NameType::kPer).type == NameType::kPer);

    const Document document =
        testing::document_of("Volta AG fell after Ana Volta left it and Marlow Ltd. Marlow rose.");
    const std::vector<Name> names = with_settled_names(
        document, {name_of(document, "Volta AG", NameType::kPer), name_of(document, "Ana Volta", NameType::kPer),
                   name_of(document, "Marlow Ltd.", NameType::kPer), name_of(document, "Marlow", NameType::kPer)});
    CHECK(names[0].type == NameType::kOrg);
    CHECK(names[1].type == NameType::kPer);
    CHECK(names[2].type == NameType::kOrg);
    CHECK(names[3].type == NameType::kOrg);
  }
}
