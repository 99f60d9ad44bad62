#include "entity/turn_features.h"

#include <algorithm>

#include "entity/feature_kinds.h"

namespace dateline {

using namespace features;
using Seen = SpeakerClues::Seen;

Features turn_features(const Turn& turn, const SpeakerClues& clues, uint32_t person, const Entity& entity, bool main,
                       bool only) {
  Adder add;
  const uint32_t block = turn.block;
  const uint32_t asks = clues.asks(block) ? 1 : 0;
  const auto signs = static_cast<uint32_t>(SpeakerSign::kNone);
  for (uint32_t sign = 0; sign < signs; ++sign) {
    if (clues.has_sign(person, static_cast<SpeakerSign>(sign))) add(kTurnSign, sign * 2 + asks);
  }
  if (clues.narrator() == person) add(kTurnNarrator, static_cast<uint32_t>(clues.sign()) * 2 + asks);
  for (uint32_t d = 0; d < 5; ++d) {
    if (block + d >= 2 && clues.seen_in(person, block + d - 2, Seen::kAddressed)) add(kTurnAddressed, d);
  }
  const uint32_t nearest = clues.nearest_address(person, block);
  const uint32_t distance = nearest > block ? nearest - block : block - nearest;
  add(kTurnAddressedNearest, nearest == kNoEntity ? 0
                             : distance <= 4      ? 1 + distance % 2
                             : distance <= 12     ? 3 + distance % 2
                                                  : 5 + distance % 2);
  add(kTurnAddressedOften, bucket(clues.times_seen(person, Seen::kAddressed), {0, 1, 3}));
  add(kTurnQuotedAddress, bucket(clues.addressed_in_quotations(person), {0, 1, 3}));
  const uint32_t spoken_of = clues.times_seen(person, Seen::kSpokenOf);
  if (spoken_of == 0 && nearest != kNoEntity) add(kTurnOnlyAddressed, clues.spoken() > 1 ? 1 : 0);
  if (spoken_of == 0 && clues.addressed_in_quotations(person) > 0) add(kTurnOnlyAddressed, clues.spoken() > 1 ? 3 : 2);
  if (turn.latest_addressed == person) add(kTurnLatestAddressed, 0);
  if (turn.next_addressed == person) add(kTurnLatestAddressed, 1);
  // Two who take turns: all blocks that speak to one are the other's.
  if (const uint32_t even = clues.addressed_in_even(person), all = clues.times_seen(person, Seen::kAddressed);
      all > 0) {
    const bool mixed = even != 0 && even != all;
    const bool other_turn = (even == 0) == (block % 2 == 0);
    add(kTurnParity, (mixed ? 0 : (all > 1 ? 3 : 1) + (other_turn ? 1 : 0)) + (clues.addressed_people() > 2 ? 6 : 0));
  }
  add(kTurnSpokenOf, clues.seen_in(person, block, Seen::kSpokenOf) ? 1 : 0);
  add(kTurnSpokenOfOften, bucket(spoken_of, {0, 1, 3, 8}));
  if (turn.i_before == person) add(kTurnBefore, 0);
  if (turn.i_before_that == person) add(kTurnBefore, 1);
  if (turn.you_before == person) add(kTurnBefore, 2);
  if (turn.i_here == person) add(kTurnBefore, 3);
  if (turn.i_next == person) add(kTurnBefore, 4);
  if (turn.latest_i != kNoEntity) add(kTurnLatest, turn.latest_i == person ? 0 : 1);
  if (turn.latest_you != kNoEntity) add(kTurnLatest, turn.latest_you == person ? 2 : 3);
  if (clues.times_seen(person, Seen::kNamesItself) > 0)
    add(kTurnNamesItself, clues.seen_in(person, block, Seen::kNamesItself) ? 2 : 1);
  add(kTurnMain, (main ? 2 : 0) + (only ? 1 : 0));
  add(kTurnHeadline, (clues.in_headline(person) ? 2 : 0) + asks);
  add(kTurnGender, entity.gender == Gender::kUnknown ? 0 : 1);
  return std::move(add.features);
}

Features nobody_features(const Turn& turn, const SpeakerClues& clues, size_t people, size_t blocks) {
  Adder add;
  add(kTurnNone, 0);
  add(kTurnNonePeople, bucket(static_cast<uint32_t>(people), {1, 2, 5}));
  add(kTurnNoneBlocks, bucket(static_cast<uint32_t>(blocks), {3, 10, 25, 60}));
  add(kTurnNoneSpoken, clues.spoken());
  add(kTurnNoneNarrator, clues.narrator() == kNoEntity ? 0 : 1);
  add(kTurnNoneBefore, (turn.i_before == kNoEntity ? 0 : 2) + (turn.latest_i == kNoEntity ? 0 : 1));
  add(kTurnNoneAsks, clues.asks(turn.block) ? 1 : 0);
  return std::move(add.features);
}

}  // namespace dateline
