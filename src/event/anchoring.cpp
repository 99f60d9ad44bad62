// A date belongs to the first trigger above it in the tree. A noun yields to the verb that it is an argument of, where
// both took place at one time ("raised it in a visit on Monday", "held talks on Monday").
// A sentence without a date may take over one that was told before: see carrying.h.
#include "event/anchoring.h"

#include <algorithm>

#include "event/dependency_tree.h"
#include "event/event_words.h"
#include "time/comparison.h"
#include "time/value_days.h"

namespace dateline {
namespace {

constexpr int kMostSteps = 8;       // up the tree from a date to its trigger
constexpr uint32_t kFarthest = 30;  // tokens between the two where the tree does not join them
constexpr uint32_t kMark = 6;       // a mark counts as so many

Basis basis_of(const Timex& time) {
  return time.basis == TimexBasis::kExplicit ? Basis::kExplicit : Basis::kRelative;
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
    if (first == last && told_.empty()) return;
    const DependencyTree tree(document_, sentence.tokens);
    tree_ = &tree;
    triggers_ = find_triggers(document_, tree);
    if (triggers_.empty() || document_.lower(sentence.tokens.last - 1) == "?") return;
    const size_t before = out_.size();
    for (uint32_t t = first; t < last; ++t) {
      if (!times_[t].begin || names_edition(t, sentence) || ends_period(t) ||
          comparison_before(document_, times_[t].tokens)) {
        continue;
      }
      const Trigger* trigger = trigger_of(times_[t]);
      if (!trigger || (trigger->reality == Reality::kUnreal && !begins_at(*trigger, times_[t]))) continue;
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
    const size_t own = out_.size();
    carry_over(index, first != last, before);
    told_.insert(told_.end(), out_.begin() + static_cast<std::ptrdiff_t>(before),
                 out_.begin() + static_cast<std::ptrdiff_t>(own));
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
    if (event.trigger.reality == Reality::kUnreal) event.trigger.reality = Reality::kReal;  // begins_at
    if (reference_.date && *reference_.date < event.begin) event.trigger.reality = Reality::kPlanned;
    return event;
  }

  /// "does not open until Monday": what is denied up to a date is so from then on.
  bool begins_at(const Trigger& trigger, const Timex& time) const {
    const uint32_t first = time.tokens.first;
    if (first == tree_->tokens().first || document_.lower(first - 1) != "until" || trigger.token > first) return false;
    for (uint32_t child = tree_->first_dependent(trigger.token); child != kNoHead; child = tree_->next_dependent(child))
      if (document_.lower(child) == "not" || document_.lower(child) == "n't") return true;
    return false;
  }

  bool is_joined(uint32_t time) const {
    for (uint32_t i = times_[time].tokens.first; i < times_[time].tokens.last; ++i) {
      if (tree_->is(i, "conj")) return true;
    }
    return false;
  }

  /// Tokens between an event's trigger and its date.
  uint32_t distance_of(const Anchored& event) const {
    const IndexRange date = times_[event.time].tokens;
    return event.trigger.token < date.first ? date.first - event.trigger.token : event.trigger.token + 1 - date.last;
  }

  /// Of two dates of one trigger the finer one is kept where it lies within the other; else the nearer one, where the
  /// trigger is of saying; else the first: the others are mostly what it is compared with ("rose to 3 % in May from 2 %
  /// a year ago"), unless "and" joins them.
  void add(Anchored event, size_t first_of_sentence) {
    for (size_t i = first_of_sentence; i < out_.size(); ++i) {
      Anchored& other = out_[i];
      if (other.trigger.token != event.trigger.token) continue;
      const bool inside = other.end && event.end && !(event.begin < other.begin) && !(*other.end < *event.end);
      const bool is_nearer = event.trigger.kind == TriggerKind::kSaying && distance_of(event) < distance_of(other);
      if (inside || is_nearer) other = std::move(event);
      if (inside || is_nearer || !is_joined(event.time)) return;
    }
    out_.push_back(std::move(event));
  }

  /// "the 2012 Olympic Games", "Expo 2010": a year at a name, which tells which one.
  bool names_edition(uint32_t time, const Sentence& sentence) const {
    const IndexRange tokens = times_[time].tokens;
    if (tokens.size() != 1 || times_[time].value.size() != 4 || tokens.first == sentence.tokens.first) return false;
    if (words_.is(document_.lower(tokens.first - 1), Quality::kBeforeDate)) return false;
    if (document_.grammar(tokens.first - 1).upos == Upos::kPropn) return true;
    if (tokens.last >= sentence.tokens.last) return false;
    return document_.token(tokens.last).is_capitalized() && document_.token(tokens.last).is_word();
  }

  /// "the quarter ended Sept. 30": a date that only says which quarter.
  bool ends_period(uint32_t time) const {
    const uint32_t first = times_[time].tokens.first;
    if (time == 0 || !times_[time - 1].begin || times_[time - 1].tokens.last + 1 != first) return false;
    const std::string_view last = document_.lower(first - 1);
    return (last == "ended" || last == "ending") && times_[time - 1].end == times_[time].end;
  }

  const Trigger* trigger_at(uint32_t token) const {
    const auto found = std::lower_bound(triggers_.begin(), triggers_.end(), token,
                                        [](const Trigger& a, uint32_t t) { return a.token < t; });
    return found != triggers_.end() && found->token == token ? &*found : nullptr;
  }

  /// The trigger that a date belongs to, an unreal one too; none where it tells when something was so. A date
  /// that is not to come is not that of a wish or a purpose, but of the verb above; one coarser than a day is that of
  /// no state.
  const Trigger* trigger_of(const Timex& time) const {
    const IndexRange date = time.tokens;
    const bool is_past = !reference_.date || !(*reference_.date < *time.begin);
    const bool is_fine = precision_of(time) != Precision::kYear && precision_of(time) != Precision::kInterval;
    uint32_t token = date.first;
    for (int step = 0; step < kMostSteps && date.contains(tree_->head(token)); ++step) token = tree_->head(token);
    if (tree_->is(token, "nmod:poss") || document_.lower(date.last) == "'s")
      return trigger_of_possessed(tree_->head(token), date);
    for (int step = 0; step < kMostSteps; ++step) {
      const uint32_t head = tree_->head(token);
      if (head == kNoHead) break;
      const Trigger* trigger = trigger_at(head);
      if (trigger != nullptr && !(is_past && is_infinitive(*trigger))) {
        if (trigger->kind == TriggerKind::kPredicate && !is_fine && !trigger->is_planned()) return nullptr;
        return trigger->kind == TriggerKind::kNoun ? trigger_around(*trigger, date) : trigger;
      }
      if (trigger == nullptr && is_state(head)) return nullptr;
      token = head;
    }
    return nearest_trigger(date);
  }

  bool is_state(uint32_t token) const {
    const TokenGrammar& grammar = document_.grammar(token);
    return grammar.upos == Upos::kVerb && words_.is(grammar.lemma, Quality::kState) && !tree_->is(token, "acl");
  }

  /// Where the tree does not join a date to any trigger: the nearest one in the words, a mark counting as several.
  const Trigger* nearest_trigger(IndexRange date) const {
    const Trigger* best = nullptr;
    uint32_t best_distance = kFarthest;
    for (const Trigger& trigger : triggers_) {
      if (trigger.kind == TriggerKind::kPredicate) continue;
      const uint32_t first = std::min(trigger.token, date.last), last = std::max(trigger.token, date.first);
      if (last - first >= best_distance) continue;
      uint32_t distance = trigger.kind == TriggerKind::kNoun ? kMark : 0;
      for (uint32_t i = first; i < last; ++i) distance += document_.token(i).is_punctuation() ? kMark : 1;
      if (distance >= best_distance) continue;
      best = &trigger;
      best_distance = distance;
    }
    return best;
  }

  /// "Friday's vote", "Friday's gains lifted …"; a date that only tells which ("last year's model") dates nothing.
  const Trigger* trigger_of_possessed(uint32_t noun, IndexRange date) const {
    if (noun == kNoHead) return nullptr;
    const Trigger* trigger = trigger_at(noun);
    if (trigger != nullptr && trigger->kind == TriggerKind::kNoun) return trigger_around(*trigger, date);
    if (trigger != nullptr || tree_->head(noun) == kNoHead || !tree_->is(noun, "nsubj")) return trigger;
    return trigger_at(tree_->head(noun));
  }

  bool is_infinitive(const Trigger& trigger) const {
    const uint32_t mark = tree_->dependent(trigger.token, "mark");
    const bool is_unreal = trigger.reality == Reality::kUnreal;
    if (tree_->is(trigger.token, "xcomp")) return is_unreal;  // "avoided taking"
    return mark != kNoHead && document_.lower(mark) == "to" && tree_->head(trigger.token) != kNoHead &&
           (is_unreal || tree_->is(trigger.token, "acl"));
  }

  bool is_meanwhile(uint32_t noun) const {
    const uint32_t opener = tree_->dependent(noun, "case");
    return opener != kNoHead && words_.is(document_.lower(opener), Quality::kMeanwhile);
  }

  /// The verb that a noun is an argument of, where a date of the noun is the verb's as well; else the noun.
  const Trigger* trigger_around(const Trigger& noun, IndexRange date) const {
    if (date.first > tree_->tokens().first && document_.lower(date.first - 1) == "of")
      return &noun;  // "the raid of 1998"
    uint32_t top = noun.token;
    if (tree_->is(top, "acl")) top = tree_->head(top);  // "a ministers meeting"
    for (int step = 0; step < kMostSteps && tree_->is(top, "nmod") && is_meanwhile(top); ++step) top = tree_->head(top);
    // "her collapse during the May ceremony"
    const Trigger* above = trigger_at(top);
    const Trigger& event = above != nullptr && above->kind == TriggerKind::kNoun ? *above : noun;
    const uint32_t head = tree_->head(top);
    const Trigger* verb = head == kNoHead ? nullptr : trigger_at(head);
    const bool is_verb = verb != nullptr && (verb->kind == TriggerKind::kVerb || verb->kind == TriggerKind::kSaying);
    if (!is_verb || verb->reality == Reality::kUnreal) return &event;
    if (tree_->is(top, "nsubj")) return verb->kind == TriggerKind::kVerb ? verb : &event;
    if (tree_->is(top, "obj")) {
      const bool in_front = date.first < noun.token;
      return !in_front || words_.is(document_.grammar(head).lemma, Quality::kLight) ? verb : &event;
    }
    return tree_->is(top, "obl") && is_meanwhile(top) ? verb : &event;
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

  /// `first` is the first event of the sentence; where the main clause has a date of its own, none is carried over.
  void carry_over(uint32_t index, bool has_time, size_t first) {
    const std::vector<CarryCandidate> ways =
        carry_candidates(document_, {*tree_, triggers_, index, has_time, first < out_.size()}, told_, reference_);
    if (first < out_.size()) return;
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
  const DependencyTree* tree_ = nullptr;  // of the sentence that is read
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
