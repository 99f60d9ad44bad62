#include <doctest/doctest.h>

#include <filesystem>

#include "dateline.h"
#include "report_json.h"
#include "support/documents.h"
#include "support/report_checks.h"
#include "text/characters.h"

using namespace dateline;

namespace {

/// The texts of all golden articles.
std::vector<std::string> articles() {
  std::vector<std::string> texts;
  for (const auto& folder : std::filesystem::directory_iterator(std::string(DATELINE_TESTS_DIR) + "/articles")) {
    if (folder.is_directory())
      texts.push_back(testing::read_test_file("articles/" + folder.path().filename().string() + "/article.txt"));
  }
  return texts;
}

std::u16string utf16_of(const std::string& text) {
  std::u16string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    if (point.value >= 0x10000) {
      out += static_cast<char16_t>(0xD800 + ((point.value - 0x10000) >> 10));
      out += static_cast<char16_t>(0xDC00 + ((point.value - 0x10000) & 0x3FF));
    } else {
      out += static_cast<char16_t>(point.value);
    }
    i += point.length;
  }
  return out;
}

}  // namespace

TEST_SUITE("pipeline/articles") {
  TEST_CASE("the report of every golden article keeps the contract") {
    REQUIRE(articles().size() >= 6);
    for (const std::string& text : articles()) {
      CAPTURE(text.substr(0, 60));
      for (const auto& date : {std::optional<Date>(), std::optional(Date{2024, 2, 29})}) {
        const auto problems = testing::problems_of(text, analyze(std::string_view(text), {.date = date}));
        CHECK_MESSAGE(problems.empty(), (problems.empty() ? "" : problems.front()));
      }
    }
  }

  TEST_CASE("UTF-16 in gives the same report as UTF-8 in with UTF-16 offsets") {
    for (const std::string& text : articles()) {
      const Options options{.date = Date{2020, 1, 1}, .offsets = OffsetUnit::kUtf16};
      CHECK(to_json(analyze(std::u16string_view(utf16_of(text)), options)) ==
            to_json(analyze(std::string_view(text), options)));
    }
  }

  TEST_CASE("the same input gives the same bytes again") {
    for (const std::string& text : articles()) {
      CHECK(to_json(analyze(std::string_view(text))) == to_json(analyze(std::string_view(text))));
    }
  }

  TEST_CASE("line ends of any kind give the same findings") {
    for (std::string text : articles()) {
      std::erase(text, '\r');
      std::string crlf;
      for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
      const Report unix_report = analyze(std::string_view(text)), dos_report = analyze(std::string_view(crlf));
      CHECK(unix_report.sentences.size() == dos_report.sentences.size());
      CHECK(unix_report.entities.size() == dos_report.entities.size());
      CHECK(unix_report.timeline.size() == dos_report.timeline.size());
      CHECK(unix_report.quotes.size() == dos_report.quotes.size());
    }
  }
}
