// What speaks for and against a person's being the "I" or the "you" of a block: a paragraph, or a turn of a
// conversation.
#pragma once

#include "entity/reference_features.h"
#include "entity/speaker_evidence.h"

namespace dateline {

/// The block that is asked about, and who was found to speak and to be spoken to around it.
struct Turn {
  uint32_t block = 0;
  PronounClass pronoun = PronounClass::kI;
  // The "I" and "you" of the two blocks before, the "I" of this one and, where labels tell, of the next; kNoEntity
  // where nobody is known.
  uint32_t i_before = kNoEntity, i_before_that = kNoEntity, you_before = kNoEntity, i_here = kNoEntity;
  uint32_t i_next = kNoEntity;
  uint32_t latest_addressed = kNoEntity, next_addressed = kNoEntity;  // up to this block, after it
  uint32_t latest_i = kNoEntity, latest_you = kNoEntity;              // in any block before
};

/// Features of a person as the one who is meant. `main`: nobody is named more often; `only`: nobody else is named.
/// Constant time but for a search among the blocks in which the person was seen.
Features turn_features(const Turn& turn, const SpeakerClues& clues, uint32_t person, const Entity& entity, bool main,
                       bool only);

/// Features of nobody's being meant who is among `people` many.
Features nobody_features(const Turn& turn, const SpeakerClues& clues, size_t people, size_t blocks);

}  // namespace dateline
