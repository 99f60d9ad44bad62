// The word lists of the event stage, with the regular forms of the verbs made from their lemmas.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {

enum class VerbForm : uint8_t { kNone, kBase, kThird, kPast, kParticiple };  // kParticiple: in -ing

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
  bool is(std::string_view lower, std::string_view quality) const;

 private:
  void add_verb(std::string_view lemma, bool saying, std::string_view irregular);

  std::unordered_map<std::string, VerbEntry> verbs_;
  Lexicon nouns_{"data/event/nouns.txt"};
  Lexicon states_{"data/event/states.txt"};
  Lexicon sequence_openers_{"data/event/sequence_openers.txt"};
  Lexicon clause_words_{"data/event/clause_words.tsv"};
};

const EventWords& event_words();

}  // namespace dateline
