// The stage in order: names, which of them mean the same, what each is called and where it lies, then the words that
// refer back to them, and how central each is.
#include "entity/find_entities.h"

#include "entity/acronyms.h"
#include "entity/addressed_names.h"
#include "entity/called_names.h"
#include "entity/counted_in.h"
#include "entity/descriptions.h"
#include "entity/entity_builder.h"
#include "entity/first_person.h"
#include "entity/name_forms.h"
#include "entity/name_groups.h"
#include "entity/name_phrases.h"
#include "entity/name_tagger.h"
#include "entity/name_trimming.h"
#include "entity/places.h"
#include "entity/predicated_nominals.h"
#include "entity/repeated_names.h"
#include "entity/salience.h"
#include "entity/settled_names.h"
#include "entity/types_by_nouns.h"

namespace dateline {

EntityAnalysis find_entities(const Document& document, const ReferenceChooser& choose) {
  std::vector<Name> tagged = with_settled_names(document, tag_names(document, name_model()));
  tagged = with_trimmed_names(document, with_addressed_names(document, std::move(tagged)));
  tagged = with_called_names(document, with_types_by_nouns(document, std::move(tagged)));
  const std::vector<Name> names = with_repeated_names(document, with_explained_acronyms(document, tagged));
  const NameForms forms = collect_forms(document, names);
  const std::vector<uint32_t> groups = group_names(document, names, forms);
  EntityAnalysis analysis = build_entities(document, names, forms, groups);
  const std::vector<Description> descriptions = find_descriptions(document, analysis);
  describe_entities(document, descriptions, analysis);
  locate(document, analysis);
  resolve_references(document, descriptions, choose, analysis);
  resolve_first_person(document, choose, analysis);
  resolve_counted_in(document, analysis);
  rate_salience(document, analysis);
  add_predicated_nominals(document, analysis);
  add_name_phrases(document, names, forms, analysis);  // longer words for what is rated already
  put_in_order(analysis);
  return analysis;
}

EntityAnalysis find_entities(const Document& document) {
  return find_entities(document, choose_by_model);
}

}  // namespace dateline
