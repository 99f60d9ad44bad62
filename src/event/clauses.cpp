// The subtree of a word is its clause, less the subtrees that tell something else. Trees have mistakes: gaps of one
// word and noun phrases that the tree has torn apart are closed again.
#include "event/clauses.h"

#include <algorithm>

#include "event/event_words.h"
#include "event/predicate.h"

namespace dateline {
namespace {

constexpr uint32_t kShortRelative = 6;  // tokens of a relative clause that a title may keep
constexpr uint32_t kLongestName = 5;    // tokens of a name in apposition
constexpr int kMostSteps = 4;           // up the tree

class ClauseBuilder {
 public:
  ClauseBuilder(const Document& document, const DependencyTree& tree, const Anchored& event,
                const std::vector<Timex>& times)
      : document_(document),
        tree_(tree),
        event_(event),
        times_(times),
        words_(event_words()),
        state_(tree.tokens().size(), State::kOutside) {}

  Clause run() {
    clause_.core = event_.trigger.token;
    if (event_.trigger.kind == TriggerKind::kNoun && says_enough(clause_.core)) {
      take(clause_.core);
      mend_phrase(clause_.core);
    } else {
      predicate_ = predicate_of(document_, tree_, event_, times_);
      clause_.core = predicate_.core;
      clause_.subject = predicate_.subject;
      take(clause_.core);
      take_subject();
      take_antecedent();
      if (predicate_.keeps_attribution) take(event_.trigger.token);
    }
    close_gaps();
    drop_lead();
    collect();
    return std::move(clause_);
  }

 private:
  enum class State : uint8_t { kOutside, kRefused, kTaken };

  State& state(uint32_t token) { return state_[token - tree_.tokens().first]; }
  bool is_taken(uint32_t token) const {
    return tree_.tokens().contains(token) && state_[token - tree_.tokens().first] == State::kTaken;
  }
  std::string_view lower(uint32_t token) const {
    return tree_.tokens().contains(token) ? document_.lower(token) : std::string_view();
  }

  /// "the talks in Vienna"; not "the talks", of which the verb above has to tell.
  bool says_enough(uint32_t noun) const {
    for (uint32_t child = tree_.first_dependent(noun); child != kNoHead; child = tree_.next_dependent(child)) {
      const bool describes = tree_.is(child, "amod") || tree_.is(child, "compound") || tree_.is(child, "nmod") ||
                             tree_.is(child, "acl") || tree_.is(child, "nummod");
      if (describes && !is_in_date(child)) return true;
    }
    return tree_.head(noun) == kNoHead;
  }

  bool is_in_date(uint32_t token) const { return event_.time != kNoTime && times_[event_.time].tokens.contains(token); }

  bool has_comma_before(uint32_t token) const {
    uint32_t first = tree_.extent(token).first;
    while (document_.token(first).is_punctuation() && first < token) ++first;
    if (first == tree_.tokens().first) return false;
    const std::string_view mark = document_.lower(first - 1);
    return mark == "," || mark == "(" || mark == "[" || is_dash(document_, first - 1);
  }

  bool has_dash_between(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i) {
      if (is_dash(document_, i)) return true;
    }
    return false;
  }

  bool is_infinitive(uint32_t token) const {
    const uint32_t mark = tree_.dependent(token, "mark");
    return mark != kNoHead && document_.lower(mark) == "to";
  }

  /// Whether what hangs on a taken word belongs to the clause.
  bool belongs(uint32_t token, uint32_t head) const {
    if (tree_.is(token, "punct")) return false;
    if (head != event_.trigger.token && predicate_.content.contains(head) && !predicate_.content.contains(token))
      return false;
    if (tree_.is_within(clause_.core, token)) return false;  // of a subject's relative clause
    if (tree_.is_within(predicate_.path, token)) return true;
    if (tree_.is(token, "discourse") || tree_.is(token, "vocative") || tree_.is(token, "reparandum")) return false;
    if (tree_.is(token, "advmod") && words_.is(document_.lower(token), Quality::kDrops)) return false;
    if (tree_.is(token, "parataxis")) return follows_colon(token, head);
    if (tree_.is(token, "advcl")) return token > head && is_infinitive(token);
    if (tree_.is(token, "acl:relcl")) return !has_comma_before(token) && tree_.extent(token).size() <= kShortRelative;
    if (tree_.is(token, "acl")) return !has_comma_before(token);
    if (tree_.is(token, "amod") && token > head) return !has_comma_before(token);
    if (tree_.is(token, "appos")) return keeps_apposition(token, head);
    if ((tree_.is(token, "conj") || (tree_.is(token, "obl") && head == clause_.core)) &&
        has_other_date(document_, tree_, token, event_, times_))
      return false;
    if (tree_.is(token, "conj") && (tree_.dependent(token, "nsubj") != kNoHead || head == noun_core())) return false;
    if (tree_.is(token, "conj") && has_dash_between(head, token)) return false;
    if (tree_.is(token, "case") && head == clause_.subject) return document_.grammar(token).xpos == "POS";
    if (tree_.is(token, "obl") || tree_.is(token, "nmod")) {
      const uint32_t opener = tree_.dependent(token, "case");
      if (opener != kNoHead &&
          (lower(opener) == "according" || (lower(opener) == "including" && has_comma_before(token))))
        return false;
    }
    return head != clause_.core || belongs_to_core(token);
  }

