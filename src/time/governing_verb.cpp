// One tree alone is not trusted: a verb counts only where no other verb stands between it and the expression.
#include "time/governing_verb.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kReach = 20;  // tokens between an expression and its verb
constexpr uint32_t kNear = 8;    // tokens between a verb and its auxiliaries or the word that opens its clause
constexpr int kHighest = 5;      // steps up the tree

const Lexicon& tense_verbs() {
  static const Lexicon instance("data/time/tense_verbs.tsv");
  return instance;
}

const Lexicon& tense_phrases() {
  static const Lexicon instance("data/time/tense_phrases.tsv");
  return instance;
}

/// The token by which an expression hangs in the tree.
uint32_t head_token(const Document& document, IndexRange expression) {
  for (uint32_t i = expression.first; i < expression.last; ++i) {
    if (!expression.contains(document.grammar(i).head)) return i;
  }
  return expression.first;
}

/// Whether an expression belongs to the subject of its verb ("the incident in August could reach …"): the verb does not
/// date it.
bool is_in_subject(const Document& document, IndexRange sentence, IndexRange expression, uint32_t verb) {
  uint32_t at = head_token(document, expression);
  for (int step = 0; step <= kHighest && sentence.contains(at) && at != verb; ++step) {
    if (document.grammar(at).relation.starts_with("nsubj")) return true;
    at = document.grammar(at).head;
  }
  return false;
}

/// Whether a token before a verb hangs on it by a relation and is (in any form) one of a kind of tense_phrases.
bool has_dependent(const Document& document, IndexRange sentence, uint32_t verb, std::string_view kind) {
  const uint32_t first = verb > sentence.first + kNear ? verb - kNear : sentence.first;
  for (uint32_t i = first; i < verb; ++i) {
    if (document.grammar(i).head == verb && tense_phrases().find(document.lower(i)) == kind) return true;
  }
  return false;
}

bool has_auxiliary(const Document& document, IndexRange sentence, uint32_t verb, std::string_view tag) {
  const uint32_t first = verb > sentence.first + kNear ? verb - kNear : sentence.first;
  for (uint32_t i = first; i < verb; ++i) {
    const TokenGrammar& grammar = document.grammar(i);
    if (grammar.head == verb && grammar.relation.starts_with("aux") && grammar.xpos.starts_with(tag)) return true;
  }
  return false;
}

/// A verb, or what is said by means of "be" ("could be higher").
bool is_verb(const Document& document, IndexRange sentence, uint32_t token) {
  const Upos upos = document.grammar(token).upos;
  if (upos == Upos::kVerb) return true;
  if (upos != Upos::kAdj && upos != Upos::kNoun) return false;
  const uint32_t first = token > sentence.first + kNear ? token - kNear : sentence.first;
  for (uint32_t i = first; i < token; ++i) {
    if (document.grammar(i).head == token && document.grammar(i).relation == "cop") return true;
  }
  return false;
}

/// The first verb above an expression; kNoHead where there is none, or where another verb stands between the two.
uint32_t governing_verb(const Document& document, IndexRange sentence, IndexRange expression) {
  uint32_t at = document.grammar(head_token(document, expression)).head;
  for (int step = 0; step < kHighest && sentence.contains(at) && !is_verb(document, sentence, at); ++step) {
    at = document.grammar(at).head;
  }
  if (!sentence.contains(at) || !is_verb(document, sentence, at) || expression.contains(at)) return kNoHead;
  const uint32_t first = std::min(at + 1, expression.last), last = std::max(at, expression.first);
  if (last - first > kReach) return kNoHead;
  for (uint32_t i = first; i < last; ++i) {
    if (is_verb(document, sentence, i)) return kNoHead;
  }
  return at;
}

/// "The deadline is Monday": the expression itself is what is said.
bool is_predicate(const Document& document, IndexRange sentence, IndexRange expression) {
  const uint32_t head = head_token(document, expression);
  const uint32_t first = head > sentence.first + kNear ? head - kNear : sentence.first;
  for (uint32_t i = first; i < expression.first; ++i) {
    const TokenGrammar& grammar = document.grammar(i);
    if (grammar.head == head && grammar.relation == "cop") return grammar.xpos == "VBZ" || grammar.xpos == "VBP";
  }
  return false;
}

}  // namespace

bool looks_ahead_by_tree(const Document& document, IndexRange sentence, IndexRange expression) {
  if (is_predicate(document, sentence, expression)) return true;
  const uint32_t verb = governing_verb(document, sentence, expression);
  if (verb == kNoHead) return false;
  const TokenGrammar& grammar = document.grammar(verb);
  const std::string_view meaning = tense_verbs().find(grammar.lemma);
  if (meaning == "plan" && grammar.xpos == "VBD" && verb < expression.first) return true;
  const bool is_perfect = has_dependent(document, sentence, verb, "has");
  const bool is_denied = has_dependent(document, sentence, verb, "denies");
  if (has_dependent(document, sentence, verb, "would") && !is_perfect) return true;
  const bool is_own = !is_in_subject(document, sentence, expression, verb);
  const bool may_come = is_own && !is_perfect && !is_denied && grammar.xpos != "VBN";  // not "could be found"
  if (may_come && has_dependent(document, sentence, verb, "modal")) return true;
  const bool is_past = has_auxiliary(document, sentence, verb, "VBD") || has_auxiliary(document, sentence, verb, "VBN");
  const bool is_present = grammar.xpos == "VBP" || grammar.xpos == "VBZ" ||
                          (!is_past && has_auxiliary(document, sentence, verb, "VB") && grammar.xpos == "VBG");
  const bool is_caption = document.block_of(document.sentence(document.sentence_of(verb))).kind == BlockKind::kCaption;
  const bool is_arranged = meaning == "schedule" || (grammar.xpos == "VBG" && is_own);  // "he is speaking Friday"
  if (is_present && is_arranged && !is_caption) return true;
  if (!grammar.relation.starts_with("advcl") || !has_dependent(document, sentence, verb, "opens_clause")) return false;
  const bool is_passive =
      !is_past && grammar.xpos == "VBN" && has_auxiliary(document, sentence, verb, "VB") && !is_perfect;
  if (is_present || is_passive) return true;
  // "were likely to buy it when trading opened Monday": the clause lies where the infinitive above it does
  const uint32_t above = grammar.head;
  return grammar.xpos == "VBD" && sentence.contains(above) && document.grammar(above).xpos == "VB" &&
         document.grammar(above).relation == "xcomp" &&
         document.grammar(document.grammar(above).head).upos == Upos::kAdj;
}

bool happened_by_tree(const Document& document, IndexRange sentence, IndexRange expression) {
  const uint32_t head = head_token(document, expression), verb = document.grammar(head).head;
  if (!sentence.contains(verb) || verb != governing_verb(document, sentence, expression)) return false;
  if (!document.grammar(head).relation.starts_with("obl")) return false;
  if (expression.first > sentence.first && tense_phrases().find(document.lower(expression.first - 1)) == "appoints") {
    return false;
  }
  return is_past_by_tree(document, sentence, expression) && tense_verbs().find(document.grammar(verb).lemma) != "plan";
}

bool is_past_by_tree(const Document& document, IndexRange sentence, IndexRange expression) {
  const uint32_t verb = governing_verb(document, sentence, expression);
  if (verb == kNoHead) return false;
  return document.grammar(verb).xpos == "VBD" || has_auxiliary(document, sentence, verb, "VBD");
}

}  // namespace dateline
