// From the tagger's four rough types to the report's ten.
#pragma once

#include "document.h"
#include "entity/entity.h"
#include "entity/name_tagger.h"

namespace dateline {

/// What a name names. PER, ORG and LOC stay; MISC is divided by what the lexicons know of the name, its words and its
/// neighbours: groups (nationalities, religions, parties' members), events, laws, languages, products, works (names in
/// quotation marks, or after "the film"); other where nothing tells.
EntityType type_of(const Document& document, const Name& name);

}  // namespace dateline
