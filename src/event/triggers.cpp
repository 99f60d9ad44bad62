// What is tagged a verb tells something unless its lemma is a state's; listed nouns do. Auxiliaries, negations and
// conjunctions hang on a verb and say how real it is; so does the verb or noun that it hangs on.
#include "event/triggers.h"

#include <algorithm>

#include "event/event_words.h"

namespace dateline {
namespace {

constexpr int kMostSteps = 4;  // up the tree

class TriggerFinder {
 public:
  TriggerFinder(const Document& document, const DependencyTree& tree)
      : document_(document), tree_(tree), words_(event_words()) {}

  std::vector<Trigger> run() const {
    std::vector<Trigger> out;
    for (uint32_t i = tree_.tokens().first; i < tree_.tokens().last; ++i) {
      if (!document_.token(i).is_word() || is_in_compound(i)) continue;
      if (is_predicate(i)) {
        out.push_back({i, TriggerKind::kPredicate, reality_of_verb(i, kMostSteps)});
      } else if (is_noun(i)) {
        out.push_back({i, TriggerKind::kNoun, reality_of_noun(i)});
      } else if (is_verb(i)) {
        const bool saying = words_.is_saying(lemma(i));
        out.push_back({i, saying ? TriggerKind::kSaying : TriggerKind::kVerb, reality_of_verb(i, kMostSteps)});
      }
    }
    return out;
  }

 private:
  std::string_view lemma(uint32_t token) const { return document_.grammar(token).lemma; }
  bool is_upos(uint32_t token, Upos upos) const { return document_.grammar(token).upos == upos; }

  bool is_verb(uint32_t token) const {
    if (!is_upos(token, Upos::kVerb)) return false;
    if (words_.is(lemma(token), Quality::kState)) return tells_of_event(token);
    const std::string_view tag = document_.grammar(token).xpos;
    // "the six months ended June 30"
    const bool ends_period = lemma(token) == "end" && token > tree_.tokens().first &&
                             words_.is(document_.lower(token - 1), Quality::kPeriod);
    if (ends_period && (tag == "VBN" || tag == "VBD" || tag == "VBG")) return false;
    if (lemma(token) == "do" && tree_.dependent(token, "obj") == kNoHead) return false;  // "as he did in 2012"
    if (lemma(token) == "have" && tag != "VBD" && tag != "VBN") return false;
    return !tree_.is(token, "amod") && !tree_.is(token, "case") && !tree_.is(token, "compound");
  }

  bool is_predicate(uint32_t token) const {
    return tree_.dependent(token, "cop") != kNoHead && !is_upos(token, Upos::kVerb);
  }

  /// "there was a rise"
  bool tells_of_event(uint32_t verb) const {
    const uint32_t subject = tree_.dependent(verb, "nsubj");
    return tree_.dependent(verb, "expl") != kNoHead && subject != kNoHead && is_noun(subject);
  }

  /// "the Ottawa Convention", "Defence Operations Centre": a noun inside a name is none.
  bool is_noun(uint32_t token) const {
    if ((!is_upos(token, Upos::kNoun) && !ends_phrase(token)) || !words_.is_noun(document_.lower(token)) ||
        tree_.is(token, "compound")) {
      return false;
    }
    const bool name = token + 1 < tree_.tokens().last && document_.token(token + 1).is_capitalized();
    return !(document_.token(token).is_capitalized() && token > tree_.tokens().first && name);
  }

  /// "a defence ministers meeting": what looks like a verb, right behind a noun that it hangs on, with nothing behind
  /// it.
  bool ends_phrase(uint32_t token) const {
    return document_.grammar(token).xpos == "VBG" && tree_.is(token, "acl") && tree_.head(token) + 1 == token &&
           tree_.dependent(token, "obj") == kNoHead;
  }

  /// "the war-torn country", "a military-escorted crew": a part of another word.
  bool is_in_compound(uint32_t token) const {
    const auto joined = [&](uint32_t hyphen) {
      return tree_.tokens().contains(hyphen) && hyphen + 1 < tree_.tokens().last && document_.lower(hyphen) == "-" &&
             !document_.token(hyphen).space_before && !document_.token(hyphen + 1).space_before;
    };
    return joined(token + 1) || (token > tree_.tokens().first && joined(token - 1));
  }

