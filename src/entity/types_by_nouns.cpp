#include "entity/types_by_nouns.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "entity/grammatical_role.h"
#include "entity/people.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kNear = 6;  // tokens from a name to the noun in apposition behind it

/// A common noun in the singular that names a sort of body and no person.
bool names_body(const Document& document, uint32_t token) {
  static const Lexicon heads("data/entity/nominal_heads.tsv"), titles("data/entity/titles.tsv");
  if (document.grammar(token).xpos != "NN" || document.token(token).shape != Shape::kLower) return false;
  const std::string_view word = document.lower(token);
  if (titles.contains(word)) return false;
  return heads.field(word, 0) == "organization";
}

/// "the governor of the central bank, Ana Reyes": the noun is not what the name stands beside. Nor is "film-maker".
bool is_part(const Document& document, uint32_t noun) {
  return document.grammar(noun).relation.starts_with("nmod") ||
         (noun > 0 && document.norm(noun - 1) == "-" && !document.token(noun).space_before);
}

/// The noun that a name stands beside: right before it or, of a single word, a comma before or behind it; kNoHead if
/// none.
uint32_t noun_beside(const Document& document, IndexRange name) {
  const IndexRange row = document.sentence(document.sentence_of(name.first)).tokens;
  const uint32_t head = head_word(document, name);
  const TokenGrammar& word = document.grammar(head);
  if (name.first > row.first) {
    const uint32_t before = name.first - 1;
    const TokenGrammar& noun = document.grammar(before);
    const bool attribute = name.contains(noun.head) && (noun.relation == "compound" || noun.relation == "nmod:desc");
    const bool apposed = word.head == before && (word.relation == "appos" || word.relation == "flat");
    if (attribute || apposed) return before;
  }
  if (name.size() > 1) return kNoHead;
  if (name.first > row.first + 1 && document.norm(name.first - 1) == "," && word.relation == "appos" &&
      word.head + 2 == name.first)
    return word.head;
  if (name.last >= row.last || document.norm(name.last) != ",") return kNoHead;
  for (uint32_t i = name.last + 1; i < std::min(row.last, name.last + 1 + kNear); ++i) {
    const TokenGrammar& noun = document.grammar(i);
    if (noun.head == head && noun.relation == "appos") return i;
  }
  return kNoHead;
}

}  // namespace

std::vector<Name> with_types_by_nouns(const Document& document, std::vector<Name> names) {
  for (Name& name : names) {
    if (name.type != NameType::kPer) continue;
    if (gender_of_given_name(document.lower(name.tokens.first)) != Gender::kUnknown) continue;
    const uint32_t noun = noun_beside(document, name.tokens);
    if (noun != kNoHead && names_body(document, noun) && !is_part(document, noun)) name.type = NameType::kOrg;
  }
  return names;
}

}  // namespace dateline
