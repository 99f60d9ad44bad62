// Transcripts and interviews: paragraphs that begin with who speaks ("REYES: …", "Q: …").
#pragma once

#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// The turns of a conversation that is written with labels: the label is the source, its colon the cue, the rest of the
/// paragraph the content, with the paragraphs without a label before the next turn; behind a question labelled "Q"
/// these are a turn of their own without cue and source, the answer. Empty unless at least two labels are surely
/// speakers: in capitals, a single Q or A, or coming back. Linear.
std::vector<CueContent> find_turns(const Reading& reading);

}  // namespace dateline
