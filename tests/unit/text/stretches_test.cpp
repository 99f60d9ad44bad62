#include "text/stretches.h"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;

namespace {

std::string joined(std::string_view text) {
  std::string out;
  for (const Stretch& stretch : find_stretches(text)) out += "[" + std::string(stretch.span.of(text)) + "]";
  return out;
}

}  // namespace

TEST_SUITE("text/stretches") {
  TEST_CASE("every kind of line end divides, CRLF once") {
    CHECK(joined("a\r\nb\rc\nd\xE2\x80\xA8"
                 "e") == "[a][b][c][d][e]");
    CHECK_FALSE(find_stretches("a\r\nb")[1].after_blank);
    CHECK(find_stretches("a\r\n\r\nb")[1].after_blank);
  }

  TEST_CASE("white space around a line is no part of it") {
    CHECK(joined("  a b \t\n \n\xC2\xA0 c") == "[a b][c]");
  }

  TEST_CASE("hard-wrapped paragraphs are joined, pasted ones are not") {
    const std::string wrapped =
        "The council met on Monday evening to talk about the new bridge\n"
        "that will lead over the river at the old mill, and about the\n"
        "money that it will cost the town over the next twenty years.\n"
        "\n"
        "The mayor said that work would begin in spring, as soon as the\n"
        "ground allowed it, and that it would take two years to finish.\n";
    CHECK(find_stretches(wrapped).size() == 2);
    const std::string pasted =
        "The council met on Monday evening to talk about the new bridge.\n"
        "The mayor said that work would begin in spring.\n"
        "Nobody spoke against it.\n";
    CHECK(find_stretches(pasted).size() == 3);
  }

  TEST_CASE("the last character is looked for before closers and footnote marks") {
    for (const std::string text : {"It ended.", "It ended.\"", "It ended.”)", "It ended. [6][17]", "It ended.,"}) {
      CAPTURE(text);
      CHECK(last_character(text, {0, static_cast<uint32_t>(text.size())}) == U'.');
    }
  }

  TEST_CASE("a text without a line end or without words is taken") {
    CHECK(joined("") == "");
    CHECK(joined(" \n\t\n") == "");
    CHECK(joined("x") == "[x]");
  }
}
