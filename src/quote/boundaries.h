// Boundaries: what is certain about where a content begins and ends, whatever the model says of its words.
#pragma once

#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// Corrects the contents of all cues found in a document (ascending by cue):
///   - What a colon leads to stands behind it. A content that began at an opening mark ends at its closing mark where
///     another cue follows behind it. The sentences of a quotation are said together, and of two quotations with
///     nothing between them the farther one is another's.
///   - A clause before its cue reaches to it, and from the sentence's beginning where the sentence ends with the cue; a
///     parenthetical cue (", she said,") divides one clause, both sides of which were said.
///   - "As" and "when" behind the cue of a quotation, and a participle that tells the occasion (", speaking at a
///   rally"),
///     begin what is no part of the content. A clause that another cue of the same rank reports (", but the union said
///     …", "and said …") ends the one before it; a content in a clause that opens the sentence ("When she said A, …")
///     ends with that clause.
/// Contents may become empty. Linear in the contents.
void correct_boundaries(const Reading& reading, std::vector<CueContent>& found);

}  // namespace dateline
