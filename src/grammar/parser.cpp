#include "grammar/parser.h"

#include <algorithm>
#include <array>

namespace dateline {

void Parser::fill_hidden(const Encoder& encoder) {
  const uint32_t hidden = network_.shape().hidden;
  parse_slots(state_, sentence_, slots_);
  std::array<const int16_t*, kParseWords + kParseTags + kParseLabels + kParseNumbers> rows;
  size_t count = 0;
  for (uint32_t s = 0; s < kParseWords; ++s) {
    // The root and what lies behind the sentence have no vector.
    const uint32_t word = slots_.words[s];
    if (word != 0 && word <= sentence_.words) rows[count++] = encoder.context(word - 1, s);
  }
  const uint32_t* item = slots_.items.data();
  uint32_t group = 0;
  for (const uint32_t slots : {kParseTags, kParseLabels, kParseNumbers}) {
    for (uint32_t s = 0; s < slots; ++s, ++item) {
      if (*item != kNoItem) rows[count++] = network_.contribution(group, s, *item);
    }
    ++group;
  }
  std::copy(network_.hidden_bias(), network_.hidden_bias() + hidden, hidden_.begin());
  add_rows(rows.data(), count, hidden, hidden_.data());
  for (uint32_t h = 0; h < hidden; ++h) hidden_[h] = std::max(hidden_[h], int16_t{0});
}

const ParseState& Parser::run(const Encoder& encoder, uint32_t marks) {
  const auto tag_count = network_.shape().tags;
  sentence_.words = static_cast<uint32_t>(encoder.tags().size());
  sentence_.marks = marks;
  sentence_.tags.assign(1, tag_count);
  sentence_.tags.insert(sentence_.tags.end(), encoder.tags().begin(), encoder.tags().end());
  sentence_.tags.push_back(tag_count + 1);
  hidden_.resize(network_.shape().hidden);

  state_.begin(sentence_.words);
  while (!state_.done()) {
    // Where only one move is allowed, and it needs no label, there is nothing to ask.
    const bool shift = state_.allows(Move::kShift), right = state_.allows(Move::kRight);
    Move move = Move::kShift;
    const bool asks = state_.allows(Move::kLeft) || right;
    if (asks) {
      fill_hidden(encoder);
      const int32_t* scores = network_.head(0).outputs(hidden_.data(), sums_);
      bool any = false;
      for (const Move candidate : {Move::kShift, Move::kLeft, Move::kRight}) {
        if (candidate == Move::kShift ? !shift : candidate == Move::kRight ? !right : !state_.allows(candidate))
          continue;
        if (!any || scores[static_cast<size_t>(candidate)] > scores[static_cast<size_t>(move)]) move = candidate;
        any = true;
      }
    }
    uint32_t label = 0;
    if (move != Move::kShift) {
      network_.head(move == Move::kLeft ? 1 : 2).choose(hidden_.data(), 0, 1, sums_, &label);
    }
    state_.take(move, label);
  }
  return state_;
}

}  // namespace dateline
