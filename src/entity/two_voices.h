// A talk of two without labels: one says his name and introduces the other ("I'm Ann Lee, and I'm joined by Bo Berg"),
// then they take turns.
#pragma once

#include <optional>
#include <vector>

#include "document.h"
#include "entity/speaker_evidence.h"

namespace dateline {

struct TwoVoices {
  uint32_t host = kNoEntity, guest = kNoEntity;
  std::vector<uint8_t> host_speaks;  // of each block
};

/// The two where the text begins so, has many short blocks and none in which one of them speaks to himself; nothing
/// where it does not, or where there are labels or a third is introduced. Linear.
std::optional<TwoVoices> two_voices(const Document& document, const SpeakerClues& clues, size_t entities);

}  // namespace dateline
