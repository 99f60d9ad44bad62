// What a number counts: the words of its clause that say it.
#pragma once

#include <string>
#include <vector>

#include "document.h"
#include "time/timex.h"

namespace dateline {

/// What is told of the figure in `tokens`, in the article's own words, at most about 20 of them: what follows it where
/// that is a participle or verb phrase ("500 people have been | killed from both sides"), else the words of its clause
/// before and after it, divided by an ellipsis ("The company cut … in Hartley"). Empty where the clause has none.
/// `is_share`: the figure is a part of something, which "of" then names ("12% of | voters").
/// `times` must be in text order. Constant time but for a binary search.
std::string what_is_counted(const Document& document, IndexRange tokens, bool is_share,
                            const std::vector<Timex>& times);

}  // namespace dateline
