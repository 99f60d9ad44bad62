#include "text/clean_text.h"

#include <doctest/doctest.h>

using namespace dateline;

TEST_SUITE("text/clean_text") {
  TEST_CASE("valid UTF-8 is left as it is") {
    const std::string text = "Zürich, 東京, 🙂";
    CHECK(clean_utf8(text).bytes == text);
    CHECK(clean_utf8(text).oddities.places.empty());
  }

  TEST_CASE("each ill-formed sequence is overwritten by as many bytes, so that no offset moves") {
    // A stray continuation byte; a sequence cut short after one, two and three bytes; an overlong form; a surrogate.
    for (const std::string bad : {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC0\xAF", "\xED\xA0\x80", "\xFF\xFE"}) {
      const std::string text = "a" + bad + "é";
      const CleanText clean = clean_utf8(text);
      CAPTURE(bad);
      CHECK(clean.bytes.size() == text.size());
      CHECK(clean.bytes.substr(text.size() - 2) == "é");
      CHECK(!clean.oddities.places.empty());
      CHECK(clean_utf8(clean.bytes).bytes == clean.bytes);  // what comes out is valid
      CHECK(clean_utf8(clean.bytes).oddities.counts[static_cast<size_t>(Oddity::kInvalidUtf8)] == 0);
    }
  }

  TEST_CASE("a maximal ill-formed sequence counts as one oddity") {
    CHECK(clean_utf8("\xE2\x82").oddities.places.size() == 1);      // one cut-off character
    CHECK(clean_utf8("\xED\xA0\x80").oddities.places.size() == 3);  // no prefix of a valid one: three
    CHECK(clean_utf8("\xF0\x9F\x98"
                     "a")
              .oddities.places.size() == 1);
  }

  TEST_CASE("a lone surrogate becomes U+FFFD and a pair one character") {
    const CleanText clean = clean_utf16(std::u16string{u'a', 0xD83D, u'b', 0xD83D, 0xDE42, 0xDE42});
    CHECK(clean.bytes ==
          "a\xEF\xBF\xBD"
          "b\xF0\x9F\x99\x82\xEF\xBF\xBD");
    REQUIRE(clean.oddities.places.size() == 2);
    CHECK(clean.oddities.places[0].kind == Oddity::kLoneSurrogate);
    CHECK(clean.oddities.places[1].span == Span{9, 12});
  }

  TEST_CASE("only the first oddities of a kind are listed, all are counted") {
    const CleanText clean = clean_utf8(std::string(500, '\xFF') + std::string(3, '\0'));
    CHECK(clean.oddities.counts[static_cast<size_t>(Oddity::kInvalidUtf8)] == 500);
    CHECK(clean.oddities.places.size() == kMaxOddities + 3);
  }
}
