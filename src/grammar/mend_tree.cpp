#include "grammar/mend_tree.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kWindow = 48;  // tokens around a word in which its dependents are looked for

bool is_nominal(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum || upos == Upos::kSym || upos == Upos::kPron;
}

bool is_finite(const TokenGrammar& word) {
  return word.upos == Upos::kVerb && (word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP");
}

/// Relations that only a nominal can have.
bool is_nominal_relation(std::string_view relation) {
  return relation == "nmod" || relation == "nummod" || relation == "compound" || relation == "obl:unmarked" ||
         relation == "nmod:unmarked";
}

bool is_subject(std::string_view relation) {
  return relation.substr(0, 5) == "nsubj" || relation == "csubj";
}

const Lexicon& subordinators() {
  static const Lexicon instance{"data/grammar/subordinators.txt"};
  return instance;
}

class TreeMender {
 public:
  TreeMender(const std::vector<Token>& tokens, IndexRange sentence, std::vector<TokenGrammar>& nodes)
      : tokens_(tokens), sentence_(sentence), nodes_(nodes) {}

  void mend() {
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      give_subject_between_commas(i);
      raise_predicate(i);
      join_verb(i);
      give_subject_to_clause(i);
      hang_relative_clause(i);
      hang_beside_time(i);
      part_behind_comma(i);
    }
  }

 private:
  TokenGrammar& node(uint32_t token) { return nodes_[token]; }
  bool is_comma(uint32_t token) const { return sentence_.contains(token) && tokens_[token].lower == ","; }

  std::vector<uint32_t> children_of(uint32_t token) const {
    std::vector<uint32_t> out;
    const uint32_t first = token > sentence_.first + kWindow ? token - kWindow : sentence_.first;
    for (uint32_t i = first; i < std::min(sentence_.last, token + kWindow); ++i)
      if (nodes_[i].head == token) out.push_back(i);
    return out;
  }

  template <typename Test>
  bool any_child(uint32_t token, Test test) const {
    const std::vector<uint32_t> below = children_of(token);
    return std::any_of(below.begin(), below.end(), [&](uint32_t child) { return test(nodes_[child].relation); });
  }
  bool has_child(uint32_t token, std::string_view relation) const {
    return any_child(token, [&](std::string_view found) { return found == relation; });
  }
  bool has_subject(uint32_t token) const { return any_child(token, is_subject); }

  /// The first token of what hangs on a token, marks left out; looked at down to a few levels.
  uint32_t leftmost(uint32_t token) const {
    constexpr int kMostLevels = 6;
    uint32_t first = token;
    for (int level = 0; level < kMostLevels; ++level) {
      uint32_t next = first;
      for (const uint32_t child : children_of(first))
        if (child < next && nodes_[child].relation != "punct") next = child;
      if (next == first) break;
      first = next;
    }
    return first;
  }

  void hang(uint32_t token, uint32_t head, std::string_view relation) {
    node(token).head = head;
    node(token).relation = relation;
  }

  /// "rose 3-4% last spring": an amount before a time is no part of it; both say something of the verb.
  void hang_beside_time(uint32_t token) {
    const TokenGrammar here = node(token);
    if (here.relation != "obl:unmarked" || !is_nominal(here.upos) || here.head == kNoHead || here.head < token) return;
    uint32_t time = here.head;
    if (node(time).relation == "amod") time = node(time).head;
    if (time == kNoHead || node(time).relation != "obl:unmarked") return;
    if (const uint32_t verb = node(time).head; verb != kNoHead && verb < token) hang(token, verb, "obl:unmarked");
  }

  /// "since the start of the strike began": what stands before a finite verb without a subject is its subject.
  void give_subject_to_clause(uint32_t token) {
    const TokenGrammar here = node(token);
    if (here.relation != "advcl" || !is_finite(here) || has_subject(token)) return;
    for (const uint32_t subject : children_of(token)) {
      if (subject > token || node(subject).relation != "obl" || !is_nominal(node(subject).upos)) continue;
      for (const uint32_t opener : children_of(subject)) {
        if (opener > subject || node(opener).relation != "case") continue;
        if (!subordinators().contains(tokens_[opener].lower)) break;
        hang(opener, token, "mark");
        hang(subject, token, "nsubj");
        return;
      }
    }
  }

  /// "her record, which she set in October": a clause that opens with a relative pronoun tells of the noun before it.
  void hang_relative_clause(uint32_t token) {
    const TokenGrammar here = node(token);
    if ((here.relation != "parataxis" && here.relation != "advcl") || here.head > token) return;
    const uint32_t pronoun = leftmost(token);
    const std::string_view tag = node(pronoun).xpos;
    if ((tag != "WDT" && tag != "WP") || node(pronoun).head != token || pronoun < sentence_.first + 2) return;
    const bool comma = is_comma(pronoun - 1);
    if (here.relation == "advcl" && !comma) return;  // "so … that", "how … that"
    uint32_t noun = pronoun - (comma ? 2 : 1);
    while (node(noun).relation == "flat" || node(noun).relation == "compound" || node(noun).relation == "nummod" ||
           node(noun).upos == Upos::kNum) {
      if (node(noun).head >= token) return;
      noun = node(noun).head;
    }
    if (node(noun).upos == Upos::kNoun || node(noun).upos == Upos::kPropn) hang(token, noun, "acl:relcl");
  }

  /// "12,500 residents, two thirds of them women": a noun behind a comma is no modifier without a preposition.
  void part_behind_comma(uint32_t token) {
    const TokenGrammar here = node(token);
    if (here.relation != "nmod" || here.head == kNoHead || here.head > token || !is_nominal(here.upos)) return;
    if (has_child(token, "case")) return;
    const uint32_t first = leftmost(token);
    if (first > here.head && first > sentence_.first && is_comma(first - 1)) node(token).relation = "parataxis";
  }

  /// "The blast killed 12 and wounded 30": a verb with an object of its own goes on from the verb, not from its object.
  void join_verb(uint32_t token) {
    const TokenGrammar here = node(token);
    if (here.upos != Upos::kVerb || here.relation != "conj" || here.head > token) return;
    const TokenGrammar& beside = node(here.head);
    const bool is_object = beside.relation == "obj" || beside.relation.substr(0, 3) == "obl";
    if (!is_nominal(beside.upos) || !is_object || node(beside.head).upos != Upos::kVerb || beside.head > here.head)
      return;
    if (has_child(token, "obj") && !has_child(token, "det")) hang(token, beside.head, "conj");
  }

  /// "Inflation, now 2.1%, may reach 3%": nobody speaks to inflation. What stands between the commas renames it.
  void give_subject_between_commas(uint32_t token) {
    const TokenGrammar here = node(token);
    if (here.relation != "vocative" || here.head == kNoHead || here.head < token || !is_comma(token + 1)) return;
    for (const uint32_t subject : children_of(here.head)) {
      if (subject < token || subject > here.head || !is_subject(node(subject).relation)) continue;
      if (!is_comma(subject + 1) || node(subject).upos == Upos::kPron) continue;
      const std::string_view relation = node(subject).relation;
      hang(subject, token, "appos");
      hang(token, here.head, relation);
      for (const uint32_t beside : children_of(here.head))  // "now"
        if (beside > token && beside < subject) hang(beside, subject, node(beside).relation);
      return;
    }
  }

  /// "A crowd of 3,000 cheered", "Some 60 of the staff, among them 12 nurses, fell ill": where a noun would be all the
  /// sentence says, a verb that hangs on it without a subject of its own says something of it.
  void raise_predicate(uint32_t token) {
    const TokenGrammar noun = node(token);
    if (noun.head != kNoHead || !is_nominal(noun.upos) || has_subject(token) || has_child(token, "cop")) return;
    const std::vector<uint32_t> below = children_of(token);
    for (const uint32_t verb : below) {
      const TokenGrammar here = node(verb);
      const bool cannot_be_noun = here.upos == Upos::kVerb && is_nominal_relation(here.relation) &&
                                  here.xpos != "VBG" && tokens_[verb].shape == Shape::kLower;
      const bool says = is_finite(here) && (here.relation == "parataxis" || here.relation == "conj") &&
                        verb > sentence_.first && !has_child(verb, "cc");
      if (verb < token || !(cannot_be_noun || says)) continue;
      if (has_subject(verb) || has_child(verb, "mark") || has_child(verb, "det")) continue;
      raise(verb, token, below);
      return;
    }
  }

  void raise(uint32_t verb, uint32_t noun, const std::vector<uint32_t>& below_noun) {
    const std::vector<uint32_t> below = children_of(verb);
    hang(verb, kNoHead, "root");
    hang(noun, verb, "nsubj");
    for (const uint32_t child : below_noun)
      if (child > verb) hang(child, verb, node(child).relation);
    uint32_t counted = kNoHead;  // "of | 3,000": the number that was taken for a modifier of the verb
    for (const uint32_t child : below)
      if (child < verb && node(child).relation == "nummod") counted = child;
    if (counted == kNoHead) return;
    hang(counted, noun, "nmod");
    for (const uint32_t child : below)
      if (child < counted) hang(child, counted, node(child).relation);
  }

  const std::vector<Token>& tokens_;
  IndexRange sentence_;
  std::vector<TokenGrammar>& nodes_;
};

}  // namespace

void mend_tree(const std::vector<Token>& tokens, IndexRange sentence, std::vector<TokenGrammar>& nodes) {
  TreeMender(tokens, sentence, nodes).mend();
}

}  // namespace dateline
