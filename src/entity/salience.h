// How central an entity is: how often, how early and where it is mentioned.
#pragma once

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// Sets `salience` (0..1) of each entity from its mentions.
void rate_salience(const Document& document, EntityAnalysis& analysis);

/// Brings mentions into text order and entities into order of salience, and sets each entity's list of mentions.
void put_in_order(EntityAnalysis& analysis);

}  // namespace dateline
