// The figure's noun is looked up in the tree, and from it the clause it stands in: the nearest verb (or what a form of
// "be" makes a predicate) above it. Where the noun is the subject, the words behind it tell what is counted ("people
// have been | killed"); else subject and verb stand before an ellipsis in the figure's place, and what follows it
// behind. Clauses beside or below, relative clauses and the figure's date are left out.
#include "figure/what_counted.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kWindow = 32;  // tokens looked at on either side
constexpr uint32_t kMostWords = 16;
constexpr uint32_t kMostBehind = 10;  // behind an ellipsis
constexpr uint32_t kMostLeading = 4;  // between a subject and the verb that has the figure: "has plans to"
constexpr int kMostSteps = 12;        // up the tree

struct ClauseLexicons {
  Lexicon auxiliaries{"data/figure/auxiliaries.txt"};
  Lexicon partitive_prepositions{"data/figure/partitive_prepositions.txt"};
  Lexicon temporal_prepositions{"data/figure/temporal_prepositions.txt"};
};

const ClauseLexicons& lexicons() {
  static const ClauseLexicons instance;
  return instance;
}

bool is_subject(std::string_view relation) {
  return relation.substr(0, 5) == "nsubj" || relation == "csubj";
}

/// Edges that lead from one clause to another.
bool opens_clause(std::string_view relation) {
  return relation == "ccomp" || relation.substr(0, 5) == "advcl" || relation.substr(0, 3) == "acl" ||
         relation == "parataxis" || relation == "csubj" || relation == "root" || relation.empty();
}

/// Relations of a word that only modifies the noun it hangs on.
bool modifies(std::string_view relation) {
  return relation == "compound" || relation == "nummod" || relation == "amod" || relation == "nmod:poss" ||
         relation == "flat" || relation == "det" || relation == "punct";
}

class Clause {
 public:
  Clause(const Document& document, IndexRange figure, bool is_share, const std::vector<Timex>& times)
      : document_(document), figure_(figure), is_share_(is_share), times_(times) {
    sentence_ = document.sentence(document.sentence_of(figure.first)).tokens;
    first_ = figure.first > sentence_.first + kWindow ? figure.first - kWindow : sentence_.first;
    last_ = std::min(sentence_.last, figure.last + kWindow);
    find_dated();
  }

  std::string what() {
    find_noun();
    if (noun_ == kNoHead) return {};
    if (const IndexRange own = own_clause(); !own.empty()) return text(trimmed(own));
    const TokenGrammar& here = grammar(noun_);
    if (here.relation == "appos" && here.head != kNoHead && here.head < figure_.first &&
        document_.token(here.head).is_word())
      return text(trimmed(phrase_of(here.head)));
    find_predicate();
    const bool is_the_subject = is_subject(relation_) && below_ == subject_head();
    std::string out;
    if (is_the_subject && predicate_ >= figure_.last) {
      out = text(trimmed(words_behind_subject()));
      const std::string whole = text(whole_in_front());
      if (!out.empty() && !whole.empty()) out = whole + " … " + out;
    }
    if (out.empty()) out = words_around();
    return out.empty() && !figure_.contains(predicate_) ? words_beside() : out;
  }

 private:
  const TokenGrammar& grammar(uint32_t token) const { return document_.grammar(token); }
  Upos upos(uint32_t token) const { return document_.grammar(token).upos; }

  /// The figure's word that hangs on something outside it; then the noun that this only modifies ("a £5,000 | prize").
  void find_noun() {
    for (uint32_t i = figure_.first; i < figure_.last; ++i) {
      const TokenGrammar& here = grammar(i);
      if (here.relation.empty()) continue;
      if (here.head == kNoHead || !figure_.contains(here.head)) {
        if (noun_ == kNoHead || here.relation != "punct") noun_ = i;
      }
    }
    for (int step = 0; step < kMostSteps && noun_ != kNoHead; ++step) {
      const TokenGrammar& here = grammar(noun_);
      if (!modifies(here.relation) || here.head == kNoHead) break;
      noun_ = here.head;
    }
  }

