// Without a tree, a clause is what stands between marks and words that open or close clauses.
#include "event/clauses.h"

#include <algorithm>

#include "event/event_words.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestClause = 60;  // tokens on either side of the trigger

bool is_strong_mark(const Document& document, uint32_t token) {
  const std::string_view lower = document.lower(token);
  return lower == ";" || lower == ":" || is_quote_mark(lower) || is_dash(document, token);
}

}  // namespace

bool is_quote_mark(std::string_view lower) {
  return lower == "\"" || lower == "``" || lower == "''" || lower == "\xE2\x80\x9C" || lower == "\xE2\x80\x9D";
}

bool is_dash(const Document& document, uint32_t token) {
  const std::string_view lower = document.lower(token);
  if (lower == "--" || lower == "\xE2\x80\x94") return true;
  const bool open = token + 1 < document.tokens().size() && document.token(token + 1).space_before;
  return (lower == "-" || lower == "\xE2\x80\x93") && document.token(token).space_before && open;
}

bool looks_like_verb(const Document& document, uint32_t token) {
  if (token >= document.tokens().size()) return false;
  static const Lexicon auxiliaries("data/event/auxiliaries.tsv");
  const EventWords& words = event_words();
  const TokenGrammar& grammar = document.grammar(token);
  if (grammar.upos != Upos::kX) return grammar.upos == Upos::kVerb || grammar.upos == Upos::kAux;
  const std::string_view lower = document.lower(token);
  const VerbForm form = words.verb(lower).form;
  if (form == VerbForm::kPast || (form == VerbForm::kThird && !words.is_noun(lower))) return true;
  return lower != "to" && lower != "'s" && auxiliaries.contains(lower);
}

uint32_t first_verb_of(const Document& document, IndexRange tokens) {
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (looks_like_verb(document, i)) return i;
  }
  return tokens.last;
}

IndexRange clause_of(const Document& document, const Anchored& event, const std::vector<Timex>& times) {
  const IndexRange sentence = document.sentence(event.sentence).tokens;
  const EventWords& words = event_words();
  const uint32_t trigger = event.trigger.token;
  IndexRange clause{trigger, trigger + 1};
  const uint32_t least = trigger > sentence.first + kLongestClause ? trigger - kLongestClause : sentence.first;
  const uint32_t first_verb = first_verb_of(document, {sentence.first, trigger});
  bool crossed_comma = false;
  while (clause.first > least) {
    const std::string_view lower = document.lower(clause.first - 1);
    const bool said_before = event.trigger.kind == TriggerKind::kSaying && is_quote_mark(lower);
    if (is_strong_mark(document, clause.first - 1) && !said_before) break;
    // "… since the offensive began": what stands before the conjunction is another clause where it has a verb.
    crossed_comma |= lower == ",";
    const bool opens = words.is(lower, Quality::kOpens) && first_verb < clause.first - 1 && !crossed_comma;
    if (opens && clause.first < trigger) break;  // not "… that / said"
    --clause.first;
  }
  const uint32_t most = std::min(sentence.last, trigger + kLongestClause);
  bool in_quotation = false;
  for (; clause.last < most; ++clause.last) {
    if (!is_strong_mark(document, clause.last)) continue;
    // "The judge told the court: 'You sold …'": what was said belongs to the saying.
    const std::string_view lower = document.lower(clause.last);
    const bool opens = event.trigger.kind == TriggerKind::kSaying && !in_quotation;
    if (!opens || (lower != ":" && !is_quote_mark(lower))) break;
    in_quotation = is_quote_mark(lower);
  }
  if (event.time != kNoTime && sentence.contains(times[event.time].tokens)) {
    clause.first = std::min(clause.first, times[event.time].tokens.first);
    clause.last = std::max(clause.last, times[event.time].tokens.last);
  }
  if (event.until != kNoTime) clause.last = std::max(clause.last, times[event.until].tokens.last);
  while (clause.last > trigger + 1 && document.token(clause.last - 1).is_punctuation()) --clause.last;
  return clause;
}

}  // namespace dateline
