// Which of the two numbers of 3/2/2016 is the day.
#pragma once

#include "document.h"

namespace dateline {

/// Whether the article writes the day first: decided by its dates in digits that can only be read one way (13/2/2016);
/// where they do not tell, by the order of its dates in words ("3 March" or "March 3"). False where nothing tells.
bool writes_day_first(const Document& document);

}  // namespace dateline
