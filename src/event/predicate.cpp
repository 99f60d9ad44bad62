#include "event/predicate.h"

#include <algorithm>

#include "event/clauses.h"
#include "event/event_words.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestQuotation = 16;  // words that may stand before "the mayor said"
constexpr int kMostSteps = 4;               // up the tree

class PredicateFinder {
 public:
  PredicateFinder(const Document& document, const DependencyTree& tree, const Anchored& event,
                  const std::vector<Timex>& times)
      : document_(document), tree_(tree), event_(event), times_(times), words_(event_words()) {
    found_.core = found_.path = event.trigger.token;
  }

  Predicate run() {
    uint32_t& core = found_.core;
    if (event_.trigger.kind == TriggerKind::kSaying) {
      const uint32_t said = said_before(core);
      if (said != kNoHead && subject_of(said) != kNoHead) {
        // A day that is only supposed, or not that of what was said, needs the one who said it.
        found_.keeps_attribution =
            own_subject_of(tree_, core) != kNoHead &&
            (event_.basis == Basis::kContext || speaks_of_speaker(said) || has_date_of_its_own(said));
        core = found_.path = said;
        found_.subject = subject_of(core);
        return found_;
      }
    }
    for (int step = 0; step < kMostSteps && is_completion(core); ++step) core = tree_.head(core);
    if (accompanies(core)) core = found_.path = tree_.head(core);
    uint32_t up = core;
    for (int step = 0; step < kMostSteps && up != kNoHead; ++step, up = tree_.head(up)) {
      if (subject_of(up) == kNoHead) continue;
      core = up;
      break;
    }
    if (is_told_of_pronoun(core)) core = tree_.head(core);
    found_.subject = subject_of(core);
    return found_;
  }

 private:
  /// "decided to sell", "are suspected of selling": what tells nothing without the verb that it completes.
  bool is_completion(uint32_t verb) const {
    if (tree_.is(verb, "xcomp")) return true;
    const uint32_t mark = tree_.dependent(verb, "mark");
    if (mark == kNoHead || !tree_.is(verb, "advcl") || own_subject_of(tree_, verb) != kNoHead) return false;
    const bool gerund = document_.grammar(verb).xpos == "VBG" || tree_.dependent(verb, "aux") != kNoHead;
    return document_.lower(mark) == "to" || (gerund && words_.is(document_.lower(mark), Quality::kCompletes));
  }

  /// "The company said it will close": says little without the verb above, whose subject has a name.
  bool is_told_of_pronoun(uint32_t verb) const {
    const uint32_t subject = own_subject_of(tree_, verb), head = tree_.head(verb);
    if (subject == kNoHead || document_.grammar(subject).upos != Upos::kPron || !tree_.is(verb, "ccomp")) return false;
    const uint32_t teller = own_subject_of(tree_, head);
    return teller != kNoHead && document_.grammar(teller).upos != Upos::kPron && head < verb;
  }

  /// "Speaking in Vienna, he said …": the same event as that of the verb above.
  bool accompanies(uint32_t verb) const {
    return tree_.is(verb, "advcl") && document_.grammar(verb).xpos == "VBG" &&
           tree_.dependent(verb, "mark") == kNoHead && tree_.dependent(verb, "aux") == kNoHead &&
           own_subject_of(tree_, verb) == kNoHead && own_subject_of(tree_, tree_.head(verb)) != kNoHead;
  }

  /// The predicate of what was said, before the word of saying; kNoHead where that follows or is not told.
  uint32_t said_before(uint32_t saying) {
    const uint32_t quoted = quoted_before(saying);
    if (quoted != kNoHead) return quoted;
    if (tree_.is(saying, "parataxis") && tree_.head(saying) < saying) return tree_.head(saying);
    const uint32_t content = tree_.dependent(saying, "ccomp");
    return content != kNoHead && content < saying ? content : kNoHead;
  }

  /// The predicate of a quotation that ends before the word of saying: the first one that hangs on nothing in it.
  uint32_t quoted_before(uint32_t saying) {
    uint32_t close = saying;
    while (close > tree_.tokens().first && !is_quote_mark(document_.lower(close))) --close;
    if (!is_quote_mark(document_.lower(close)) || tree_.is_within(saying, close)) return kNoHead;
    uint32_t open = close;
    while (open > tree_.tokens().first && !is_quote_mark(document_.lower(open - 1))) --open;
    for (uint32_t i = open; i < close; ++i) {
      const bool inside = tree_.head(i) != kNoHead && open <= tree_.head(i) && tree_.head(i) < close;
      if (!inside && tree_.dependent(i, "nsubj") != kNoHead && tree_.dependent(i, "nsubj") < close) {
        found_.content = {open, close};
        return i;
      }
    }
    return kNoHead;
  }

  /// "We need the pier" tells nothing without the one who said it.
  bool speaks_of_speaker(uint32_t content) const {
    const IndexRange extent = tree_.extent(content);
    uint32_t words = 0;
    bool first_person = false;
    for (uint32_t i = extent.first; i < std::min(extent.last, event_.trigger.token); ++i) {
      words += document_.token(i).is_word() ? 1 : 0;
      first_person |= words_.is(document_.lower(i), Quality::kFirstPerson);
    }
    return first_person && words <= kLongestQuotation;
  }