  /// "250,000 people | killed in the war", "a convoy of 25 lorries | carrying flour": a participle of the figure's own.
  IndexRange own_clause() const {
    if (noun_ >= figure_.last) return {};
    for (uint32_t i = figure_.last; i < std::min(last_, figure_.last + 2); ++i) {
      const TokenGrammar& here = grammar(i);
      if (here.head != noun_ || here.relation != "acl" || (here.xpos != "VBN" && here.xpos != "VBG")) continue;
      return {i, end_of(i)};
    }
    return {};
  }

  /// One past the last word of a token's subtree, inner clauses behind it and its date left out.
  uint32_t end_of(uint32_t top) const {
    uint32_t last = top + 1;
    while (last < last_ && belongs(last, top)) ++last;
    return last;
  }

  /// The noun, or the one with which it is joined: "one woman and | three children | escaped".
  uint32_t subject_head() const { return beside_ != kNoHead ? beside_ : noun_; }

  /// The first token of a noun's phrase, what stands behind a comma left out.
  uint32_t start_of(uint32_t noun) const {
    uint32_t first = noun;
    while (first > first_ && !is_stop(first - 1) && belongs(first - 1, noun)) --first;
    return first;
  }

  /// A noun with what stands before it and the rest of a name: "Tom | Brandt".
  IndexRange phrase_of(uint32_t noun) const {
    uint32_t last = noun + 1;
    while (last < figure_.first && grammar(last).relation == "flat" && grammar(last).head == noun) ++last;
    return {start_of(noun), last};
  }

  void find_predicate() {
    predicate_ = noun_;
    below_ = noun_;
    for (int step = 0; step < kMostSteps; ++step) {
      const TokenGrammar& here = grammar(predicate_);
      const bool says = predicate_ != noun_ && (here.upos == Upos::kVerb || here.upos == Upos::kAdj);
      if (here.head == kNoHead || opens_clause(here.relation) || (says && here.relation != "xcomp")) break;
      if (noun_ < figure_.last && noun_ >= figure_.first && here.upos == Upos::kVerb) break;  // "seven injured"
      const bool beside = here.relation == "conj" || here.relation == "appos";
      if (beside && predicate_ == noun_) {
        beside_ = here.head;
      } else {
        below_ = predicate_;
        relation_ = here.relation;
      }
      predicate_ = here.head;
      if (is_subject(relation_)) break;
    }
  }

  bool is_time(uint32_t token) const {
    const auto row = std::upper_bound(times_.begin(), times_.end(), token,
                                      [](uint32_t at, const Timex& time) { return at < time.tokens.last; });
    return row != times_.end() && row->tokens.contains(token);
  }

  /// Whether a phrase on the verb or the noun is or holds a date, or says since when: "since the start of the offensive
  /// in March".
  bool says_when(uint32_t top) const { return top >= first_ && top < last_ && dated_[top - first_]; }

  /// Marks each word of the window that has a date or a temporal preposition below it.
  void find_dated() {
    dated_.assign(last_ - first_, false);
    for (uint32_t i = first_; i < last_; ++i) {
      if (grammar(i).relation == "case" && lexicons().temporal_prepositions.contains(document_.lower(i)) &&
          grammar(i).head >= first_ && grammar(i).head < last_)
        dated_[grammar(i).head - first_] = true;
      if (!is_time(i)) continue;
      uint32_t above = i;
      for (int step = 0; step < kMostSteps && above != kNoHead; ++step, above = grammar(above).head)
        if (above >= first_ && above < last_) dated_[above - first_] = true;
    }
  }

  /// Whether a token is part of the clause of a predicate: climbing the tree from it passes no other clause.
  bool belongs(uint32_t token, uint32_t top) const {
    uint32_t above = token;
    for (int step = 0; step < kMostSteps; ++step) {
      if (above == top) return true;
      const TokenGrammar& here = grammar(above);
      if (here.head == kNoHead) return false;
      const std::string_view relation = here.relation;
      const bool no_finite_verb = here.xpos == "VB" || here.xpos == "VBG";  // "by shelling", "to close the pool"
      const bool may_belong = relation == "acl" || (relation == "advcl" && no_finite_verb);
      if ((opens_clause(relation) && !may_belong) || relation == "appos" || relation == "discourse" ||
          relation == "vocative" || (relation == "mark" && here.head == top))
        return false;
      if (above == beside_) return false;
      if (relation == "conj" && (here.head == top || here.head == noun_ || upos(above) == Upos::kVerb)) return false;
      if (relation == "cc" && grammar(here.head).relation == "conj") {
        above = here.head;
        continue;
      }
      const bool adjunct = relation.substr(0, 3) == "obl" || relation.substr(0, 4) == "nmod";
      if (adjunct && (here.head == top || here.head == noun_) && says_when(above)) return false;
      above = here.head;
    }
    return false;
  }

