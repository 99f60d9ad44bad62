// Matches the rules against a sentence and keeps, from each token on, the longest expression that can be resolved.
#pragma once

#include <deque>
#include <vector>

#include "time/reading.h"
#include "time/resolver.h"
#include "time/rule.h"

namespace dateline {

class RuleMatcher {
 public:
  RuleMatcher(const Document& document, Resolver& resolver);

  /// Goes to another sentence (or block of tokens).
  void read(IndexRange tokens);

  /// The longest expression that begins with a token, with all that it grows to ("Friday" + "morning"); nullptr for
  /// none. Lives until the next read(). Each token is worked out once, so a sentence costs what its tokens cost.
  const TimeReading* expression_at(uint32_t token, int depth = 0);

  /// Works out the next few tokens anew: what was said before them has changed.
  void forget(uint32_t token);

 private:
  static constexpr uint32_t kFail = 0xFFFFFFFF;

  const TimeReading* primary_at(uint32_t token, int depth);
  const TimeReading* grown(const TimeReading* reading, int depth);
  void set(Match& match, Slot slot, double number, const TimeReading* reading);
  void undo(Match& match, size_t mark);
  void try_rules(const std::vector<uint16_t>& rules, uint32_t token, const TimeReading* opening, int depth,
                 std::vector<Match>& found);
  uint32_t run(Match& match, size_t step, uint32_t token, const TimeReading* opening, int depth);
  uint32_t match_element(Match& match, const Element& element, uint32_t token, const TimeReading* opening, int depth);
  bool conditions_hold(const Match& match) const;
  bool is_one_of(const std::vector<Alternative>& words, uint32_t token) const;
  const TimeReading* best_of(std::vector<Match>& found);

  const RuleSet& rules_;
  Resolver& resolver_;
  TimeWords words_;
  struct Change {
    Slot slot;
    double number;
    const TimeReading* reading;
  };
  std::vector<Change> trail_;  // what slots held before they were set, to take a step back
  std::deque<TimeReading> readings_;
  std::vector<const TimeReading*> known_;  // by token of the sentence
  std::vector<bool> is_known_;
};

}  // namespace dateline
