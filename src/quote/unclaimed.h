// Quotations that no cue has claimed: they go on with a claimed one, name their source behind a dash, or have a cue too
// unlikely to count alone; what is left, if it is long enough, was said by somebody the text does not name here.
#pragma once

#include <vector>

#include "quote/contents.h"
#include "quote/cues.h"
#include "quote/quote_model.h"
#include "quote/reading.h"

namespace dateline {

/// Adds to `found` what the quotations outside all its contents hold. `weak` are the cues that were too unlikely to
/// count, ascending. Linear in the document.
void claim_quotations(const Reading& reading, const QuoteModel& model, const std::vector<CueCandidate>& weak,
                      std::vector<CueContent>& found);

}  // namespace dateline
