// The word lists of the event stage.
#pragma once

#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {

/// What data/event/clause_words.tsv says of words and data/event/verb_roles.tsv of lemmas, a bit each.
enum class Quality : uint8_t {
  kDrops,
  kNegates,
  kConditional,
  kModal,
  kFuture,
  kBeforeDate,
  kMeasuresDate,
  kBounds,
  kMeanwhile,
  kCompletes,
  kPeriod,
  kFirstPerson,
  kNobody,
  kRelative,
  kState,
  kWishes,
  kRefuses,
  kPlans,
  kLight,
  kPhase,
  kLinks,
  kQualities
};

class EventWords {
 public:
  EventWords();

  bool is_saying(std::string_view lemma) const { return saying_verbs_.contains(lemma); }
  bool is_noun(std::string_view lower) const { return nouns_.contains(lower); }
  const Lexicon& sequence_openers() const { return sequence_openers_; }

  bool is(std::string_view word, Quality quality) const;

 private:
  void read_qualities(std::string_view path);

  std::unordered_map<std::string_view, uint32_t> qualities_;
  Lexicon nouns_{"data/event/nouns.txt"};
  Lexicon saying_verbs_{"data/event/saying_verbs.txt"};
  Lexicon sequence_openers_{"data/event/sequence_openers.txt"};
};

const EventWords& event_words();

}  // namespace dateline
