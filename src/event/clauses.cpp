// Without a tree, a clause is what stands between marks and words that open or close clauses, and a phrase begins with
// a preposition or a conjunction: titles are cut only there.
#include "event/clauses.h"

#include <algorithm>
#include <vector>

#include "event/event_words.h"
#include "text/characters.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 12;
constexpr uint32_t kMostWordsOfSaying = 18;  // what is said has a clause of its own
constexpr uint32_t kLongestClause = 60;      // tokens on either side of the trigger

bool is_quote_mark(std::string_view lower) {
  return lower == "\"" || lower == "``" || lower == "''" || lower == "\xE2\x80\x9C" || lower == "\xE2\x80\x9D";
}

bool is_strong_mark(std::string_view lower) {
  return lower == ";" || lower == ":" || lower == "--" || lower == "\xE2\x80\x94" || is_quote_mark(lower);
}

/// The first token of a range that is a form of a verb that tells something; the range's end where there is none.
uint32_t first_verb_of(const Document& document, IndexRange tokens) {
  static const Lexicon auxiliaries("data/event/auxiliaries.tsv");
  const EventWords& words = event_words();
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    const VerbForm form = words.verb(document.lower(i)).form;
    const bool verb = document.grammar(i).upos == Upos::kVerb || document.grammar(i).upos == Upos::kAux;
    const bool looks = form == VerbForm::kPast || (form == VerbForm::kThird && !words.is_noun(document.lower(i)));
    if (verb ||
        (document.grammar(i).upos == Upos::kX && (looks || (document.lower(i) != "to" && document.lower(i) != "'s" &&
                                                            auxiliaries.contains(document.lower(i))))))
      return i;
  }
  return tokens.last;
}

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
    drop_date(event_.time);
    drop_date(event_.until);
    drop_other_dates();
    drop_brackets();
    drop_small_words();
    drop_relative_pronoun();
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
    uint32_t behind = 0;
    for (uint32_t i = said + 1; i < clause_.last; ++i) {
      const bool in_date = event_.time != kNoTime && times_[event_.time].tokens.contains(i);
      behind += document_.token(i).is_word() && !in_date;
    }
    if (behind > 2) {
      uint32_t comma = said + 1;
      while (comma < clause_.last && lower(comma) != ",") ++comma;
      const uint32_t verb = first_verb_of(document_, {said + 1, comma});
      if (verb < comma) core_ = verb;
      return;
    }
    for (uint32_t i = said; i-- > clause_.first;) {
      if (lower(i) != ",") continue;
      const uint32_t verb = first_verb_of(document_, {clause_.first, i});
      if (verb == i) continue;
      drop_from(i);
      clause_.last = i;
      core_ = verb;
      return;
    }
  }

  bool is_kept(uint32_t token) const { return kept_[token - clause_.first]; }
  void drop(uint32_t token) { kept_[token - clause_.first] = false; }
  void drop_from(uint32_t token) {
    for (uint32_t i = token; i < clause_.last; ++i) drop(i);
  }
  std::string_view lower(uint32_t token) const { return document_.lower(token); }

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
      if (!words_.is(lower(first), "measures_date")) break;
    }
    for (uint32_t i = first; i < date.last; ++i) {
      if (i != core_) drop(i);
    }
    // ", on Friday," leaves one comma at most.
    if (date.last < clause_.last && lower(date.last) == "," && (first == clause_.first || lower(first - 1) == ",")) {
      drop(date.last);
      if (first > clause_.first) drop(first - 1);
    }
  }

  bool is_date_opener(uint32_t token) const { return token != core_ && words_.is(lower(token), "before_date"); }

  bool is_link(uint32_t token) const {
    return words_.is(lower(token), "preposition") || words_.is(lower(token), "opens") ||
           words_.is(lower(token), "relative");
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
      if (words_.is(lower(i), "drops") && i != core_) drop(i);
      if (is_quote_mark(lower(i))) drop(i);
    }
  }

  /// "Jane Doe, who took over in May" tells that Jane Doe took over.
  void drop_relative_pronoun() {
    constexpr uint32_t kNear = 4;
    for (uint32_t i = core_; i-- > clause_.first + 1 && i + kNear >= core_;) {
      if (!words_.is(lower(i), "relative") || lower(i) == "where" || lower(i) == "whose") continue;
      if (lower(i - 1) != "," || lower(i) == "whom" || core_ != event_.trigger.token) return;
      drop(i);
      drop(i - 1);
      return;
    }
  }

  /// Ends the title before what is subordinate behind the trigger: ", which …", ", saying …", ", he said".
  void cut_behind() {
    for (uint32_t i = core_ + 2; i < clause_.last; ++i) {
      if (!is_kept(i)) continue;
      const std::string_view word = lower(i), last = lower(i - 1);
      const bool behind_comma = last == ",";
      const bool opens = words_.is(word, "relative") || (words_.is(word, "opens") && word != "that" && word != "to");
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
      const bool opener = words_.is(lower(i), "opens") || lower(i) == "and" || lower(i) == "or" || lower(i) == "the" ||
                          words_.is(lower(i), "relative");
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

IndexRange clause_of(const Document& document, const Anchored& event, const std::vector<Timex>& times) {
  const IndexRange sentence = document.sentence(event.sentence).tokens;
  const EventWords& words = event_words();
  const uint32_t trigger = event.trigger.token;
  IndexRange clause{trigger, trigger + 1};
  const uint32_t least = trigger > sentence.first + kLongestClause ? trigger - kLongestClause : sentence.first;
  const uint32_t first_verb = first_verb_of(document, {sentence.first, trigger});
  bool crossed_comma = false;
  while (clause.first > least) {
    const std::string_view lower = document.lower(clause.first - 1);
    const bool said_before = event.trigger.kind == TriggerKind::kSaying && is_quote_mark(lower);
    if (is_strong_mark(lower) && !said_before) break;
    // "… since the offensive began": what stands before the conjunction is another clause where it has a verb.
    crossed_comma |= lower == ",";
    const bool opens = words.is(lower, "opens") && first_verb < clause.first - 1 && !crossed_comma;
    if (opens && clause.first < trigger) break;  // not "… that / said"
    --clause.first;
  }
  const uint32_t most = std::min(sentence.last, trigger + kLongestClause);
  while (clause.last < most && !is_strong_mark(document.lower(clause.last))) ++clause.last;
  if (event.time != kNoTime && sentence.contains(times[event.time].tokens)) {
    clause.first = std::min(clause.first, times[event.time].tokens.first);
    clause.last = std::max(clause.last, times[event.time].tokens.last);
  }
  if (event.until != kNoTime) clause.last = std::max(clause.last, times[event.until].tokens.last);
  while (clause.last > trigger + 1 && document.token(clause.last - 1).is_punctuation()) --clause.last;
  return clause;
}

std::string title_of(const Document& document, const Anchored& event, IndexRange clause,
                     const std::vector<Timex>& times) {
  return TitleMaker(document, event, clause, times).run();
}

}  // namespace dateline
