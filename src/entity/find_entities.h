// The stage with another way of deciding what pronouns mean: for the program that learns it.
#pragma once

#include "document.h"
#include "entity/entity.h"
#include "entity/references.h"

namespace dateline {

/// find_entities() of entity.h, each question about a pronoun decided by `choose`.
EntityAnalysis find_entities(const Document& document, const ReferenceChooser& choose);

}  // namespace dateline