  bool is_stop(uint32_t token) const {
    const Token& mark = document_.token(token);
    if (!mark.is_punctuation()) return false;
    const bool joins = !mark.space_before && token + 1 < sentence_.last && !document_.token(token + 1).space_before;
    return !joins;
  }

  bool is_weak(uint32_t token) const {
    switch (upos(token)) {
      case Upos::kAdp:
      case Upos::kDet:
      case Upos::kCconj:
      case Upos::kSconj:
      case Upos::kPart:
      case Upos::kPunct:
        return true;
      default:
        return document_.token(token).is_punctuation() || is_time(token) ||
               (document_.token(token).shape == Shape::kSymbol && document_.lower(token) != "%");
    }
  }

  bool opens_weakly(uint32_t token) const {
    const std::string_view tag = grammar(token).xpos;
    return document_.token(token).is_punctuation() || upos(token) == Upos::kCconj || upos(token) == Upos::kSconj ||
           tag == "WDT" || tag == "WP";
  }

  IndexRange trimmed(IndexRange range) const {
    while (!range.empty() && is_weak(range.last - 1) && grammar(range.last - 1).relation != "compound:prt")
      --range.last;
    while (!range.empty() && opens_weakly(range.first)) ++range.first;
    return range;
  }

  /// From the figure to the end of its clause, without the auxiliaries at the beginning.
  IndexRange words_behind_subject() const {
    uint32_t first = figure_.last;
    for (uint32_t i = first; i < predicate_; ++i)
      if (grammar(i).relation == "conj" && grammar(i).head == noun_) first = i + 1;
    if (is_share_ && first < last_ && document_.lower(first) == "of") ++first;
    while (first < predicate_ && lexicons().auxiliaries.contains(document_.lower(first))) ++first;
    uint32_t last = first;
    while (last < last_ && last - first < kMostWords && (last <= predicate_ || belongs(last, predicate_))) ++last;
    return {first, last};
  }

  /// Subject and verb, an ellipsis where the figure stands, and what follows it.
  std::string words_around() const {
    uint32_t last = figure_.first;
    if (beside_ != kNoHead && beside_ < last) last = start_of_number(beside_);
    uint32_t first = last;
    while (first > first_ && last - first < kMostWords && in_clause(first - 1) && !is_stop(first - 1)) --first;
    IndexRange subject = figure_.contains(predicate_) ? IndexRange{} : subject_before(first);
    if (first < last && predicate_ == noun_) subject = set_off_from(first);
    if (!subject.empty() && leads_to_predicate({subject.last, first})) first = subject.first;
    std::string out = text(trimmed({first, last}));
    if (!subject.empty() && subject.last < first) out = text(trimmed(subject)) + (out.empty() ? "" : " … " + out);
    uint32_t behind = figure_.last;
    if (is_share_ && behind < last_ && document_.lower(behind) == "of") ++behind;
    last = behind;
    while (last < last_ && in_clause(last) && !is_stop(last)) ++last;
    const IndexRange after = trimmed({behind, last});
    if (after.empty() || after.size() > kMostBehind) return out;
    return out.empty() ? text(after) : out + " … " + text(after);
  }

  /// What a phrase without a verb is set off from: "Some 60 | …, among them | 12 nurses".
  IndexRange set_off_from(uint32_t limit) const {
    const TokenGrammar& here = grammar(noun_);
    if (here.relation != "parataxis" || here.head == kNoHead || here.head < first_ || here.head >= limit) return {};
    for (uint32_t i = limit; i < figure_.first; ++i)
      if (grammar(i).head == noun_ && is_subject(grammar(i).relation)) return {};
    return upos(here.head) == Upos::kVerb ? IndexRange{} : phrase_of(here.head);
  }

