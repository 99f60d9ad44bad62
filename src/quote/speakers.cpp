// A speaker with several pieces ("Reyes … the mayor of Ombra") is named by its longest. Whom it means is decided by its
// main word: "a Kremlin spokesman" is not the Kremlin, "Foreign Minister Erik Sand of Norland" is Sand. Several people
// ("Reyes and Aker") are no single entity.
#include "quote/speakers.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

const Lexicon& after_head() {
  static const Lexicon instance("data/quote/after_head.txt");
  return instance;
}

const Lexicon& before_source() {
  static const Lexicon instance("data/quote/before_source.txt");
  return instance;
}

bool is_edge(const Document& document, uint32_t token) {
  return document.token(token).is_punctuation() || document.norm(token) == "'s" || document.norm(token) == "'";
}

IndexRange without_edges(const Document& document, IndexRange range) {
  while (!range.empty() && (is_edge(document, range.first) || before_source().contains(document.lower(range.first)))) {
    ++range.first;
  }
  while (!range.empty() && is_edge(document, range.last - 1)) --range.last;
  return range;
}

/// The main word of a noun phrase: the last before a comma, a preposition, a relative clause or a bracket.
uint32_t head_of(const Document& document, IndexRange phrase) {
  uint32_t head = phrase.first;
  while (head + 1 < phrase.last && !after_head().contains(document.lower(head + 1))) ++head;
  return head;
}

/// The entity of the mention that covers a head, if that mention does not reach out of the phrase by more than its
/// article; kNoEntity where none does.
uint32_t entity_at(const EntityAnalysis& entities, IndexRange phrase, IndexRange head) {
  const Mention* mention = entities.mention_in(head);
  if (mention == nullptr || mention->tokens.first + 1 < phrase.first) return kNoEntity;
  return mention->entity;
}

}  // namespace

std::optional<Span> speaker_span(const Document& document, const std::vector<IndexRange>& source) {
  IndexRange best;
  for (const IndexRange& piece : source) {
    const IndexRange range = without_edges(document, piece);
    if (range.size() > best.size()) best = range;
  }
  if (best.empty()) return std::nullopt;
  return document.span_of(best);
}

uint32_t entity_of_speaker(const Document& document, const EntityAnalysis& entities, Span speaker) {
  const IndexRange tokens = document.tokens_in(speaker);
  const uint32_t head = head_of(document, tokens);
  if (const uint32_t entity = entity_at(entities, tokens, {head, head + 1}); entity != kNoEntity) return entity;
  if (head + 1 >= tokens.last) return kNoEntity;
  // An apposition names whom the words mean: "the mayor, Ana Reyes".
  if (document.norm(head + 1) != ",") return kNoEntity;
  const IndexRange rest{head + 2, tokens.last};
  if (rest.empty() || !document.token(rest.first).is_capitalized()) return kNoEntity;
  const uint32_t name = head_of(document, rest);
  return entity_at(entities, rest, {name, name + 1});
}

void carry_speakers(const Reading& reading, std::vector<Quote>& quotes) {
  const Document& document = reading.document;
  for (size_t i = 1; i < quotes.size(); ++i) {
    Quote& quote = quotes[i];
    const Quote& before = quotes[i - 1];
    if (quote.cue || quote.speaker || !before.speaker || before.kind == QuoteKind::kIndirect) continue;
    const uint32_t first = document.token_at(quote.parts.front().start);
    const uint32_t last = document.token_at(before.parts.back().end - 1);
    const uint32_t block = document.sentence(document.sentence_of(first)).block;
    const uint32_t block_before = document.sentence(document.sentence_of(last)).block;
    const uint32_t quotation = reading.quotations.outermost[last];
    const bool continued = quotation != kNoQuotation && reading.quotations.all[quotation].continues;
    if (block != block_before && !(continued && block == block_before + 1)) continue;
    quote.speaker = before.speaker;
    quote.entity = before.entity;
  }
}

}  // namespace dateline
