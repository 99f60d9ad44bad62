#include "entity/name_features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/documents.h"

using dateline::Document;
using dateline::Family;
using dateline::FeatureId;
using dateline::NameFeatures;
using dateline::testing::document_of;

namespace {

uint32_t token_named(const Document& document, std::string_view norm, size_t which = 0) {
  for (uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.norm(i) == norm && which-- == 0) return i;
  }
  FAIL("no such token");
  return 0;
}

std::vector<FeatureId> word_features(const NameFeatures& features, uint32_t token) {
  std::vector<FeatureId> ids;
  features.add_word_features(features.word_of(token), 0, ids);
  return ids;
}

std::vector<FeatureId> place_features(const NameFeatures& features, uint32_t token) {
  std::vector<FeatureId> ids;
  features.add_place_features(token, ids);
  return ids;
}

std::vector<FeatureId> document_features(const NameFeatures& features, uint32_t token) {
  std::vector<FeatureId> ids;
  features.add_document_features(token, ids);
  return ids;
}

size_t in_common(std::vector<FeatureId> a, std::vector<FeatureId> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<FeatureId> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

constexpr uint32_t bit(Family family) {
  return 1U << static_cast<unsigned>(family);
}

}  // namespace

TEST_SUITE("entity/name_features") {
  TEST_CASE("a curly apostrophe gives the features of a plain one") {
    const Document plain = document_of("The house of O'Malley stood empty.");
    const Document curly = document_of("The house of O\xE2\x80\x99Malley stood empty.");
    const NameFeatures of_plain(plain), of_curly(curly);
    const uint32_t token = token_named(plain, "O'Malley");
    REQUIRE(token == token_named(curly, "O'Malley"));
    CHECK(word_features(of_plain, token) == word_features(of_curly, token));
    CHECK(place_features(of_plain, token) == place_features(of_curly, token));
  }

  TEST_CASE("a family that is off adds nothing, and the others are as before") {
    const Document document = document_of("Talks with the Central Bank of Marovia began in Lisbon.");
    const NameFeatures all(document);
    for (const Family family : {Family::kWords, Family::kShapes, Family::kAffixes, Family::kGazetteer, Family::kClasses,
                                Family::kPairs, Family::kRuns, Family::kLines}) {
      const NameFeatures without(document, bit(family));
      size_t more = 0, fewer = 0;
      for (uint32_t i = 0; i < document.tokens().size(); ++i) {
        for (const auto features : {word_features, place_features}) {
          more += features(all, i).size();
          const std::vector<FeatureId> left = features(without, i);
          fewer += left.size();
          CHECK(in_common(left, features(all, i)) == left.size());
        }
      }
      CHECK(fewer < more);
    }
  }

  TEST_CASE("words of one class share features, whatever their letters") {
    const Document document = document_of("He said it on Monday. She said it on Thursday. They saw a window.");
    const uint32_t only_classes = ~bit(Family::kClasses);
    const NameFeatures features(document, only_classes);
    const auto monday = word_features(features, token_named(document, "Monday"));
    const auto thursday = word_features(features, token_named(document, "Thursday"));
    const auto window = word_features(features, token_named(document, "window"));
    REQUIRE_FALSE(monday.empty());
    CHECK(in_common(monday, thursday) > in_common(monday, window));
  }

  TEST_CASE("a word sees the last word of the run of capitals that it stands in, across 'of the'") {
    const Document document =
        document_of("They joined the Friends of the Old Harbour Foundation and left the harbour.");
    const NameFeatures all(document), without(document, bit(Family::kRuns));
    const uint32_t first = token_named(document, "Friends");
    const Document other = document_of("They joined the Friends of the Old Harbour Committee and left the harbour.");
    const NameFeatures of_other(other), other_without(other, bit(Family::kRuns));
    // Five words on, nothing but the run reaches the one word that differs.
    CHECK(place_features(without, first) == place_features(other_without, first));
    CHECK(place_features(all, first) != place_features(of_other, first));
  }

  TEST_CASE("a line without capitals, one in title case and one in capitals are told apart") {
    const std::string_view lines[] = {"storm hits the coast of portugal", "Storm Hits The Coast Of Portugal",
                                      "STORM HITS THE COAST OF PORTUGAL"};
    for (const std::string_view a : lines) {
      for (const std::string_view b : lines) {
        if (a == b) continue;
        const Document one = document_of(a), two = document_of(b);
        const uint32_t only_lines = ~bit(Family::kLines);
        const NameFeatures of_one(one, only_lines), of_two(two, only_lines);
        CHECK(place_features(of_one, 4) != place_features(of_two, 4));
      }
    }
  }

  TEST_CASE("what the first pass found counts elsewhere in the text, not at the token itself") {
    const Document document = document_of("Kestrel grew. Nobody saw Kestrel again.");
    const uint32_t first = token_named(document, "Kestrel"), second = token_named(document, "Kestrel", 1);
    std::vector<uint8_t> labels(document.tokens().size(), dateline::kOutside);
    NameFeatures features(document);
    features.learn_from_first_pass(labels);
    const auto unlabelled = document_features(features, first);
    labels[second] = dateline::begin_label(dateline::NameType::kOrg);
    features.learn_from_first_pass(labels);
    CHECK(document_features(features, first) != unlabelled);

    const Document alone = document_of("Kestrel grew. Nobody saw it again.");
    std::vector<uint8_t> alone_labels(alone.tokens().size(), dateline::kOutside);
    NameFeatures of_alone(alone);
    of_alone.learn_from_first_pass(alone_labels);
    // What is left is the token's own label: nothing that a word elsewhere could have told.
    CHECK(document_features(of_alone, token_named(alone, "Kestrel")).size() < unlabelled.size());
  }

  TEST_CASE("features of words beside the sentence's ends exist and do not read beyond them") {
    const Document document = document_of("A");
    const NameFeatures features(document);
    std::vector<FeatureId> ids;
    for (int distance = -dateline::kWindow; distance <= dateline::kWindow; ++distance) {
      features.add_word_features(NameFeatures::kOutsideWord, distance, ids);
    }
    CHECK(ids.size() == 2 * dateline::kWindow + 1);
    CHECK_FALSE(place_features(features, 0).empty());
  }
}