  /// "Of every 100 bulbs" before "three fail": what the figure is a part of, where the clause begins with it.
  IndexRange whole_in_front() const {
    for (uint32_t i = first_; i < figure_.first; ++i) {
      if (grammar(i).relation != "case" || !lexicons().partitive_prepositions.contains(document_.lower(i))) continue;
      const uint32_t whole = grammar(i).head;
      const bool is_noun = upos(whole) == Upos::kNoun || upos(whole) == Upos::kPropn;
      if (is_noun && whole > i && whole < figure_.first && grammar(whole).head == predicate_) return {i, whole + 1};
    }
    return {};
  }

  /// Where the tree does not help: the words behind the figure up to a mark, else those before the mark before it
  /// ("Net debt, | at £1.4bn, …").
  std::string words_beside() const {
    uint32_t last = figure_.last;
    while (last < last_ && last - figure_.last < kMostBehind && !is_stop(last)) ++last;
    if (const std::string behind = text(trimmed({figure_.last, last})); !behind.empty()) return behind;
    last = figure_.first;
    while (last > first_ && is_weak(last - 1)) --last;
    uint32_t first = last;
    while (first > first_ && last - first < kMostBehind && !is_stop(first - 1)) --first;
    return text(trimmed({first, last}));
  }

  /// "plans to" of "plans to | build", or nothing but marks.
  bool leads_to_predicate(IndexRange range) const {
    if (range.size() > kMostLeading) return false;
    for (uint32_t i = range.first; i < range.last; ++i) {
      uint32_t verb = predicate_;
      while (verb > i && grammar(verb).relation == "xcomp") verb = grammar(verb).head;
      const bool of_verb = grammar(i).relation == "aux" && grammar(i).head == verb;
      if (grammar(i).relation != "mark" && verb != i && !of_verb) return false;
    }
    return true;
  }

  bool in_clause(uint32_t token) const { return belongs(token, predicate_); }

  /// The first token of a counted noun's phrase, preposition and all: "at 41 dead".
  uint32_t start_of_number(uint32_t noun) const {
    uint32_t first = noun;
    for (uint32_t i = noun; i > first_; --i) {
      uint32_t above = i - 1;
      for (int step = 0; step < 3 && above != kNoHead && above != noun; ++step) above = grammar(above).head;
      if (above != noun) break;
      first = i - 1;
    }
    return first;
  }

  /// The subject where other words stand between it and the words around the figure ("The blast | killed 12 and
  /// wounded"), and what a relative clause tells of ("The company, which | employs").
  IndexRange subject_before(uint32_t limit) const {
    uint32_t verb = predicate_;
    for (int step = 0; step < 3 && verb != kNoHead; ++step) {
      for (uint32_t i = first_; i < figure_.first; ++i) {
        if (grammar(i).head != verb || !is_subject(grammar(i).relation)) continue;
        const std::string_view tag = grammar(i).xpos;
        if (tag == "WDT" || tag == "WP") break;
        return i < limit ? phrase_of(i) : IndexRange{};
      }
      const std::string_view relation = grammar(verb).relation;
      const uint32_t above = grammar(verb).head;
      const bool shares = relation == "conj" || relation == "xcomp" || relation == "advcl";  // "…, killing 12"
      if (relation.substr(0, 3) == "acl" && above != kNoHead && above >= first_ && above < limit)
        return phrase_of(above);
      if (!shares) break;
      verb = above;
    }
    return {};
  }

  /// The words as the article has them, on one line.
  std::string text(IndexRange range) const {
    if (range.empty()) return {};
    std::string out;
    bool space = false;
    for (const char c : document_.span_of(range).of(document_.text())) {
      if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
        space = !out.empty();
        continue;
      }
      if (space) out += ' ';
      space = false;
      out += c;
    }
    return out;
  }

  const Document& document_;
  IndexRange figure_, sentence_;
  uint32_t first_ = 0, last_ = 0;  // the window
  std::vector<bool> dated_;        // by token of the window
  bool is_share_;
  const std::vector<Timex>& times_;
  uint32_t noun_ = kNoHead, predicate_ = kNoHead;
  uint32_t below_ = kNoHead;   // the predicate's dependent above the noun
  uint32_t beside_ = kNoHead;  // the noun with which the figure's is joined by "and"
  std::string_view relation_;  // of `below_` to the predicate
};

}  // namespace

std::string what_is_counted(const Document& document, IndexRange tokens, bool is_share,
                            const std::vector<Timex>& times) {
  return Clause(document, tokens, is_share, times).what();
}

}  // namespace dateline
