// A date belongs to the nearest trigger, where nearness counts what stands between: every token a little, commas,
// conjunctions and quotation marks more. A noun is only taken where the date stands right behind it or no verb is near.
// A sentence without a date may take over one that was told before: see carrying.h.
#include "event/anchoring.h"

#include <algorithm>

#include "event/clauses.h"
#include "event/event_words.h"
#include "time/value_days.h"

namespace dateline {
namespace {

constexpr uint32_t kFarthest = 40;  // tokens between a date and its trigger
constexpr int kNoCost = 1'000'000;

Basis basis_of(const Timex& time) {
  return time.basis == TimexBasis::kExplicit ? Basis::kExplicit : Basis::kRelative;
}

/// What it costs to cross a token on the way from a date to its trigger.
int crossing(const EventWords& words, std::string_view lower) {
  if (lower == ",") return 5;
  if (lower == ";" || lower == ":" || lower == "--" || lower == "-" || lower == "(" || lower == ")") return 10;
  if (is_quote_mark(lower)) return 12;
  if (words.is(lower, Quality::kRelative)) return 8;
  if (words.is(lower, Quality::kOpens) && !words.is(lower, Quality::kBeforeDate)) return 8;
  if (lower == "and") return 3;
  return 1;
}

class Anchorer {
 public:
  Anchorer(const Document& document, const std::vector<Timex>& times, const ReferenceDate& reference)
      : document_(document), times_(times), reference_(reference), words_(event_words()) {}

  /// With `candidates`, dates are not carried over; the ways to do so are collected there.
  std::vector<Anchored> run(std::vector<CarryCandidate>* candidates = nullptr) {
    candidates_ = candidates;
    uint32_t time = 0;
    for (uint32_t i = 0; i < document_.sentences().size(); ++i) {
      const Sentence& sentence = document_.sentence(i);
      const uint32_t first = time;
      while (time < times_.size() && times_[time].tokens.first < sentence.tokens.last) ++time;
      const BlockKind kind = document_.block_of(sentence).kind;
      if (!document_.block_of(sentence).is_story() && kind != BlockKind::kCaption) continue;
      read_sentence(i, sentence, first, time);
    }
    return std::move(out_);
  }

 private:
  void read_sentence(uint32_t index, const Sentence& sentence, uint32_t first, uint32_t last) {
    triggers_ = find_triggers(document_, sentence);
    if (triggers_.empty()) return;
    const size_t before = out_.size();
    bool has_date = false;
    for (uint32_t t = first; t < last; ++t) {
      has_date |= times_[t].begin.has_value();
      if (!times_[t].begin || is_modifier(t, sentence) || ends_period(t, sentence) || only_compares(t, sentence)) {
        continue;
      }
      const std::optional<Trigger> trigger = trigger_of(times_[t], sentence);
      if (!trigger) continue;
      Anchored event = dated(*trigger, index, t);
      if (const uint32_t end = range_end(t, last); end != kNoTime) {
        event.end = times_[end].end;
        event.until = end;
        event.precision = Precision::kInterval;
        t = end;
      } else if (is_open(t, sentence)) {
        event.end.reset();
        event.precision = Precision::kInterval;
      }
      add(std::move(event), before);
    }
    told_.insert(told_.end(), out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end());
    if (!has_date) carry_over(index, first != last);
  }

  Anchored dated(const Trigger& trigger, uint32_t sentence, uint32_t time) const {
    Anchored event;
    event.trigger = trigger;
    event.sentence = sentence;
    event.time = time;
    // "early 2015" is on the timeline at 2015: an event may lie anywhere in the unit that is named.
    const std::optional<DayRange> days = days_of(times_[time].value);
    event.begin = days ? days->first : *times_[time].begin;
    event.end = days ? days->last : times_[time].end;
    event.precision = precision_of(times_[time]);
    event.basis = basis_of(times_[time]);
    if (reference_.date && *reference_.date < event.begin) event.trigger.planned = true;
    return event;
  }

