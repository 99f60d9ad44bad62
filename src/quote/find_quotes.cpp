// Every quote of a document: the cues with what belongs to each, then the quotations that no cue claims.
//
// A cue alone is not a quote: it needs content. Where two cues claim the same words, the likelier one has them. A
// quotation of some length that no cue claims is speech too ("…" behind a quote in the same paragraph, or a block
// quote); short ones without a cue are titles, nicknames and scare quotes, and are left alone.
#include <algorithm>

#include "quote/block_quotes.h"
#include "quote/boundaries.h"
#include "quote/contents.h"
#include "quote/cues.h"
#include "quote/quote.h"
#include "quote/speakers.h"
#include "quote/transcripts.h"
#include "quote/unclaimed.h"

namespace dateline {
namespace {

/// From what log odds on, in 1/kCueUnit, a claim is reported. Readers look for what was said, so thoughts, what
/// things show or seem, words that the lexicon does not have, what somebody quoted says of others, and what is only
/// named ("discussed the plan") must be surer. In a headline, where nouns look like verbs ("Cup hopes ended") and the
/// article tells the rest, all without quotation marks must be.
constexpr int32_t kLeastClaim = -10, kLeastOther = -4, kLeastQuoted = 6, kLeastName = 6;
constexpr int32_t kLeastHeadline = 8, kLeastOtherHeadline = 30;
constexpr int32_t kLeastUnclaimedCue = -56;  // and for a quotation that nobody claimed yet
constexpr size_t kMostCues = 20;             // of a sentence: the likeliest ones
constexpr int32_t kCertain = 1000;           // the score of a transcript's turn
constexpr uint32_t kNobody = 0xFFFFFFFF;

class QuoteFinder {
 public:
  QuoteFinder(const Document& document, const EntityAnalysis& entities)
      : document_(document), entities_(entities), reading_(read_for_quotes(document)), model_(quote_model()) {
    weigh_cues(model_, reading_);
  }

  std::vector<Quote> run() {
    const std::vector<CueCandidate> cues = likeliest_of_each_sentence(find_cues(reading_, kLeastUnclaimedCue));
    std::vector<CueCandidate> weak;
    std::vector<CueContent> found = find_turns(reading_);
    interviewee_ = interviewee_of(document_, entities_, found);
    if (found.empty()) found = find_block_quotes(reading_);
    std::vector<uint8_t> in_turn(document_.tokens().size(), 0);
    for (CueContent& turn : found) {
      turn.score = kCertain;
      for (const IndexRange range : turn.content)
        std::fill(in_turn.begin() + range.first, in_turn.begin() + range.last, 1);
    }
    for (const CueCandidate& cue : cues) {
      if (!tells_story(cue.token)) continue;
      CueContent content;
      if (cue.score >= kLeastClaimCue) content = content_of(reading_, model_, cue.token);
      if (content.content.empty() || content.score < least_score(content)) {
        weak.push_back(cue);
        continue;
      }
      if (content.content.empty() || (in_turn[cue.token] && !names_another(content, in_turn))) continue;
      found.push_back(std::move(content));
    }
    correct_boundaries(reading_, found);
    keep_best(found);
    claim_quotations(reading_, model_, weak, found);
    for (const CueContent& content : found) add(content);
    std::stable_sort(quotes_.begin(), quotes_.end(), [](const Quote& a, const Quote& b) {
      if (a.parts.front().start != b.parts.front().start) return a.parts.front().start < b.parts.front().start;
      return a.parts.back().end < b.parts.back().end;
    });
    carry_speakers(reading_, quotes_);
    return std::move(quotes_);
  }

 private:
  bool tells_story(uint32_t token) const {
    return document_.block_of(document_.sentence(document_.sentence_of(token))).is_story();
  }

  int32_t least_score(const CueContent& found) const {
    const uint32_t cue = found.cue_token;
    if (reading_.quotations.inside(cue)) return kLeastQuoted;
    const CueClass kind = reading_.traits[cue].cue;
    const bool reports = kind != CueClass::kThought && kind != CueClass::kShow && kind != CueClass::kNone;
    const BlockKind block = document_.block_of(document_.sentence(document_.sentence_of(cue))).kind;
    if (block == BlockKind::kHeadline && document_.norm(cue) != ":" && !has_marks(found))
      return reports ? kLeastHeadline : kLeastOtherHeadline;
    if ((kind == CueClass::kSpeech || kind == CueClass::kNone) && names_only(found)) return kLeastName;
    return reports || reading_.document.norm(cue) == ":" ? kLeastClaim : kLeastOther;
  }

