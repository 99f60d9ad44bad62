// Comparisons: dates of which nothing is told but how much it was then.
#pragma once

#include <optional>

#include "document.h"

namespace dateline {

/// The word by which an expression of time is that of what something is only compared with: "up [from] 61 on Sunday",
/// "rose to 5 % [from] 4 % in May", "fell 5 % [from] May", "compared [with] 31 % a year ago", "more [than] in 2019",
/// "the most [since] 2004". None where it is not. Reads at most a dozen tokens before it.
std::optional<uint32_t> comparison_before(const Document& document, IndexRange time);

}  // namespace dateline