  Reality reality_of_verb(uint32_t verb, int steps) const {
    // "is to open", "is expected next month"
    const bool is_to = is_infinitive(verb) && tree_.dependent(verb, "cop") != kNoHead;
    const bool is_expected = words_.is(lemma(verb), Quality::kPlans) && tree_.dependent(verb, "aux:pass") != kNoHead;
    bool planned = is_to || is_expected;
    bool has_future_in_past = false, is_perfect = false, has_condition = false;
    for (uint32_t child = tree_.first_dependent(verb); child != kNoHead; child = tree_.next_dependent(child)) {
      const std::string_view lower = document_.lower(child);
      if (tree_.is(child, "aux")) {
        if (words_.is(lower, Quality::kFuture)) planned = true;
        if (words_.is(lower, Quality::kModal)) return Reality::kUnreal;
        if (lower == "would") has_future_in_past = true;
        if (lower == "have") is_perfect = true;
        const uint32_t subject = tree_.dependent(verb, "nsubj");
        if (lower == "had" && subject != kNoHead && child < subject && subject < verb)
          return Reality::kUnreal;  // "Had it happened later, …"
      }
      has_condition |= tree_.is(child, "advcl") && is_condition(child);
      if (tree_.is(child, "mark") && words_.is(lower, Quality::kConditional)) return Reality::kUnreal;
      if (words_.is(lower, Quality::kNegates)) return Reality::kUnreal;
      if ((tree_.is(child, "nsubj") || tree_.is(child, "obj")) && is_none(child)) return Reality::kUnreal;
    }
    // "said it would open": a future told in the past; not "would have opened", "would open if …".
    if (has_future_in_past && (is_perfect || has_condition)) return Reality::kUnreal;
    if (planned || has_future_in_past) return Reality::kPlanned;
    return steps == 0 ? Reality::kReal : reality_by_head(verb, steps - 1);
  }

  /// "no one", "no deal"
  bool is_none(uint32_t noun) const {
    const uint32_t determiner = tree_.dependent(noun, "det");
    return determiner != kNoHead && words_.is(document_.lower(determiner), Quality::kNegates);
  }

  bool is_condition(uint32_t verb) const {
    const uint32_t mark = tree_.dependent(verb, "mark");
    return mark != kNoHead && words_.is(document_.lower(mark), Quality::kConditional);
  }

  bool is_infinitive(uint32_t verb) const {
    const uint32_t mark = tree_.dependent(verb, "mark");
    return mark != kNoHead && document_.lower(mark) == "to";
  }

  /// What hangs on a wish is wished for, what hangs on a plan is planned; an infinitive is a purpose.
  Reality reality_by_head(uint32_t verb, int steps) const {
    const uint32_t head = tree_.head(verb);
    if (head == kNoHead) return Reality::kReal;
    const bool infinitive = is_infinitive(verb);
    if (tree_.is(verb, "xcomp") || tree_.is(verb, "ccomp") || infinitive) {
      if (words_.is(lemma(head), Quality::kPlans) || (lemma(head) == "be" && infinitive))
        return infinitive ? Reality::kPlanned : Reality::kReal;
      const bool saying = words_.is_saying(lemma(head)) && !infinitive;
      if (words_.is(lemma(head), Quality::kRefuses)) return Reality::kUnreal;
      if (words_.is(lemma(head), Quality::kWishes) && !saying) return Reality::kUnreal;
      if (tree_.is(verb, "xcomp")) return reality_of_verb(head, steps);
      if (tree_.is(verb, "acl")) return Reality::kPlanned;  // "a model to be shown in May"
      return infinitive ? Reality::kUnreal : Reality::kReal;
    }
    const bool alike = document_.grammar(verb).xpos == document_.grammar(head).xpos;
    if (tree_.is(verb, "conj") && alike && tree_.dependent(verb, "nsubj") == kNoHead &&
        tree_.dependent(verb, "aux") == kNoHead) {
      return reality_of_verb(head, steps);
    }
    return Reality::kReal;
  }

  Reality reality_of_noun(uint32_t noun) const {
    if (is_none(noun)) return Reality::kUnreal;
    const uint32_t head = tree_.head(noun);
    if (head == kNoHead || !is_upos(head, Upos::kVerb)) return Reality::kReal;
    if (!tree_.is(noun, "obj") && !(tree_.is(noun, "obl") && tree_.dependent(noun, "case") != kNoHead &&
                                    document_.lower(tree_.dependent(noun, "case")) == "for")) {
      return Reality::kReal;
    }
    if (words_.is(lemma(head), Quality::kWishes)) return Reality::kUnreal;
    return words_.is(lemma(head), Quality::kPlans) && lemma(head) != "announce" ? Reality::kPlanned : Reality::kReal;
  }

  const Document& document_;
  const DependencyTree& tree_;
  const EventWords& words_;
};

}  // namespace

std::vector<Trigger> find_triggers(const Document& document, const DependencyTree& tree) {
  return TriggerFinder(document, tree).run();
}

}  // namespace dateline