  bool has_marks(const CueContent& found) const {
    return std::any_of(found.content.begin(), found.content.end(), [&](IndexRange range) {
      for (uint32_t i = range.first; i < range.last; ++i)
        if (reading_.quotations.inside(i) || reading_.quotations.is_mark[i] != 0) return true;
      return false;
    });
  }

  /// Whether a content is words without a verb and without quotation marks: "called her mother", "spoke for an hour".
  bool names_only(const CueContent& found) const {
    for (const IndexRange range : found.content) {
      for (uint32_t i = range.first; i < range.last; ++i) {
        const Upos upos = document_.grammar(i).upos;
        if (upos == Upos::kVerb || upos == Upos::kAux || reading_.quotations.inside(i)) return false;
      }
    }
    return document_.norm(found.cue_token) != ":";
  }

  /// At most kMostCues of a sentence, ascending by token: a page of nothing but reporting words stays cheap.
  std::vector<CueCandidate> likeliest_of_each_sentence(std::vector<CueCandidate> cues) const {
    const auto likelier = [](const CueCandidate& a, const CueCandidate& b) {
      return a.score != b.score ? a.score > b.score : a.token < b.token;
    };
    std::vector<CueCandidate> out;
    for (auto first = cues.begin(); first != cues.end();) {
      const uint32_t sentence = document_.sentence_of(first->token);
      auto last = first;
      while (last != cues.end() && document_.sentence_of(last->token) == sentence) ++last;
      auto kept = last;
      if (static_cast<size_t>(last - first) > kMostCues) {
        std::sort(first, last, likelier);
        kept = first + kMostCues;
        std::sort(first, kept, [](const CueCandidate& a, const CueCandidate& b) { return a.token < b.token; });
      }
      out.insert(out.end(), first, kept);
      first = last;
    }
    return out;
  }

  /// Whether a cue in a turn has a source that is not whoever speaks or listens ("I think", "do you regret").
  bool names_another(const CueContent& found, const std::vector<uint8_t>& in_turn) const {
    if (found.source.empty() || !in_turn[found.source.front().first]) return false;
    const std::string_view first = document_.lower(found.source.front().first);
    return first != "i" && first != "we" && first != "you" && first != "who";
  }

  static bool holds(const CueContent& found, uint32_t token) {
    return std::any_of(found.content.begin(), found.content.end(),
                       [&](IndexRange range) { return range.contains(token); });
  }

  /// Drops a cue that is a word of a likelier cue ("went on to say"), or claims the same content or quotation.
  void keep_best(std::vector<CueContent>& found) const {
    std::vector<size_t> order(found.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return found[a].score > found[b].score; });
    std::vector<uint8_t> taken(document_.tokens().size(), 0);
    std::vector<uint32_t> content_from(document_.tokens().size(), 0);         // the content's end, by its first token
    std::vector<uint32_t> reporter(reading_.quotations.all.size(), kNobody);  // the cue that has a quotation
    std::vector<uint8_t> dropped(found.size(), 0);
    for (const size_t i : order) {
      const CueContent& one = found[i];
      if (one.content.empty()) {
        dropped[i] = 1;
        continue;
      }
      const uint32_t first = one.content.front().first, last = one.content.back().last;
      if (taken[one.cue_token] || content_from[first] == last) {
        dropped[i] = 1;
        continue;
      }
      const uint32_t quotation = reading_.quotations.outermost[first];
      if (quotation != kNoQuotation && reading_.quotations.outermost[one.cue_token] != quotation &&
          first <= reading_.quotations.all[quotation].inner.first) {
        const uint32_t other = reporter[quotation];
        if (other != kNobody && !holds(one, other)) {
          dropped[i] = 1;
          continue;
        }
        if (other == kNobody) reporter[quotation] = one.cue_token;
      }
      content_from[first] = last;
      for (const IndexRange range : one.cue) std::fill(taken.begin() + range.first, taken.begin() + range.last, 1);
    }
    size_t kept = 0;
    for (size_t i = 0; i < found.size(); ++i) {
      if (dropped[i]) continue;
      if (kept != i) found[kept] = std::move(found[i]);
      ++kept;
    }
    found.resize(kept);
  }

  static bool is_edge(const Reading& reading, uint32_t token) {
    if (reading.quotations.is_mark[token] != 0) return true;
    const std::string_view norm = reading.document.norm(token);
    return norm == "," || norm == ";" || norm == ":" || norm.starts_with("-") || norm == "\"";
  }

