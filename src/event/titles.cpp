// Titles: phrases begin with a preposition or a conjunction, and titles are cut only there.
#include "event/titles.h"

#include <algorithm>
#include <vector>

#include "event/clauses.h"
#include "event/event_words.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 12;
constexpr uint32_t kMostWordsOfSaying = 18;  // what is said has a clause of its own
constexpr uint32_t kLongestName = 5;         // tokens of a name in apposition

/// What a title is made of: the tokens of a clause, each kept or not.
class TitleMaker {
 public:
  TitleMaker(const Document& document, const Anchored& event, IndexRange clause, const std::vector<Timex>& times)
      : document_(document),
        event_(event),
        clause_(clause),
        times_(times),
        words_(event_words()),
        kept_(clause.size(), true) {}

  std::string run() {
    if (event_.trigger.kind == TriggerKind::kSaying) find_core();
    drop_range();
    drop_date(event_.time);
    drop_date(event_.until);
    drop_other_dates();
    drop_brackets();
    drop_small_words();
    drop_relative_pronoun();
    drop_apposition();
    drop_comma();
    cut_behind();
    trim();
    shorten();
    trim();
    return text();
  }

 private:
  /// "Dozens were killed, a witness said": the title tells what was said. Where it follows ("said that …"), the title
  /// reaches at least to its verb.
  void find_core() {
    const uint32_t said = event_.trigger.token;
    uint32_t comma = said + 1;
    while (comma < clause_.last && lower(comma) != ",") ++comma;
    uint32_t verb = first_verb_of(document_, {said + 1, comma});
    while (verb < comma && is_in_date(verb)) verb = first_verb_of(document_, {verb + 1, comma});  // "last May"
    if (verb < comma) {
      core_ = verb;
      return;
    }
    const uint32_t end = end_of_said(said);
    if (end == said) return;
    const bool quoted = (end > clause_.first && is_quote_mark(lower(end - 1))) || is_quote_mark(lower(end + 1));
    verb = first_verb_of(document_, {clause_.first, end});
    // "We need the pier" tells nothing without the one who said it.
    if (quoted && tells_of_speaker({clause_.first, end}) && kept_words(clause_.first, said + 1) < kMostWordsOfSaying) {
      return;
    }
    drop_from(end);
    clause_.last = end;
    core_ = verb == end ? clause_.first : verb;
  }

  /// The comma behind what was said, before a word of saying: that of a quotation, else the first one behind a clause
  /// and with no verb between it and that word. The word of saying itself where there is none.
  uint32_t end_of_said(uint32_t said) const {
    uint32_t found = said;
    for (uint32_t i = said; i-- > clause_.first + 1;) {
      if (lower(i) != ",") {
        if (looks_like_verb(document_, i) && found != said) break;
        continue;
      }
      if (is_quote_mark(lower(i - 1)) || is_quote_mark(lower(i + 1))) return i;
      if (first_verb_of(document_, {i + 1, said}) != said) break;
      if (first_verb_of(document_, {clause_.first, i}) != i) found = i;
    }
    return found;
  }

  bool is_in_date(uint32_t token) const { return event_.time != kNoTime && times_[event_.time].tokens.contains(token); }

