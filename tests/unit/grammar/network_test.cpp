// A model file that is none, or not the one this program knows, gives no grammar and no crash.
#include "grammar/network.h"

#include <doctest/doctest.h>

#include "grammar/grammar_model.h"
#include "lexicon/resource.h"

namespace dateline {

TEST_SUITE("grammar/network") {
  TEST_CASE("the model that the program carries is usable") {
    REQUIRE(grammar_model().ready());
    CHECK(grammar_model().tags().size() > 50);
    CHECK(grammar_model().labels().size() > 30);
  }

  TEST_CASE("a model cut anywhere, or garbage, is not") {
    const std::string_view whole = resource("data/grammar/grammar.model");
    for (const size_t length : {size_t{0}, size_t{3}, size_t{100}, size_t{3000}, whole.size() / 3, whole.size() - 1}) {
      CHECK_FALSE(GrammarModel(whole.substr(0, length)).ready());
    }
    CHECK_FALSE(GrammarModel(std::string(5000, '\xFF')).ready());
    CHECK_FALSE(GrammarModel(std::string(5000, '\0')).ready());
    std::string other(whole);
    other[4] = '!';  // in the first tag's name: one pair of tags less than the network gives
    other[5] = '\n';
    CHECK_NOTHROW(GrammarModel(other).ready());
  }
}

}  // namespace dateline
