#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "entity/entity.h"
#include "support/documents.h"

using dateline::Document;
using dateline::EntityAnalysis;
using dateline::find_entities;
using dateline::MentionKind;
using dateline::testing::document_of;
using dateline::testing::parsed_document_of;

namespace {

/// The names of the entities that nominals with these words belong to.
std::vector<std::string> meant_by_nominal(const Document& document, std::string_view words) {
  const EntityAnalysis found = find_entities(document);
  std::vector<std::string> out;
  for (const dateline::Mention& mention : found.mentions) {
    if (mention.kind == MentionKind::kNominal && mention.span.of(document.text()) == words)
      out.push_back(found.entities[mention.entity].name);
  }
  return out;
}

}  // namespace

TEST_SUITE("entity/name_phrases") {
  TEST_CASE("a town with its country behind a comma is the town") {
    CHECK(meant_by_nominal(document_of("She was born in Marseille, France, and lives in Oslo."), "Marseille, France") ==
          std::vector<std::string>{"Marseille"});
  }

  TEST_CASE("a part of a place, and a place with its kind, are the place") {
    const Document document = parsed_document_of("Snow fell in northern Norway. Roads in Hedmark province were shut.");
    CHECK(meant_by_nominal(document, "northern Norway") == std::vector<std::string>{"Norway"});
    CHECK(meant_by_nominal(document, "Hedmark province") == std::vector<std::string>{"Hedmark"});
  }

  TEST_CASE("who somebody is, before the name, belongs to it") {
    const Document document =
        parsed_document_of("The company hired fashion designer Anna Brandt. She met Judge Karl Weber in Oslo.");
    CHECK(meant_by_nominal(document, "fashion designer Anna Brandt") == std::vector<std::string>{"Anna Brandt"});
    CHECK(meant_by_nominal(document, "Judge Karl Weber") == std::vector<std::string>{"Karl Weber"});
  }

  TEST_CASE("two bodies that are joined by an and are no one phrase") {
    CHECK(meant_by_nominal(parsed_document_of("Offers came from Newcastle United and Manchester City on Monday."),
                           "Newcastle United and Manchester City")
              .empty());
  }

  TEST_CASE("a courtesy title before a name makes no longer mention") {
    CHECK(meant_by_nominal(parsed_document_of("On Monday Dr. Anna Brandt left."), "Dr. Anna Brandt").empty());
  }

  TEST_CASE("a region with its country, and a body with its country, are the first of the two") {
    CHECK(meant_by_nominal(document_of("They moved to Bavaria, Germany, in May."), "Bavaria, Germany") ==
          std::vector<std::string>{"Bavaria"});
    CHECK(meant_by_nominal(document_of("She teaches at Leeds University, England, and in Oslo."),
                           "Leeds University, England") == std::vector<std::string>{"Leeds University"});
  }

  TEST_CASE("a list of countries is no phrase") {
    CHECK(meant_by_nominal(document_of("Ministers from Norway, Sweden and Denmark met."), "Norway, Sweden").empty());
  }

  TEST_CASE("a person of a body is the person") {
    CHECK(meant_by_nominal(document_of("Anna Brandt of Greenpeace said the river was dirty."),
                           "Anna Brandt of Greenpeace") == std::vector<std::string>{"Anna Brandt"});
  }

  // The tagger does not find Greenpeace here.
  TEST_CASE("a body's person is the person" * doctest::should_fail()) {
    CHECK(meant_by_nominal(document_of("On Monday Greenpeace's Anna Brandt said the river was dirty."),
                           "Greenpeace's Anna Brandt") == std::vector<std::string>{"Anna Brandt"});
  }

  TEST_CASE("a place inside a body's name is the place that is named elsewhere, under whatever name") {
    CHECK(meant_by_nominal(document_of("The United States voted on Monday. The U.S. Senate had debated for a week."),
                           "U.S.") == std::vector<std::string>{"United States"});
  }

  TEST_CASE("a place inside a body's name that is named nowhere else is nothing") {
    CHECK(meant_by_nominal(document_of("The University of Leeds praised the study."), "Leeds").empty());
  }
}
