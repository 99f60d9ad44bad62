// Analysis: what the stages found, in their own plain structs; and the report made of it.
#pragma once

#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "event/timeline.h"
#include "figure/figure.h"
#include "quote/quote.h"
#include "report.h"
#include "summary/keyphrases.h"
#include "summary/sentence_scores.h"
#include "time/timex.h"

namespace dateline {

struct Analysis {
  Document document;
  ReferenceDate reference;
  EntityAnalysis entities;
  std::vector<Timex> times;
  std::vector<Quote> quotes;
  std::vector<TimelineEvent> timeline;
  std::vector<Figure> figures;
  std::vector<Keyphrase> keyphrases;
  std::vector<ScoredSentence> summary;
};

/// The report, its offsets in the unit asked for; ids are given here ("e1", "t1" …). Warnings about the text included.
Report build_report(const Analysis& analysis, const Oddities& oddities, OffsetUnit unit);

}  // namespace dateline
