// Blocks: the article's structure as it was pasted: headline, byline, dateline, caption, credit, paragraph …
//
// A block is one line or, in hard-wrapped text, several; a dateline ("BRUSSELS (Reuters) -") is a block of its own
// before the paragraph that it opens. Rules for each kind stand in data/text/blocks.rules.txt, not here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dateline {

enum class BlockKind : uint8_t {
  kHeadline,
  kSubheading,
  kByline,
  kDateline,
  kCaption,
  kCredit,
  kParagraph,
  kList,
  kOther
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;                // from the first to the last character that is not white space
  bool after_blank = true;  // a blank line (or the text's start) stands before it

  /// Whether its sentences tell the story. Headlines do, but are no running text; captions, credits, bylines and page
  /// furniture ("Read more") do not, though names and dates in them count.
  bool is_story() const {
    return kind == BlockKind::kHeadline || kind == BlockKind::kSubheading || kind == BlockKind::kParagraph ||
           kind == BlockKind::kList;
  }
  /// Running text: paragraphs and list items.
  bool is_running_text() const { return kind == BlockKind::kParagraph || kind == BlockKind::kList; }
};

/// The word the report uses: "headline", "subheading" …
const char* name_of(BlockKind kind);

/// The blocks of a text in valid UTF-8: ascending, not overlapping, together covering every character that is not white
/// space. Linear.
std::vector<Block> find_blocks(std::string_view text);

}  // namespace dateline
