#include "text/offset_map.h"

#include <doctest/doctest.h>

#include "text/characters.h"

using namespace dateline;

TEST_SUITE("text/offset_map") {
  TEST_CASE("bytes are themselves") {
    const std::string text = "é🙂";
    CHECK(OffsetMap(text, OffsetUnit::kUtf8)(6) == 6);
  }

  TEST_CASE("UTF-16 counts two units and code points one for a character beyond the first plane") {
    const std::string text = "a🙂é";
    const OffsetMap utf16(text, OffsetUnit::kUtf16), points(text, OffsetUnit::kCodePoint);
    CHECK(utf16(1) == 1);
    CHECK(utf16(5) == 3);
    CHECK(utf16.length() == 4);
    CHECK(points(5) == 2);
    CHECK(points.length() == 3);
  }

  TEST_CASE("every character boundary agrees with a plain count, across the checkpoints") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += i % 7 == 0 ? "🙂" : i % 5 == 0 ? "東" : i % 3 == 0 ? "é" : "x";
    const OffsetMap utf16(text, OffsetUnit::kUtf16);
    uint32_t units = 0;
    for (uint32_t i = 0; i < text.size();) {
      REQUIRE(utf16(i) == units);
      const CodePoint point = decode(text, i);
      units += point.value >= 0x10000 ? 2 : 1;
      i += point.length;
    }
    CHECK(utf16.length() == units);
  }

  TEST_CASE("the empty text has length 0") {
    CHECK(OffsetMap("", OffsetUnit::kUtf16).length() == 0);
  }
}
