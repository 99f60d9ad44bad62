// A speaker with several pieces ("Reyes … the mayor of Ombra") is named by its longest. Of the mentions in it, the one
// that mention_in() prefers counts: a name before a description before a pronoun.
#include "quote/speakers.h"

namespace dateline {
namespace {

bool is_edge(const Document& document, uint32_t token) {
  return document.token(token).is_punctuation() || document.norm(token) == "'s" || document.norm(token) == "'";
}

IndexRange without_edges(const Document& document, IndexRange range) {
  while (!range.empty() && is_edge(document, range.first)) ++range.first;
  while (!range.empty() && is_edge(document, range.last - 1)) --range.last;
  return range;
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
  const Mention* mention = entities.mention_in(document.tokens_in(speaker));
  return mention == nullptr ? kNoEntity : mention->entity;
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
