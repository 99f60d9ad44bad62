#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dateline.h"
#include "entity/entity.h"
#include "entity/find_entities.h"
#include "entity/reference_model.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// The names that the mentions with these words mean, in text order.
std::vector<std::string> meant_by(const Document& document, std::string_view words) {
  const EntityAnalysis found = find_entities(document);
  std::vector<std::string> out;
  for (const Mention& mention : found.mentions) {
    if (mention.kind != MentionKind::kName && mention.span.of(document.text()) == words)
      out.push_back(found.entities[mention.entity].name);
  }
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_SUITE("entity/references") {
  TEST_CASE("he and she mean the person of that gender who was named") {
    const Document document = parsed_document_of(
        "Robert Hartwell met Susan Brandt in Leeds on Monday. She told the council that the bridge was unsafe. He "
        "promised to repair it.");
    CHECK(meant_by(document, "She") == Names{"Susan Brandt"});
    CHECK(meant_by(document, "He") == Names{"Robert Hartwell"});
  }

  TEST_CASE("its means the company that is the subject") {
    CHECK(meant_by(parsed_document_of("Siemens said on Friday that its profit had risen by a third."), "its") ==
          Names{"Siemens"});
  }

  TEST_CASE("an empty it means nobody") {
    CHECK(
        meant_by(parsed_document_of("Siemens cut its forecast. It is likely that others will follow."), "It").empty());
    CHECK(meant_by(parsed_document_of("It was raining in Leeds when the train left."), "It").empty());
  }

  TEST_CASE("a noun without a name takes its pronoun away from a name") {
    const Document document = parsed_document_of(
        "Siemens builds turbines in Leeds. The old bridge was closed in May. A truck had hit it at night.");
    CHECK(meant_by(document, "it").empty());
  }

  TEST_CASE("what stands in apposition or as predicate means the one who is named") {
    const Document document = parsed_document_of(
        "Anna Brandt, a former mayor of Leeds, opened the bridge. Robert Hartwell is not a fisherman. Susan Holm is a "
        "teacher in Oslo.");
    CHECK(meant_by(document, "a former mayor of Leeds") == Names{"Anna Brandt"});
    CHECK(meant_by(document, "a teacher in Oslo") == Names{"Susan Holm"});
    CHECK(meant_by(document, "a fisherman").empty());
  }

  TEST_CASE("a pronoun before any name means nobody") {
    CHECK(meant_by(parsed_document_of("He had slept badly. The farm was silent."), "He").empty());
  }

  TEST_CASE("another way of choosing decides instead of the weights") {
    const Document document = parsed_document_of("Robert Hartwell came home. He slept.");
    size_t asked = 0;
    const EntityAnalysis found = find_entities(document, [&](const ReferenceQuestion& question, const EntityAnalysis&) {
      ++asked;
      CHECK(question.entities.size() == question.candidates.size());
      return question.entities.size();
    });
    CHECK(asked == 1);
    CHECK(found.mentions.size() == 1);
  }

  TEST_CASE("a table of weights read back is the same table") {
    const std::string table = ReferenceModel::instance().table();
    CHECK_FALSE(table.empty());
    CHECK(ReferenceModel(table).table() == table);
    CHECK(ReferenceModel("no such feature\t1\t2\t3\t4\n").table().empty());
  }
}

TEST_SUITE("entity/first_person") {
  TEST_CASE("the one who says her name is the I of a text that says I") {
    const Document document = parsed_document_of(
        "My name is Anna Brandt and I have fished here for thirty years.\n\nI sold my boat last spring. I miss it.");
    CHECK(meant_by(document, "my") == Names{"Anna Brandt"});
    CHECK(meant_by(document, "I").size() == 3);
  }

  TEST_CASE("a letter is its signer's, and its you is the one it greets") {
    const Document document = parsed_document_of(
        "Dear Robert,\n\nI am writing to you from Oslo. I have found work here.\n\nThe town is quiet and I like "
        "it.\n\nYours,\n\nAnna Brandt");
    CHECK(meant_by(document, "you") == Names{"Robert"});
    CHECK(meant_by(document, "I") == Names{"Anna Brandt", "Anna Brandt", "Anna Brandt"});
  }

  TEST_CASE("in an interview the answers are those of the one in the headline") {
    const Document document = parsed_document_of(
        "Interview with Anna Brandt, fisherwoman\n\nWhen did you begin to fish?\n\nI began as a child.\n\nDo you "
        "still go out every day?\n\nI do when the weather allows it.\n\nWhat would you tell a beginner?\n\nI would "
        "say: start young.");
    CHECK(meant_by(document, "I") == Names{"Anna Brandt", "Anna Brandt", "Anna Brandt"});
    CHECK(meant_by(document, "you") == Names{"Anna Brandt", "Anna Brandt", "Anna Brandt"});
  }

  TEST_CASE("a label says whose turn it is") {
    const Document document = parsed_document_of(
        "Anna Brandt met Robert Hartwell in the studio.\n\nBRANDT: I came by train.\n\nHARTWELL: I came by "
        "car.\n\nBRANDT: I know.");
    CHECK(meant_by(document, "I") == Names{"Anna Brandt", "Robert Hartwell", "Anna Brandt"});
  }

  TEST_CASE("the teller of a story is nobody where others are called by name too") {
    const Document document = parsed_document_of(
        "\"Anna, come here,\" my mother said. I went out.\n\n\"Carl, what is that?\" I did not know. I ran.\n\n"
        "\"Anna!\" she called. \"Come back, come back!\" I hid.");
    CHECK(meant_by(document, "I").empty());
  }

  TEST_CASE("who tells a story is the one whom others call so in it") {
    const Document document = parsed_document_of(
        "My grandmother kept the only shop in the village, and on Sundays I was allowed to stand behind the counter. "
        "She "
        "called me Sparrow, and so did all who came in. I counted the coins, I wrapped the bread, and in the evening I "
        "carried the rest of it home through the fields, which were dark by then.");
    CHECK(meant_by(document, "I") == Names{"Sparrow", "Sparrow", "Sparrow", "Sparrow"});
  }

  TEST_CASE("the teller of a story is the only one whom others call by name and whom it never names") {
    const Document document = parsed_document_of(
        "\"Anna, come here,\" my mother said. I went out.\n\n\"Anna, what is that?\" I did not know. Carl ran.\n\n"
        "\"Anna!\" she called. \"Come back, Carl, come back!\" I hid.");
    CHECK(meant_by(document, "I") == Names{"Anna", "Anna", "Anna"});
  }

  TEST_CASE("a day, a nationality or an office after called me is no name") {
    for (const char* words :
         {"called me Tuesday", "called me American", "named me Minister of Finance", "named me Person of the Year"}) {
      const Document document = parsed_document_of(
          "In those years I lived by the harbour and I wrote letters to the papers, most of which they never printed. "
          "She " +
          std::string(words) + " and I laughed, because I knew what she had been told about me in the town hall.");
      CHECK(meant_by(document, "I").empty());
    }
  }

  TEST_CASE("one who is called up at the end of the opening speaks, but for what is asked") {
    const Document document = parsed_document_of(
        "We will hear the appeal of the harbour board against the city first. Ms Brandt?\n\nThank you. I will speak of "
        "the lease first, and then of the damage that I say the board did not do.\n\nBefore you come to that, are you "
        "saying that the lease has ended?\n\nI am saying that it never began.");
    CHECK(meant_by(document, "I") == Names{"Brandt", "Brandt", "Brandt"});
    CHECK(meant_by(document, "you") == Names{"Brandt", "Brandt"});
  }

  TEST_CASE("two who take turns after one has introduced the other") {
    const Document document = parsed_document_of(
        "Hello and welcome to the show. I'm your host as always, Anna, and I'm joined by Robert.\n\nHi there.\n\nI was "
        "at "
        "the harbour today.\n\nI saw it too, and I must say I was surprised.\n\nI thought you would be.\n\nI never "
        "thought they would build it.");
    CHECK(meant_by(document, "I") == Names{"Anna", "Anna", "Anna", "Robert", "Robert", "Robert", "Anna", "Robert"});
  }

  TEST_CASE("a third who is introduced, or a label, or an address to oneself: no turns of two") {
    const std::string rest =
        "\n\nHi there.\n\nI was at the harbour today.\n\nI saw it.\n\nI thought you would be.\n\nI never knew that.";
    for (const char* opening :
         {"I'm your host, Anna, and I'm joined by Robert. Also our guest Carla is here, and you know her.",
          "I'm your host, Anna, and I'm joined by Robert. Thanks, Anna, you are too kind."}) {
      const Names meant = meant_by(parsed_document_of(opening + rest), "I");
      CHECK(std::count(meant.begin(), meant.end(), "Robert") < 2);
    }
  }

  TEST_CASE("nobody is guessed where the text does not say who speaks") {
    CHECK(meant_by(parsed_document_of("I saw Robert Hartwell at the market. I think he was ill. I went home."), "I")
              .empty());
  }
}

TEST_SUITE("entity/counted_in") {
  TEST_CASE("we means the group that the speaker counts himself in with") {
    const Document document = parsed_document_of(
        "My friends, our harbour is old. We as Norwegians have always lived by the sea, and nobody will take it from "
        "us.");
    CHECK(meant_by(document, "We") == Names{"Norwegians"});
    CHECK(meant_by(document, "our") == Names{"Norwegians"});
    CHECK(meant_by(document, "us") == Names{"Norwegians"});
  }

  TEST_CASE("and the body that he speaks from within") {
    const Document document =
        parsed_document_of("We here at Greenpeace have waited long enough. Our ships will leave in May.");
    CHECK(meant_by(document, "Our") == Names{"Greenpeace"});
  }

  TEST_CASE("between quotation marks it holds for its paragraph alone") {
    const Document document = parsed_document_of(
        "\"We Norwegians love the sea, and we always will,\" said Anna Brandt.\n\nRobert Hartwell said: \"We leave "
        "today.\"");
    CHECK(meant_by(document, "we") == Names{"Norwegians"});
    CHECK(meant_by(document, "We") == Names{"Norwegians"});
  }

  TEST_CASE("we stays open where nothing is said, and where two groups are") {
    CHECK(meant_by(parsed_document_of("We met the Norwegians in May. Our ships were late."), "Our").empty());
    CHECK(meant_by(parsed_document_of("We Norwegians came. We Germans came too. Our ships were late."), "Our").empty());
  }
}

TEST_SUITE("quote/quoted_first_person") {
  TEST_CASE("I between quotation marks is the speaker of the quote, mentions stay in text order") {
    const std::string text =
        "\"I lost my farm,\" Robert Hartwell said on Monday. Susan Brandt, the mayor, said: \"I will help him.\"";
    const Report report = analyze(text, {.date = Date{2021, 3, 4}});
    Names speakers;
    for (const auto& entity : report.entities) {
      uint32_t last = 0;
      for (const auto& mention : entity.mentions) {
        CHECK(mention.span.start >= last);
        last = mention.span.start;
        const std::string words = text.substr(mention.span.start, mention.span.end - mention.span.start);
        if (words == "I" || words == "my") speakers.push_back(entity.name + " " + words);
      }
    }
    std::sort(speakers.begin(), speakers.end());
    CHECK(speakers == Names{"Robert Hartwell I", "Robert Hartwell my", "Susan Brandt I"});
  }
}
