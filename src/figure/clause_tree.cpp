#include "figure/clause_tree.h"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

constexpr size_t kMostChildren = 64;  // looked at of one word

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

bool is_subject_relation(std::string_view relation) {
  return relation.substr(0, 5) == "nsubj" || relation == "csubj";
}

}  // namespace

/// Changes heads one by one.
class TreeMender {
 public:
  TreeMender(const Document& document, ClauseTree& tree)
      : document_(document), tree_(tree), sentence_(tree.sentence_), noted_(sentence_.size()) {
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i)
      if (node(i).head != kNoHead) note(i, node(i).head);
  }

  void mend() {
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      give_subject_between_commas(i);
      raise_predicate(i);
      join_verb(i);
      hang_beside_time(i);
      part_behind_comma(i);
    }
  }

 private:
  TokenGrammar& node(uint32_t token) { return tree_.nodes_[token - sentence_.first]; }
  void note(uint32_t token, uint32_t head) {
    std::vector<uint32_t>& below = noted_[head - sentence_.first];
    if (below.size() < kMostChildren) below.push_back(token);
  }
  /// What hangs on a token now, in the order in which it came there.
  std::vector<uint32_t> children_of(uint32_t token) {
    std::vector<uint32_t> below = noted_[token - sentence_.first];
    below.erase(std::remove_if(below.begin(), below.end(), [&](uint32_t child) { return node(child).head != token; }),
                below.end());
    return below;
  }
  bool is_comma(uint32_t token) const { return sentence_.contains(token) && document_.lower(token) == ","; }

  template <typename Test>
  bool any_child(uint32_t token, Test test) {
    const std::vector<uint32_t> below = children_of(token);
    return std::any_of(below.begin(), below.end(), [&](uint32_t child) { return test(node(child).relation); });
  }
  bool has_child(uint32_t token, std::string_view relation) {
    return any_child(token, [&](std::string_view found) { return found == relation; });
  }
  bool has_subject(uint32_t token) { return any_child(token, is_subject_relation); }

  /// The first token of what hangs on a token, marks left out; looked at down to a few levels.
  uint32_t leftmost(uint32_t token) {
    constexpr int kMostLevels = 6;
    uint32_t first = token;
    for (int level = 0; level < kMostLevels; ++level) {
      uint32_t next = first;
      for (const uint32_t child : children_of(first))
        if (child < next && node(child).relation != "punct") next = child;
      if (next == first) break;
      first = next;
    }
    return first;
  }

  void hang(uint32_t token, uint32_t head, std::string_view relation) {
    node(token).head = head;
    node(token).relation = relation;
    if (head != kNoHead) note(token, head);
  }

  /// "rose 3-4% last spring": an amount before a time is no part of the time; both say something of the verb.
  void hang_beside_time(uint32_t token) {
    const TokenGrammar here = node(token);
    if (!is_nominal(here.upos) || !is_nominal_relation(here.relation) || tree_.is_time(token)) return;
    if (here.head == kNoHead || here.head < token) return;
    uint32_t time = here.head;
    if (node(time).relation == "amod") time = node(time).head;
    const bool beside = here.relation == "obl:unmarked" && node(time).relation == "obl:unmarked";
    if (time == kNoHead || !(beside || tree_.is_time(time))) return;
    if (const uint32_t verb = node(time).head; verb != kNoHead && verb < token) hang(token, verb, "obl:unmarked");
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
      if (subject < token || subject > here.head || !is_subject_relation(node(subject).relation)) continue;
      if (!is_comma(subject + 1)) continue;
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
      const bool cannot_be_noun = here.upos == Upos::kVerb && is_nominal_relation(here.relation) && here.xpos != "VBG";
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

  const Document& document_;
  ClauseTree& tree_;
  IndexRange sentence_;
  std::vector<std::vector<uint32_t>> noted_;  // by token: what hangs on it or did before it was hung elsewhere
};

namespace {

std::vector<TokenGrammar> parsed_sentence(const Document& document, IndexRange sentence) {
  std::vector<TokenGrammar> nodes;
  nodes.reserve(sentence.size());
  for (uint32_t i = sentence.first; i < sentence.last; ++i) nodes.push_back(document.grammar(i));
  return nodes;
}

}  // namespace

ClauseTree::ClauseTree(const Document& document, IndexRange sentence, const std::vector<Timex>& times)
    : ClauseTree(document, sentence, times, parsed_sentence(document, sentence)) {}

ClauseTree::ClauseTree(const Document& document, IndexRange sentence, const std::vector<Timex>& times,
                       std::vector<TokenGrammar> parsed)
    : sentence_(sentence), nodes_(std::move(parsed)), in_time_(sentence.size()) {
  auto time = std::upper_bound(times.begin(), times.end(), sentence.first,
                               [](uint32_t at, const Timex& row) { return at < row.tokens.last; });
  for (; time != times.end() && time->tokens.first < sentence.last; ++time)
    for (uint32_t i = time->tokens.first; i < std::min(time->tokens.last, sentence.last); ++i)
      if (i >= sentence.first) in_time_[i - sentence.first] = true;
  TreeMender(document, *this).mend();
}

}  // namespace dateline
