// Runs tests/cases/times.txt: one value, then all texts that must give it; and texts that must give nothing.
#include <doctest/doctest.h>

#include <string>

#include "lexicon/lexicon.h"
#include "support/documents.h"
#include "support/times.h"
#include "time/timex.h"

using namespace dateline;
using namespace dateline::testing;

TEST_SUITE("time/cases") {
  TEST_CASE("every text of tests/cases/times.txt gives the value of its group, and the negative ones give none") {
    const std::string file = read_test_file("cases/times.txt");
    std::string wanted;
    int positive = 0, negative = 0;
    for (const std::string_view line : lines_of(file)) {
      if (line.empty() || line[0] == '#') continue;
      if (line.starts_with("= ")) {
        wanted = std::string(line.substr(2));
        continue;
      }
      std::string text, expected;
      for (const char c : line) {
        if (c != '[' && c != ']') text += c;
      }
      if (wanted != "none") {
        const size_t open = line.find('['), close = line.find(']');
        REQUIRE(close != std::string_view::npos);
        expected = std::string(line.substr(open, close + 1 - open)) + " " + wanted + "; ";
      }
      CAPTURE(text);
      CHECK(times_of(text) == expected);
      ++(wanted == "none" ? negative : positive);
    }
    CHECK(positive >= 400);
    CHECK(negative >= 150);
  }
}
