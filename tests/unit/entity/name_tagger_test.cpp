#include <doctest/doctest.h>

#include <string>

#include "entity/entity.h"
#include "support/documents.h"

using dateline::Document;
using dateline::EntityAnalysis;
using dateline::find_entities;
using dateline::testing::document_of;

namespace {

/// "type: name (aliases) xMENTIONS", an entity a line, in text order of their first mention.
const dateline::Entity* entity_named(const EntityAnalysis& analysis, std::string_view name) {
  for (const dateline::Entity& entity : analysis.entities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("entity/find_entities") {
  TEST_CASE("people, organisations and places are found with their types") {
    const Document document = document_of(
        "Maria Delgado, the mayor of Lisbon, said on Monday that Siemens would build a factory in Portugal.");
    const EntityAnalysis found = find_entities(document);
    REQUIRE(entity_named(found, "Maria Delgado"));
    CHECK(entity_named(found, "Maria Delgado")->type == dateline::EntityType::kPerson);
    REQUIRE(entity_named(found, "Lisbon"));
    CHECK(entity_named(found, "Lisbon")->type == dateline::EntityType::kPlace);
    REQUIRE(entity_named(found, "Siemens"));
    CHECK(entity_named(found, "Siemens")->type == dateline::EntityType::kOrganization);
    REQUIRE(entity_named(found, "Portugal"));
    CHECK(entity_named(found, "Portugal")->type == dateline::EntityType::kPlace);
  }

  TEST_CASE("a surname alone means the full name") {
    const Document document = document_of(
        "German Chancellor Petra Lindqvist met reporters in Berlin. Lindqvist said the talks had gone well.");
    const EntityAnalysis found = find_entities(document);
    const dateline::Entity* person = entity_named(found, "Petra Lindqvist");
    REQUIRE(person);
    CHECK(person->mentions.size() >= 2);
    CHECK(person->gender == dateline::Gender::kFemale);
  }

  TEST_CASE("an empty text has no entities") {
    CHECK(find_entities(document_of("")).entities.empty());
  }
}
