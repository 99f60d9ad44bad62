#include "entity/two_voices.h"

namespace dateline {
namespace {

constexpr uint32_t kNearTop = 3, kFewest = 6;  // blocks
constexpr size_t kLongest = 60;                // tokens of a block, in the mean

using Seen = SpeakerClues::Seen;

/// Those seen in a way in the first blocks, each with the place of the block.
std::vector<std::pair<uint32_t, size_t>> seen_first(const SpeakerClues& clues, size_t entities,
                                                    const std::vector<uint32_t>& blocks, Seen how) {
  std::vector<std::pair<uint32_t, size_t>> found;
  for (uint32_t e = 0; e < entities; ++e) {
    for (size_t b = 0; b < kNearTop; ++b) {
      if (!clues.seen_in(e, blocks[b], how)) continue;
      found.emplace_back(e, b);
      break;
    }
  }
  return found;
}

}  // namespace

std::optional<TwoVoices> two_voices(const Document& document, const SpeakerClues& clues, size_t entities) {
  if (clues.spoken() < 2 || clues.has_dialogue()) return std::nullopt;
  std::vector<uint32_t> blocks;  // of the story
  for (const Sentence& sentence : document.sentences()) {
    const BlockKind kind = document.blocks()[sentence.block].kind;
    if (clues.has_label(sentence.block)) return std::nullopt;
    if (kind == BlockKind::kParagraph && (blocks.empty() || blocks.back() != sentence.block))
      blocks.push_back(sentence.block);
  }
  if (blocks.size() < kFewest || document.tokens().size() > kLongest * blocks.size()) return std::nullopt;
  TwoVoices voices;
  const auto named = seen_first(clues, entities, blocks, Seen::kNamesItself);
  const auto introduced = seen_first(clues, entities, blocks, Seen::kIntroduced);
  if (named.size() == 2 && (named[0].second + named[1].second) % 2 == 1) {
    voices.guest = named[1].first;  // "I'm Ann Lee." "And I'm Bo Berg."
  } else if (named.size() == 1 && introduced.size() == 1 && introduced[0].first != named[0].first) {
    voices.guest = introduced[0].first;
  } else {
    return std::nullopt;
  }
  voices.host = named[0].first;
  const size_t first = named[0].second;
  voices.host_speaks.resize(document.blocks().size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool host = i % 2 == first % 2;
    voices.host_speaks[blocks[i]] = host ? 1 : 0;
    if (clues.seen_in(host ? voices.host : voices.guest, blocks[i], Seen::kAddressed)) return std::nullopt;
  }
  return voices;
}

}  // namespace dateline
