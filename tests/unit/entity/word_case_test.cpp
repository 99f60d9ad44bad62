#include "entity/word_case.h"

#include <doctest/doctest.h>

using dateline::WordCase;

TEST_SUITE("entity/word_case") {
  TEST_CASE("names have a capital, common words have none, words that are both lie between") {
    const WordCase& words = WordCase::instance();
    CHECK(words.of("germany") == 5);
    CHECK(words.of("window") == 1);
    CHECK(words.of("may") > words.of("window"));
    CHECK(words.of("may") < words.of("germany"));
  }

  TEST_CASE("a word that is not listed, and no word, are unknown") {
    CHECK(WordCase::instance().of("qwrtzp") == WordCase::kUnknown);
    CHECK(WordCase::instance().of("") == WordCase::kUnknown);
  }
}
