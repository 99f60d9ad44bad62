#include "grammar/parser.h"

#include <algorithm>

#include "grammar/tag_slots.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

ParserModel::ParserModel(std::string_view model) : network_(model) {
  bool tags = true;
  for (const std::string_view name : lines_of(network_.names())) {
    if (name.empty()) {
      tags = false;
    } else if (tags) {
      ++tag_count_;
    } else {
      labels_.push_back(name);
    }
  }
}

const ParserModel& parser_model() {
  static const ParserModel instance(resource("data/grammar/parser.model"));
  return instance;
}

const int16_t* Parser::hidden_layer() {
  const Network& network = model_.network();
  const uint32_t hidden = network.shape().hidden;
  parse_slots(state_, sentence_, items_);
  std::copy(network.bias(), network.bias() + hidden, hidden_.begin());
  rows_.clear();
  const auto add = [&](const int16_t* row) { rows_.push_back(row); };
  uint32_t slot = 0;
  for (uint32_t s = 0; s < kParseWords; ++s, ++slot) {
    if (items_[slot] != kNoItem) add(cache_.contribution(entries_[items_[slot]], s));
  }
  const uint32_t starts[3] = {sentence_.tags_at, sentence_.labels_at, sentence_.numbers_at};
  const uint32_t counts[3] = {kParseTags, kParseLabels, kParseNumbers};
  for (uint32_t g = 0; g < 3; ++g) {
    for (uint32_t s = 0; s < counts[g]; ++s, ++slot) {
      if (items_[slot] != kNoItem) add(network.contribution(g + 1, s, items_[slot] - starts[g]));
    }
  }
  add_rows(rows_.data(), rows_.size(), hidden, hidden_.data());
  network.activate(hidden_.data());
  if (!network.shape().second) return hidden_.data();
  network.second_layer(hidden_.data(), top_.data());
  return top_.data();
}

const ParseState& Parser::run(const std::vector<LexicalRows>& rows, const std::vector<uint32_t>& tags, uint32_t marks) {
  const Network& network = model_.network();
  const auto size = static_cast<uint32_t>(rows.size());
  cache_.trim();
  entries_.clear();
  LexicalRows edge;
  edge.add(lexical::kLeftEdge);
  entries_.push_back(cache_.entry(edge));
  for (const LexicalRows& row : rows) entries_.push_back(cache_.entry(row));
  edge.rows[0] = lexical::kRightEdge;
  entries_.push_back(cache_.entry(edge));
  // The same numbering as in training, though here only what is behind it matters.
  sentence_.words = size;
  sentence_.marks = marks;
  sentence_.tags_at = size + 2;
  sentence_.labels_at = sentence_.tags_at + model_.tag_count() + 2;
  sentence_.numbers_at = sentence_.labels_at + static_cast<uint32_t>(model_.labels().size());
  sentence_.tags.assign(1, model_.tag_count());
  sentence_.tags.insert(sentence_.tags.end(), tags.begin(), tags.end());
  sentence_.tags.push_back(model_.tag_count() + 1);
  hidden_.resize(network.shape().hidden);
  top_.resize(network.shape().top());
  outputs_.resize((std::max<size_t>(model_.labels().size(), 3) + 7) / 8 * 8);

  state_.begin(size);
  while (!state_.done()) {
    const int16_t* top = hidden_layer();
    network.outputs(0, top, outputs_.data());
    Move move = Move::kShift;
    bool any = false;
    for (const Move candidate : {Move::kShift, Move::kLeft, Move::kRight}) {
      if (!state_.allows(candidate)) continue;
      if (!any || outputs_[static_cast<size_t>(candidate)] > outputs_[static_cast<size_t>(move)]) move = candidate;
      any = true;
    }
    uint32_t label = 0;
    if (move != Move::kShift) {
      network.outputs(move == Move::kLeft ? 1 : 2, top, outputs_.data());
      const auto last = outputs_.begin() + static_cast<long>(model_.labels().size());
      label = static_cast<uint32_t>(std::max_element(outputs_.begin(), last) - outputs_.begin());
    }
    state_.take(move, label);
  }
  return state_;
}

}  // namespace dateline
