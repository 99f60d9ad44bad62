#include "summary/sentence_grammar.h"

#include <doctest/doctest.h>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

SentenceGrammar grammar_of(std::string_view text) {
  const Document document = parsed_document_of(text);
  return read_sentence_grammar(document, document.sentence(0));
}

}  // namespace

TEST_SUITE("summary/sentence_grammar") {
  TEST_CASE("a sentence leans where its subject is or belongs to a pronoun without a noun") {
    CHECK(grammar_of("Now he wants to leave the council.").leans);
    CHECK(grammar_of("In May, their house burned down.").leans);
    CHECK(grammar_of("This decision surprised the town.").leans);
    CHECK(grammar_of("\"The bridge will close in May,\" he said.").leans);
  }

  TEST_CASE("a sentence does not lean where the noun stands in it, or where \"it\" stands for nothing") {
    CHECK_FALSE(grammar_of("The mayor wants to leave the council.").leans);
    CHECK_FALSE(grammar_of("When Anna Velk came home, she found the letter.").leans);
    CHECK_FALSE(grammar_of("It is clear that the bridge will close.").leans);
  }

  TEST_CASE("adverbs that tie a sentence to what was told are seen behind its subject too") {
    CHECK(grammar_of("The mayor also closed the school.").also);
    CHECK_FALSE(grammar_of("The mayor quickly closed the school.").also);
  }

  TEST_CASE("a caption without a verb has none, an order has one") {
    CHECK_FALSE(grammar_of("Children at the harbour in Ostrel.").has_verb);
    CHECK(grammar_of("The harbour closed.").has_verb);
    const SentenceGrammar order = grammar_of("Boil the rice for ten minutes.");
    CHECK(order.is_order);
    CHECK(order.has_verb);
  }

  TEST_CASE("definitions and what a text says of itself are known") {
    CHECK(grammar_of("Ostrel is a town on the northern coast.").is_definition);
    CHECK_FALSE(grammar_of("Ostrel lies on the northern coast.").is_definition);
    CHECK(grammar_of("In this paper, we measure the tides of Ostrel.").on_itself);
    CHECK_FALSE(grammar_of("The paper was printed in Ostrel.").on_itself);
  }
}
