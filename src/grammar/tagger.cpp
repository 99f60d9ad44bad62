#include "grammar/tagger.h"

#include <algorithm>

#include "grammar/tag_slots.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

TaggerModel::TaggerModel(std::string_view model) : network_(model) {
  for (const std::string_view name : lines_of(network_.names())) {
    const size_t bar = name.find('|');
    if (bar != std::string_view::npos) tags_.push_back({upos_named(name.substr(0, bar)), name.substr(bar + 1)});
  }
}

const TaggerModel& tagger_model() {
  static const TaggerModel instance(resource("data/grammar/tagger.model"));
  return instance;
}

const std::vector<uint32_t>& Tagger::run(const std::vector<LexicalRows>& rows, uint32_t marks) {
  const Network& network = model_.network();
  const uint32_t hidden = network.shape().hidden;
  const auto size = static_cast<uint32_t>(rows.size());
  cache_.trim();
  entries_.clear();
  for (const uint32_t edge : {lexical::kLeftEdge, lexical::kRightEdge}) {
    LexicalRows row;
    row.add(edge);
    entries_.push_back(cache_.entry(row));
  }
  for (const LexicalRows& row : rows) entries_.push_back(cache_.entry(row));
  const uint32_t tags_at = size + 2, marks_at = tags_at + static_cast<uint32_t>(model_.tags().size());
  tags_.clear();
  hidden_.resize(hidden);
  top_.resize(network.shape().top());
  outputs_.resize((model_.tags().size() + 7) / 8 * 8);
  for (uint32_t i = 0; i < size; ++i) {
    tag_slots(i, size, tags_, tags_at, marks_at, items_);
    std::copy(network.bias(), network.bias() + hidden, hidden_.begin());
    rows_.clear();
    const auto add = [&](const int16_t* row) { rows_.push_back(row); };
    for (uint32_t s = 0; s < kTagWords; ++s) add(cache_.contribution(entries_[items_[s]], s));
    for (uint32_t s = 0; s < kTagHistory; ++s) {
      if (items_[kTagWords + s] != kNoItem) add(network.contribution(1, s, items_[kTagWords + s] - tags_at));
    }
    add(network.contribution(2, 0, marks));
    add_rows(rows_.data(), rows_.size(), hidden, hidden_.data());
    network.activate(hidden_.data());
    const int16_t* top = hidden_.data();
    if (network.shape().second) {
      network.second_layer(hidden_.data(), top_.data());
      top = top_.data();
    }
    network.outputs(0, top, outputs_.data());
    const auto last = outputs_.begin() + static_cast<long>(model_.tags().size());
    tags_.push_back(static_cast<uint32_t>(std::max_element(outputs_.begin(), last) - outputs_.begin()));
  }
  return tags_;
}

}  // namespace dateline
