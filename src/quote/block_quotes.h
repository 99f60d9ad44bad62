// Block quotes: paragraphs without quotation marks that are somebody's words by what stands before or behind them.
#pragma once

#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// The paragraph behind one that ends with a verb of speech, its subject and a colon ("In her letter Reyes wrote:"),
/// and posts that a line signs with a name and a handle ("— Ana Reyes (@reyes) May 3"). Linear.
std::vector<CueContent> find_block_quotes(const Reading& reading);

}  // namespace dateline
