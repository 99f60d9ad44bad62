// What a clause says its subject is, and what stands in apposition, as mentions of the one who is named.
#include "entity/predicated_nominals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "entity/entity.h"
#include "support/documents.h"

using namespace dateline;
using dateline::testing::parsed_document_of;

namespace {

bool has_nominal(const std::string& text, std::string_view words) {
  const Document document = parsed_document_of(text);
  const EntityAnalysis found = find_entities(document);
  return std::any_of(found.mentions.begin(), found.mentions.end(), [&](const Mention& mention) {
    return mention.kind == MentionKind::kNominal && mention.span.of(document.text()) == words;
  });
}

/// The number of nominals in a text.
size_t nominals_of(const std::string& text) {
  const EntityAnalysis found = find_entities(parsed_document_of(text));
  return static_cast<size_t>(std::count_if(found.mentions.begin(), found.mentions.end(), [](const Mention& mention) {
    return mention.kind == MentionKind::kNominal;
  }));
}

}  // namespace

TEST_SUITE("entity/predicated_nominals") {
  TEST_CASE("a noun that a clause says someone is") {
    CHECK(has_nominal("Anna Brandt is a gifted chemist.", "a gifted chemist"));
  }

  TEST_CASE("where somebody is, or how far away, is not what he is") {
    CHECK(nominals_of("Anna Brandt was in the room.") == 0);
    CHECK(nominals_of("They drove to Marseille, 120 kilometers west, on Monday.") == 0);
  }

  TEST_CASE("what several are is not what one of them is, and a place has no office") {
    CHECK(nominals_of("Siemens and Nokia were fierce rivals.") == 0);
    CHECK(nominals_of("He was shot by a Brevard County, Florida, deputy sheriff in May.") <= 1);
  }

  TEST_CASE("a word with a hyphen stays whole") {
    CHECK(has_nominal("Anna Brandt is a two-term senator.", "a two-term senator"));
  }

  TEST_CASE("it ends where another clause begins") {
    CHECK(has_nominal("Siemens is a very attractive company; it is run well.", "a very attractive company"));
  }
}
