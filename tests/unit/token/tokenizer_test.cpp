#include <doctest/doctest.h>

#include "support/documents.h"

namespace dateline::testing {
namespace {

std::string tokens(std::string_view text) {
  return tokens_of(document_of(text));
}

}  // namespace

TEST_SUITE("token/tokenizer") {
  TEST_CASE("clitics are tokens of their own, with and without their apostrophe") {
    CHECK(tokens("She didn't say they've left.") == "She did n't say they 've left .");
    CHECK(tokens("I dont know, its owner cant say.") == "I do nt know , its owner ca nt say .");
    CHECK(tokens("The agents' offer and Anna's reply.") == "The agents ' offer and Anna 's reply .");
  }

  TEST_CASE("a hyphen divides words, but not a prefix from its word") {
    CHECK(tokens("A well-known, non-profit e-mail service re-elected its co-founder.") ==
          "A well - known , non-profit e-mail service re-elected its co-founder .");
  }

  TEST_CASE("a unit or am and pm behind a number is a token, an ordinal's ending is not") {
    CHECK(tokens("At 5pm on the 10th it cost $3bn, in the 1990s 40kg.") ==
          "At 5 pm on the 10th it cost $ 3bn , in the 1990s 40 kg .");
  }

  TEST_CASE("dates with slashes, fractions and telephone numbers are one token") {
    CHECK(tokens("On 2016/02/10, not 2016/2017.") == "On 2016/02/10 , not 2016 / 2017 .");
    CHECK(tokens("On 9/11 and 5/12/2004 call 555-0134 or 212-555-0134.") ==
          "On 9/11 and 5/12/2004 call 555-0134 or 212-555-0134 .");
    CHECK(tokens("from 2004-2008") == "from 2004 - 2008");
  }

  TEST_CASE("addresses and file names are one token, words run together over a full stop are not") {
    CHECK(tokens("See example.org/news/today, report_2.pdf or mail desk@example.org.") ==
          "See example.org/news/today , report_2.pdf or mail desk@example.org .");
    CHECK(tokens("It rained.The game went on.") == "It rained . | The game went on .");
  }

  TEST_CASE("runs of final marks and of the same sign are one token") {
    CHECK(tokens("Really?! Yes... It cost $$$ <<here>> ====") == "Really ?! | Yes ... | It cost $$$ << here >> ====");
  }

  TEST_CASE("emoticons are one token") {
    CHECK(tokens("Nice :-) and sad :(") == "Nice :-) and sad :(");
  }

  TEST_CASE("abbreviations keep their stop; 'no.' only before a number, 'etc.' not at a sentence's end") {
    CHECK(tokens("Mr. Stone of U.S. Steel took No. 5.") == "Mr. Stone of U.S. Steel took No. 5 .");
    CHECK(tokens("She said no. He bought pens, ink, etc. They left.") ==
          "She said no . | He bought pens , ink , etc . | They left .");
  }

  TEST_CASE("tokens cover every character but white space, in order, whatever the text") {
    for (const std::string text :
         {"a_b.c/d-e@f:)", "'''``´´’’", "1/2/3/4-5-6--7..8", "\xF0\x9F\x98\x80\xE2\x80\x8D.com", "____....////----",
          "x.y.z.com/..//a", "non-", "'s't'"}) {
      const Document document = document_of(text);
      std::string covered, expected;
      for (uint32_t i = 0; i < document.tokens().size(); ++i) covered += document.surface(i);
      for (const char c : std::string(document.text())) {
        if (c != ' ') expected += c;
      }
      CHECK(covered == expected);
    }
  }
}

}  // namespace dateline::testing
