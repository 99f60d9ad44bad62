#include <doctest/doctest.h>

#include <sstream>

#include "figure/figure.h"
#include "support/documents.h"

namespace {

using namespace dateline;
using testing::parsed_document_of;
using testing::words_of;

std::vector<Figure> figures_in(const Document& document) {
  return find_figures(document, {}, {}, {});
}

/// "At least 500 people | count | 500 | at least | people | killed", as tests/cases/figures.txt writes it.
std::string line_of(const Document& document, const Figure& figure) {
  std::ostringstream out;
  out.precision(12);
  out << words_of(document, figure.span) << " | " << name_of(figure.kind) << " | " << figure.value;
  if (figure.value_to) out << " to " << *figure.value_to;
  out << " | " << figure.modifier << " | " << figure.unit << " | " << figure.what;
  std::string line = out.str();
  while (line.back() == ' ') line.pop_back();
  return line;
}

struct Case {
  std::string text;
  std::string expected;  // the lines of its figures
};

std::vector<Case> cases() {
  std::istringstream lines(testing::read_test_file("cases/figures.txt"));
  std::vector<Case> out;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("- ", 0) == 0) {
      out.back().expected += line.substr(2) + "\n";
    } else {
      out.push_back({line, ""});
    }
  }
  return out;
}

/// A time expression over the words given.
Timex time_over(const Document& document, std::string_view words) {
  const auto start = static_cast<uint32_t>(document.text().find(words));
  Timex time;
  time.span = {start, start + static_cast<uint32_t>(words.size())};
  time.tokens = document.tokens_in(time.span);
  return time;
}

}  // namespace

TEST_SUITE("figure/find_figures") {
  TEST_CASE(
      "every case of tests/cases/figures.txt gives exactly its figures; those marked as expected failures still fail") {
    const std::vector<Case> all = cases();
    CHECK(all.size() >= 200);
    for (const Case& row : all) {
      CAPTURE(row.text);
      constexpr std::string_view kMark = " (expected failure)";
      const bool fails = row.text.ends_with(kMark);
      const Document document = parsed_document_of(row.text.substr(0, row.text.size() - (fails ? kMark.size() : 0)));
      std::string found;
      for (const Figure& figure : figures_in(document)) found += line_of(document, figure) + "\n";
      if (fails) {
        INFO("this case is right now: its mark can go");
        CHECK(found != row.expected);
      } else {
        CHECK(found == row.expected);
      }
    }
  }

  TEST_CASE("a number inside a time expression is no figure, an age is") {
    const Document document = parsed_document_of("In 500 days the 34-year-old will return.");
    const auto figures =
        find_figures(document, {}, {time_over(document, "500 days"), time_over(document, "34-year-old")}, {});
    REQUIRE(figures.size() == 1);
    CHECK(words_of(document, figures[0].span) == "34-year-old");
  }

  TEST_CASE("a figure takes the date of its own clause before a nearer one of another clause") {
    const Document document = parsed_document_of("On Monday fire destroyed 40 houses, and Tuesday was calm.");
    const std::vector<Timex> times{time_over(document, "Monday"), time_over(document, "Tuesday")};
    const auto figures = find_figures(document, {}, times, {});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].time == 0);
  }

  TEST_CASE("the date of what only describes a noun is not that of a figure elsewhere in the sentence") {
    const Document document =
        parsed_document_of("The brewery, which Jane Roe founded in 1987, employs 11,400 people in the valley.");
    const auto figures = find_figures(document, {}, {time_over(document, "1987")}, {});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].time == kNoTime);
  }

  TEST_CASE("the date of what a figure is compared with is that of the other one") {
    const Document document = parsed_document_of("At least 87 people have died, up from 61 on Sunday.");
    const auto figures = find_figures(document, {}, {time_over(document, "Sunday")}, {});
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].time == kNoTime);
    CHECK(figures[1].time == 0);
  }

  TEST_CASE("a length of time that tells which kind dates nothing") {
    const Document document = parsed_document_of("The ten-year bond yield rose by 12 points.");
    Timex time = time_over(document, "ten-year");
    time.type = TimexType::kDuration;
    const auto figures = find_figures(document, {}, {time}, {});
    REQUIRE(!figures.empty());
    CHECK(figures[0].time == kNoTime);
  }

  TEST_CASE("what a figure counts ends before its date") {
    const Document document =
        parsed_document_of("At least 90 people were killed in Velda since early March, police said.");
    const auto figures = find_figures(document, {}, {time_over(document, "early March")}, {});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].what == "killed in Velda");
    CHECK(figures[0].time == 0);
  }

  TEST_CASE("the source of a figure is the speaker of the innermost quote around it") {
    const Document document = parsed_document_of("The mayor said the town needs 30 nurses.");
    const std::string_view text = document.text();
    const auto start = static_cast<uint32_t>(text.find("the town"));
    Quote quote;
    quote.parts = {{start, static_cast<uint32_t>(text.size() - 1)}};
    quote.entity = 3;
    const auto figures = find_figures(document, {}, {}, {quote});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].source == 3);
    CHECK(figures[0].time == kNoTime);
  }

  TEST_CASE("what someone without a name says inside another's quote is not that other one's figure") {
    const Document document = parsed_document_of("The mayor said nurses claimed that 30 beds were empty.");
    const std::string_view text = document.text();
    const auto span_from = [&](std::string_view words) {
      return Span{static_cast<uint32_t>(text.find(words)), static_cast<uint32_t>(text.size() - 1)};
    };
    Quote outer, inner;
    outer.parts = {span_from("nurses")};
    outer.entity = 3;
    inner.parts = {span_from("that")};
    inner.speaker = Span{static_cast<uint32_t>(text.find("nurses")), static_cast<uint32_t>(text.find(" claimed"))};
    const auto figures = find_figures(document, {}, {}, {outer, inner});
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].source == kNoEntity);
  }
}
