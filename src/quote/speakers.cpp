// A speaker with several pieces ("Reyes … the mayor of Ombra") is named by its longest. Whom it means is decided by its
// main word: "a Kremlin spokesman" is not the Kremlin, "Foreign Minister Erik Sand of Norland" is Sand. Several people
// ("Reyes and Aker") are no single entity.
#include "quote/speakers.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "entity/grammatical_role.h"
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

/// Whether a range ends with a mark whose opener it holds: `a report entitled "Rivers at Risk"`, "the union (NUT)".
bool closes_pair(const Document& document, IndexRange range) {
  const std::string_view last = document.norm(range.last - 1);
  const std::string_view opener = last == ")" ? "(" : last == "]" ? "[" : last;
  if (last != ")" && last != "]" && last != "\"") return false;
  for (uint32_t i = range.first; i + 1 < range.last; ++i) {
    if (document.norm(i) == opener) return true;
  }
  return false;
}

IndexRange without_edges(const Document& document, IndexRange range) {
  while (!range.empty() && (is_edge(document, range.first) || before_source().contains(document.lower(range.first)))) {
    ++range.first;
  }
  while (!range.empty() && is_edge(document, range.last - 1) && !closes_pair(document, range)) --range.last;
  return range;
}

/// Whether a word of a phrase is part of a clause about its noun: "experts | polled by Acme", "papers | he sent".
bool is_in_clause(const Document& document, IndexRange phrase, uint32_t token) {
  constexpr int kHighest = 6;
  for (int step = 0; step < kHighest && phrase.contains(token); ++step) {
    const TokenGrammar& word = document.grammar(token);
    if (word.relation.starts_with("acl")) return true;
    if (word.head == kNoHead) return false;
    token = word.head;
  }
  return false;
}

/// Whether a word behind a noun goes on about it or tells the day: "groups | including Acme", "Acme | Thursday". A
/// hyphen inside a word does not ("London-based").
bool leads_away(const Document& document, IndexRange phrase, uint32_t token) {
  if (document.norm(token) == "-" && !document.token(token).space_before) return false;
  if (after_head().contains(document.lower(token)) || is_in_clause(document, phrase, token)) return true;
  const TokenGrammar& word = document.grammar(token);
  if (word.upos == Upos::kVerb && word.relation == "case") return true;
  return word.upos == Upos::kPropn &&
         Gazetteer::instance().classes_of(document.lower(token)).has(NameClass::kCalendar) &&
         (word.relation.starts_with("obl") || word.relation == "nmod:unmarked");
}

/// The main word of a noun phrase: the last before a comma, a preposition, a clause or a bracket.
uint32_t head_of(const Document& document, IndexRange phrase) {
  uint32_t head = phrase.first;
  while (head + 1 < phrase.last && !leads_away(document, phrase, head + 1)) ++head;
  return head;
}

/// Whether a token hangs below another by the tree. Bounded.
bool depends_on(const Document& document, uint32_t token, uint32_t head) {
  constexpr int kHighest = 8;
  for (int step = 0; step < kHighest && token != kNoHead; ++step) {
    if (token == head) return true;
    token = document.grammar(token).head;
  }
  return false;
}

/// "In Ombra, Ana Reyes": where the place or time that opens a clause was taken for a part of its subject, the subject.
IndexRange without_opening(const Document& document, IndexRange range) {
  if (document.grammar(range.first).upos != Upos::kAdp) return range;
  for (uint32_t i = range.first + 1; i < range.last; ++i) {
    const TokenGrammar& word = document.grammar(i);
    if (word.relation != "nsubj" || range.contains(word.head)) continue;
    uint32_t first = i;
    while (first > range.first && depends_on(document, first - 1, i)) --first;
    const bool apart = first > range.first && document.norm(first - 1) == ",";
    return apart ? IndexRange{first, range.last} : range;
  }
  return range;
}

