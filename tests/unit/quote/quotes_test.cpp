#include <doctest/doctest.h>

#include <string>

#include "grammar/word_classes.h"
#include "lexicon/resource.h"
#include "quote/quote.h"
#include "quote/quote_model.h"
#include "support/cases.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

/// "direct | Ana Reyes | said | the words … more words", a quote a line; "-" for what is not there.
std::string quotes_of(const Document& document) {
  const std::string_view text = document.text();
  const auto words = [&](const std::optional<Span>& span) {
    return span ? std::string(span->of(text)) : std::string("-");
  };
  std::string out;
  for (const Quote& quote : find_quotes(document, find_entities(document))) {
    out += std::string(name_of(quote.kind)) + " | " + words(quote.speaker) + " | " + words(quote.cue) + " | ";
    for (size_t i = 0; i < quote.parts.size(); ++i) out += (i ? " … " : "") + words(quote.parts[i]);
    out += "\n";
  }
  return out;
}

/// Spans inside the text, parts ascending and not empty, quotes in text order.
void check_quotes(const std::string& text) {
  const Document document = parsed_document_of(text);
  uint32_t start = 0;
  for (const Quote& quote : find_quotes(document, find_entities(document))) {
    REQUIRE(!quote.parts.empty());
    REQUIRE(quote.parts.front().start >= start);
    start = quote.parts.front().start;
    uint32_t end = 0;
    for (const Span part : quote.parts) {
      REQUIRE(part.start >= end);
      REQUIRE(part.start < part.end);
      REQUIRE(part.end <= document.text().size());
      end = part.end;
    }
    for (const auto& span : {quote.cue, quote.speaker}) {
      if (!span) continue;
      REQUIRE(span->start < span->end);
      REQUIRE(span->end <= document.text().size());
    }
  }
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_SUITE("quote/quotes") {
  TEST_CASE("quotes of the cases in tests/cases/quotes.txt; those marked as expected failures still fail") {
    for (const auto& example : testing::read_cases("cases/quotes.txt")) {
      CAPTURE(example.title);
      const std::string found = quotes_of(parsed_document_of(example.input));
      if (example.title.ends_with("(expected failure)")) {
        CHECK_MESSAGE(found != example.expected, "this case is right now: its mark can go");
      } else {
        CHECK(found == example.expected);
      }
    }
  }

  TEST_CASE("the weights were learnt with the present word classes; if not: build-scripts/train quotes") {
    CHECK(quote_model().classes_hash() == hash_of(resource("data/grammar/word_classes.model")));
  }

  TEST_CASE("spans are sound in every case, cut off anywhere") {
    for (const auto& example : testing::read_cases("cases/quotes.txt")) {
      CAPTURE(example.title);
      for (size_t end = 0; end <= example.input.size(); end += 7) check_quotes(example.input.substr(0, end));
    }
  }

  TEST_CASE("hostile input gives sound spans in linear time") {
    check_quotes("");
    check_quotes(" \n\n ");
    check_quotes("\"");
    check_quotes("said");
    check_quotes(": \" :");
    check_quotes(repeated("\"", 100000));
    check_quotes(repeated("“", 100000));
    check_quotes(repeated("\" ", 100000));
    check_quotes(repeated("'a ", 100000));
    check_quotes(repeated("said ", 20000));
    check_quotes(repeated("\"Yes,\" he said. ", 5000));
    check_quotes(repeated("\"Yes, he said.\n\n", 5000));
    check_quotes(repeated("he said that ", 10000));
    check_quotes("\"" + repeated("a long speech of no end, she said, ", 5000));
    check_quotes(repeated("x", 1000000));
    check_quotes(std::string("\xff\xfe\x00\x80\"\x93said\x94\"", 12) + repeated("\xe2\x80", 1000));
  }
}
