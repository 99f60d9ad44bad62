#include "entity/settled_names.h"

#include "entity/gazetteer.h"

namespace dateline {
namespace {

bool is_place(NameClasses classes) {
  return classes.has(NameClass::kPlace) || classes.has(NameClass::kTown) || classes.has(NameClass::kRegion) ||
         classes.has(NameClass::kCountry);
}

/// Whether a block is a dateline and no row of a table ("NEW YORK 74 59 .556 -"): numbers stand there beside a month.
bool is_dateline(const Document& document, const Sentence& sentence) {
  if (document.block_of(sentence).kind != BlockKind::kDateline) return false;
  bool number = false, month = false;
  for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const std::string_view word = document.lower(i);
    number = number || (word.front() >= '0' && word.front() <= '9');
    month = month || Gazetteer::instance().classes_of(word).has(NameClass::kCalendar);
  }
  return !number || month;
}

}  // namespace

std::vector<Name> with_settled_names(const Document& document, std::vector<Name> names) {
  for (Name& name : names) {
    const Sentence& sentence = document.sentence(document.sentence_of(name.tokens.first));
    const NameClasses classes = Gazetteer::instance().classes_of(document, name.tokens);
    if (is_place(classes) && name.tokens.first == sentence.tokens.first && is_dateline(document, sentence)) {
      name.type = NameType::kLoc;
    } else if (name.tokens.size() > 1 && classes.has(NameClass::kBody) && !is_place(classes) &&
               name.type == NameType::kPer) {
      name.type = NameType::kOrg;
    }
  }
  return names;
}

}  // namespace dateline
