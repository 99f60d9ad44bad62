#include "entity/settled_names.h"

#include <algorithm>

#include "entity/gazetteer.h"

namespace dateline {
namespace {

constexpr size_t kMostGoals = 2;  // digits on either side of a result; "737-800" is an aircraft

NameClasses classes_of(const Document& document, IndexRange tokens) {
  if (tokens.size() == 1) return Gazetteer::instance().classes_of(document.lower(tokens.first));
  const Gazetteer::Match match = Gazetteer::instance().longest_phrase(document, tokens.first, tokens.last);
  return match.tokens == tokens.size() ? match.classes : NameClasses();
}

bool is_place(NameClasses classes) {
  return classes.has(NameClass::kPlace) || classes.has(NameClass::kTown) || classes.has(NameClass::kRegion) ||
         classes.has(NameClass::kCountry);
}

bool is_goals(const Document& document, uint32_t token) {
  const std::string_view word = document.lower(token);
  return word.size() <= kMostGoals &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "16-16", "4-0" at the end of a name: how many tokens.
uint32_t result_length(const Document& document, IndexRange name) {
  if (name.size() < 4) return 0;
  const std::string_view mark = document.norm(name.last - 2);
  const bool result =
      is_goals(document, name.last - 1) && (mark == "-" || mark == "\xE2\x80\x93") && is_goals(document, name.last - 3);
  return result ? 3 : 0;
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
    name.tokens.last -= result_length(document, name.tokens);
    const Sentence& sentence = document.sentence(document.sentence_of(name.tokens.first));
    const NameClasses classes = classes_of(document, name.tokens);
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