/// Whether there is more than "the", "new" or "in" in a range.
bool names_somebody(const Document& document, IndexRange range) {
  const bool label = range.last < document.tokens().size() && document.norm(range.last) == ":";
  if (label) return true;  // "A: Not for a moment."
  for (uint32_t i = range.first; i < range.last; ++i) {
    const TokenGrammar& word = document.grammar(i);
    const bool empty = word.upos == Upos::kDet || word.upos == Upos::kAdj || word.upos == Upos::kAdp;
    if (!empty || word.relation.starts_with("nsubj")) return true;
  }
  return false;
}

/// The person who stands in apposition to a phrase's main word at its end, or is its subject where the parser took the
/// name for that: "an analyst at the bank Acme, Ana Reyes". kNoEntity where there is none.
uint32_t person_at_end(const Document& document, const EntityAnalysis& entities, IndexRange phrase) {
  const Mention* mention = entities.mention_in({phrase.last - 1, phrase.last});
  if (mention == nullptr || mention->kind != MentionKind::kName || mention->tokens.first <= phrase.first) {
    return kNoEntity;
  }
  if (entities.entities[mention->entity].type != EntityType::kPerson) return kNoEntity;
  const TokenGrammar& name = document.grammar(head_word(document, mention->tokens));
  const bool subject = name.relation.starts_with("nsubj") && !phrase.contains(name.head) &&
                       document.token(mention->tokens.first - 1).is_punctuation();
  const bool apposed = name.relation == "appos" && phrase.contains(name.head);
  const bool comma = document.norm(mention->tokens.first - 1) == ",";
  return subject || (apposed && (comma || name.head == head_word(document, phrase))) ? mention->entity : kNoEntity;
}

/// The entity of the mention that covers a head, if that mention does not reach out of the phrase by more than its
/// article; kNoEntity where none does.
uint32_t entity_at(const EntityAnalysis& entities, IndexRange phrase, IndexRange head) {
  const Mention* mention = entities.mention_in(head);
  if (mention == nullptr || mention->tokens.first + 1 < phrase.first) return kNoEntity;
  return mention->entity;
}

/// "Reyes and Aker", "Reyes and her sister", but not one name that holds an "and".
bool names_several(const Document& document, const EntityAnalysis& entities, IndexRange phrase, uint32_t head) {
  if (head + 2 >= phrase.last || document.lower(head + 1) != "and") return false;
  const Mention* mention = entities.mention_in({head + 1, head + 2});
  return mention == nullptr || !mention->tokens.contains(head);
}

bool is_relative_pronoun(const Document& document, IndexRange tokens) {
  if (tokens.size() != 1) return false;
  const std::string_view word = document.lower(tokens.first);
  return word == "who" || word == "which" || word == "that";
}

/// The entity of the mention that ends right before a token, or a comma before it. No place speaks as "who".
uint32_t entity_before(const Document& document, const EntityAnalysis& entities, uint32_t token) {
  const uint32_t first = document.sentence(document.sentence_of(token)).tokens.first;
  uint32_t last = token;
  if (last > first && document.norm(last - 1) == ",") --last;
  if (last == first) return kNoEntity;
  const Mention* mention = entities.mention_in({last - 1, last});
  if (mention == nullptr || mention->tokens.last != last || mention->entity == kNoEntity) return kNoEntity;
  const bool place = entities.entities[mention->entity].type == EntityType::kPlace;
  return place && document.lower(token) == "who" ? kNoEntity : mention->entity;
}

}  // namespace

std::optional<Span> speaker_span(const Document& document, const std::vector<IndexRange>& source) {
  IndexRange best;
  for (const IndexRange& piece : source) {
    IndexRange range = without_edges(document, piece);
    if (!range.empty()) range = without_opening(document, range);
    if (range.size() > best.size()) best = range;
  }
  if (best.empty() || !names_somebody(document, best)) return std::nullopt;
  return document.span_of(best);
}

