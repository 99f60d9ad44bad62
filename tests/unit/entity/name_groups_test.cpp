#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entity/entity.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;

namespace {

/// The name of the entity that the first mention with these words belongs to; empty where there is none.
std::string meant_by(const EntityAnalysis& analysis, const Document& document, std::string_view words) {
  for (const Mention& mention : analysis.mentions) {
    if (mention.span.of(document.text()) == words) return analysis.entities[mention.entity].name;
  }
  return {};
}

bool are_one(std::string_view text, std::string_view a, std::string_view b) {
  const Document document = document_of(text);
  const EntityAnalysis found = find_entities(document);
  REQUIRE(!meant_by(found, document, a).empty());
  REQUIRE(!meant_by(found, document, b).empty());
  return meant_by(found, document, a) == meant_by(found, document, b);
}

}  // namespace

TEST_SUITE("entity/name_groups") {
  TEST_CASE("other names of one body are joined by what the lexicon knows") {
    CHECK(are_one("The fighters of ISIL left the town. A spokesman for DAESH denied it.", "ISIL", "DAESH"));
    CHECK(are_one("The United Nations sent food. Officials of the UN said more was needed.", "United Nations", "UN"));
    CHECK(are_one("The European Council met on Monday. The European Union Council agreed to help.", "European Council",
                  "European Union Council"));
    CHECK_FALSE(are_one("The European Council met on Monday. The European Union pays for it.", "European Council",
                        "European Union"));
  }

  TEST_CASE("a land that is once taken for a body is not the union that bears its name") {
    CHECK_FALSE(
        are_one("Varland closed its ports. A ferry reached Varland on Monday; roads in Varland were empty. The "
                "Varland Fishermen's Union (VFU) called it a first step, but Varland says it wants more.",
                "Varland", "Varland Fishermen's Union"));
  }

  TEST_CASE("a people in the singular and the plural is one, and lies in its country") {
    const Document document = document_of("A Norwegian trawler sank. The Norwegians sent a helicopter.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(found, document, "Norwegian") == meant_by(found, document, "Norwegians"));
  }

  TEST_CASE("a person and a place of one name are two") {
    const Document document = document_of(
        "George Washington crossed the river at night. Washington lost few men. In Washington, D.C., a statue stands.");
    const EntityAnalysis found = find_entities(document);
    bool person = false, place = false;
    for (const Entity& entity : found.entities) {
      person = person || (entity.type == EntityType::kPerson && entity.name == "George Washington");
      place = place || (entity.type == EntityType::kPlace && entity.name.starts_with("Washington"));
    }
    CHECK(person);
    CHECK(place);
  }

  TEST_CASE("a park is called by its name alone") {
    CHECK(are_one("They hiked in Glimmer National Park for a week. Glimmer is cold in May, they said in Glimmer.",
                  "Glimmer National Park", "Glimmer"));
  }

  TEST_CASE("what the article says to be another name is one, whatever its letters") {
    CHECK(are_one("The European Harbour Union (EHU) met in Lisbon. The EHU has six members.", "European Harbour Union",
                  "EHU"));
    CHECK(are_one("The National Institute of Weather, or INMET, warned of floods in Brazil.",
                  "National Institute of Weather", "INMET"));
    CHECK(are_one("The UK Harbour and Coast Agency (UKHCA) opened an inquiry. UKHCA officers came on Monday.",
                  "UK Harbour and Coast Agency", "UKHCA"));
    CHECK(are_one("\"This is what patience looks like.\" - Laura Hobbs (@SenHobbs) May 2, 2024", "Laura Hobbs",
                  "@SenHobbs"));
  }

  TEST_CASE("a name of today is the one of before") {
    CHECK(are_one("Hutchison Telecom (now Siemens) paid for the masts. The masts of Siemens are grey.",
                  "Hutchison Telecom", "Siemens"));
  }

  TEST_CASE("a listed company is one with and without its legal form") {
    CHECK(are_one("Volkswagen AG cut its outlook. Shares of Volkswagen fell.", "Volkswagen AG", "Volkswagen"));
  }

  TEST_CASE("a body that begins with a general word may be meant by it") {
    CHECK(
        are_one("The Electoral Commission met on Monday. The Commission on Human Rights replied in Geneva. On Tuesday "
                "the Commission said that it would appeal.",
                "Commission on Human Rights", "Commission"));
  }

  TEST_CASE("a surname behind a particle gives way to one that stands alone, and a name in the middle is a name") {
    const char* text =
        "President Luiz Ramalho Teco da Costa flew north. Minister Marina Costa came too. Teco promised help. Costa "
        "said it was late.";
    CHECK(are_one(text, "Luiz Ramalho Teco da Costa", "Teco"));
    CHECK(are_one(text, "Marina Costa", "Costa"));
  }

  TEST_CASE("members of a party in the singular and the plural are one group") {
    CHECK(are_one("The Republican candidate lost. Republicans blamed the weather.", "Republican", "Republicans"));
  }
}

TEST_SUITE("entity/places") {
  TEST_CASE("a namesake in the region that stands behind it, or nowhere: never a guess") {
    const EntityAnalysis found = find_entities(
        document_of("The fire broke out in Moscow, Texas, on Friday. Police in Springfield, Illinois, sent engines."));
    for (const Entity& entity : found.entities) {
      if (entity.name == "Moscow") CHECK_FALSE(entity.place);
      if (entity.name == "Springfield") {
        REQUIRE(entity.place);
        CHECK(entity.place->latitude == doctest::Approx(39.82));
      }
    }
  }

  TEST_CASE("without a region the largest of the namesakes is meant") {
    const EntityAnalysis found = find_entities(document_of("The minister flew to Paris on Friday."));
    for (const Entity& entity : found.entities) {
      if (entity.name != "Paris") continue;
      REQUIRE(entity.place);
      CHECK(entity.place->country == "FR");
    }
  }
}

TEST_SUITE("entity/nominals") {
  TEST_CASE("a country that is named is never taken for another") {
    const Document document = document_of("Switzerland closed the border. The United Kingdom kept it open on Friday.");
    const EntityAnalysis found = find_entities(document);
    for (const Mention& mention : found.mentions) {
      if (mention.span.of(document.text()).find("Kingdom") != std::string_view::npos)
        CHECK(found.entities[mention.entity].name == "United Kingdom");
    }
  }

  TEST_CASE("a company is no court, whatever was named last") {
    const char* text =
        "The lawsuit was filed by Siemens on Monday. The Supreme Court said that it would hear the case. The "
        "German-listed company makes trains.";
    CHECK(are_one(text, "Siemens", "The German-listed company"));
  }

  TEST_CASE("the word in a body's own name means it") {
    CHECK(are_one("The Hartwell Museum opened on Friday. The museum shows boats.", "Hartwell Museum", "The museum"));
  }

  TEST_CASE("a noun that goes on, or one of several, is no reference") {
    const Document document =
        document_of("York was quiet on Friday. It is the second city of the region. The city centre was closed.");
    const EntityAnalysis found = find_entities(document);
    CHECK(meant_by(found, document, "the second city").empty());
    CHECK(meant_by(found, document, "The city").empty());
  }
}
