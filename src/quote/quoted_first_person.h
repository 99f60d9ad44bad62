// "I" inside quotation marks means the speaker of the quote.
#pragma once

#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "quote/quote.h"

namespace dateline {

/// Adds a pronoun mention for each "I", "me", "my" … between the quotation marks of a quote whose speaker is a known
/// person, and keeps mentions in text order. The entities keep their order and salience. Linear.
void add_quoted_first_person(const Document& document, const std::vector<Quote>& quotes, EntityAnalysis& analysis);

}  // namespace dateline
