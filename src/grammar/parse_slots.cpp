#include "grammar/parse_slots.h"

#include <algorithm>

namespace dateline {
namespace {

uint32_t distance_class(uint32_t from, uint32_t to) {
  if (from == kNoWord || to == kNoWord) return 0;
  const uint32_t distance = to > from ? to - from : from - to;
  return distance <= 6 ? distance : distance <= 9 ? 7 : distance <= 14 ? 8 : distance <= 24 ? 9 : 10;
}

}  // namespace

void parse_slots(const ParseState& state, const ParsedSentence& sentence, ParseSlots& out) {
  uint32_t* item = out.items.data();
  const uint32_t s0 = state.stack(0), s1 = state.stack(1), s2 = state.stack(2), s3 = state.stack(3);
  const uint32_t b0 = state.buffer(0);
  const auto ahead = [&](uint32_t k) { return std::min(state.front() + k, sentence.words + 1); };
  const auto left = [&](uint32_t word, int which) { return word == kNoWord ? kNoWord : state.left_child(word, which); };
  const auto right = [&](uint32_t word, int which) {
    return word == kNoWord ? kNoWord : state.right_child(word, which);
  };
  const uint32_t s0l = left(s0, 0), s0r = right(s0, 0), s1l = left(s1, 0), s1r = right(s1, 0), b0l = left(b0, 0);

  out.words = {s0, s1, ahead(0), s2};
  for (const uint32_t word : {s0, s1, s2, s3, ahead(0), ahead(1), ahead(2), s0l, s0r, right(s0, 1), s1l, s1r,
                              right(s1, 1), b0l, right(s2, 0)}) {
    *item++ = word == kNoWord ? kNoItem : sentence.tags[word];
  }
  for (const uint32_t word : {s0l, s0r, left(s0, 1), right(s0, 1), s1l, s1r, left(s1, 1), right(s1, 1), b0l,
                              left(b0, 1), left(s2, 0), right(s2, 0)}) {
    const bool has_label = word != kNoWord && state.label(word) != ParseState::kNoLabel;
    *item++ = has_label ? state.label(word) : kNoItem;
  }
  const auto count = [&](uint32_t word, bool of_left) -> uint32_t {
    if (word == kNoWord) return 0;
    return 1 + std::min(of_left ? state.left_count(word) : state.right_count(word), 5u);
  };
  for (const uint32_t number :
       {distance_class(s0, ahead(0)), distance_class(s1, s0), count(s0, true), count(s0, false), count(s1, true),
        count(s1, false), count(b0, true), std::min(sentence.words + 1 - state.front(), 8u), sentence.marks}) {
    *item++ = number;
  }
}

}  // namespace dateline
