#include "entity/called_names.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 4;

/// Whether a word after "called me" says when, or what kind of one: "Tuesday", "Dad", "American", "CEO".
bool is_no_name(const Document& document, uint32_t token) {
  const NameClasses classes = Gazetteer::instance().classes_of(document.lower(token));
  for (const NameClass c : {NameClass::kCalendar, NameClass::kTitle, NameClass::kDemonym, NameClass::kGroup,
                            NameClass::kLanguage, NameClass::kAbbreviation}) {
    if (classes.has(c)) return true;
  }
  return false;
}

}  // namespace

bool is_called_here(const Document& document, uint32_t token) {
  static const Lexicon words("data/entity/speech_words.tsv");
  if (token < 2 || document.sentence_of(token) != document.sentence_of(token - 2)) return false;
  const std::string_view whom = document.lower(token - 1);
  if (is_no_name(document, token)) return false;
  return (whom == "me" || whom == "myself") && words.field(document.lower(token - 2), 0) == "call";
}

std::vector<Name> with_called_names(const Document& document, std::vector<Name> names) {
  std::vector<Name> out;
  out.reserve(names.size());
  size_t next = 0;
  for (const Sentence& sentence : document.sentences()) {
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!is_called_here(document, i)) continue;
      while (next < names.size() && names[next].tokens.last <= i) out.push_back(names[next++]);
      if (next < names.size() && names[next].tokens.first <= i) {
        names[next].type = NameType::kPer;
        continue;
      }
      const uint32_t limit = std::min({sentence.tokens.last, i + kMostWords,
                                       next < names.size() ? names[next].tokens.first : sentence.tokens.last});
      uint32_t last = i;
      while (last < limit && document.token(last).is_capitalized() && document.token(last).is_word()) ++last;
      if (last < sentence.tokens.last && document.lower(last) == "of") continue;  // "Person of the Year"
      if (last > i) out.push_back({{i, last}, NameType::kPer});
    }
  }
  out.insert(out.end(), names.begin() + static_cast<ptrdiff_t>(next), names.end());
  return out;
}

}  // namespace dateline
