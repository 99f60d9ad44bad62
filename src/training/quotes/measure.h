// How good the parts of a model are on articles that it has not learnt from, each with what comes before it given.
#pragma once

#include "quote/quote_model.h"
#include "quotes/gold_quotes.h"

namespace dateline::training {

/// Prints, in percent: the best F of cues over all thresholds; of the windows of annotated cues, in how many the
/// content begins, ends, or both, with the right word, and a right word of the source is found; the best F of claims,
/// that overlap and that are exact. A claim counts by its own score where the model has learnt to judge claims, else by
/// its cue's.
void measure(const Articles& articles, const QuoteModel& model, bool judged);

}  // namespace dateline::training
