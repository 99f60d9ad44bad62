// The word lists of the event stage, with the regular forms of the verbs made from their lemmas.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {

enum class VerbForm : uint8_t { kNone, kBase, kThird, kPast, kParticiple };  // kParticiple: in -ing

/// What data/event/clause_words.tsv says of words, a bit each.
enum class Quality : uint8_t {
  kOpens,
  kRelative,
  kDrops,
  kHypothetical,
  kNegates,
  kHopes,
  kBeforeDate,
  kMeasuresDate,
  kPreposition,
  kPeriod,
  kFirstPerson,
  kSuperlative,
  kQualities
};

struct VerbEntry {
  VerbForm form = VerbForm::kNone;
  bool saying = false;
};

class EventWords {
 public:
  EventWords();

  /// A form of a listed verb; its form is kNone for any other word.
  VerbEntry verb(std::string_view lower) const;
  bool is_noun(std::string_view lower) const { return nouns_.contains(lower); }
  bool is_state(std::string_view lower) const { return states_.contains(lower); }
  bool opens_sequence(std::string_view words) const { return sequence_openers_.contains(words); }
  const Lexicon& sequence_openers() const { return sequence_openers_; }

  /// What data/event/clause_words.tsv says of a word.
  bool is(std::string_view lower, Quality quality) const;

 private:
  void add_form(std::string form, VerbForm kind, bool saying);
  void add_verb(std::string_view lemma, bool saying, std::string_view irregular);

  std::deque<std::string> forms_;  // what the keys of verbs_ are views of
  std::unordered_map<std::string_view, VerbEntry> verbs_;
  std::unordered_map<std::string_view, uint32_t> qualities_;
  Lexicon nouns_{"data/event/nouns.txt"};
  Lexicon states_{"data/event/states.txt"};
  Lexicon sequence_openers_{"data/event/sequence_openers.txt"};
};

const EventWords& event_words();

}  // namespace dateline