  /// Two dates of one trigger: the finer one is kept where it lies within the other.
  void add(Anchored event, size_t first_of_sentence) {
    for (size_t i = first_of_sentence; i < out_.size(); ++i) {
      Anchored& other = out_[i];
      if (other.trigger.token != event.trigger.token || !other.end || !event.end) continue;
      const bool inside = !(event.begin < other.begin) && !(*other.end < *event.end);
      const bool around = !(other.begin < event.begin) && !(*event.end < *other.end);
      if (around) return;
      if (inside) {
        other = std::move(event);
        return;
      }
    }
    out_.push_back(std::move(event));
  }

  /// A date that only tells which ("last year's loss", "the 2012 election law") and dates nothing here: with a
  /// possessive behind it and no event noun soon after.
  bool is_modifier(uint32_t time, const Sentence& sentence) const {
    const uint32_t behind = times_[time].tokens.last;
    if (behind >= sentence.tokens.last) return false;
    const std::string_view next = document_.lower(behind);
    const bool possessive = next == "'s" || next == "'";
    if (!possessive && !names_edition(time, sentence)) return false;
    for (uint32_t i = behind + 1; i < std::min(behind + 4, sentence.tokens.last); ++i) {
      const bool in_name = !possessive && document_.token(i).is_capitalized();
      if (words_.is_noun(document_.lower(i)) && !in_name) return false;
    }
    return true;
  }

  /// "the 2012 Olympic Games": a year before a name, which tells which one.
  bool names_edition(uint32_t time, const Sentence& sentence) const {
    const IndexRange tokens = times_[time].tokens;
    if (tokens.size() != 1 || times_[time].value.size() != 4 || tokens.last >= sentence.tokens.last) return false;
    if (tokens.first == sentence.tokens.first || words_.is(document_.lower(tokens.first - 1), Quality::kBeforeDate)) {
      return false;
    }
    return document_.token(tokens.last).is_capitalized() && document_.token(tokens.last).is_word();
  }

  /// "the quarter ended Sept. 30": a date that only says which quarter.
  bool ends_period(uint32_t time, const Sentence& sentence) const {
    const uint32_t first = times_[time].tokens.first;
    if (first < sentence.tokens.first + 2) return false;
    const std::string_view last = document_.lower(first - 1);
    return (last == "ended" || last == "ending") && words_.is(document_.lower(first - 2), Quality::kPeriod);
  }

  /// "the sharpest fall since 2015", "the first bus since 1980": nothing is told of that date.
  bool only_compares(uint32_t time, const Sentence& sentence) const {
    constexpr uint32_t kNear = 10;
    const uint32_t first = times_[time].tokens.first;
    if (first == sentence.tokens.first || document_.lower(first - 1) != "since") return false;
    for (uint32_t k = 2; k <= kNear && first >= sentence.tokens.first + k; ++k) {
      const std::string_view word = document_.lower(first - k);
      if (word == "," || word == ";") return false;
      if (words_.is(word, Quality::kSuperlative) || (word.size() > 5 && word.ends_with("est"))) return true;
    }
    return false;
  }

