// What the article calls someone: the words beside a name that describe it.
#include "entity/descriptions.h"

#include <doctest/doctest.h>

#include <string>

#include "entity/entity.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// The description of the entity with a name; "no such entity" where there is none.
std::string called(const std::string& text, std::string_view name) {
  const EntityAnalysis found = find_entities(parsed_document_of(text));
  for (const Entity& entity : found.entities) {
    if (entity.name == name) return entity.description;
  }
  return "no such entity";
}

}  // namespace

TEST_SUITE("entity/descriptions") {
  TEST_CASE("an office that is written short describes like the whole word") {
    CHECK(called("Ohio Gov. Martin Keller signed the bill on Monday.", "Martin Keller") == "Ohio Gov.");
    CHECK(called("The bill was written by Sen. Laura Hobbs.", "Laura Hobbs") == "Sen.");
  }

  TEST_CASE("titles of several words are read as a whole") {
    CHECK(called("The president met chief of staff Peter Lang on Friday.", "Peter Lang") == "chief of staff");
    CHECK(called("First lady Helen Lang opened the school.", "Helen Lang") == "First lady");
  }

  TEST_CASE("a plural title is that of each name behind it") {
    const char* text = "The ruling was written by Justices Martin Keller and Laura Hobbs.";
    CHECK(called(text, "Martin Keller") == "Justice");
    CHECK(called(text, "Laura Hobbs") == "Justice");
  }

  TEST_CASE("a victim's own word is not continued to the left by that of a relative") {
    CHECK(called("Anna Hobbs, mother of Acton victim Peter Hobbs, wept in court.", "Peter Hobbs") == "Acton victim");
  }

  TEST_CASE("what stands before a role belongs to the preposition before it") {
    CHECK(called("Acton bought a striker from Leeds and Wales midfielder Peter Lang from Derby.", "Peter Lang") ==
          "Wales midfielder");
  }

  TEST_CASE("an apposition may name another person, and begins where its own article stands") {
    CHECK(called("\"He is away,\" said Anna Hobbs, a spokeswoman for Martin Keller's campaign.", "Anna Hobbs") ==
          "spokeswoman for Martin Keller's campaign");
    CHECK(called("She defended her praise of the Russian president, Vladimir Putin, and left.", "Vladimir Putin") ==
          "Russian president");
  }

  TEST_CASE("whose somebody is stands in the article, not in the description") {
    CHECK(called("Keller spoke first. His campaign manager, Anna Hobbs, was blunter.", "Anna Hobbs") ==
          "campaign manager");
    CHECK(called("Hobbs relied on the advice of her husband's lawyer, Peter Lang.", "Peter Lang") == "lawyer");
  }

  TEST_CASE("an office before a full name is no part of it") {
    CHECK(called("Chief Justice Martin Keller wrote the ruling.", "Martin Keller") == "Chief Justice");
  }

  TEST_CASE("what is said of a thing of somebody's is not said of him") {
    CHECK(called("The inclusion of Angola is the first time that the group has grown.", "Angola").empty());
    CHECK(called("Siemens is a large company in Germany.", "Siemens") == "large company in Germany");
    CHECK(called("Leeds, England is a large city in the north.", "England").empty());
  }
}
