#include "quote/quotation_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using namespace dateline;
using dateline::testing::document_of;

namespace {

/// The quotations of a text, "/" between them, a nested one in its own place; "…" marks one whose closer is missing,
/// "+" one that the next block goes on with.
std::string quotations_of(const std::string& text) {
  const Document document = document_of(text);
  std::string out;
  for (const Quotation& quotation : find_quotations(document).all) {
    if (!out.empty()) out += " / ";
    out += document.span_of(quotation.inner).of(document.text());
    if (quotation.continues) out += "+";
    if (!quotation.closed && !quotation.continues) out += "…";
  }
  return out;
}

}  // namespace

TEST_SUITE("quote/quotation_marks") {
  TEST_CASE("marks of every house style pair up") {
    CHECK(quotations_of("\"We will stay,\" she said.") == "We will stay,");
    CHECK(quotations_of("“We will stay,” she said.") == "We will stay,");
    CHECK(quotations_of("``We will stay,'' she said.") == "We will stay,");
    CHECK(quotations_of("''We will stay,'' she said.") == "We will stay,");
    CHECK(quotations_of("'We will stay,' she said.") == "We will stay,");
    CHECK(quotations_of("‘We will stay,’ she said.") == "We will stay,");
    CHECK(quotations_of("«We will stay», she said.") == "We will stay");
    CHECK(quotations_of("„We will stay“, she said.") == "We will stay");
    CHECK(quotations_of("She said: \"We will stay\".") == "We will stay");
  }

  TEST_CASE("a mark may stand behind a bracket or a dash, and before a full stop") {
    CHECK(quotations_of("The plan (\"a gift\") failed.") == "a gift");
    CHECK(quotations_of("The plan -- \"a gift\" -- failed.") == "a gift");
    CHECK(quotations_of("He called it “a gift”.") == "a gift");
  }

  TEST_CASE("nested quotations are found inside the outer one") {
    CHECK(quotations_of("\"She told me 'never again' twice,\" he said.") ==
          "She told me 'never again' twice, / never again");
    CHECK(quotations_of("‘She told me “never again” twice,’ he said.") ==
          "She told me “never again” twice, / never again");
    CHECK(quotations_of("“She told me “never again” twice,” he said.") ==
          "She told me “never again” twice, / never again");
  }

  TEST_CASE("apostrophes open and close nothing") {
    CHECK(quotations_of("The dogs' home and Anna's shop don't open in the '90s style of rock 'n' roll.") == "");
    CHECK(quotations_of("'It's the owners' fault,' Anna said.") == "It's the owners' fault,");
    CHECK(quotations_of("“Don’t go,” he said. The farmers’ union agreed.") == "Don’t go,");
  }

  TEST_CASE("feet, inches and minutes are no marks") {
    CHECK(quotations_of("He is 6'2\" tall and drives on 17\" wheels.") == "");
    CHECK(quotations_of("The 40\" screen broke, \"sadly\" for us.") == "sadly");
    CHECK(quotations_of("“The shelf is 5'11\" high,” she said.") == "The shelf is 5'11\" high,");
  }

  TEST_CASE("a closer that never comes ends with its sentence") {
    CHECK(quotations_of("\"We will stay, she said. He left. They ate.") == "We will stay, she said.…");
    CHECK(quotations_of("“We will stay, she said. He left. “I go,” he said.") == "We will stay, she said.… / I go,");
    CHECK(quotations_of("It was ‘never meant to be. It ended.") == "");
  }

  TEST_CASE("a speech of several paragraphs opens each and closes the last") {
    CHECK(quotations_of(
              "Some talk of the town\n\n“We came at dawn. It was cold.\n\n“We left at noon,” she said to us.") ==
          "We came at dawn. It was cold.+ / We left at noon,");
  }

  TEST_CASE("a closer without an opener is left alone") {
    CHECK(quotations_of("We will stay,” she said. Then “yes” again.") == "yes");
  }

  TEST_CASE("a hundred thousand unpaired marks cost no more than any other text") {
    for (const char* mark : {"\"", "“", "”", "'", "‘", "``", "''", "« ", " \"", "“x ", "'x", "\"x\n\n"}) {
      std::string text;
      for (int i = 0; i < 100000; ++i) text += mark;
      const Document document = document_of(text);
      const Quotations found = find_quotations(document);
      CHECK(found.outermost.size() == document.tokens().size());
      uint64_t words = 0;
      for (const Quotation& quotation : found.all) words += quotation.inner.size();
      CHECK(words <= 5 * static_cast<uint64_t>(document.tokens().size()));
    }
  }
}
