#include "entity/name_model.h"

#include <doctest/doctest.h>

#include "entity/name_tagger.h"
#include "support/documents.h"

using dateline::LabelScores;
using dateline::NameModel;
using dateline::NameWeights;

namespace {

NameWeights small_weights() {
  NameWeights weights;
  weights.rows.push_back({3, {1, -2, 0, 0, 0, 0, 0, 0, 127}});
  weights.rows.push_back({300'000, {0, 0, 5, 0, 0, 0, 0, 0, 0}});
  weights.rows.push_back({0xFFFFFF, {-127, 0, 0, 0, 0, 0, 0, 4, 0}});
  weights.transitions[1][2] = -300;
  weights.transitions[0][0] = 12;
  return weights;
}

}  // namespace

TEST_SUITE("entity/name_model") {
  TEST_CASE("what is packed is read back: ids, weights of either sign, transitions") {
    const NameWeights weights = small_weights();
    const NameModel model(pack(weights));
    for (const NameWeights::Row& row : weights.rows) {
      LabelScores scores = {};
      model.add({row.id}, scores);
      for (size_t label = 0; label < dateline::kLabels; ++label) CHECK(scores[label] == row.weights[label]);
    }
    LabelScores none = {};
    model.add({4}, none);
    CHECK(none == LabelScores{});
    CHECK(model.transition(1, 2) == -300);
    CHECK(model.transition(0, 0) == 12);
  }

  TEST_CASE("features add up, however many: no sum is cut at 16 bits") {
    const NameModel model(pack(small_weights()));
    LabelScores scores = {1000};
    model.add({3, 4, 0xFFFFFF}, scores);
    CHECK(scores == LabelScores{1000 + 1 - 127, -2, 0, 0, 0, 0, 0, 4, 127});
    LabelScores many = {};
    model.add(std::vector<dateline::FeatureId>(1000, 3), many);
    CHECK(many == LabelScores{1000, -2000, 0, 0, 0, 0, 0, 0, 127'000});
  }

  TEST_CASE("bytes that are no model, or half of one, give a model that can be asked") {
    const std::string packed = pack(small_weights());
    for (size_t length = 0; length < packed.size(); ++length) {
      const NameModel model(std::string_view(packed).substr(0, length));
      LabelScores scores = {};
      model.add({3}, scores);
    }
    const dateline::Document document = dateline::testing::document_of("Maria Delgado lives in Lisbon.");
    CHECK(dateline::tag_names(document, NameModel("no model")).empty());
  }
}
