#include "text/characters.h"

#include <doctest/doctest.h>

using namespace dateline;

TEST_SUITE("text/characters") {
  TEST_CASE("lower case of the alphabets of English news") {
    CHECK(to_lower("ÅNGSTRÖM ŁÓDŹ ΑΘΉΝΑ КИЇВ Ş") == "ångström łódź αθήνα київ ş");
  }

  TEST_CASE("lower and upper case undo each other") {
    for (char32_t code = 0x41; code < 0x2000; ++code) {
      if (to_lower(code) != code && code != 0x130 && code != 0x1E9E) CHECK(to_upper(to_lower(code)) == code);
    }
  }

  TEST_CASE("a word is normalised for look-up") {
    CHECK(normalized("O’Neill‑Smith") == "O'Neill-Smith");
    CHECK(normalized("co\xC2\xADoper\xE2\x80\x8B"
                     "ate") == "cooperate");  // soft hyphen, zero-width space
  }

  TEST_CASE("letters of all alphabets are letters, marks and digits are not") {
    for (const char32_t code : U"aÉßΩжאعनก한東") {
      if (code) CHECK(is_letter(code));
    }
    for (const char32_t code : U"1$-“ \u0301\u00AD€🙂") {
      if (code) CHECK_FALSE(is_letter(code));
    }
  }

  TEST_CASE("white space has every width, line ends are apart") {
    for (const char32_t code : {U' ', U'\t', char32_t{0xA0}, char32_t{0x2009}, char32_t{0x202F}, char32_t{0x3000}})
      CHECK(is_space(code));
    for (const char32_t code : {U'\n', U'\r', char32_t{0x2028}, char32_t{0x85}}) {
      CHECK(is_line_end(code));
      CHECK_FALSE(is_space(code));
    }
  }
}
