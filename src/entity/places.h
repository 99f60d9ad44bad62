// Where a place is: coordinates, country and kind from the gazetteers.
#pragma once

#include "entity/entity.h"

namespace dateline {

/// Sets `place` of places, and of nationalities (to their country), where the lexicons know them. Among namesakes the
/// one in a country that the article names wins, then the largest. What is not known stays without: never a guess. Each
/// name is looked up once.
void locate(const Document& document, EntityAnalysis& analysis);

}  // namespace dateline