uint32_t entity_of_speaker(const Document& document, const EntityAnalysis& entities, Span speaker) {
  const IndexRange tokens = document.tokens_in(speaker);
  if (is_relative_pronoun(document, tokens)) return entity_before(document, entities, tokens.first);
  const uint32_t head = head_of(document, tokens);
  if (names_several(document, entities, tokens, head)) return kNoEntity;
  if (const uint32_t entity = entity_at(entities, tokens, {head, head + 1}); entity != kNoEntity) return entity;
  if (head + 1 >= tokens.last) return kNoEntity;
  // An apposition names whom the words mean: "the mayor, Ana Reyes".
  if (document.norm(head + 1) == ",") {
    const IndexRange rest{head + 2, tokens.last};
    if (!rest.empty() && document.token(rest.first).is_capitalized()) {
      const uint32_t name = head_of(document, rest);
      if (const uint32_t entity = entity_at(entities, rest, {name, name + 1}); entity != kNoEntity) return entity;
    }
  }
  return person_at_end(document, entities, tokens);
}

bool is_answer(const Document& document, const CueContent& turn) {
  if (turn.source.empty()) return true;
  if (turn.source.size() != 1 || turn.source.front().size() != 1) return false;
  const std::string_view label = document.lower(turn.source.front().first);
  return label == "a" || label == "answer";
}

uint32_t interviewee_of(const Document& document, const EntityAnalysis& entities,
                        const std::vector<CueContent>& turns) {
  const bool has_answers =
      std::any_of(turns.begin(), turns.end(), [&](const CueContent& turn) { return is_answer(document, turn); });
  if (!has_answers) return kNoEntity;
  std::vector<uint8_t> is_label(document.tokens().size(), 0);
  uint32_t first_turn = static_cast<uint32_t>(document.tokens().size());
  for (const CueContent& turn : turns) {
    if (turn.source.empty()) continue;
    first_turn = std::min(first_turn, turn.source.front().first);
    std::fill(is_label.begin() + turn.source.front().first, is_label.begin() + turn.source.front().last, 1);
  }
  uint32_t introduced = kNoEntity, labelled = kNoEntity;
  bool several_introduced = false, several_labelled = false;
  const auto note = [](uint32_t entity, uint32_t& known, bool& several) {
    several |= known != kNoEntity && known != entity;
    known = entity;
  };
  for (const Mention& mention : entities.mentions) {
    if (mention.kind != MentionKind::kName || entities.entities[mention.entity].type != EntityType::kPerson) continue;
    const Sentence& sentence = document.sentence(document.sentence_of(mention.tokens.first));
    const BlockKind kind = document.block_of(sentence).kind;
    if (is_label[mention.tokens.first]) {
      note(mention.entity, labelled, several_labelled);
    } else if (mention.tokens.first < first_turn && kind != BlockKind::kByline && kind != BlockKind::kCredit) {
      note(mention.entity, introduced, several_introduced);
    }
  }
  if (introduced != kNoEntity && !several_introduced) return introduced;
  return several_labelled ? kNoEntity : labelled;
}

namespace {

/// Where quotes stand, to see whether they belong to one turn or to a conversation.
class Turns {
 public:
  explicit Turns(const Reading& reading) : reading_(reading), document_(reading.document) {}

  /// Whether a quote goes on with what the one before it says: the same paragraph, or a speech of several.
  bool goes_on(const Quote& before, const Quote& quote) const {
    const uint32_t last = last_token(before);
    const uint32_t quotation = reading_.quotations.outermost[last];
    const bool continued = quotation != kNoQuotation && reading_.quotations.all[quotation].continues;
    return first_block(quote) == last_block(before) || (continued && follows(before, quote));
  }

  /// Whether a quote begins the sentence behind the one that tells indirectly what was said: "Taxes would rise, said
  /// Reyes. | "We have no choice.""
  bool adds_to(const Quote& before, const Quote& quote) const {
    if (!before.cue || first_block(quote) != last_block(before)) return false;
    const uint32_t first = document_.token_at(quote.parts.front().start);
    const uint32_t quotation = reading_.quotations.outermost[first];
    if (quotation == kNoQuotation) return false;
    const uint32_t told = std::max(document_.sentence_of(document_.token_at(before.cue->start)),
                                   document_.sentence_of(last_token(before)));
    const uint32_t here = document_.sentence_of(first);
    return here == told + 1 && document_.sentence(here).tokens.first == reading_.quotations.all[quotation].opener;
  }

