// Rules: patterns over time words, each with the operator that works out what the words mean. They stand in readable
// files, src/time/rules/*.rules; how to write one is said at the head of calendar_dates.rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "time/time_words.h"

namespace dateline {

/// How fine an expression is; also the name that a rule uses for it in braces: {month}.
enum class Grain : uint8_t {
  kClock,
  kPart,  // of a day
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kDuration,
  kSet,
  kReference,  // PRESENT_REF and the like
  kGrains
};

/// What a pattern's pieces are called; an operator takes its arguments by these names.
enum class Slot : uint8_t {
  kYear,
  kMonth,
  kDay,
  kWeekday,
  kNumber,
  kUnit,
  kPart,
  kSeason,
  kHour,
  kMinute,
  kHalf,  // 0 a.m., 1 p.m.
  kZone,
  kBase,  // an expression inside the expression
  kFrom,
  kSign,
  kShift,
  kMod,
  kValue,
  kType,
  kA,  // the three numbers of 10/02/2016
  kB,
  kC,
  kSlots
};
inline constexpr size_t kSlotCount = static_cast<size_t>(Slot::kSlots);

enum class Operator : uint8_t {
  kCalendar,   // a day, month or year of the calendar, perhaps without its year
  kNumeric,    // 10/02/2016
  kWeekday,    // Friday, last Friday
  kRelative,   // today, last month, three years ago
  kAnaphoric,  // the next day, a week earlier, that year
  kQuarter,
  kPeriod,  // the year-ago quarter, the 2014 period: what was told last, in another year
  kHalfYear,
  kSeason,
  kDecade,
  kCentury,
  kEaster,
  kNthWeekday,  // the fourth Thursday of November
  kPart,        // Friday morning
  kClock,
  kDuration,
  kSet,
  kConstant,
  kModify,  // early 2015
  kLike,    // means what its base means
  kOperators
};

struct Alternative {
  enum class Kind : uint8_t { kLiteral, kClass, kExpression } kind;
  uint16_t id;  // literal, class or Grain
};

struct Element {
  std::vector<Alternative> alternatives;
  Slot slot = Slot::kSlots;
  bool adjacent = false;  // no white space before it
};

/// One step of a compiled pattern.
struct Step {
  enum class Kind : uint8_t { kMatch, kOptional, kLook, kEnd } kind;  // kLook: what follows is not part of the match
  uint16_t element;                                                   // kMatch: which one
  uint16_t skip;  // kOptional: where to go on without the group that follows
};

/// What must (or must not) stand beside the match.
struct Condition {
  enum class Place : uint8_t { kAfter, kBefore } place;
  bool wanted;
  std::vector<Alternative> words;
};

struct Rule {
  std::vector<Element> elements;
  std::vector<Step> steps;
  std::vector<Condition> conditions;
  bool capital = false;  // its first word begins with a capital letter
  Operator op = Operator::kConstant;
  std::array<int, kSlotCount> constants{};  // numbers, or kUnset
  std::string_view value, mod, type, zone;  // constants that are words
  std::string_view source;                  // the line, for messages
};

inline constexpr int kUnset = -1'000'000;

/// All rules, indexed by what they can begin with. Read once.
class RuleSet {
 public:
  RuleSet();

  const TimeVocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<uint16_t>& by_literal(uint16_t literal) const { return by_literal_[literal]; }
  const std::vector<uint16_t>& by_class(uint8_t word_class) const { return by_class_[word_class]; }
  const std::vector<uint16_t>& by_grain(Grain grain) const { return by_grain_[static_cast<size_t>(grain)]; }
  /// Whether a word is part of any pattern; words that only stand in conditions are none.
  bool is_in_patterns(const TimeWord& word) const {
    return (word.classes & ~(ClassBits{1} << kCapitalClass)) != 0 || (word.literal != 0 && in_patterns_[word.literal]);
  }
  /// Whether a rule that begins with this word needs no second one.
  bool can_stand_alone(uint16_t literal) const { return literal_alone_[literal]; }
  bool class_can_stand_alone(uint8_t word_class) const { return (classes_alone_ >> word_class & 1) != 0; }
  /// Lines that are no rule, each with what is wrong; empty when all is well (a test sees to it).
  const std::vector<std::string>& problems() const { return problems_; }
  /// The classes that any rule begins with.
  ClassBits openers() const { return openers_; }

 private:
  friend class RuleReader;
  TimeVocabulary vocabulary_;
  std::vector<Rule> rules_;
  std::vector<std::vector<uint16_t>> by_literal_, by_class_, by_grain_;
  ClassBits openers_ = 0, classes_alone_ = 0;
  std::vector<bool> in_patterns_, literal_alone_;
  std::vector<std::string> problems_;
};

const RuleSet& time_rules();

}  // namespace dateline
