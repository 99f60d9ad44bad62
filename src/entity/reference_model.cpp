#include "entity/reference_model.h"

#include <cmath>
#include <unordered_map>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr double kUnit = 100;  // a weight of 1 is written as 100

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  }
  return text.starts_with('-') ? -value : value;
}

}  // namespace

ReferenceModel::ReferenceModel(std::string_view table) : ReferenceModel() {
  std::unordered_map<std::string, size_t> features;
  for (size_t feature = 0; feature < rows_.size(); ++feature) features.emplace(feature_name(feature), feature);
  for (const std::string_view line : lines_of(table)) {
    const std::vector<std::string_view> fields = fields_of(line);
    const auto row = features.find(std::string(fields[0]));
    if (row == features.end() || fields.size() < 1 + kPronounClasses) continue;
    for (size_t k = 0; k < kPronounClasses; ++k) rows_[row->second][k] = number(fields[1 + k]) / kUnit;
  }
}

const ReferenceModel& ReferenceModel::instance() {
  static const ReferenceModel model(resource("data/entity/reference_weights.tsv"));
  return model;
}

double ReferenceModel::score(const Features& features, PronounClass pronoun) const {
  double sum = 0;
  for (const uint16_t feature : features) sum += rows_[feature][static_cast<size_t>(pronoun)];
  return sum;
}

size_t ReferenceModel::choose(const ReferenceQuestion& question, double caution) const {
  const size_t none = question.entities.size();
  size_t best = none, best_unnamed = none;
  double best_score = -1e9;
  double unnamed_score = score(question.none, question.pronoun);
  std::vector<double> unnamed = {unnamed_score};
  for (size_t i = 0; i < none; ++i) {
    const double own = score(question.candidates[i], question.pronoun);
    if (question.entities[i] >= kFirstUnnamed) {
      unnamed.push_back(own);
      if (own > unnamed_score) {
        best_unnamed = i;
        unnamed_score = own;
      }
    } else if (own > best_score) {
      best = i;
      best_score = own;
    }
  }
  // All that is not an entity stands together against the best one.
  double sum = 0;
  for (const double own : unnamed) sum += std::exp(own - unnamed_score);
  return best != none && best_score > unnamed_score + std::log(sum) + caution ? best : best_unnamed;
}

std::string ReferenceModel::table() const {
  std::string out;
  for (size_t feature = 0; feature < rows_.size(); ++feature) {
    std::string line = feature_name(feature);
    bool any = false;
    for (const double weight : rows_[feature]) {
      const long rounded = std::lround(weight * kUnit);
      line += '\t' + std::to_string(rounded);
      any = any || rounded != 0;
    }
    if (any) out += line + '\n';
  }
  return out;
}

}  // namespace dateline
