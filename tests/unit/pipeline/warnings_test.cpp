#include <doctest/doctest.h>

#include <algorithm>

#include "dateline.h"

using namespace dateline;

namespace {

bool warns(std::string_view text, const std::string& code) {
  const Report report = analyze(text);
  return std::any_of(report.warnings.begin(), report.warnings.end(),
                     [&](const ReportWarning& warning) { return warning.code == code; });
}

}  // namespace

TEST_SUITE("pipeline/warnings") {
  TEST_CASE("an empty text and white space are said to be empty") {
    CHECK(warns("", "empty"));
    CHECK(warns(" \n\t\xC2\xA0\r\n", "empty"));
    CHECK_FALSE(warns("x", "empty"));
  }

  TEST_CASE("bytes that are no UTF-8 and NULs are said, with their place") {
    CHECK(warns("caf\xE9 in town", "invalid_utf8"));
    CHECK(warns(std::string_view("a\0b", 3), "nul"));
    const Report report = analyze(std::string_view("caf\xE9 in town"));
    REQUIRE(report.warnings.front().span);
    CHECK(report.warnings.front().span->start == 3);
  }

  TEST_CASE("a text in another language is said to be one, English is not") {
    CHECK(warns(
        "Der Kanzler hat am Mittwoch im Bundestag gesprochen und die Opposition hat ihn danach scharf kritisiert, "
        "weil die Kosten des Vorhabens so hoch seien wie nie zuvor in der Geschichte des Landes.",
        "not_english"));
    CHECK(
        warns("Le premier ministre a annoncé mercredi que son gouvernement allait présenter un nouveau projet de loi "
              "sur les retraites avant la fin de cette année, malgré les grèves.",
              "not_english"));
    CHECK(warns(
        "Премьер-министр заявил в среду, что правительство представит новый законопроект о пенсиях до конца этого "
        "года, несмотря на забастовки, которые продолжаются уже вторую неделю подряд в крупных городах.",
        "not_english"));
    CHECK_FALSE(
        warns("The prime minister said on Wednesday that her government would bring a new bill on pensions before "
              "the end of this year, in spite of the strikes that have gone on for two weeks.",
              "not_english"));
    CHECK_FALSE(
        warns("1. Anna Morrow (Varland) 12.71\n2. Ludmila Orr (Ostmark) 12.74\n3. Aliza Lund (Norway) 12.92\n"
              "4. Brigita Boc (Slovenia) 12.99\n5. Dionne Rost (Jamaica) 13.01\n",
              "not_english"));
  }

  TEST_CASE("numbers and signs alone are said to be no words") {
    CHECK(warns("12 34 56 -- 78 !!", "few_words"));
  }
}
