#include "entity/grammatical_role.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr int kHighest = 24;  // steps up a tree

bool is_conjunct(const TokenGrammar& word) {
  return word.relation == "conj" || word.relation == "appos" || word.relation == "flat";
}

bool opens_clause(const Document& document, const TokenGrammar& word) {
  const std::string_view relation = word.relation;
  if (relation == "conj") {
    const Upos upos = word.upos;
    return upos == Upos::kVerb || (upos == Upos::kAux && document.grammar(word.head).upos == Upos::kVerb);
  }
  return relation == "ccomp" || relation.starts_with("advcl") || relation.starts_with("acl") ||
         relation == "parataxis" || relation.starts_with("csubj");
}

}  // namespace

uint32_t head_word(const Document& document, IndexRange tokens) {
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    const uint32_t head = document.grammar(i).head;
    if ((head == kNoHead || head < tokens.first || head >= tokens.last) && document.token(i).is_word()) return i;
  }
  return tokens.last - 1;
}

Role role_of(const Document& document, uint32_t word) {
  for (int step = 0; step < kHighest; ++step) {
    const TokenGrammar& own = document.grammar(word);
    if (own.upos == Upos::kX && own.relation.empty()) return Role::kUnknown;
    if (own.head == kNoHead) return Role::kOther;
    if (is_conjunct(own) && own.upos != Upos::kVerb) {
      word = own.head;
      continue;
    }
    const std::string_view relation = own.relation;
    if (relation.starts_with("nsubj")) return Role::kSubject;
    if (relation == "obj" || relation == "iobj") return Role::kObject;
    if (relation.starts_with("obl")) return Role::kOblique;
    if (relation == "nmod:poss") return Role::kOwner;
    if (relation.starts_with("nmod") || relation == "compound" || relation == "amod") return Role::kModifier;
    if (relation == "vocative") return Role::kVocative;
    return Role::kOther;
  }
  return Role::kOther;
}

uint32_t clause_of(const Document& document, uint32_t word) {
  for (int step = 0; step < kHighest; ++step) {
    const TokenGrammar& own = document.grammar(word);
    if (own.head == kNoHead || opens_clause(document, own)) return word;
    word = own.head;
  }
  return word;
}

bool speaks(const Document& document, uint32_t word) {
  static const Lexicon cues("data/quote/cues.tsv");
  const TokenGrammar& own = document.grammar(word);
  return own.head != kNoHead && own.relation.starts_with("nsubj") &&
         cues.field(document.grammar(own.head).lemma, 0) == "speech";
}

uint32_t predicate_of(const Document& document, uint32_t word) {
  constexpr uint32_t kNear = 12;  // tokens
  const TokenGrammar& own = document.grammar(word);
  if (own.head == kNoHead || !(own.relation.starts_with("nsubj") || own.relation == "expl")) return 0;
  const Upos upos = document.grammar(own.head).upos;
  const uint32_t kind = upos == Upos::kAdj ? 2 : upos == Upos::kNoun ? 4 : upos == Upos::kVerb ? 6 : 0;
  const uint32_t limit = std::min(own.head + kNear, document.sentence(document.sentence_of(word)).tokens.last);
  for (uint32_t i = own.head + 1; i < limit; ++i) {
    const TokenGrammar& other = document.grammar(i);
    if (other.head == own.head && (other.relation == "ccomp" || other.relation == "csubj" || other.relation == "xcomp"))
      return kind + 1;
  }
  return kind;
}

}  // namespace dateline
