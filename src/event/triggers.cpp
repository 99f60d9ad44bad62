// With tags, a verb is what is tagged a verb. Without them it is a form of a listed verb or a word in "-ed", in a place
// where a verb can stand: not behind an article ("the accused man"), a base form only behind "to" or an auxiliary.
#include "event/triggers.h"

#include <algorithm>

#include "event/event_words.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kReach = 4;  // tokens back in which an auxiliary or a negation governs a verb

class TriggerFinder {
 public:
  TriggerFinder(const Document& document, const Sentence& sentence)
      : document_(document), tokens_(sentence.tokens), words_(event_words()) {}

  std::vector<Trigger> run() {
    std::vector<Trigger> out;
    for (uint32_t i = tokens_.first; i < tokens_.last; ++i) {
      Trigger trigger;
      if (!document_.token(i).is_word() || is_in_compound(i) || !reads_as_trigger(i, trigger)) continue;
      trigger.token = i;
      if (is_denied(i)) continue;
      out.push_back(trigger);
    }
    return out;
  }

 private:
  std::string_view before(uint32_t token, uint32_t count = 1) const {
    return token >= tokens_.first + count ? document_.lower(token - count) : std::string_view();
  }

  bool is_determiner(std::string_view word) const {
    static const Lexicon determiners("data/event/determiners.txt");
    return determiners.contains(word);
  }

  bool is_auxiliary(std::string_view word) const {
    static const Lexicon auxiliaries("data/event/auxiliaries.tsv");
    return auxiliaries.contains(word);
  }

  bool behind_auxiliary(uint32_t token) const {
    for (uint32_t k = 1; k <= 2; ++k) {
      if (is_auxiliary(before(token, k))) return true;
    }
    return false;
  }

  bool reads_as_trigger(uint32_t token, Trigger& trigger) const {
    const TokenGrammar& grammar = document_.grammar(token);
    const std::string_view lower = document_.lower(token);
    const VerbEntry verb = words_.verb(lower);
    if (grammar.upos == Upos::kVerb ? !words_.is_state(lower) : grammar.upos == Upos::kX && is_verb(token, verb)) {
      trigger.kind = verb.saying ? TriggerKind::kSaying : TriggerKind::kVerb;
      trigger.planned = is_planned(token);
      return true;
    }
    const bool noun = words_.is_noun(lower) && (grammar.upos == Upos::kX || grammar.upos == Upos::kNoun);
    if (!noun || (document_.token(token).is_capitalized() && token > tokens_.first && in_name(token))) return false;
    trigger.kind = TriggerKind::kNoun;
    return true;
  }

  /// "the Ottawa Convention", "Defence Operations Centre": a noun inside a name is none.
  bool in_name(uint32_t token) const { return token + 1 < tokens_.last && document_.token(token + 1).is_capitalized(); }

  bool is_verb(uint32_t token, VerbEntry verb) const {
    const std::string_view lower = document_.lower(token);
    if (words_.is_state(lower)) return false;
    const bool starts = token == tokens_.first;
    if (document_.token(token).shape == Shape::kUpper || (document_.token(token).is_capitalized() && !starts))
      return false;
    const bool after_determiner = is_determiner(before(token));
    switch (verb.form) {
      case VerbForm::kPast:
        return !after_determiner;
      case VerbForm::kThird:
        return !starts && !after_determiner && !words_.is_noun(lower) &&
               !words_.is(before(token), Quality::kBeforeDate);
      case VerbForm::kBase:
        return before(token) == "to" || (behind_auxiliary(token) && !after_determiner) || has_plural_subject(token);
      case VerbForm::kParticiple:
        return behind_auxiliary(token) || (!after_determiner && !words_.is_noun(lower) && !starts);
      case VerbForm::kNone:
        break;
    }
    return lower.size() > 4 && lower.ends_with("ed") && !lower.ends_with("eed") && !after_determiner && !starts;
  }

  /// "the rights, which expire", "they meet", "the shops close".
  bool has_plural_subject(uint32_t token) const {
    const std::string_view word = before(token);
    if (word == "they" || word == "we" || words_.is(word, Quality::kRelative)) return true;
    const bool plural = word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
                        !word.ends_with("'s");
    return plural && token > tokens_.first + 1 && document_.token(token - 1).shape == Shape::kLower &&
           words_.verb(word).form == VerbForm::kNone && !words_.is_noun(document_.lower(token));
  }

  /// "the war-torn country", "a military-escorted crew": a part of another word.
  bool is_in_compound(uint32_t token) const {
    const bool before_hyphen = token + 2 < tokens_.last && document_.lower(token + 1) == "-" &&
                               !document_.token(token + 1).space_before && !document_.token(token + 2).space_before;
    const bool behind_hyphen =
        before(token) == "-" && !document_.token(token).space_before && !document_.token(token - 1).space_before;
    return before_hyphen || behind_hyphen;
  }

  bool is_planned(uint32_t token) const {
    static const Lexicon auxiliaries("data/event/auxiliaries.tsv");
    for (uint32_t k = 1; k <= 3; ++k) {
      const std::string_view word = before(token, k);
      if (auxiliaries.field(word, 0) == "future") return true;
      if (word == "," || word == ";") break;
    }
    return false;
  }

  bool is_denied(uint32_t token) const {
    // "Had it happened an hour later, …": it did not.
    const bool inverted = document_.lower(tokens_.first) == "had" && token < tokens_.first + 6 && token > tokens_.first;
    if (inverted) return true;
    for (uint32_t k = 1; k <= kReach; ++k) {
      const std::string_view word = before(token, k);
      if (word.empty() || word == "," || word == ";" || word == ":") return false;
      if (k <= 2 && words_.is(word, Quality::kNegates)) return true;
      if (k <= 2 && words_.is(word, Quality::kHypothetical)) return true;
      if (words_.is(word, Quality::kHopes)) return true;
    }
    return false;
  }

  const Document& document_;
  IndexRange tokens_;
  const EventWords& words_;
};

}  // namespace

std::vector<Trigger> find_triggers(const Document& document, const Sentence& sentence) {
  return TriggerFinder(document, sentence).run();
}

}  // namespace dateline
