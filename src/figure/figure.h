// Figures: numbers that count or measure something. Dates, phone and section numbers and names with digits are none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "event/timeline.h"
#include "quote/quote.h"
#include "time/timex.h"

namespace dateline {

enum class FigureKind : uint8_t { kCount, kMoney, kPercent, kMeasure, kOrdinal };

struct Figure {
  Span span;  // with its modifier and unit: "nearly 1,400 civilians", "£3bn"
  IndexRange tokens;
  FigureKind kind = FigureKind::kCount;
  double value = 0;
  std::optional<double> value_to;  // the upper end of a range
  std::string modifier;            // "nearly", "at least"; empty for none
  std::string unit;                // "civilians", "EUR", "km", "percentage points"; empty for none
  std::string what;                // what is counted or measured, in the article's words; empty where it is not told
  uint32_t time = kNoTime;         // index into the times
  uint32_t source = kNoEntity;     // who says so: index into the entities
};

/// All figures in text order. Linear.
std::vector<Figure> find_figures(const Document& document, const EntityAnalysis& entities,
                                 const std::vector<Timex>& times, const std::vector<Quote>& quotes);

const char* name_of(FigureKind kind);

}  // namespace dateline
