// The stage in order: names, which of them mean the same, what each is, then the words that refer back to them.
#include <algorithm>

#include "entity/entity.h"
#include "entity/entity_builder.h"
#include "entity/name_forms.h"
#include "entity/name_groups.h"
#include "entity/name_tagger.h"

namespace dateline {

EntityAnalysis find_entities(const Document& document) {
  const std::vector<Name> names = tag_names(document, name_model());
  const NameForms forms = collect_forms(document, names);
  const std::vector<uint32_t> groups = group_names(document, names, forms);
  return build_entities(document, names, forms, groups);
}

}  // namespace dateline
