#include "entity/settled_names.h"

#include <string>
#include <unordered_set>

#include "entity/gazetteer.h"
#include "entity/legal_forms.h"
#include "lexicon/lexicon.h"

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

/// Companies that stand once with their legal form are companies without it.
void settle_companies(const Document& document, std::vector<Name>& names) {
  std::unordered_set<std::string> companies, surnames;
  for (Name& name : names) {
    if (name.type != NameType::kPer && name.type != NameType::kOrg) continue;
    if (ends_with_legal_form(document, name.tokens)) {
      name.type = NameType::kOrg;
      companies.insert(lower_words(document, {name.tokens.first, name.tokens.last - 1}));
    } else if (name.type == NameType::kPer && name.tokens.size() > 1) {
      surnames.insert(std::string(document.lower(name.tokens.last - 1)));
    }
  }
  if (companies.empty()) return;
  for (Name& name : names) {
    if (name.type != NameType::kPer) continue;
    const std::string words = lower_words(document, name.tokens);
    if (companies.contains(words) && !surnames.contains(words)) name.type = NameType::kOrg;
  }
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
  settle_companies(document, names);
  return names;
}

}  // namespace dateline
