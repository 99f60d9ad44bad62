// Titles are shortened from behind, a phrase that may be left out at a time; what a verb needs stays.
#include "event/titles.h"

#include <algorithm>

#include "event/event_words.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 13;
constexpr int kMostMentions = 20;            // before a pronoun, among which the name must be
constexpr uint32_t kMostWordsOfSaying = 16;  // what is said has a clause of its own

/// What a title is made of: the tokens of a clause, each kept or not.
class TitleMaker {
 public:
  TitleMaker(const Document& document, const DependencyTree& tree, const Anchored& event, const Clause& clause,
             const std::vector<Timex>& times, const EntityAnalysis& entities)
      : document_(document),
        tree_(tree),
        event_(event),
        clause_(clause),
        times_(times),
        entities_(entities),
        words_(event_words()),
        kept_(tree.tokens().size(), false) {}

  std::string run() {
    for (const uint32_t token : clause_.tokens) keep(token) = true;
    drop_range();
    drop_date(event_.time);
    drop_date(event_.until);
    drop_other_dates();
    drop_brackets();
    drop_small_words();
    drop_repetition();
    drop_comma_of_verb();
    trim();
    if (kept_words() > most_words()) drop_offices();
    shorten();
    trim();
    return text();
  }

 private:
  std::vector<bool>::reference keep(uint32_t token) { return kept_[token - tree_.tokens().first]; }
  bool is_kept(uint32_t token) const { return tree_.tokens().contains(token) && kept_[token - tree_.tokens().first]; }
  void drop(uint32_t token) {
    if (token != clause_.core) keep(token) = false;
  }
  void drop(IndexRange tokens) {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) drop(i);
  }
  /// Empty outside the sentence.
  std::string_view lower(uint32_t token) const {
    return tree_.tokens().contains(token) ? document_.lower(token) : std::string_view();
  }
  bool is_upos(uint32_t token, Upos upos) const { return document_.grammar(token).upos == upos; }

  uint32_t most_words() const { return event_.trigger.kind == TriggerKind::kSaying ? kMostWordsOfSaying : kMostWords; }

  uint32_t kept_words() const { return kept_words(tree_.tokens()); }
  uint32_t kept_words(IndexRange tokens) const {
    uint32_t count = 0;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      count += is_kept(i) && !document_.token(i).is_punctuation() && document_.token(i).space_before;
    }
    return count;
  }

  bool is_in_sentence(uint32_t time) const { return time != kNoTime && tree_.tokens().contains(times_[time].tokens); }

  /// "between May and June": with the word between the two dates.
  void drop_range() {
    if (!is_in_sentence(event_.until)) return;
    drop({times_[event_.time].tokens.last, times_[event_.until].tokens.first});
  }

  /// A date goes with the words that only lead to it: "in", "early in", "the" before one that describes.
  void drop_date(uint32_t time) {
    if (!is_in_sentence(time)) return;
    const IndexRange date = times_[time].tokens;
    const uint32_t begin = tree_.tokens().first;
    if (date.first > begin && words_.is(lower(date.first - 1), Quality::kBounds)) return;  // "by May"
    const bool possessive = lower(date.last) == "'s" || lower(date.last) == "'";
    if (event_.precision == Precision::kQuarter && !possessive && describes(date)) return;    // "third-quarter sales"
    if (clause_.subject != kNoHead && date.contains(clause_.subject) && !possessive) return;  // "Sunday was chosen"
    if (possessive) drop(date.last);
    drop(date);
    if (ends_period(date)) drop(date.first - 1);
    for (uint32_t i = date.first; i-- > begin && tree_.head(i) != kNoHead && date.contains(tree_.head(i));) {
      if (is_upos(i, Upos::kAdp) || is_upos(i, Upos::kPunct) || is_upos(i, Upos::kSconj)) break;
      drop(i);
    }
    if (possessive || describes(date)) return;
    drop_joined_words(date);
    uint32_t first = date.first;
    // "in", "on", "about": one word, or two where the nearer one only says how exactly; "took over in" keeps "over".
    for (int k = 0; k < 2 && first > begin && is_date_opener(first - 1); ++k) {
      --first;
      drop(first);
      if (!words_.is(lower(first), Quality::kMeasuresDate)) break;
    }
    drop_joined_dates(time);
    if (lower(date.last) == "," && (first == begin || !is_kept(first - 1) || lower(first - 1) == ",")) {
      drop(date.last);
      if (first > begin && lower(first - 1) == ",") drop(first - 1);
    }
  }

  /// "the quarter | ended | June 30"
  bool ends_period(IndexRange date) const {
    return tree_.tokens().contains(date.first - 2) && document_.grammar(date.first - 1).lemma == "end" &&
           words_.is(lower(date.first - 2), Quality::kPeriod);
  }

  /// "began in May | and the mayor", "over the week | or so": what the tree joins to a date.
  void drop_joined_words(IndexRange date) {
    for (uint32_t i = date.first; i < date.last; ++i) {
      for (uint32_t child = tree_.first_dependent(i); child != kNoHead; child = tree_.next_dependent(child)) {
        const bool behind = child >= date.last && child > clause_.core;
        if (behind && tree_.is(child, "conj") && !has_verb_below(child)) drop_below(child);
      }
    }
    if (lower(date.last) == "or" && lower(date.last + 1) == "so") drop({date.last, date.last + 2});
  }

  bool has_verb_below(uint32_t top) const {
    const IndexRange extent = tree_.extent(top);
    for (uint32_t i = extent.first; i < extent.last; ++i) {
      if (is_upos(i, Upos::kVerb) && tree_.is_within(i, top)) return true;
    }
    return false;
  }

  void drop_below(uint32_t top) {
    const IndexRange extent = tree_.extent(top);
    for (uint32_t i = extent.first; i < extent.last; ++i) {
      if (tree_.is_within(i, top)) drop(i);
    }
  }

  /// "the May election": the date stands before what it describes.
  bool describes(IndexRange date) const {
    if (!tree_.tokens().contains(date.last) || document_.token(date.last).is_punctuation()) return false;
    for (uint32_t i = date.first; i < date.last; ++i) {
      const uint32_t head = tree_.head(i);
      if (head != kNoHead && head >= date.last && (is_upos(head, Upos::kNoun) || is_upos(head, Upos::kPropn)))
        return !is_date_opener(date.first - 1) || tree_.head(date.first - 1) == head;
    }
    return false;
  }

  void drop_joined_dates(uint32_t time) {
    const IndexRange date = times_[time].tokens;
    // "in 1997 and 1998": the other date goes too.
    for (uint32_t t = time > 0 ? time - 1 : 0; t < std::min<size_t>(time + 2, times_.size()); ++t) {
      const IndexRange other = times_[t].tokens;
      if (!tree_.tokens().contains(other)) continue;
      const bool is_before = other.last + 1 == date.first, is_behind = date.last + 1 == other.first;
      const uint32_t link = is_before ? other.last : date.last;
      if ((!is_before && !is_behind) || (lower(link) != "and" && lower(link) != "or")) continue;
      drop({std::min(other.first, link), std::max(other.last, link + 1)});
      if (is_before && is_date_opener(other.first - 1)) drop(other.first - 1);
    }
    // "in the quarter ended July 31"
    const uint32_t next = time + 1;
    const bool ends = next < times_.size() && times_[next].tokens.first == date.last + 1 && is_in_sentence(next) &&
                      (lower(date.last) == "ended" || lower(date.last) == "ending");
    if (ends) drop({date.last, times_[next].tokens.last});
  }

  bool is_date_opener(uint32_t token) const {
    return tree_.tokens().contains(token) && token != clause_.core && words_.is(lower(token), Quality::kBeforeDate) &&
           !tree_.is(token, "compound");
  }

  /// Times of day that only repeat when it was.
  void drop_other_dates() {
    if (event_.time == kNoTime) return;
    uint32_t t = event_.time;
    while (t > 0 && is_in_sentence(t - 1)) --t;
    for (; t < times_.size() && is_in_sentence(t); ++t) {
      if (t != event_.time && times_[t].type == TimexType::kTime) drop_date(t);
    }
  }

  void drop_brackets() {
    uint32_t open = kNoHead;
    for (uint32_t i = tree_.tokens().first; i < tree_.tokens().last; ++i) {
      if (lower(i) == "(" || lower(i) == "[") open = std::min(open, i);
      if ((lower(i) != ")" && lower(i) != "]") || open == kNoHead) continue;
      if (clause_.core < open || clause_.core > i) drop({open, i + 1});
      open = kNoHead;
    }
  }

  void drop_small_words() {
    for (const uint32_t token : clause_.tokens) {
      if (words_.is(lower(token), Quality::kDrops)) drop(token);
      const bool apostrophe = lower(token) == "'" && document_.grammar(token).xpos != "POS";
      if (is_quote_mark(lower(token)) || apostrophe) drop(token);
    }
  }

  /// "the start of the offensive began": a verb of beginning or ending needs no noun of it as subject.
  void drop_repetition() {
    const uint32_t subject = clause_.subject;
    if (subject == kNoHead || !words_.is(document_.grammar(clause_.core).lemma, Quality::kPhase) ||
        !words_.is(lower(subject), Quality::kPhase)) {
      return;
    }
    for (uint32_t i = subject + 1; i < tree_.tokens().last && is_kept(i); ++i) {
      if (lower(i) != "of") continue;
      drop({tree_.extent(subject).first, i + 1});
      return;
    }
  }

  /// "German Chancellor Angela Merkel raised …": a long title names persons without what they are.
  void drop_offices() {
    const IndexRange all = tree_.tokens();
    auto mention = std::lower_bound(entities_.mentions.begin(), entities_.mentions.end(), all.first,
                                    [](const Mention& a, uint32_t token) { return a.tokens.first < token; });
    for (; mention != entities_.mentions.end() && mention->tokens.first < all.last; ++mention) {
      if (mention->kind != MentionKind::kName || mention->entity == kNoEntity) continue;
      if (entities_.entities[mention->entity].type != EntityType::kPerson) continue;
      uint32_t first = mention->tokens.first;
      while (is_kept(first - 1) && is_office_word(first - 1)) --first;
      while (first < mention->tokens.first && (is_upos(first, Upos::kAdp) || is_upos(first, Upos::kPart))) ++first;
      for (auto before = mention; before != entities_.mentions.begin();) {  // "United States Secretary": the whole name
        --before;
        if (before->tokens.last <= first || before->tokens.first < all.first) break;
        if (before->kind == MentionKind::kName) first = std::min(first, before->tokens.first);
      }
      const bool opens = first < mention->tokens.first && !is_upos(first, Upos::kAdp);
      if (opens) drop({first, mention->tokens.first});
    }
  }

  bool is_office_word(uint32_t token) const {
    switch (document_.grammar(token).upos) {
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kAdj:
      case Upos::kDet:
        return true;
      case Upos::kPron:
        return tree_.is(token, "nmod");  // "her"
      default:
        return lower(token) == "of" || lower(token) == "for" || lower(token) == "'s" || lower(token) == "-";
    }
  }

  /// Leaves out the last phrase that may go until few enough words are left: the shortest that is long enough, else the
  /// longest.
  void shorten() {
    while (kept_words() > most_words()) {
      const uint32_t last = last_kept();
      const IndexRange tail = best_tail(last);
      if (tail.empty()) return;
      drop(tail);
    }
  }

  /// The last word that is kept, before the attribution.
  uint32_t last_kept() const {
    uint32_t last = std::min(tree_.tokens().last, clause_.attribution);
    while (last-- > tree_.tokens().first) {
      if (is_kept(last) && !document_.token(last).is_punctuation()) return last;
    }
    return tree_.tokens().first;
  }

  IndexRange best_tail(uint32_t last) const {
    IndexRange best{0, 0};
    uint32_t best_left = 0;
    const uint32_t all = kept_words();
    // Every phrase that the last word closes hangs above it.
    for (uint32_t head = last; head != kNoHead && head != clause_.core; head = tree_.head(head)) {
      if (!may_go(head) || tree_.is_within(clause_.core, head)) continue;
      const uint32_t first = first_kept_of(head);
      if (first <= clause_.core || !is_whole({first, last + 1}, head)) continue;
      const IndexRange tail{first, last + 1};
      const uint32_t left = all - kept_words(tail);
      const bool fits = left <= most_words(), fitted = !best.empty() && best_left <= most_words();
      const bool better = best.empty() || (fits ? !fitted || left > best_left : !fitted && left < best_left);
      if (!better) continue;
      best = tail;
      best_left = left;
    }
    return best;
  }

  bool may_go(uint32_t token) const {
    if (tree_.is(token, "nmod")) return document_.grammar(token).relation != "nmod:poss";
    for (const std::string_view relation : {"obl", "acl", "advcl", "conj", "advmod", "appos", "parataxis"}) {
      if (tree_.is(token, relation)) return true;
    }
    return false;
  }

  uint32_t first_kept_of(uint32_t head) const {
    uint32_t first = tree_.extent(head).first;
    while (!is_kept(first)) ++first;
    return first;
  }

  /// Whether all words kept in a range lie below one word.
  bool is_whole(IndexRange tokens, uint32_t head) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (is_kept(i) && !document_.token(i).is_punctuation() && !tree_.is_within(i, head)) return false;
    }
    return true;
  }

  /// "Jane Roe of Hallin, resigned": a lone mark between the subject and its verb.
  void drop_comma_of_verb() {
    uint32_t before = kNoHead, commas = 0;
    for (const uint32_t token : clause_.tokens) {
      if (!is_kept(token)) continue;
      commas += lower(token) == "," ? 1 : 0;
      const bool verb = token == clause_.core || (tree_.head(token) == clause_.core && is_upos(token, Upos::kAux));
      if (verb && commas == 1 && before != kNoHead && lower(before) == ",") drop(before);
      before = token;
    }
  }

  /// Leading connectives, articles and marks; trailing marks, prepositions, conjunctions, articles and auxiliaries.
  void trim() {
    for (const uint32_t token : clause_.tokens) {
      if (!is_kept(token)) continue;
      const Upos upos = document_.grammar(token).upos;
      const bool article = lower(token) == "the" || lower(token) == "a" || lower(token) == "an";
      const bool case_of_subject = tree_.is(token, "case") && tree_.head(token) == clause_.subject;
      const bool opener = article || case_of_subject || upos == Upos::kCconj || upos == Upos::kSconj ||
                          document_.token(token).is_punctuation();
      if (!opener || token == clause_.core) break;
      drop(token);
    }
    for (size_t k = clause_.tokens.size(); k-- > 0;) {
      const uint32_t token = clause_.tokens[k];
      if (!is_kept(token)) continue;
      if (token == clause_.core || !is_dangling(token)) break;
      drop(token);
    }
  }

  bool is_dangling(uint32_t token) const {
    if (document_.token(token).is_punctuation()) return document_.grammar(token).upos != Upos::kSym;
    if (tree_.is(token, "compound:prt")) return false;
    if (tree_.is(token, "acl") && document_.grammar(token).xpos == "VBN") return true;  // "a bill sent"
    const std::string_view tag = document_.grammar(token).xpos;
    if ((tag == "VBN" || tag == "VBG") && token > tree_.tokens().first && lower(token - 1) == ",")
      return true;  // ", hurt"
    if (is_upos(token, Upos::kSconj)) return true;
    switch (document_.grammar(token).upos) {
      case Upos::kAdp:
      case Upos::kCconj:
      case Upos::kDet:
      case Upos::kPart:
        return lower(token) != "'s" && lower(token) != "all" && lower(token) != "both" && lower(token) != "this" &&
               lower(token) != "that";
      default:
        return false;
    }
  }

  /// The subject's own word, or the name of whom "he" or "she" means where that person was the last one named.
  std::string name_of_subject() const {
    const uint32_t subject = clause_.subject;
    const std::string word(document_.surface(subject));
    if (lower(subject) != "he" && lower(subject) != "she") return word;
    auto mention = std::lower_bound(entities_.mentions.begin(), entities_.mentions.end(), subject,
                                    [](const Mention& a, uint32_t token) { return a.tokens.first < token; });
    if (mention == entities_.mentions.end() || mention->tokens.first != subject) return word;
    const uint32_t entity = mention->entity;
    if (entity == kNoEntity || entities_.entities[entity].type != EntityType::kPerson) return word;
    for (int k = 0; k < kMostMentions && mention != entities_.mentions.begin(); ++k) {
      --mention;
      if (mention->kind != MentionKind::kName || mention->entity == kNoEntity) continue;
      if (mention->entity == entity) return entities_.entities[entity].name;
      if (entities_.entities[mention->entity].type == EntityType::kPerson) return word;
    }
    return word;
  }

  std::string text() const {
    std::string out;
    uint32_t before = kNoHead;
    for (const uint32_t token : clause_.tokens) {
      if (!is_kept(token)) continue;
      if (token == clause_.attribution && !out.empty() && out.back() != ',') out += ',';
      const bool apart = before == kNoHead || token != before + 1 || document_.token(token).space_before;
      const bool mark = document_.token(token).is_punctuation() && !document_.token(token).space_before;
      if (!out.empty() && apart && !mark) out += ' ';
      out += token == clause_.subject ? name_of_subject() : std::string(document_.surface(token));
      before = token;
    }
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out.empty() ? std::string(document_.surface(event_.trigger.token)) : out;
  }

  const Document& document_;
  const DependencyTree& tree_;
  const Anchored& event_;
  const Clause& clause_;
  const std::vector<Timex>& times_;
  const EntityAnalysis& entities_;
  const EventWords& words_;
  std::vector<bool> kept_;
};

}  // namespace

std::string title_of(const Document& document, const DependencyTree& tree, const Anchored& event, const Clause& clause,
                     const std::vector<Timex>& times, const EntityAnalysis& entities) {
  return TitleMaker(document, tree, event, clause, times, entities).run();
}

}  // namespace dateline
