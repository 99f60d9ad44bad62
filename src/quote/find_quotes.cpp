// Every quote of a document: the cues with what belongs to each, then the quotations that no cue claims.
//
// A cue alone is not a quote: it needs content. Where two cues claim the same words, the likelier one has them. A
// quotation of some length that no cue claims is speech too ("…" behind a quote in the same paragraph, or a block
// quote); short ones without a cue are titles, nicknames and scare quotes, and are left alone.
#include <algorithm>

#include "quote/contents.h"
#include "quote/cues.h"
#include "quote/quote.h"
#include "quote/speakers.h"

namespace dateline {
namespace {

constexpr int32_t kLeastCue = -6;            // log odds, in 1/kCueUnit: from here on a cue counts
constexpr int32_t kLeastUnclaimedCue = -56;  // and for a quotation that nobody claimed yet
constexpr uint32_t kShortestSpeech = 5;      // words of a quotation without a cue

class QuoteFinder {
 public:
  QuoteFinder(const Document& document, const EntityAnalysis& entities)
      : document_(document), entities_(entities), reading_(read_for_quotes(document)), model_(quote_model()) {}

  std::vector<Quote> run() {
    claimed_.assign(document_.tokens().size(), 0);
    std::vector<CueCandidate> cues = find_cues(reading_, model_, kLeastUnclaimedCue);
    std::vector<CueCandidate> weak;
    std::vector<CueContent> found;
    for (const CueCandidate& cue : cues) {
      if (!tells_story(cue.token)) continue;
      if (cue.score < kLeastCue) {
        weak.push_back(cue);
        continue;
      }
      CueContent content = content_of(reading_, model_, cue.token);
      content.cue_score = cue.score;
      if (!content.content.empty()) found.push_back(std::move(content));
    }
    keep_best(found);
    for (const CueContent& content : found) add(content);
    add_unclaimed(weak);
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

  /// Drops a cue that is a word of a likelier cue ("went on to say"), or claims the same content.
  void keep_best(std::vector<CueContent>& found) const {
    std::vector<size_t> order(found.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return found[a].cue_score > found[b].cue_score; });
    std::vector<uint8_t> taken(document_.tokens().size(), 0);
    std::vector<uint32_t> content_from(document_.tokens().size(), 0);  // the content's end, by its first token
    std::vector<uint8_t> dropped(found.size(), 0);
    for (const size_t i : order) {
      const CueContent& one = found[i];
      const uint32_t first = one.content.front().first, last = one.content.back().last;
      if (taken[one.cue_token] || content_from[first] == last) {
        dropped[i] = 1;
        continue;
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

  std::optional<Span> part_of(IndexRange range) const {
    while (!range.empty() && is_edge(reading_, range.first)) ++range.first;
    while (!range.empty() && is_edge(reading_, range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    // The final stop of a sentence that is no quotation's is no part of what was said.
    if (document_.norm(range.last - 1) == "." && !reading_.quotations.inside(range.last - 1)) --range.last;
    if (range.empty()) return std::nullopt;
    return document_.span_of(range);
  }

  void add(const CueContent& found) {
    Quote quote;
    uint32_t words = 0, inside = 0;
    for (const IndexRange range : found.content) {
      const std::optional<Span> part = part_of(range);
      if (!part) continue;
      quote.parts.push_back(*part);
      for (uint32_t i = range.first; i < range.last; ++i) {
        claimed_[i] = 1;
        if (document_.token(i).is_punctuation()) continue;
        ++words;
        inside += reading_.quotations.inside(i) ? 1 : 0;
      }
    }
    if (quote.parts.empty() || words == 0) return;
    quote.kind = inside == 0 ? QuoteKind::kIndirect : inside == words ? QuoteKind::kDirect : QuoteKind::kMixed;
    IndexRange cue{found.cue_token, found.cue_token + 1};
    for (const IndexRange range : found.cue) {
      if (range.contains(found.cue_token)) cue = range;
    }
    quote.cue = document_.span_of(cue);
    quote.speaker = speaker_span(document_, found.source);
    if (quote.speaker) quote.entity = entity_of_speaker(document_, entities_, *quote.speaker);
    quotes_.push_back(std::move(quote));
  }

  bool is_claimed(IndexRange range) const {
    return std::any_of(claimed_.begin() + range.first, claimed_.begin() + range.last, [](uint8_t c) { return c != 0; });
  }

  /// Quotations that no cue has claimed: by the best weak cue of their sentence and its neighbour, or by nobody.
  void add_unclaimed(const std::vector<CueCandidate>& weak) {
    for (const Quotation& quotation : reading_.quotations.all) {
      if (quotation.depth > 0 || is_claimed(quotation.inner) || !tells_story(quotation.opener)) continue;
      uint32_t words = 0;
      for (uint32_t i = quotation.inner.first; i < quotation.inner.last; ++i) words += document_.token(i).is_word();
      if (words < kShortestSpeech || is_title(quotation.inner)) continue;
      if (add_by_weak_cue(quotation, weak)) continue;
      const std::optional<Span> part = part_of(quotation.inner);
      if (!part) continue;
      Quote quote;
      quote.parts.push_back(*part);
      quotes_.push_back(std::move(quote));
      std::fill(claimed_.begin() + quotation.inner.first, claimed_.begin() + quotation.inner.last, 1);
    }
  }

  bool add_by_weak_cue(const Quotation& quotation, const std::vector<CueCandidate>& weak) {
    const uint32_t first = document_.sentence(document_.sentence_of(quotation.opener)).tokens.first;
    const uint32_t last = document_.sentence(document_.sentence_of(quotation.outer().last - 1)).tokens.last;
    auto place = std::lower_bound(weak.begin(), weak.end(), first,
                                  [](const CueCandidate& cue, uint32_t token) { return cue.token < token; });
    const CueCandidate* best = nullptr;
    for (; place != weak.end() && place->token < last; ++place) {
      if (quotation.outer().contains(place->token)) continue;
      if (best == nullptr || place->score > best->score) best = &*place;
    }
    if (best == nullptr) return false;
    const CueContent content = content_of(reading_, model_, best->token);
    const bool covers = std::any_of(content.content.begin(), content.content.end(),
                                    [&](IndexRange range) { return range.overlaps(quotation.inner); });
    if (covers) add(content);
    return covers;
  }

  /// "The Long Road Home": nearly all its words are capitalised.
  bool is_title(IndexRange inner) const {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = inner.first; i < inner.last; ++i) {
      if (!document_.token(i).is_word() || document_.surface(i).size() < 4) continue;
      ++words;
      capitals += document_.token(i).is_capitalized() ? 1 : 0;
    }
    return words > 0 && capitals * 10 >= words * 8;
  }

  const Document& document_;
  const EntityAnalysis& entities_;
  Reading reading_;
  const QuoteModel& model_;
  std::vector<uint8_t> claimed_;
  std::vector<Quote> quotes_;
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