  std::optional<Span> part_of(IndexRange range, bool is_turn) const {
    skip_bracket_end(range);
    while (!range.empty() && is_edge(reading_, range.first)) ++range.first;
    while (!range.empty() && is_edge(reading_, range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    // The final stop of a sentence that is no quotation's is no part of what was said.
    if (!is_turn && document_.norm(range.last - 1) == "." && !reading_.quotations.inside(range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    return document_.span_of(range);
  }

  /// Whether a token stands between quotation marks, or in a turn of a transcript, which needs none.
  bool is_quoted(const CueContent& found, IndexRange range, uint32_t token) const {
    if (reading_.quotations.inside(token) || found.score == kCertain) return true;
    // Behind an opening mark whose closer is lost.
    const uint32_t first = range.first;
    const auto lost = [&](uint32_t i) {
      return reading_.quotations.is_mark[i] == 1 && reading_.quotations.outermost[i] == kNoQuotation;
    };
    return lost(first) || (first > 0 && lost(first - 1));
  }

  /// "according to the Council (NRC), the …": the end of a bracket that belongs to the source is no content.
  void skip_bracket_end(IndexRange& range) const {
    constexpr uint32_t kNear = 4;
    for (uint32_t i = range.first; i < std::min(range.last, range.first + kNear); ++i) {
      if (document_.norm(i) == "(") return;
      if (document_.norm(i) != ")") continue;
      range.first = i + 1;
      return;
    }
  }

  /// `11:02 "I have nothing to add," he said`: numbers before the opening mark are no words of anybody.
  void skip_time_of_day(IndexRange& range) const {
    uint32_t first = range.first;
    while (first < range.last && document_.token(first).shape == Shape::kNumber) ++first;
    if (first < range.last && reading_.quotations.is_mark[first] == 1) range.first = first;
  }

  /// A range as parts: one a paragraph.
  void add_parts(IndexRange range, bool is_turn, std::vector<Span>& parts) const {
    while (!range.empty()) {
      IndexRange piece{range.first, range.first};
      const uint32_t block = document_.sentence(document_.sentence_of(range.first)).block;
      for (uint32_t s = document_.sentence_of(range.first);
           s < document_.sentences().size() && document_.sentence(s).block == block && piece.last < range.last; ++s) {
        piece.last = std::min(range.last, document_.sentence(s).tokens.last);
      }
      if (const std::optional<Span> part = part_of(piece, is_turn)) parts.push_back(*part);
      range.first = piece.last;
    }
  }

  void add(const CueContent& found) {
    Quote quote;
    uint32_t words = 0, quoted = 0;
    for (IndexRange range : found.content) {
      skip_time_of_day(range);
      add_parts(range, found.score == kCertain, quote.parts);
      for (uint32_t i = range.first; i < range.last; ++i) {
        if (document_.token(i).is_punctuation()) continue;
        ++words;
        quoted += is_quoted(found, range, i) ? 1 : 0;
      }
    }
    if (quote.parts.empty() || words == 0) return;
    quote.kind = quoted == 0 ? QuoteKind::kIndirect : quoted == words ? QuoteKind::kDirect : QuoteKind::kMixed;
    quote.cue = cue_span(found);
    quote.speaker = speaker_span(document_, found.source);
    if (quote.speaker) quote.entity = entity_of_speaker(document_, entities_, *quote.speaker);
    if (found.score == kCertain && quote.entity == kNoEntity && is_answer(document_, found)) {
      quote.entity = interviewee_;
    }
    quotes_.push_back(std::move(quote));
  }

  /// The words of a cue that stand together around its main word; a colon counts only where it is all there is.
  std::optional<Span> cue_span(const CueContent& found) const {
    if (found.cue.empty()) return std::nullopt;
    IndexRange cue{found.cue_token, found.cue_token + 1};
    for (const IndexRange range : found.cue) {
      if (range.contains(found.cue_token)) cue = range;
    }
    while (cue.size() > 1 && is_edge(reading_, cue.last - 1)) --cue.last;
    while (cue.size() > 1 && is_edge(reading_, cue.first)) ++cue.first;
    return document_.span_of(cue);
  }

  const Document& document_;
  const EntityAnalysis& entities_;
  Reading reading_;
  const QuoteModel& model_;
  std::vector<Quote> quotes_;
  uint32_t interviewee_ = kNoEntity;
};

}  // namespace

std::vector<Quote> find_quotes(const Document& document, const EntityAnalysis& entities) {
  return QuoteFinder(document, entities).run();
}

const char* name_of(QuoteKind kind) {
  constexpr const char* kNames[] = {"direct", "mixed", "indirect"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace dateline
