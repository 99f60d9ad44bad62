#include "summary/keyphrases.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;
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

}  // namespace

TEST_SUITE("summary/keyphrases") {
  TEST_CASE("what the article is about comes first, with a mention wherever it is said") {
    const Document document = document_of(kArticle);
    const auto phrases = find_keyphrases(document, {});
    REQUIRE(!phrases.empty());
    CHECK(phrases[0].text == "harbour bridge");
    CHECK(phrases[0].score == 1);
    CHECK(phrases[0].mentions.size() == 3);
    for (const Span mention : phrases[0].mentions) CHECK(words_of(document, mention) == "harbour bridge");
  }

  TEST_CASE("a fragment of a chosen phrase is not chosen beside it") {
    const auto phrases = find_keyphrases(document_of(kArticle), {});
    CHECK(has(phrases, "town council"));
    CHECK_FALSE(has(phrases, "council"));
    CHECK_FALSE(has(phrases, "bridge"));
  }

  TEST_CASE("there are at most twelve, best first") {
    std::string text = "Report\n\n";
    for (char c = 'a'; c <= 'z'; ++c) text += std::string("The ") + c + "lor " + c + "mund of the town closed.\n\n";
    const auto phrases = find_keyphrases(document_of(text), {});
    CHECK(phrases.size() == 12);
    for (size_t i = 1; i < phrases.size(); ++i) CHECK(phrases[i].score <= phrases[i - 1].score);
  }

  TEST_CASE("a text without nouns has none") {
    CHECK(find_keyphrases(document_of(""), {}).empty());
    CHECK(find_keyphrases(document_of("It was so.\n\nThen they did it."), {}).empty());
  }
}
