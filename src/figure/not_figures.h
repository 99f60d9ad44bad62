// Numbers that count nothing: names with digits, labels, phone numbers, list numbers, years, "one" as a pronoun.
#pragma once

#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "figure/number.h"
#include "time/timex.h"

namespace dateline {

/// Tells which numbers are no figures. Built once for a document, linear; each answer takes constant time.
class NotFigures {
 public:
  NotFigures(const Document& document, const EntityAnalysis& entities, const std::vector<Timex>& times);

  /// Whether a range of tokens shares one with a time expression.
  bool is_time(IndexRange tokens) const;
  /// Whether a number is part of a name, a label with its number ("Section 230"), an address, phone or list number.
  /// `modified`: a modifier, currency or unit stands beside it, so a year or a model number is unlikely.
  bool is_name(const Number& number, bool modified) const;
  /// "police posts 542 and 543": a number right behind the noun that it hangs on, in running text.
  bool tells_which(const Number& number) const;
  /// Whether "one", "third" … stand where they count nothing ("no one", "the third").
  bool is_idle_word(const Number& number, bool has_unit) const;
  /// How many tokens belong to a run of three or more numbers joined by marks or blanks, as phone numbers and
  /// formations are, from a number on; 0 where it is no such run.
  uint32_t run_length(uint32_t first, uint32_t limit) const;

 private:
  bool are_results(uint32_t first, uint32_t limit) const;

  const Document& document_;
  std::vector<bool> in_name_, in_time_;  // by token
};

}  // namespace dateline
