// Who a quote's speaker is: the words that name them, and the entity these mean.
#include "quote/speakers.h"

#include <doctest/doctest.h>

#include <string>

#include "quote/quote.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// "the words that name the speaker = the entity's name" of each quote, one a line; "-" for what is not there.
std::string speakers_of(const std::string& text) {
  const Document document = parsed_document_of(text);
  const EntityAnalysis entities = find_entities(document);
  std::string out;
  for (const Quote& quote : find_quotes(document, entities)) {
    out += quote.speaker ? std::string(quote.speaker->of(document.text())) : "-";
    out += " = ";
    out += quote.entity == kNoEntity ? "-" : entities.entities[quote.entity].name;
    out += "\n";
  }
  return out;
}

/// The words of a source that is given as token ranges.
std::string words_of_source(const std::string& text, const std::vector<IndexRange>& source) {
  const Document document = parsed_document_of(text);
  const std::optional<Span> span = speaker_span(document, source);
  return span ? std::string(span->of(document.text())) : "-";
}

}  // namespace

TEST_SUITE("quote/speakers") {
  TEST_CASE("a full name is the entity of that name") {
    CHECK(speakers_of("\"We will rebuild the bridge,\" Ana Reyes said.") == "Ana Reyes = Ana Reyes\n");
  }

  TEST_CASE("a surname later in the text means the person named in full before") {
    CHECK(speakers_of("Ana Reyes opened the bridge on Friday. \"It will last,\" Reyes said.") == "Reyes = Ana Reyes\n");
  }

  TEST_CASE("a pronoun means whom it stands for") {
    CHECK(speakers_of("Ana Reyes opened the bridge on Friday. \"It will last,\" she said.") == "she = Ana Reyes\n");
  }

  TEST_CASE("an apposition names whom a description means") {
    CHECK(speakers_of("\"It will last,\" said the mayor, Ana Reyes.") == "the mayor, Ana Reyes = Ana Reyes\n");
  }

  TEST_CASE("a name with an apposition is the person, not what the apposition names") {
    CHECK(speakers_of("\"It will last,\" said Ana Reyes, the mayor of Ombra.") ==
          "Ana Reyes, the mayor of Ombra = Ana Reyes\n");
  }

  TEST_CASE("a spokesman is not whom he speaks for") {
    const std::string speakers = speakers_of("\"It will last,\" said a spokesman for Ana Reyes.");
    CHECK(speakers == "a spokesman for Ana Reyes = -\n");
  }

  TEST_CASE("an unnamed speaker keeps its words and has no entity") {
    CHECK(speakers_of("\"It will not last,\" a passer-by said.") == "a passer-by = -\n");
  }

  TEST_CASE("two people are no single entity") {
    CHECK(speakers_of("Ana Reyes met Jon Aker. Reyes and Aker said they would not run again.") ==
          "Reyes and Aker = -\n");
  }

  TEST_CASE("a quotation behind a quote in the same paragraph has its speaker") {
    CHECK(speakers_of("\"The snow came too fast for us,\" said Ilse Brandt. The slope lay bare. \"We could not see our "
                      "own hands in front of us.\"") == "Ilse Brandt = Ilse Brandt\nIlse Brandt = Ilse Brandt\n");
  }

  TEST_CASE("answers of an interview mean the one person whom its opening names") {
    CHECK(speakers_of("Ana Reyes has been mayor of Ombra for nine years.\n\nQ: Do you regret the decision?\n\nA: Not "
                      "for a moment.") == "Q = -\nA = Ana Reyes\n");
  }

  TEST_CASE("answers mean nobody where the opening names two people") {
    CHECK(speakers_of("Ana Reyes and Jon Aker have run Ombra for nine years.\n\nQ: Do you regret the decision?\n\nA: "
                      "Not for a moment.") == "Q = -\nA = -\n");
  }

  TEST_CASE("an apposition at the end of a long description names whom it means") {
    CHECK(speakers_of("\"Prices will rise,\" said an analyst at investment bank Siemens Capital, Ana Reyes.") ==
          "an analyst at investment bank Siemens Capital, Ana Reyes = Ana Reyes\n");
    CHECK(speakers_of("A lawyer for the news outlets, Ana Reyes, said no decision had been made.") ==
          "A lawyer for the news outlets, Ana Reyes = Ana Reyes\n");
  }

  TEST_CASE("what a clause or a participle behind a noun names does not speak") {
    CHECK(speakers_of("Astronomers using the Hubble Space Telescope say they have found a new planet.") ==
          "Astronomers using the Hubble Space Telescope = -\n");
    CHECK(speakers_of("Companies including Siemens said on Monday that the tax was too high.") ==
          "Companies including Siemens = -\n");
  }

  TEST_CASE("a hyphen inside a word does not end a description") {
    CHECK(speakers_of("\"It will last,\" said London-based engineers at Siemens.") ==
          "London-based engineers at Siemens = -\n");
    CHECK(speakers_of("Democratic front-runner Ana Reyes said it would last.") ==
          "Democratic front-runner Ana Reyes = Ana Reyes\n");
  }

  TEST_CASE("a paragraph that is all quotation goes on with what the one before it says") {
    CHECK(speakers_of(
              "\"We will rebuild the bridge,\" Ana Reyes said on Monday.\n\n\"It has to last for a hundred years "
              "this time, and it will cost what it costs.\"") == "Ana Reyes = Ana Reyes\nAna Reyes = Ana Reyes\n");
  }

  TEST_CASE("a few quoted words that stand alone are a heading of nobody's") {
    CHECK(speakers_of("\"We will rebuild the bridge,\" Ana Reyes said on Monday.\n\n\"There is so much anger.\"\n\nIn "
                      "Ombra the shops were closed.") == "Ana Reyes = Ana Reyes\n- = -\n");
  }

  TEST_CASE("of several pieces of a source the longest names the speaker") {
    CHECK(words_of_source("She spoke, the mayor of Ombra.", {{0, 1}, {3, 7}}) == "the mayor of Ombra");
  }

  TEST_CASE("marks and conjunctions at the ends of a source are no part of the name") {
    CHECK(words_of_source("as Reyes, said", {{0, 3}}) == "Reyes");
    CHECK(words_of_source("as , said", {{0, 2}}) == "-");
    CHECK(words_of_source("Reyes said", {}) == "-");
  }
}
