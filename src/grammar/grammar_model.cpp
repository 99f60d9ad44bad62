#include "grammar/grammar_model.h"

#include "grammar/parse_slots.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

GrammarModel::GrammarModel(std::string_view model) : network_(model) {
  bool tags = true;
  for (const std::string_view name : lines_of(network_.names())) {
    const size_t bar = name.find('|');
    if (name.empty()) {
      tags = false;
    } else if (!tags) {
      labels_.push_back(name);
    } else if (bar != std::string_view::npos) {
      tags_.push_back({upos_named(name.substr(0, bar)), name.substr(bar + 1)});
    }
  }
  if (!network_.ready()) return;
  const NetworkShape& shape = network_.shape();
  const auto labels = static_cast<uint32_t>(labels_.size());
  const std::vector<uint32_t> heads = {3, labels, labels};
  ready_ = shape.tags == tags_.size() && shape.word_slots == kParseWords && shape.heads == heads &&
           shape.groups.size() == 3 && shape.groups[0].rows == shape.tags + 2 && shape.groups[0].slots == kParseTags &&
           shape.groups[1].rows == labels && shape.groups[1].slots == kParseLabels &&
           shape.groups[2].rows == kNumberRows && shape.groups[2].slots == kParseNumbers;
}

const GrammarModel& grammar_model() {
  static const GrammarModel instance(resource("data/grammar/grammar.model"));
  return instance;
}

}  // namespace dateline
