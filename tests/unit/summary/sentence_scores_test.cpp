#include "summary/sentence_scores.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;
using dateline::testing::words_of;

namespace {

std::vector<std::string> summary_of(const Document& document) {
  std::vector<std::string> out;
  for (const ScoredSentence& row : score_sentences(document, {}, {}, {}, {}, {}))
    out.push_back(words_of(document, document.sentence(row.sentence).span));
  return out;
}

constexpr std::string_view kArticle =
    "Dam above Ostrel to be repaired\n\n"
    "By Ines Valk\n\n"
    "The dam above Ostrel will be repaired for 40 million crowns after engineers found cracks in its wall, the "
    "regional "
    "government said on Friday.\n\n"
    "Photo: Rita Lowen/Agency\n\n"
    "Is it safe?\n\n"
    "The engineers said the cracks in the wall of the dam had grown since last year, when the regional government "
    "ordered the first repairs.\n\n"
    "But not everybody agrees.\n";

}  // namespace

TEST_SUITE("summary/sentence_scores") {
  TEST_CASE("the sentence that tells the story comes first") {
    const auto summary = summary_of(parsed_document_of(kArticle));
    REQUIRE(summary.size() >= 2);
    CHECK(summary[0].rfind("The dam above Ostrel", 0) == 0);
    CHECK(summary[1].rfind("The engineers said", 0) == 0);
  }

  TEST_CASE("a sentence that leans on one that is not chosen comes behind one that stands alone") {
    const auto summary = summary_of(parsed_document_of(
        "The mayor of Ostrel will resign in June, the town hall said on Friday.\n\n"
        "Trams ran late.\n\n"
        "The decision surprised the council of Ostrel and the people of the old town on Friday evening.\n\n"
        "Ostrel surprised the council of Velden and the people of the old town on Friday evening.\n"));
    REQUIRE(summary.size() == 4);
    CHECK(summary[1].rfind("Ostrel surprised", 0) == 0);
  }

  TEST_CASE("a sentence that leans on the one before it follows it, or comes late") {
    const auto summary = summary_of(parsed_document_of(
        "Ostrel theatre to reopen\n\n"
        "The old theatre in Ostrel will reopen in May after four years of repairs, the town council said on Friday.\n\n"
        "Its roof fell in during a storm in the winter.\n\n"
        "Now it has a new stage, new seats and a hall for two hundred children from the schools of the town.\n\n"
        "The town council paid for the stage of the theatre, and a bank in Velden paid for the seats.\n"));
    REQUIRE(summary.size() == 4);
    CHECK(summary[0].rfind("The old theatre", 0) == 0);
    CHECK(summary[3].rfind("The town council", 0) != 0);
  }

  TEST_CASE("headlines, bylines and credits are never chosen") {
    for (const std::string& sentence : summary_of(parsed_document_of(kArticle))) {
      CAPTURE(sentence);
      CHECK(sentence.find("to be repaired") == std::string::npos);
      CHECK(sentence.find("Valk") == std::string::npos);
      CHECK(sentence.find("Photo") == std::string::npos);
    }
  }

  TEST_CASE("scores fall from 1 towards 0, and no sentence stands twice") {
    const Document document = parsed_document_of(kArticle);
    std::vector<bool> seen(document.sentences().size());
    double last = 1;
    for (const ScoredSentence& row : score_sentences(document, {}, {}, {}, {}, {})) {
      CHECK(row.score <= last);
      CHECK(row.score >= 0);
      CHECK_FALSE(seen[row.sentence]);
      seen[row.sentence] = true;
      last = row.score;
    }
  }

  TEST_CASE("a sentence told already does not follow itself") {
    const Document document = parsed_document_of(
        "Fire destroys mill\n\n"
        "Fire destroyed the old paper mill in Velda on Sunday, police said.\n\n"
        "Fire destroyed the old paper mill in Velda on Sunday, police said.\n\n"
        "Sixty workers and their families will be paid until autumn by the owner.\n");
    const auto summary = summary_of(document);
    REQUIRE(summary.size() == 3);
    CHECK(summary[0].rfind("Fire destroyed", 0) == 0);
    CHECK(summary[1].rfind("Sixty workers", 0) == 0);
  }

  TEST_CASE("a key point and the sentence that tells it again do not stand side by side") {
    const Document document = parsed_document_of(
        "Mill burns down\n\n"
        "- Three people have died and nine are missing after the mill burned down\n"
        "- The owner will pay the workers until autumn\n\n"
        "Three people have died and nine are missing after days of heat in the valley, police said on Sunday.\n\n"
        "The paper mill in Velda was built in 1871 and had burned twice before, in 1902 and in 1944.\n");
    const auto summary = summary_of(document);
    REQUIRE(summary.size() == 4);
    CHECK(summary[3].find("nine are missing") != std::string::npos);
    for (size_t i = 1; i < 3; ++i) CHECK(summary[i].find("nine are missing") == std::string::npos);
  }

  TEST_CASE("at most thirty sentences are ranked") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "The council of Ostrel met again about the dam in the valley. ";
    CHECK(score_sentences(parsed_document_of(text), {}, {}, {}, {}, {}).size() == kMostSummarySentences);
    CHECK(score_sentences(parsed_document_of(""), {}, {}, {}, {}, {}).empty());
  }
}