  /// "It will close on Monday, she said on Friday": of what was said.
  bool has_date_of_its_own(uint32_t content) const {
    for (uint32_t child = tree_.first_dependent(content); child != kNoHead; child = tree_.next_dependent(child)) {
      if (tree_.is(child, "obl") && has_other_date(document_, tree_, child, event_, times_)) return true;
    }
    return false;
  }

  /// The subject of a predicate, its own or that of the clause that it goes on with; kNoHead where there is none.
  uint32_t subject_of(uint32_t core) const {
    for (int step = 0; step < kMostSteps; ++step) {
      const uint32_t subject = own_subject_of(tree_, core);
      if (subject != kNoHead && is_relative_pronoun(document_, subject)) return named(antecedent_of(core, subject));
      if (subject != kNoHead) return measured(subject);
      const uint32_t head = tree_.head(core);
      if (head == kNoHead) return kNoHead;
      if (tree_.is(core, "acl")) return head;
      if (!tree_.is(core, "conj") && !tree_.is(core, "advcl") && !tree_.is(core, "xcomp")) return kNoHead;
      core = head;
    }
    return kNoHead;
  }

  /// "Sales in the quarter ended June 30 rose": not the date, of which the tree has made a subject.
  uint32_t measured(uint32_t subject) const {
    if (event_.time == kNoTime || !times_[event_.time].tokens.contains(subject)) return subject;
    const uint32_t ended = times_[event_.time].tokens.first - 1;
    if (!tree_.tokens().contains(ended) || document_.grammar(ended).lemma != "end") return subject;
    const uint32_t period = ended > tree_.tokens().first ? ended - 1 : ended;
    if (!words_.is(document_.lower(period), Quality::kPeriod)) return subject;
    const uint32_t noun = own_subject_of(tree_, ended);
    return noun != kNoHead && noun < ended ? noun : subject;
  }

  /// "Jane Roe, a teacher | who won": the name that a noun is set beside.
  uint32_t named(uint32_t noun) const {
    const uint32_t head = tree_.head(noun);
    const bool beside = tree_.is(noun, "appos") && head != kNoHead && head < noun;
    return beside && document_.grammar(head).upos == Upos::kPropn ? head : noun;
  }

  /// What "who", "which" or "that" stands for: the noun that its clause hangs on, else the noun phrase before it.
  uint32_t antecedent_of(uint32_t core, uint32_t pronoun) const {
    const uint32_t head = tree_.head(core);
    if (tree_.is(core, "acl") && head != kNoHead && head < pronoun) return head;
    uint32_t noun = pronoun;
    while (noun > tree_.tokens().first && document_.token(noun - 1).is_punctuation()) --noun;
    if (noun == tree_.tokens().first || noun == pronoun) return pronoun;
    --noun;
    while (tree_.head(noun) != kNoHead && (tree_.is(noun, "flat") || tree_.is(noun, "compound")))
      noun = tree_.head(noun);
    const Upos upos = document_.grammar(noun).upos;
    const bool is_noun = upos == Upos::kNoun || upos == Upos::kPropn || tree_.is(noun, "nsubj");
    return is_noun ? noun : pronoun;
  }

  const Document& document_;
  const DependencyTree& tree_;
  const Anchored& event_;
  const std::vector<Timex>& times_;
  const EventWords& words_;
  Predicate found_;
};

}  // namespace

Predicate predicate_of(const Document& document, const DependencyTree& tree, const Anchored& event,
                       const std::vector<Timex>& times) {
  return PredicateFinder(document, tree, event, times).run();
}

uint32_t own_subject_of(const DependencyTree& tree, uint32_t core) {
  for (const std::string_view relation : {"nsubj", "csubj", "expl"}) {
    const uint32_t subject = tree.dependent(core, relation);
    if (subject != kNoHead) return subject;
  }
  return kNoHead;
}

bool is_relative_pronoun(const Document& document, uint32_t token) {
  const std::string_view tag = document.grammar(token).xpos;
  return tag == "WDT" || tag == "WP" || (document.lower(token) == "that" && tag != "DT");
}

bool has_other_date(const Document& document, const DependencyTree& tree, uint32_t token, const Anchored& event,
                    const std::vector<Timex>& times) {
  const IndexRange extent = tree.extent(token);
  auto time = std::lower_bound(times.begin(), times.end(), extent.first,
                               [](const Timex& a, uint32_t first) { return a.tokens.first < first; });
  for (; time != times.end() && time->tokens.first < extent.last; ++time) {
    const auto index = static_cast<uint32_t>(time - times.begin());
    if (!time->begin || index == event.time || index == event.until) continue;
    if (tree.is(token, "conj") ? document.grammar(token).upos == Upos::kVerb : time->tokens.contains(token))
      return true;
  }
  return false;
}

}  // namespace dateline
