// Name phrases: the longer words for a named one that hold a second name ("Ann Lee of the Labour Party", "Leeds,
// England", "Labour's Ann Lee"), names with their
// attributes ("northern Syria", "Aleppo province"), and names inside other names ("Leeds" in "the Leeds Museum").
#pragma once

#include "document.h"
#include "entity/entity.h"
#include "entity/name_forms.h"

namespace dateline {

/// Adds a nominal mention for each, behind all others; their `entity` is set, but the entities' lists of mentions are
/// not. A name inside a name is one only where the article names the same one elsewhere: nothing is made up. The rules
/// stand in data/entity/name_phrases.tsv. `names` are the first mentions of the analysis, one each. Linear: a name of
/// more than kMostKeyWords tokens is passed over.
void add_name_phrases(const Document& document, const std::vector<Name>& names, const NameForms& forms,
                      EntityAnalysis& analysis);

}  // namespace dateline
