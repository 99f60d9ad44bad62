// What belongs to a figure elsewhere in its sentence: when it holds, and who says it.
#pragma once

#include <vector>

#include "figure/figure.h"

namespace dateline {

/// Sets the time of each figure (the nearest date in its sentence, in its clause before others) and its source (the
/// entity whose quote it stands in, the innermost one). Figures, times and quotes in text order. Linear.
void link_figures(const Document& document, const std::vector<Timex>& times, const std::vector<Quote>& quotes,
                  std::vector<Figure>& figures);

}  // namespace dateline
