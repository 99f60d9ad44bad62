// Entities from groups of names: type, fullest name, aliases, gender.
#pragma once

#include "document.h"
#include "entity/entity.h"
#include "entity/name_forms.h"

namespace dateline {

/// One entity for each group, in order of first mention, each name a mention of its own.
EntityAnalysis build_entities(const Document& document, const std::vector<Name>& names, const NameForms& forms,
                              const std::vector<uint32_t>& groups);

}  // namespace dateline
