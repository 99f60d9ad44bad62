// Boundaries: what is certain about where a content begins and ends, whatever the model says of its words.
#pragma once

#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// Corrects the contents of all cues found in a document (ascending by cue):
///   a content that began at an opening mark ends at its closing mark where another cue follows behind it;
///   a clause that another cue of the same rank reports (", but the union said …", "and said …") ends the one before
///   it; a content in a clause that opens the sentence ("When she said A, …") ends with that clause; a parenthetical
///   cue (", she said,") divides one clause, both sides of which were said.
/// Contents may become empty. Linear in the contents.
void correct_boundaries(const Reading& reading, std::vector<CueContent>& found);

}  // namespace dateline