  std::optional<Trigger> trigger_of(const Timex& time, const Sentence& sentence) const {
    const Trigger* best = nullptr;
    int best_cost = kNoCost;
    for (const Trigger& trigger : triggers_) {
      const std::string_view word = document_.lower(trigger.token);
      if ((word == "ended" || word == "ending") && trigger.token > sentence.tokens.first &&
          words_.is(document_.lower(trigger.token - 1), Quality::kPeriod) && trigger.token + 1 == time.tokens.first) {
        continue;
      }
      const bool is_before = trigger.token < time.tokens.first;
      const uint32_t from = is_before ? trigger.token + 1 : time.tokens.last;
      const uint32_t to = is_before ? time.tokens.first : trigger.token;
      if (time.tokens.contains(trigger.token) || to > from + kFarthest) continue;
      int cost = is_before ? 0 : 4;
      // A date that opens its sentence looks ahead: "On Friday, the council called …".
      if (!is_before && time.tokens.first <= sentence.tokens.first + 3) cost = 0;
      for (uint32_t i = from; i < to; ++i) {
        const bool lead_comma = !is_before && i == time.tokens.last && time.tokens.first <= sentence.tokens.first + 3;
        cost += lead_comma ? 1 : crossing(words_, document_.lower(i));
      }
      if (trigger.kind == TriggerKind::kNoun) cost += is_before && to - from <= 2 ? 2 : 15;
      if (cost < best_cost) {
        best = &trigger;
        best_cost = cost;
      }
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

  /// The second date of "from X to Y", "between X and Y", "X - Y".
  uint32_t range_end(uint32_t time, uint32_t last) const {
    if (time + 1 >= last) return kNoTime;
    const Timex &a = times_[time], &b = times_[time + 1];
    if (!b.begin || b.tokens.first != a.tokens.last + 1 || !(*a.begin < *b.begin)) return kNoTime;
    const std::string_view link = document_.lower(a.tokens.last);
    const std::string_view opener = a.tokens.first > 0 ? document_.lower(a.tokens.first - 1) : std::string_view();
    const bool range = link == "to" || link == "-" || link == "\xE2\x80\x93" || link == "until" || link == "till" ||
                       link == "through" || (link == "and" && opener == "between");
    return range ? time + 1 : kNoTime;
  }

  /// "since September 2015": it still goes on.
  bool is_open(uint32_t time, const Sentence& sentence) const {
    const uint32_t first = times_[time].tokens.first;
    for (uint32_t k = 1; k <= 2 && first >= sentence.tokens.first + k; ++k) {
      if (document_.lower(first - k) == "since") return true;
    }
    return false;
  }

  void carry_over(uint32_t index, bool has_time) {
    std::vector<CarryCandidate> ways = carry_candidates(document_, triggers_, index, has_time, told_, reference_);
    if (candidates_ != nullptr) {
      candidates_->insert(candidates_->end(), ways.begin(), ways.end());
      return;
    }
    const CarryCandidate* best = nullptr;
    double best_score = 0;
    for (const CarryCandidate& way : ways) {
      const double score = carry_model().score(way.features);
      if (score <= best_score) continue;
      best = &way;
      best_score = score;
    }
    if (best != nullptr) out_.push_back(best->event);
  }

  const Document& document_;
  const std::vector<Timex>& times_;
  const ReferenceDate& reference_;
  const EventWords& words_;
  std::vector<Trigger> triggers_;
  std::vector<Anchored> out_;
  std::vector<Anchored> told_;  // those with a date of their own
  std::vector<CarryCandidate>* candidates_ = nullptr;
};

}  // namespace

Precision precision_of(const Timex& time) {
  const std::string_view value = time.value;
  if (value.find('T') != std::string_view::npos) return Precision::kTime;
  if (value.size() == 4) return Precision::kYear;
  if (value.size() < 4) return Precision::kInterval;
  if (value.size() > 5 && value[5] == 'Q') return Precision::kQuarter;
  if (value.size() > 6 && value[5] == 'W' && value[6] != 'I') return Precision::kWeek;
  if (value.size() == 7) return value[5] <= '9' ? Precision::kMonth : Precision::kInterval;
  return value.size() == 10 ? Precision::kDay : Precision::kInterval;
}

std::vector<Anchored> anchor_events(const Document& document, const std::vector<Timex>& times,
                                    const ReferenceDate& reference) {
  return Anchorer(document, times, reference).run();
}

std::vector<CarryCandidate> all_carry_candidates(const Document& document, const std::vector<Timex>& times,
                                                 const ReferenceDate& reference) {
  std::vector<CarryCandidate> candidates;
  Anchorer(document, times, reference).run(&candidates);
  return candidates;
}

}  // namespace dateline
