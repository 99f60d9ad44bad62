#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "entity/entity.h"
#include "support/documents.h"

using dateline::Document;
using dateline::Entity;
using dateline::EntityAnalysis;
using dateline::EntityType;
using dateline::find_entities;
using dateline::MentionKind;
using dateline::testing::document_of;
using dateline::testing::parsed_document_of;

namespace {

const Entity* entity_named(const EntityAnalysis& analysis, std::string_view name) {
  for (const Entity& entity : analysis.entities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

/// The name of the entity that the mention with these words (the last such) belongs to; empty where there is none.
std::string meant_by(const Document& document, const EntityAnalysis& analysis, std::string_view words) {
  std::string found;
  for (const dateline::Mention& mention : analysis.mentions) {
    if (mention.span.of(document.text()) == words) found = analysis.entities[mention.entity].name;
  }
  return found;
}

}  // namespace

TEST_SUITE("entity/find_entities") {
  TEST_CASE("people, organisations and places are found with their types") {
    const EntityAnalysis found = find_entities(document_of(
        "Maria Delgado, the mayor of Lisbon, said on Monday that Siemens would build a factory in Portugal."));
    REQUIRE(entity_named(found, "Maria Delgado"));
    CHECK(entity_named(found, "Maria Delgado")->type == EntityType::kPerson);
    REQUIRE(entity_named(found, "Lisbon"));
    CHECK(entity_named(found, "Lisbon")->type == EntityType::kPlace);
    REQUIRE(entity_named(found, "Siemens"));
    CHECK(entity_named(found, "Siemens")->type == EntityType::kOrganization);
  }

  TEST_CASE("a surname alone means the full name") {
    const EntityAnalysis found = find_entities(document_of(
        "German Chancellor Petra Lindqvist met reporters in Berlin. Lindqvist said the talks had gone well."));
    const Entity* person = entity_named(found, "Petra Lindqvist");
    REQUIRE(person);
    CHECK(person->mentions.size() >= 2);
    CHECK(person->gender == dateline::Gender::kFemale);
  }

  TEST_CASE("two people who share a surname are kept apart") {
    const EntityAnalysis found = find_entities(document_of(
        "Senator Robert Hartwell praised the plan. His rival Susan Hartwell called the plan a mistake on Friday."));
    CHECK(entity_named(found, "Robert Hartwell"));
    CHECK(entity_named(found, "Susan Hartwell"));
  }

  TEST_CASE("a bare surname is that of the person named first, a title that tells the gender decides otherwise") {
    const Document document = document_of(
        "Robert Hartwell was jailed on Friday. His wife, Susan Hartwell, was fined. The court heard that Hartwell took "
        "bribes. Mrs Hartwell wept.");
    const EntityAnalysis found = find_entities(document);
    const Entity* husband = entity_named(found, "Robert Hartwell");
    const Entity* wife = entity_named(found, "Susan Hartwell");
    REQUIRE(husband);
    REQUIRE(wife);
    const auto names_in_sentence = [&](const Entity& entity, uint32_t sentence) {
      size_t count = 0;
      for (const uint32_t index : entity.mentions) {
        const dateline::Mention& mention = found.mentions[index];
        count += mention.kind == MentionKind::kName && document.sentence_of(mention.tokens.first) == sentence;
      }
      return count;
    };
    CHECK(names_in_sentence(*husband, 2) == 1);
    CHECK(names_in_sentence(*wife, 3) == 1);
  }

  TEST_CASE("a name has no possessive") {
    const Document document = document_of("The minister praised Boeing's new factory and Angela Brandt's speech.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(document, found, "Boeing") == "Boeing");
    CHECK(meant_by(document, found, "Angela Brandt") == "Angela Brandt");
  }

  TEST_CASE("an acronym in brackets joins the words that it abbreviates") {
    const Document document = document_of(
        "The Northern Observatory for River Safety (NORS) warned of floods. A NORS spokesman said more rain was due.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(document, found, "NORS") == "Northern Observatory for River Safety");
  }

  TEST_CASE("other names of one country or body are one entity") {
    const Document document =
        document_of("Talks in the United States went on. Officials of the U.S. met people from Britain and the UK.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(document, found, "U.S.") == meant_by(document, found, "United States"));
    CHECK(meant_by(document, found, "UK") == meant_by(document, found, "Britain"));
  }

  TEST_CASE("a nationality is a group that lies in its country") {
    const EntityAnalysis found = find_entities(document_of("A Norwegian fisherman was rescued by the coast guard."));
    const Entity* group = entity_named(found, "Norwegian");
    REQUIRE(group);
    CHECK(group->type == EntityType::kGroup);
    REQUIRE(group->place);
    CHECK(group->place->country == "NO");
  }

  TEST_CASE("the title before a name and the apposition behind it describe a person") {
    const EntityAnalysis titled = find_entities(
        document_of("The treaty was signed by Colombian President Hugo Ferrer in Bogota on Thursday, officials said."));
    REQUIRE(entity_named(titled, "Hugo Ferrer"));
    CHECK(entity_named(titled, "Hugo Ferrer")->description == "Colombian President");
    const EntityAnalysis apposed =
        find_entities(document_of("Maria Delgado, the mayor of Lisbon, opened the new bridge on Monday morning."));
    REQUIRE(entity_named(apposed, "Maria Delgado"));
    CHECK(entity_named(apposed, "Maria Delgado")->description == "mayor of Lisbon");
  }

  TEST_CASE("the noun before the name of a body describes it, and then means it") {
    const Document document = parsed_document_of(
        "The planes were sold to German airline Lufthansa on Friday. On Monday the airline paid for them.");
    const EntityAnalysis found = find_entities(document);
    const Entity* airline = entity_named(found, "Lufthansa");
    REQUIRE(airline);
    CHECK(airline->description == "German airline");
    const auto& last = found.mentions[airline->mentions.back()];
    CHECK(last.span.of(document.text()) == "the airline");
  }

  TEST_CASE("attributes of a title belong to it, a clause or a list does not") {
    const EntityAnalysis found =
        find_entities(parsed_document_of("Green presidential candidate Maria Delgado spoke on Monday. In Lisbon, the "
                                         "mayor of Porto waited. Hugo Ferrer, "
                                         "the chief of the harbour office, left with Peter Holm."));
    REQUIRE(entity_named(found, "Maria Delgado"));
    CHECK(entity_named(found, "Maria Delgado")->description == "Green presidential candidate");
    REQUIRE(entity_named(found, "Hugo Ferrer"));
    CHECK(entity_named(found, "Hugo Ferrer")->description == "chief of the harbour office");
    REQUIRE(entity_named(found, "Lisbon"));
    CHECK(entity_named(found, "Lisbon")->description.empty());
  }

  TEST_CASE("a courtesy title tells two of one surname apart") {
    const Document document = document_of(
        "Robert Hartwell and Susan Hartwell spoke to the council. Mr Hartwell left early, and Mrs Hartwell stayed.");
    const EntityAnalysis found = find_entities(document);
    REQUIRE(entity_named(found, "Susan Hartwell"));
    CHECK(entity_named(found, "Robert Hartwell")->mentions.size() == 2);
    CHECK(entity_named(found, "Susan Hartwell")->mentions.size() == 2);
  }

  TEST_CASE("a pronoun agrees in gender with the person it means") {
    const Document document = document_of(
        "Prime Minister Peter Holm met Finance Minister Susan Brandt on Tuesday. She told reporters that a deal was "
        "near.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(document, found, "She") == "Susan Brandt");
  }

  TEST_CASE("among namesakes the place in the country that the article names is meant") {
    const EntityAnalysis america = find_entities(document_of(
        "The mayor of Birmingham in Alabama spoke in the United States Congress. People in Birmingham cheered."));
    const EntityAnalysis britain =
        find_entities(document_of("Police in Birmingham, England, arrested two men. Birmingham is in Britain."));
    const Entity* over_there = entity_named(america, "Birmingham");
    const Entity* here = entity_named(britain, "Birmingham");
    REQUIRE(here);
    REQUIRE(here->place);
    CHECK(here->place->country == "GB");
    REQUIRE(over_there);
    REQUIRE(over_there->place);
    CHECK(over_there->place->country == "US");
  }

  TEST_CASE("names in a headline of capitals are found") {
    const EntityAnalysis found = find_entities(document_of(
        "ANGELA BRANDT VISITS LONDON\n\nGerman minister Angela Brandt arrived in London on Monday for talks."));
    const Entity* person = entity_named(found, "Angela Brandt");
    REQUIRE(person);
    CHECK(person->mentions.size() >= 2);
  }

  TEST_CASE("an empty text has no entities") {
    CHECK(find_entities(document_of("")).entities.empty());
  }

  TEST_CASE("every mention lies in one sentence, belongs to an entity and is in its list") {
    const Document document = document_of(
        "The French president, Luc Moreau, met Ann Lee. He said the company Airbus (AIR) would open its office.");
    const EntityAnalysis found = find_entities(document);
    for (uint32_t m = 0; m < found.mentions.size(); ++m) {
      const dateline::Mention& mention = found.mentions[m];
      REQUIRE(mention.entity < found.entities.size());
      CHECK(document.sentence_of(mention.tokens.first) == document.sentence_of(mention.tokens.last - 1));
      const auto& list = found.entities[mention.entity].mentions;
      CHECK(std::count(list.begin(), list.end(), m) == 1);
    }
  }

  // The limits are far above what the work takes (well under a second); they only tell linear from quadratic.
  TEST_CASE("one name 100,000 times and 50,000 different names are done in linear time") {
    const auto seconds = [](const std::string& text) {
      const Document document = document_of(text);
      const auto start = std::chrono::steady_clock::now();
      CHECK(find_entities(document).mentions.size() > 1000);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    std::string same, different;
    for (int i = 0; i < 100000; ++i) same += "Angela Brandt met him. ";
    for (int i = 0; i < 50000; ++i) {
      std::string word = "Ka";
      for (int n = i; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
      different += "Mr Peter " + word + "son met Susan " + word + "berg. ";
    }
    CHECK(seconds(same) < 60);
    CHECK(seconds(different) < 60);
  }
}
