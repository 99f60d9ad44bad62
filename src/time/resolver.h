// Resolver: from a rule that fits to the value of the expression, by the operator that the rule names.
//
// It keeps what the article said before: the reference date, the date mentioned last ("the next day"), the quarter
// mentioned last ("a year earlier" in a sentence about a quarter is that quarter a year earlier).
#pragma once

#include <optional>
#include <string>

#include "document.h"
#include "time/reading.h"
#include "time/tense.h"

namespace dateline {

class Resolver {
 public:
  Resolver(const Document& document, std::optional<Date> reference);

  /// Goes to another sentence.
  void enter(IndexRange sentence) { sentence_ = sentence; }

  /// What a match means; nothing where it cannot be (31 February).
  std::optional<TimeReading> resolve(const Match& match) const;

  /// Takes note of an expression that stands in the text.
  void remember(const TimeReading& reading);

 private:
  std::optional<TimeReading> operate(const Match& match) const;
  std::optional<TimeReading> calendar(const Match& match) const;
  std::optional<TimeReading> range_start(const TimeReading& end, int month, int day) const;
  std::optional<TimeReading> day_alone(const Match& match, int day) const;
  std::optional<TimeReading> month_alone(const Match& match, int month) const;
  std::optional<TimeReading> month_and_day(const Match& match, int month, int day) const;
  std::optional<TimeReading> numeric(const Match& match) const;
  std::optional<TimeReading> weekday(const Match& match) const;
  std::optional<TimeReading> relative(const Match& match) const;
  std::optional<TimeReading> anaphoric(const Match& match) const;
  std::optional<TimeReading> quarter(const Match& match) const;
  std::optional<TimeReading> period(const Match& match) const;
  std::optional<TimeReading> half_year(const Match& match) const;
  std::optional<TimeReading> season(const Match& match) const;
  std::optional<TimeReading> decade(const Match& match) const;
  std::optional<TimeReading> century(const Match& match) const;
  std::optional<TimeReading> easter(const Match& match) const;
  std::optional<TimeReading> nth_weekday(const Match& match) const;
  std::optional<TimeReading> part(const Match& match) const;
  std::optional<TimeReading> clock(const Match& match) const;
  std::optional<TimeReading> duration(const Match& match) const;
  std::optional<TimeReading> set(const Match& match) const;
  std::optional<TimeReading> constant(const Match& match) const;
  std::optional<TimeReading> modify(const Match& match) const;
  std::optional<TimeReading> like(const Match& match) const;

  /// The year that a slot names, by digits or by an expression; 0 where there is none or it is not known.
  int year_of(const Match& match) const;
  int year_of_holiday(const Match& match, int month, int day) const;
  /// Whether the match goes on a range: it stands one token behind the date mentioned last ("3 - [5]").
  bool continues_range(const Match& match) const;
  bool opens_sentence(const Match& match) const;
  /// Whether a time of day is that of the day mentioned last: one of the same sentence or, in the same paragraph, of
  /// one of the two before ("It began on Friday evening. By midnight, …").
  bool is_of_last_day(const Match& match) const;
  bool ends_range(const Match& match) const;
  Tense tense(const Match& match) const { return tense_at(document_, sentence_, match.tokens); }
  /// `count` units from a day, as a value of that unit.
  std::optional<TimeReading> shifted(Date from, int unit, double count, TimexBasis basis) const;
  /// "a year earlier" near a quarter: that quarter a year earlier.
  std::optional<TimeReading> quarter_a_year_before(const Match& match) const;
  bool is_near_quarter(const Match& match, uint32_t tokens) const;
  std::optional<TimeReading> vague_distance(double sign) const;

  const Document& document_;
  std::optional<Date> reference_;
  mutable std::optional<bool> day_first_;  // 3/2/2016 is the third of February; worked out when first needed
  IndexRange sentence_;
  std::optional<Date> anchor_;  // the first day of the date mentioned last
  Grain anchor_grain_ = Grain::kDay;
  TimexBasis anchor_basis_ = TimexBasis::kExplicit;
  std::string quarter_;  // value of the quarter mentioned last
  uint32_t quarter_token_ = 0;
  bool tells_quarter_ = false;  // the period told last is a quarter, not the nine months of a year
  std::string last_day_;        // value of the day mentioned last, for times of day told with it
  uint32_t last_day_token_ = 0;
  uint32_t anchor_token_ = 0;  // where the date mentioned last ends
};

}  // namespace dateline