  /// "are due to sell": of an infinitive.
  bool has_subject_in_front() const {
    const uint32_t subject = own_subject_of(tree_, clause_.core);
    return subject < clause_.core && clause_.subject == subject;
  }

  uint32_t noun_core() const {
    return clause_.subject == kNoHead && event_.trigger.token == clause_.core &&
                   event_.trigger.kind == TriggerKind::kNoun
               ? clause_.core
               : kNoHead;
  }

  bool belongs_to_core(uint32_t token) const {
    if (tree_.is(token, "mark"))
      return document_.lower(token) == "to" && (tree_.is(clause_.core, "acl") || has_subject_in_front());
    if (tree_.is(token, "cc")) return false;
    if (tree_.is(token, "case")) return tree_.dependent(clause_.core, "cop") != kNoHead;
    if (tree_.is(token, "aux") && document_.grammar(token).xpos == "VBG" && tree_.is(clause_.core, "advcl"))
      return false;
    if (tree_.is(token, "nsubj") && token != clause_.subject && is_relative_pronoun(document_, token)) return false;
    if (token > clause_.core && !tree_.is(token, "ccomp") && !tree_.is(token, "conj") && has_comma_before(token)) {
      return false;
    }
    if (tree_.is(token, "ccomp")) return token > clause_.core;
    const bool adverbial = tree_.is(token, "obl") || tree_.is(token, "advmod") || tree_.is(token, "nmod");
    const bool in_front = token < clause_.core && clause_.subject != kNoHead && token < clause_.subject;
    return !(adverbial && in_front);
  }

  bool follows_colon(uint32_t token, uint32_t head) const {
    if (event_.trigger.kind != TriggerKind::kSaying || head != event_.trigger.token || token < head) return false;
    const uint32_t first = tree_.extent(token).first;
    return first > tree_.tokens().first && (lower(first - 1) == ":" || is_quote_mark(lower(first - 1)));
  }

  /// "company chief Jane Roe", "the chief, Jane Roe,"; not "Jane Roe, a teacher,".
  bool keeps_apposition(uint32_t token, uint32_t head) const {
    if (!has_comma_before(token)) return true;
    return document_.grammar(head).upos == Upos::kNoun && document_.grammar(token).upos == Upos::kPropn &&
           tree_.extent(token).size() <= kLongestName;
  }

  void take(uint32_t top) {
    std::vector<uint32_t> open{top};
    while (!open.empty()) {
      const uint32_t token = open.back();
      open.pop_back();
      state(token) = State::kTaken;
      for (uint32_t child = tree_.first_dependent(token); child != kNoHead; child = tree_.next_dependent(child)) {
        if (is_taken(child)) continue;
        if (belongs(child, token)) {
          open.push_back(child);
        } else {
          refuse(child);
        }
      }
    }
  }

  void refuse(uint32_t top) {
    std::vector<uint32_t> open{top};
    while (!open.empty()) {
      const uint32_t token = open.back();
      open.pop_back();
      if (state(token) == State::kOutside) state(token) = State::kRefused;
      for (uint32_t child = tree_.first_dependent(token); child != kNoHead; child = tree_.next_dependent(child)) {
        open.push_back(child);
      }
    }
  }

  void take_subject() {
    const uint32_t subject = clause_.subject;
    if (subject == kNoHead) return;
    if (!is_taken(subject)) {
      take(subject);
      take_auxiliaries();
    }
    mend_phrase(subject);
  }

  /// "her record, | which she set in Chicago": what a relative pronoun that is no subject stands for.
  void take_antecedent() {
    const uint32_t noun = tree_.head(clause_.core);
    if (!tree_.is(clause_.core, "acl") || noun == kNoHead || noun > clause_.core || is_taken(noun)) return;
    for (uint32_t i = noun + 1; i < clause_.core; ++i) {
      if (!is_taken(i)) continue;
      if (!is_relative_pronoun(document_, i)) return;
      take(noun);
      const uint32_t opener = tree_.dependent(noun, "case");
      if (opener < noun && own_subject_of(tree_, noun) == kNoHead) state(opener) = State::kRefused;
      return;
    }
  }

  /// "was dismissed and arrested", "will open and be full": the second has the auxiliary of the first.
  void take_auxiliaries() {
    uint32_t verb = clause_.core;
    const std::string_view tag = document_.grammar(verb).xpos;
    if ((tag != "VBN" && tag != "VB") || tree_.dependent(verb, "aux") != kNoHead) return;
    for (int step = 0; step < kMostSteps && tree_.is(verb, "conj"); ++step) {
      verb = tree_.head(verb);
      for (uint32_t child = tree_.first_dependent(verb); child != kNoHead; child = tree_.next_dependent(child)) {
        if (tree_.is(child, "aux")) state(child) = State::kTaken;
      }
    }
  }

