#include "summary/keyphrases.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;
using dateline::testing::words_of;

namespace {

constexpr std::string_view kArticle =
    "Harbour bridge to close for repairs\n\n"
    "The harbour bridge in Ostrel will close for nine weeks, the town council said.\n\n"
    "Engineers found cracks in the harbour bridge last spring. The town council has set aside money for the work, and "
    "ferry operators will add services.\n\n"
    "Ferry operators welcomed the plan. Shopkeepers near the harbour bridge did not.\n";

bool has(const std::vector<Keyphrase>& phrases, std::string_view text) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Keyphrase& phrase) { return phrase.text == text; });
}

std::vector<Keyphrase> keyphrases_of(std::string_view text) {
  const Document document = parsed_document_of(text);
  const EntityAnalysis entities = find_entities(document);
  return find_keyphrases(document, entities, find_times(document, {}));
}

}  // namespace

TEST_SUITE("summary/keyphrases") {
  TEST_CASE("what the article is about comes first, with a mention wherever it is said") {
    const Document document = parsed_document_of(kArticle);
    const auto phrases = find_keyphrases(document, {}, {});
    REQUIRE(!phrases.empty());
    CHECK(phrases[0].text == "harbour bridge");
    CHECK(phrases[0].score == 1);
    CHECK(phrases[0].mentions.size() == 3);
    for (const Span mention : phrases[0].mentions) CHECK(words_of(document, mention) == "harbour bridge");
  }

  TEST_CASE("a zone of a time of day is no subject") {
    CHECK_FALSE(
        has(keyphrases_of("Polls close\n\nThe polls closed at 18:00 GMT, and at 19:00 GMT counting began."), "GMT"));
  }

  TEST_CASE("a fragment of a chosen phrase is not chosen beside it") {
    const auto phrases = find_keyphrases(parsed_document_of(kArticle), {}, {});
    CHECK(has(phrases, "town council"));
    CHECK_FALSE(has(phrases, "council"));
    CHECK_FALSE(has(phrases, "bridge"));
  }

  TEST_CASE("there are at most twelve, best first") {
    std::string text = "Report\n\n";
    for (const char* thing :
         {"harbour", "bridge", "river", "garden", "museum", "station", "market", "school", "castle"})
      text += std::string("The ") + thing + " wall fell in the storm. The " + thing + " wall will be built again.\n\n" +
              "A " + thing + "'s owner praised the " + thing + " guard and the " + thing + " fund.\n\n";
    const auto phrases = find_keyphrases(parsed_document_of(text), {}, {});
    CHECK(phrases.size() <= 12);
    CHECK(phrases.size() >= 6);
    for (size_t i = 1; i < phrases.size(); ++i) CHECK(phrases[i].score <= phrases[i - 1].score);
  }

  TEST_CASE("a title before a name and an adjective that says how much are no keyphrases") {
    const auto phrases = keyphrases_of(
        "Velda council sells park\n\n"
        "Mayor Ines Valk sold the old town park to Judge Tom Brandt. Judge Brandt will pay more money for the park "
        "than "
        "Mayor Valk had asked. Mr. Brandt wants a bigger lake in the town park.\n");
    CHECK(has(phrases, "Ines Valk"));
    CHECK(has(phrases, "town park"));
    CHECK_FALSE(has(phrases, "Judge"));
    CHECK_FALSE(has(phrases, "Mayor"));
    CHECK_FALSE(has(phrases, "Mr."));
    CHECK_FALSE(has(phrases, "bigger lake"));
  }

  TEST_CASE("an entity is one keyphrase, in its fullest name") {
    const auto phrases = keyphrases_of(
        "Brandt leaves Velda\n\n"
        "Tom Brandt left Velda on Friday. Brandt had run the Velda theatre since March. Friends of Brandt wept.\n");
    REQUIRE(has(phrases, "Tom Brandt"));
    CHECK_FALSE(has(phrases, "Brandt"));
  }

  TEST_CASE("no keyphrase is a date or a percentage") {
    for (const Keyphrase& phrase :
         keyphrases_of("Prices rise\n\n"
                       "Bread prices rose by 12 percent last week. On Monday, rents rose by 3 "
                       "percent, and on Monday night fares by 5 percent.\n")) {
      CAPTURE(phrase.text);
      CHECK(phrase.text.find("percent") == std::string::npos);
      CHECK(phrase.text.find("Monday") == std::string::npos);
      CHECK(phrase.text.find("week") == std::string::npos);
    }
  }

  TEST_CASE("a text without nouns has none") {
    CHECK(find_keyphrases(parsed_document_of(""), {}, {}).empty());
    CHECK(find_keyphrases(parsed_document_of("It was so.\n\nThen they did it."), {}, {}).empty());
  }
}
