#include "entity/acronyms.h"

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 16;

bool is_small_word(std::string_view word) {
  return word == "of" || word == "the" || word == "for" || word == "and" || word == "in" || word == "on" ||
         word == "de" || word == "&" || word == "to" || word == "against" || word == "with" || word == "-";
}

/// The tokens before `bracket` whose initials are the letters; empty where they are not. Small words may be passed
/// over.
IndexRange long_form(const Document& document, uint32_t bracket, std::string_view letters, IndexRange sentence) {
  size_t left = letters.size();
  const uint32_t limit = bracket - std::min(bracket - sentence.first, kMostWords);
  for (uint32_t i = bracket; i > limit;) {
    --i;
    const std::string_view word = document.lower(i);
    if (word.empty() || !(document.token(i).is_word() || word == "-" || word == "&")) return {};
    const bool whole = word.size() > 1 && word.size() <= left && document.token(i).shape == Shape::kUpper &&
                       letters.substr(left - word.size(), word.size()) == word;  // "UK Trade Agency (UKTA)"
    if (whole || word[0] == letters[left - 1]) {
      left -= whole ? word.size() : 1;
      if (left == 0) return document.token(i).is_capitalized() ? IndexRange{i, bracket} : IndexRange{};
    } else if (!is_small_word(word)) {
      return {};
    }
  }
  return {};
}

}  // namespace

std::vector<Name> with_explained_acronyms(const Document& document, std::vector<Name> names) {
  std::vector<Name> found;
  for (const Sentence& sentence : document.sentences()) {
    for (uint32_t i = sentence.tokens.first + 2; i + 2 < sentence.tokens.last; ++i) {
      if (document.lower(i) != "(" || document.lower(i + 2) != ")") continue;
      const std::string_view letters = document.lower(i + 1);
      const bool plain = std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (document.token(i + 1).shape != Shape::kUpper || !plain || letters.size() < 3 || letters.size() > 8) continue;
      const IndexRange words = long_form(document, i, letters, sentence.tokens);
      if (words.empty()) continue;
      found.push_back({words, NameType::kOrg});
      found.push_back({{i + 1, i + 2}, NameType::kOrg});
    }
  }
  if (found.empty()) return names;
  // Both lists are in text order: merged, an explained name taking the place of what overlaps it, and its type from
  // the first of those.
  std::vector<Name> merged;
  size_t next = 0;
  for (size_t f = 0; f < found.size(); ++f) {
    while (next < names.size() && names[next].tokens.last <= found[f].tokens.first) merged.push_back(names[next++]);
    std::optional<NameType> type;
    while (next < names.size() && names[next].tokens.overlaps(found[f].tokens)) {
      // The place at the head of "UK Research Council" says nothing of the whole.
      const bool whole = names[next].type != NameType::kLoc || names[next].tokens.last >= found[f].tokens.last;
      if (!type && names[next].type != NameType::kPer && whole) type = names[next].type;
      ++next;
    }
    const bool acronym = f % 2 == 1;
    found[f].type = acronym ? found[f - 1].type : type.value_or(NameType::kOrg);
    if (!acronym && !merged.empty() && merged.back().tokens.overlaps(found[f].tokens)) merged.pop_back();
    merged.push_back(found[f]);
  }
  merged.insert(merged.end(), names.begin() + static_cast<ptrdiff_t>(next), names.end());
  return merged;
}

}  // namespace dateline
