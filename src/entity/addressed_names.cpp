#include "entity/addressed_names.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 4;  // in a name that the tagger missed

bool is_form_of_address(const Document& document, uint32_t token) {
  static const Lexicon forms{"data/entity/forms_of_address.txt"};
  return document.token(token).is_capitalized() && forms.contains(document.lower(token));
}

/// Whether the words from a form of address on are known as a body's or a thing's name, or end like a body's.
bool is_called_so(const Document& document, IndexRange words, uint32_t limit) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (gazetteer.classes_of(document.lower(words.last - 1)).has(NameClass::kOrgWord)) return true;
  const Gazetteer::Match known = gazetteer.longest_phrase(document, words.first, limit);
  return known.tokens > 1 && (known.classes.has(NameClass::kCompany) || known.classes.has(NameClass::kBody));
}

/// Proper nouns from a token on.
IndexRange proper_nouns(const Document& document, uint32_t first, uint32_t limit) {
  uint32_t last = first;
  while (last < std::min(limit, first + kMostWords) && document.token(last).is_capitalized() &&
         document.token(last).is_word() && document.grammar(last).upos == Upos::kPropn)
    ++last;
  return {first, last};
}

}  // namespace

std::vector<Name> with_addressed_names(const Document& document, std::vector<Name> names) {
  std::vector<Name> out;
  out.reserve(names.size());
  size_t next = 0;
  for (const Sentence& sentence : document.sentences()) {
    const IndexRange tokens = sentence.tokens;
    for (uint32_t i = tokens.first; i + 1 < tokens.last; ++i) {
      while (next < names.size() && names[next].tokens.last <= i) out.push_back(names[next++]);
      if (!is_form_of_address(document, i)) continue;
      const uint32_t first = i + 1;
      if (next < names.size() && names[next].tokens.first < i) continue;  // "Mulholland Dr": a name's last word
      size_t named = next;
      if (named < names.size() && names[named].tokens.last == first) ++named;  // "Ms" alone
      const bool is_named = named < names.size() && names[named].tokens.contains(first);
      IndexRange words =
          is_named ? IndexRange{first, names[named].tokens.last} : proper_nouns(document, first, tokens.last);
      if (named < names.size() && !is_named)
        words.last = std::min(words.last, std::max(first, names[named].tokens.first));
      if (words.empty() || is_called_so(document, {i, words.last}, tokens.last)) continue;
      out.push_back({words, NameType::kPer});
      next = is_named ? named + 1 : named;
    }
  }
  out.insert(out.end(), names.begin() + static_cast<ptrdiff_t>(next), names.end());
  return out;
}

}  // namespace dateline
