// Texts made to break a reader of articles. Nothing is timed: at these sizes a stage whose cost grows with the square
// of the length would take hours, and the test's limit (tests/CMakeLists.txt) ends it.
#include <doctest/doctest.h>

#include "dateline.h"
#include "report_json.h"
#include "support/report_checks.h"

using namespace dateline;

namespace {

std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

void survives(std::string_view text) {
  const Report report = analyze(text, {.date = Date{2020, 1, 1}});
  const auto problems = testing::problems_of(text, report);
  CHECK_MESSAGE(problems.empty(), (problems.empty() ? "" : problems.front()));
  CHECK_FALSE(to_json(report).empty());
}

}  // namespace

TEST_SUITE("hostile") {
  TEST_CASE("a long line without a space") {
    survives(std::string(3'000'000, 'x'));
    survives(repeated("1.", 500'000));
    survives(repeated("a.", 500'000));
    survives(repeated("a'", 300'000));
    survives(repeated("A&", 300'000));
    survives(repeated("a@b.", 200'000));
    survives(repeated("a-", 300'000));
    survives(repeated("e\xCC\x81", 300'000));
    survives(repeated("http://a.", 100'000));
  }

  TEST_CASE("quotation marks, brackets and dots without end") {
    survives(repeated("\"", 100'000));
    survives(repeated("'", 100'000));
    survives(
        repeated("\xE2\x80\x9C"
                 "a ",
                 100'000));
    survives(repeated("\"he said ", 50'000));
    survives(repeated("(", 100'000));
    survives(repeated(".", 500'000));
    survives(repeated("- ", 200'000));
    survives(repeated("[1]", 100'000));
  }

  TEST_CASE("one name again and again, and very many names") {
    survives(repeated("John Smith ", 100'000));
    survives(repeated("Smith, ", 100'000));
    survives("A" + std::string(10'000, 'b') + " Smith said so.");
    std::string names;
    for (int i = 0; i < 50'000; ++i) {
      std::string tail;
      for (int n = i; n > 0; n /= 10) tail += static_cast<char>('a' + n % 10);
      names += "A" + tail + " B" + tail + " met. ";
    }
    survives(names);
  }

  TEST_CASE("pronouns, nominals, labels and names in names without end") {
    survives(repeated("John Smith said he knew it. ", 30'000));
    survives(repeated("he ", 100'000));
    survives("John Smith came. " + repeated("it ", 100'000));
    survives("Leeds Council met. " + repeated("the council ", 50'000));
    survives("By John Smith\n\n" + repeated("I my me ", 50'000));
    survives(repeated("SMITH: I do.\n\n", 20'000));
    survives(repeated("\"I do,\" said John Smith. ", 20'000));
    survives("Leeds is a city. " + repeated("Leeds Leeds ", 50'000));
    survives(repeated("Leeds, England, ", 50'000));
    survives(repeated("Labour's Ann Lee of Leeds Council in Leeds's ", 20'000));
  }

  TEST_CASE("dates, numbers and reporting words in a row") {
    survives(repeated("10 May 2015 ", 10'000));
    survives(repeated("the second second of ", 30'000));
    survives(repeated("on Friday he said on Friday ", 20'000));
    survives(repeated("$3bn ", 50'000));
    survives(repeated("one hundred and ", 40'000));
    survives(repeated("said ", 100'000));
    survives("On 31 February 2015, in the year 0 and in 99999, at 25:61, on 2015-13-45, it rained.");
  }

  TEST_CASE("bytes that are no text") {
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * 131 >> 3);
    survives(bytes);
    survives(std::string(100'000, '\0'));
    survives(repeated("\xFF", 100'000));
    survives(
        "\xEF\xBB\xBF"
        "Mayor resigns\r\n\r\nThe mayor resigned on Monday.\r\n");
  }

  TEST_CASE("many short lines, and lines of white space") {
    survives(repeated("x\n", 100'000));
    survives(repeated("\n \t", 200'000));
    survives(repeated("A Big Headline Without End ", 20'000));
  }

  TEST_CASE("other scripts, emoji, right-to-left text") {
    survives(repeated("مرحبا بالعالم ", 20'000));
    survives(repeated("東京で会談した。", 20'000));
    survives(repeated("\xF0\x9F\x99\x82\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 ", 20'000));
    survives(
        "The minister said: \"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\" on Monday in "
        "\xE2\x80\x8F\xD7\x97\xD7\x99\xD7\xA4\xD7\x94\xE2\x80\x8E.");
  }
}
