#include "entity/repeated_names.h"

#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"

using dateline::Document;
using dateline::Name;
using dateline::NameType;
using dateline::with_repeated_names;
using dateline::testing::parsed_document_of;

namespace {

constexpr std::string_view kThreeTimes =
    "Ann Lee works for Tarvox. In Leeds, Tarvox has a hundred nurses. On Friday Tarvox bought a school.";

/// The first token of each word, from the `nth` one.
uint32_t token_of(const Document& document, std::string_view word, int nth) {
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.norm(i) == word && nth-- == 0) return i;
  }
  return 0;
}

std::string words_of(const Document& document, const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) {
    if (!out.empty()) out += "; ";
    out += document.span_of(name.tokens).of(document.text());
  }
  return out;
}

}  // namespace

TEST_SUITE("entity/repeated_names") {
  TEST_CASE("a name found once is found wherever its words stand as a proper noun, with the same type") {
    const Document document = parsed_document_of(kThreeTimes);
    const uint32_t first = token_of(document, "Tarvox", 0);
    const std::vector<Name> names = with_repeated_names(document, {{{first, first + 1}, NameType::kOrg}});
    CHECK(words_of(document, names) == "Tarvox; Tarvox; Tarvox");
    for (const Name& name : names) CHECK(name.type == NameType::kOrg);
  }

  TEST_CASE("a part of another name is no repetition") {
    const Document document = parsed_document_of("Brandt spoke. Karl Brandt listened.");
    CHECK(words_of(document, with_repeated_names(document, {{{0, 1}, NameType::kPer}, {{3, 5}, NameType::kPer}})) ==
          "Brandt; Karl Brandt");
    CHECK(words_of(document, with_repeated_names(document, {{{0, 1}, NameType::kPer}})) == "Brandt");
  }

  TEST_CASE("a word that is also written without a capital is left alone") {
    const Document document = parsed_document_of("The Council met in Leeds. The Council voted. Each council may vote.");
    CHECK(words_of(document, with_repeated_names(document, {{{1, 2}, NameType::kOrg}})) == "Council");
  }

  TEST_CASE("without names there are none") {
    const Document document = parsed_document_of(kThreeTimes);
    CHECK(with_repeated_names(document, {}).empty());
  }
}
