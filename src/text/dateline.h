// Datelines: the place, day and agency that open a wire story ("BRUSSELS, Feb 11 (Reuters) -").
#pragma once

#include <optional>
#include <string_view>

#include "text/span.h"

namespace dateline {

struct DatelineCut {
  Span dateline;  // with its closing dash, without the white space behind it
  Span rest;      // the paragraph that follows; empty where the dateline has a line of its own
};

/// The dateline at the start of a block, if it begins with one. Reads at most 120 bytes.
std::optional<DatelineCut> find_dateline(std::string_view text, Span block);

}  // namespace dateline