  /// Whether a quote is a fragment later in the sentence that tells indirectly what else was said: "Reyes said that it
  /// was late, because of | "certain people"".
  bool rounds_off(const Quote& before, const Quote& quote) const {
    const uint32_t first = document_.token_at(quote.parts.front().start);
    return before.cue && document_.sentence_of(first) == document_.sentence_of(last_token(before)) &&
           document_.sentence_of(document_.token_at(before.cue->start)) == document_.sentence_of(first);
  }

  /// Whether a quote is the whole of the paragraph behind one whose quote has a cue: a speaker goes on, though the
  /// marks were closed. Not where one of the two asks: that is a conversation.
  bool goes_on_apart(const Quote& before, const Quote& quote) const {
    if (!follows(before, quote) || asks(before) || asks(quote)) return false;
    const uint32_t first = document_.token_at(quote.parts.front().start);
    const uint32_t quotation = reading_.quotations.outermost[first];
    if (quotation == kNoQuotation) return false;
    const IndexRange outer = reading_.quotations.all[quotation].outer();
    const uint32_t block = block_of(first);
    const auto in_block = [&](uint32_t token) { return token < document_.tokens().size() && block_of(token) == block; };
    if ((outer.first > 0 && in_block(outer.first - 1)) || in_block(outer.last)) return false;
    // A few words alone are rather a heading that the next paragraphs take up.
    uint32_t words = 0;
    for (uint32_t i = outer.first; i < outer.last; ++i) words += document_.token(i).is_word() ? 1 : 0;
    return words >= kShortestParagraph;
  }

  /// Whether a quote stands in the next paragraph.
  bool follows(const Quote& before, const Quote& quote) const { return first_block(quote) == last_block(before) + 1; }

  bool asks(const Quote& quote) const {
    const uint32_t last = last_token(quote);
    return document_.norm(last) == "?" || (last + 1 < document_.tokens().size() && document_.norm(last + 1) == "?");
  }

 private:
  static constexpr uint32_t kShortestParagraph = 7;  // words

  uint32_t last_token(const Quote& quote) const { return document_.token_at(quote.parts.back().end - 1); }
  uint32_t block_of(uint32_t token) const { return document_.sentence(document_.sentence_of(token)).block; }
  uint32_t last_block(const Quote& quote) const { return block_of(last_token(quote)); }
  uint32_t first_block(const Quote& quote) const { return block_of(document_.token_at(quote.parts.front().start)); }

  const Reading& reading_;
  const Document& document_;
};

}  // namespace

void carry_speakers(const Reading& reading, std::vector<Quote>& quotes) {
  const Turns turns(reading);
  for (size_t i = 1; i < quotes.size(); ++i) {
    Quote& quote = quotes[i];
    const Quote* from = &quotes[i - 1];
    if (quote.cue || quote.speaker || !from->speaker) continue;
    const bool indirect = from->kind == QuoteKind::kIndirect;
    if (indirect && !turns.adds_to(*from, quote) && !turns.rounds_off(*from, quote)) continue;
    if (!indirect && !turns.goes_on(*from, quote) && !turns.goes_on_apart(*from, quote)) {
      // A question and its answer: the next line, if it asks, or follows what asks, is again the first one's.
      if (i < 2 || !turns.follows(*from, quote)) continue;
      const Quote& first = quotes[i - 2];
      if (!first.speaker || !turns.follows(first, *from) || *first.speaker == *from->speaker) continue;
      if (!turns.asks(*from) && !(turns.asks(first) && turns.asks(quote))) continue;
      from = &first;
    }
    quote.speaker = from->speaker;
    quote.entity = from->entity;
  }
}

}  // namespace dateline