  bool tells_of_speaker(IndexRange tokens) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (words_.is(lower(i), Quality::kFirstPerson)) return true;
    }
    return false;
  }

  /// "between May and June": with the word between the two dates.
  void drop_range() {
    if (event_.until == kNoTime || !clause_.contains(times_[event_.until].tokens)) return;
    for (uint32_t i = times_[event_.time].tokens.last; i < times_[event_.until].tokens.first; ++i) drop(i);
  }

  bool is_kept(uint32_t token) const { return kept_[token - clause_.first]; }
  void drop(uint32_t token) { kept_[token - clause_.first] = false; }
  void drop_from(uint32_t token) {
    for (uint32_t i = token; i < clause_.last; ++i) drop(i);
  }
  /// Empty behind the last token.
  std::string_view lower(uint32_t token) const {
    return token < document_.tokens().size() ? document_.lower(token) : std::string_view();
  }

  void drop_date(uint32_t time) {
    if (time == kNoTime || !clause_.contains(times_[time].tokens)) return;
    const IndexRange date = times_[time].tokens;
    const bool possessive = date.last < clause_.last && (lower(date.last) == "'s" || lower(date.last) == "'");
    const bool describes = date.last < clause_.last && !possessive && document_.token(date.last).is_word() &&
                           document_.token(date.last).shape == Shape::kLower && !is_link(date.last);
    if (possessive || (describes && date.first > clause_.first && lower(date.first - 1) == "the")) {
      if (possessive) drop(date.last);
      for (uint32_t i = date.first; i < date.last; ++i) drop(i);
      return;
    }
    uint32_t first = date.first;
    // "in", "on", "about": one word, or two where the nearer one only says how exactly; "took over in" keeps "over".
    for (int k = 0; k < 2 && first > clause_.first && is_date_opener(first - 1); ++k) {
      --first;
      if (!words_.is(lower(first), Quality::kMeasuresDate)) break;
    }
    for (uint32_t i = first; i < date.last; ++i) {
      if (i != core_) drop(i);
    }
    // "in 1997 and 1998": the other date goes too.
    for (uint32_t t = time > 0 ? time - 1 : 0; t < std::min<size_t>(time + 2, times_.size()); ++t) {
      const IndexRange other = times_[t].tokens;
      const bool is_before = other.last + 1 == date.first && clause_.contains(other);
      const bool is_behind = date.last + 1 == other.first && clause_.contains(other);
      const uint32_t link = is_before ? other.last : date.last;
      if ((!is_before && !is_behind) || (lower(link) != "and" && lower(link) != "or")) continue;
      for (uint32_t i = std::min(other.first, link); i < std::max(other.last, link + 1); ++i) drop(i);
      if (is_before && other.first > clause_.first && is_date_opener(other.first - 1)) drop(other.first - 1);
    }
    // "in the quarter ended July 31"
    for (uint32_t t = time + 1; t < times_.size() && times_[t].tokens.first <= date.last + 1; ++t) {
      const bool ends = times_[t].tokens.first == date.last + 1 && clause_.contains(times_[t].tokens) &&
                        (lower(date.last) == "ended" || lower(date.last) == "ending");
      for (uint32_t i = date.last; ends && i < times_[t].tokens.last; ++i) drop(i);
    }
    // ", on Friday," leaves one comma at most.
    if (date.last < clause_.last && lower(date.last) == "," && (first == clause_.first || lower(first - 1) == ",")) {
      drop(date.last);
      if (first > clause_.first) drop(first - 1);
    }
  }

  bool is_date_opener(uint32_t token) const { return token != core_ && words_.is(lower(token), Quality::kBeforeDate); }

  bool is_link(uint32_t token) const {
    return words_.is(lower(token), Quality::kPreposition) || words_.is(lower(token), Quality::kOpens) ||
           words_.is(lower(token), Quality::kRelative);
  }

  /// Times of day and second dates that only repeat when it was.
  void drop_other_dates() {
    for (uint32_t t = event_.time == kNoTime ? 0 : event_.time; t < times_.size(); ++t) {
      if (times_[t].tokens.first >= clause_.last) break;
      if (t != event_.time && times_[t].type == TimexType::kTime && clause_.contains(times_[t].tokens)) drop_date(t);
      if (event_.time == kNoTime) break;
    }
  }

  void drop_brackets() {
    uint32_t open = clause_.last;
    for (uint32_t i = clause_.first; i < clause_.last; ++i) {
      if (lower(i) == "(" || lower(i) == "[") open = std::min(open, i);
      if ((lower(i) == ")" || lower(i) == "]") && open < i) {
        for (uint32_t k = open; k <= i; ++k) {
          if (k != core_) drop(k);
        }
        open = clause_.last;
      }
    }
  }

  void drop_small_words() {
    for (uint32_t i = clause_.first; i < clause_.last; ++i) {
      if (words_.is(lower(i), Quality::kDrops) && i != core_) drop(i);
      if (is_quote_mark(lower(i)) || (lower(i) == "'" && document_.token(i).space_before)) drop(i);
    }
  }

  /// "Jane Doe, who took over in May" tells that Jane Doe took over; "they will play in the hall, which opens in May",
  /// that the hall opens.
  void drop_relative_pronoun() {
    constexpr uint32_t kNear = 4;
    for (uint32_t i = core_; i-- > clause_.first + 1 && i + kNear >= core_;) {
      if (!words_.is(lower(i), Quality::kRelative) || lower(i) == "where" || lower(i) == "whose") continue;
      if (lower(i) == "whom" || core_ != event_.trigger.token) return;
      if (lower(i - 1) != ",") return end_relative_clause(i);
      drop(i);
      drop(i - 1);
      drop_before_phrase(i - 1);
      return;
    }
  }

  /// "the talks which ended on Thursday are aimed at …": the title ends before the verb of the main clause.
  void end_relative_clause(uint32_t pronoun) {
    if (first_verb_of(document_, {clause_.first, pronoun}) != pronoun) return;
    const uint32_t verb = first_verb_of(document_, {core_ + 1, clause_.last});
    if (verb == clause_.last) return;
    drop(pronoun);
    drop_from(verb);
  }

  /// Drops what stands before the noun phrase that ends at `end`, where that is not the subject of the whole.
  void drop_before_phrase(uint32_t end) {
    if (end <= clause_.first + 1) return;
    const uint32_t head = end - 1;  // "rebels" may look like a verb
    if (first_verb_of(document_, {clause_.first, head}) == head) return;
    for (uint32_t i = head; i-- > clause_.first;) {
      const bool bound = looks_like_verb(document_, i) || lower(i) == "," || lower(i) == "to" ||
                         (words_.is(lower(i), Quality::kPreposition) && lower(i) != "of" && lower(i) != "and");
      if (!bound) continue;
      for (uint32_t k = clause_.first; k <= i; ++k) drop(k);
      return;
    }
  }

  /// "Jane Doe, a teacher, was found guilty": what stands between the commas, unless it is the name.
  void drop_apposition() {
    for (uint32_t close = core_; close-- > clause_.first + 2;) {
      if (lower(close) != "," || !is_kept(close)) continue;
      if (!is_verb_form(close + 1) && !is_verb_form(close + 2)) continue;
      uint32_t open = close;
      while (open > clause_.first && lower(open - 1) != ",") --open;
      if (open <= clause_.first + 1 || first_verb_of(document_, {clause_.first, open - 1}) != open - 1) return;
      if (document_.token(open).is_capitalized() && close - open <= kLongestName) return;
      for (uint32_t k = open - 1; k <= close; ++k) drop(k);
      return;
    }
  }

  /// Ends the title before what is subordinate behind the trigger: ", which …", ", saying …", ", he said".
  void cut_behind() {
    for (uint32_t i = core_ + 2; i < clause_.last; ++i) {
      if (!is_kept(i)) continue;
      const std::string_view word = lower(i), last = lower(i - 1);
      if (is_dash(document_, i)) return drop_from(i);
      // "a core drilled in 1966 and forgotten": the first thing that is told.
      if (word == "and" && i + 1 < clause_.last && !is_kept(i - 1) && kept_words(core_, i) == 1 &&
          looks_like_verb(document_, i + 1)) {
        return drop_from(i);
      }
      const bool behind_comma = last == ",";
      const bool opens =
          words_.is(word, Quality::kRelative) || (words_.is(word, Quality::kOpens) && word != "that" && word != "to");
      if (behind_comma && i > core_ + 2 && !is_list_comma(i)) return drop_from(i - 1);
      if (opens && kept_words(clause_.first, i) >= 4) {
        return drop_from(i);
      }
    }
  }

  /// "France, Germany and Italy", "a big, slow ship": the comma joins what is alike. Names on both sides.
  bool is_list_comma(uint32_t behind) const {
    return document_.token(behind).is_capitalized() && behind >= 2 && document_.token(behind - 2).is_capitalized();
  }

  uint32_t kept_words(uint32_t first, uint32_t last) const {
    uint32_t count = 0;
    for (uint32_t i = first; i < last; ++i) {
      count += is_kept(i) && !document_.token(i).is_punctuation() && document_.token(i).space_before;
    }
    return count;
  }

  /// Leading connectives, articles and marks; trailing marks, prepositions and conjunctions.
  void trim() {
    for (uint32_t i = clause_.first; i < clause_.last; ++i) {
      if (!is_kept(i)) continue;
      if (i == core_) break;
      const bool opener = words_.is(lower(i), Quality::kOpens) || lower(i) == "and" || lower(i) == "or" ||
                          lower(i) == "the" || words_.is(lower(i), Quality::kRelative);
      if (!document_.token(i).is_punctuation() && !opener) break;
      drop(i);
    }
    for (uint32_t i = clause_.last; i-- > clause_.first;) {
      if (!is_kept(i)) continue;
      if (i == core_) break;
      if (i == core_ + 1 && is_particle(i)) break;
      const bool dangling = is_link(i) || lower(i) == "to" || lower(i) == "the" || lower(i) == "a" || lower(i) == "an";
      if (!document_.token(i).is_punctuation() && !dangling) break;
      drop(i);
    }
  }

  /// "took over", "called off", "broke down".
  bool is_particle(uint32_t token) const {
    const std::string_view word = lower(token);
    return word == "over" || word == "off" || word == "out" || word == "up" || word == "down" || word == "through";
  }

  void shorten() {
    const uint32_t most = event_.trigger.kind == TriggerKind::kSaying ? kMostWordsOfSaying : kMostWords;
    if (kept_words(clause_.first, clause_.last) <= most) return;
    // Too long a way to the trigger: begin behind the last comma before it.
    if (kept_words(clause_.first, core_) + 3 > most) {
      for (uint32_t i = core_; i-- > clause_.first + 1;) {
        if (!is_kept(i) || lower(i) != ",") continue;
        if (kept_words(i, core_) < 2) continue;
        if (!opens_clause(i + 1)) break;
        for (uint32_t k = clause_.first; k <= i; ++k) drop(k);
        break;
      }
    }
    uint32_t cut = clause_.last;
    for (uint32_t i = core_ + 2; i < clause_.last; ++i) {
      if (!is_kept(i) || !(is_link(i) || lower(i) == ",")) continue;
      if (kept_words(clause_.first, i) > most && cut != clause_.last) break;
      if (lower(i - 1) == "," || !is_link(i - 1)) cut = i;
      if (kept_words(clause_.first, i) > most) break;
    }
    drop_from(cut);
  }

  /// "The company, founded in May": no comma stays before the trigger.
  void drop_comma() {
    if (core_ > clause_.first && lower(core_ - 1) == "," && first_verb_of(document_, {clause_.first, core_}) == core_) {
      drop(core_ - 1);
    }
  }

  bool is_verb_form(uint32_t token) const {
    return token <= core_ &&
           (token == core_ || looks_like_verb(document_, token) || words_.verb(lower(token)).form != VerbForm::kNone);
  }

  /// Whether a title may begin there: not with a verb, a number or a word that only joins.
  bool opens_clause(uint32_t token) const {
    return document_.token(token).is_word() && !looks_like_verb(document_, token) && !is_link(token) &&
           (lower(token)[0] < '0' || lower(token)[0] > '9');
  }

  std::string text() const {
    std::string out;
    bool gap = false;
    for (uint32_t i = clause_.first; i < clause_.last; ++i) {
      gap |= document_.token(i).space_before;
      if (!is_kept(i)) {
        gap = true;
        continue;
      }
      if (out.empty() || !gap || (document_.token(i).is_punctuation() && !document_.token(i).space_before)) {
        out += document_.surface(i);
      } else {
        out += ' ';
        out += document_.surface(i);
      }
      gap = false;
    }
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out.empty() ? std::string(document_.surface(event_.trigger.token)) : out;
  }

  const Document& document_;
  const Anchored& event_;
  IndexRange clause_;
  const std::vector<Timex>& times_;
  const EventWords& words_;
  std::vector<bool> kept_;
  uint32_t core_ = event_.trigger.token;  // the word behind which a title may be cut
};

}  // namespace

std::string title_of(const Document& document, const Anchored& event, IndexRange clause,
                     const std::vector<Timex>& times) {
  return TitleMaker(document, event, clause, times).run();
}

}  // namespace dateline
