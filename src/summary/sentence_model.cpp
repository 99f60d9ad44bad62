#include "summary/sentence_model.h"

#include <charconv>
#include <cmath>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

double thousandths(std::string_view field) {
  int value = 0;
  std::from_chars(field.data(), field.data() + field.size(), value);
  return value / 1000.0;
}

}  // namespace

SentenceModel::SentenceModel(std::string_view table) {
  for (const std::string_view line : lines_of(table)) {
    const auto fields = fields_of(line);
    if (fields.size() != kFeatures + 3 || (fields[0] != "linear" && fields[0] != "hidden")) continue;
    Unit unit;
    unit.bias = thousandths(fields[1]);
    unit.out = thousandths(fields[2]);
    for (size_t i = 0; i < kFeatures; ++i) unit.weights[i] = thousandths(fields[i + 3]);
    if (fields[0] == "linear") {
      linear_ = unit;
    } else {
      hidden_.push_back(unit);
    }
  }
}

double SentenceModel::Unit::sum(const SentenceFeatures& features) const {
  double total = bias;
  for (size_t i = 0; i < kFeatures; ++i) total += weights[i] * static_cast<double>(features[i]);
  return total;
}

double SentenceModel::score(const SentenceFeatures& features) const {
  double total = linear_.sum(features);
  for (const Unit& unit : hidden_) {
    const double x = unit.sum(features);
    total += unit.out * (x / (1 + std::abs(x)));
  }
  return total;
}

}  // namespace dateline
