#include "grammar/transitions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "grammar/parse_slots.h"

namespace dateline {

TEST_SUITE("grammar/transitions") {
  TEST_CASE("shift, left and right build the tree of a short sentence") {
    ParseState state;  // She(1) left(2) .(3): left <- She, left -> .
    state.begin(3);
    CHECK_FALSE(state.allows(Move::kLeft));
    CHECK_FALSE(state.allows(Move::kRight));
    state.take(Move::kShift, 0);
    state.take(Move::kLeft, 7);  // She <- left
    state.take(Move::kShift, 0);
    state.take(Move::kShift, 0);
    CHECK_FALSE(state.allows(Move::kShift));
    CHECK_FALSE(state.allows(Move::kLeft));
    state.take(Move::kRight, 8);  // left -> .
    state.take(Move::kRight, 9);  // root -> left
    CHECK(state.done());
    CHECK(state.head(1) == 2);
    CHECK(state.head(2) == 0);
    CHECK(state.head(3) == 2);
    CHECK(state.label(1) == 7);
    CHECK(state.left_child(2, 0) == 1);
    CHECK(state.right_child(2, 0) == 3);
    CHECK(state.left_count(2) == 1);
  }

  TEST_CASE("the root takes one dependent, and only when the buffer is empty") {
    ParseState state;
    state.begin(2);
    state.take(Move::kShift, 0);
    CHECK_FALSE(state.allows(Move::kRight));
    state.take(Move::kShift, 0);
    CHECK(state.allows(Move::kRight));
    state.take(Move::kRight, 0);
    CHECK(state.head(2) == 1);
    state.take(Move::kRight, 0);
    CHECK(state.head(1) == 0);
  }

  TEST_CASE("an empty sentence is done at once") {
    ParseState state;
    state.begin(0);
    CHECK(state.done());
  }

  TEST_CASE("any order of allowed moves ends in a projective tree with one root after two moves a word") {
    uint32_t seed = 1;
    for (uint32_t words = 1; words <= 40; ++words) {
      ParseState state;
      state.begin(words);
      uint32_t moves = 0;
      while (!state.done()) {
        seed = seed * 1664525u + 1013904223u;
        auto move = static_cast<Move>((seed >> 16) % 3);
        while (!state.allows(move)) move = static_cast<Move>((static_cast<uint32_t>(move) + 1) % 3);
        state.take(move, 0);
        ++moves;
      }
      CHECK(moves == 2 * words);
      uint32_t roots = 0;
      for (uint32_t word = 1; word <= words; ++word) {
        roots += state.head(word) == 0;
        uint32_t up = word, steps = 0;
        while (up != 0 && steps++ <= words) up = state.head(up);
        CHECK(up == 0);
        const uint32_t head = state.head(word);
        for (uint32_t between = std::min(word, head) + 1; between < std::max(word, head); ++between) {
          uint32_t above = between;
          while (above != 0 && above != head) above = state.head(above);
          CHECK(above == head);
        }
      }
      CHECK(roots == 1);
    }
  }

  TEST_CASE("the parser looks at no place outside the sentence, and no item is outside its table") {
    ParseState state;
    ParsedSentence sentence;
    sentence.words = 2;
    sentence.tags = {90, 1, 2, 91};
    state.begin(2);
    ParseSlots slots;
    while (true) {
      slots.items.fill(12345);
      parse_slots(state, sentence, slots);
      for (const uint32_t word : slots.words) CHECK((word == kNoWord || word <= 3));
      for (uint32_t s = 0; s < slots.items.size(); ++s) {
        const uint32_t item = slots.items[s];
        const bool of_tags = s < kParseTags, of_labels = !of_tags && s < kParseTags + kParseLabels;
        CHECK((item == kNoItem || (of_tags ? item <= 91 : of_labels ? item == 3 : item < kNumberRows)));
      }
      if (state.done()) break;
      state.take(state.allows(Move::kShift) ? Move::kShift : Move::kRight, 3);
    }
  }
}

}  // namespace dateline