  /// "a rebel and allied forces offensive", of which the tree has hung only "offensive" on its verb: the words in front
  /// belong to it as far as a noun phrase reaches without a break.
  void mend_phrase(uint32_t head) {
    if (document_.grammar(head).upos != Upos::kNoun || tree_.dependent(head, "det") != kNoHead) return;
    uint32_t first = head;
    while (first > tree_.tokens().first && is_taken(first - 1)) --first;
    if (first == tree_.tokens().first || document_.grammar(first - 1).upos != Upos::kNoun) return;
    while (first > tree_.tokens().first && is_within_phrase(first - 1)) {
      --first;
      state(first) = State::kTaken;
      if (document_.grammar(first).upos == Upos::kDet) break;
    }
  }

  bool is_within_phrase(uint32_t token) const {
    switch (document_.grammar(token).upos) {
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kAdj:
      case Upos::kDet:
      case Upos::kNum:
      case Upos::kCconj:
        return true;
      default:
        return document_.lower(token) == "-";
    }
  }

  /// Marks between words that are kept stay, and so does a single word that the tree hung elsewhere.
  void close_gaps() {
    for (uint32_t i = tree_.tokens().first + 1; i + 1 < tree_.tokens().last; ++i) {
      if (is_taken(i) || !is_taken(i - 1) || is_quote_mark(lower(i)) || is_dash(document_, i)) continue;
      uint32_t next = i + 1;
      while (is_quote_mark(lower(next)) || lower(next) == "'") ++next;
      if (!is_taken(next)) continue;
      const bool stays = document_.token(i).is_punctuation() ? lower(i) != ";" && !parts_subject(i - 1, next)
                                                             : state(i) == State::kOutside;
      if (stays) state(i) = State::kTaken;
    }
  }

  /// "Jane Roe, …, resigned": a mark between the subject and its verb.
  bool parts_subject(uint32_t before, uint32_t behind) const {
    const uint32_t subject = clause_.subject;
    return subject != kNoHead && tree_.is_within(before, subject) &&
           !tree_.is_within(before, clause_.core) != !tree_.is_within(behind, clause_.core);
  }

  /// What stands before the subject, unless it holds the main word.
  void drop_lead() {
    const uint32_t subject = clause_.subject, trigger = event_.trigger.token;
    if (subject == kNoHead || subject > clause_.core || subject > trigger) return;
    uint32_t first = std::min(subject, tree_.dependent(clause_.core, "expl"));
    for (uint32_t i = first; i-- > tree_.tokens().first;) {
      if (is_taken(i) && (tree_.is_within(i, subject) || first == i + 1)) first = i;
    }
    for (uint32_t i = tree_.tokens().first; i < first; ++i) state(i) = State::kRefused;
  }

  void collect() {
    const IndexRange all = tree_.tokens();
    for (uint32_t i = all.first; i < all.last; ++i) {
      if (is_taken(i)) clause_.tokens.push_back(i);
    }
    clause_.range = {clause_.tokens.front(), clause_.tokens.back() + 1};
    for (const uint32_t time : {event_.time, event_.until}) {
      if (time == kNoTime || !all.contains(times_[time].tokens)) continue;
      clause_.range.first = std::min(clause_.range.first, times_[time].tokens.first);
      clause_.range.last = std::max(clause_.range.last, times_[time].tokens.last);
    }
    if (predicate_.keeps_attribution) find_attribution();
    const uint32_t subject = clause_.subject;
    if (subject == kNoHead || subject < clause_.core || tree_.is_within(subject, clause_.core)) return;
    std::stable_partition(clause_.tokens.begin(), clause_.tokens.end(), [&](uint32_t token) {
      return tree_.is_within(token, subject) && !tree_.is_within(token, clause_.core);
    });
  }

  void find_attribution() {
    const uint32_t saying = event_.trigger.token, core = clause_.core;
    const bool is_above = tree_.is_within(core, saying);
    for (const uint32_t token : clause_.tokens) {
      const bool outside = is_above ? !tree_.is_within(token, core) : tree_.is_within(token, saying);
      if (token < core || !outside || document_.token(token).is_punctuation()) continue;
      clause_.attribution = token;
      return;
    }
  }

  const Document& document_;
  const DependencyTree& tree_;
  const Anchored& event_;
  const std::vector<Timex>& times_;
  const EventWords& words_;
  std::vector<State> state_;
  Predicate predicate_{event_.trigger.token, kNoHead, event_.trigger.token, {}, false};
  Clause clause_;
};

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

Clause clause_of(const Document& document, const DependencyTree& tree, const Anchored& event,
                 const std::vector<Timex>& times) {
  return ClauseBuilder(document, tree, event, times).run();
}

}  // namespace dateline
