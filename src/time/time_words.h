// Time words: what the tokens of a sentence may mean in an expression of time.
//
// A word has classes ("month", "weekday", "unit" …), each with a value, by data/time/words.tsv; digits have classes by
// their form. One token may have several: "may" is a month and a modal verb, "second" an ordinal and a unit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"

namespace dateline {

/// A class of words, a bit each. The first of them follow from how a token is written or how number words combine, and
/// may cover several tokens; the others come from the file.
using ClassBits = uint64_t;

enum BuiltinClass : uint8_t {
  kNumberClass,         // 3, 1,400, 1.5, twenty-four, a couple of, two and a half, several (kVague)
  kOrdinalClass,        // 12th, third, twenty-first
  kDayClass,            // 1 to 31, in digits, with or without "th", or as an ordinal word
  kMonthNumberClass,    // 1 to 12 in digits
  kYearClass,           // 1000 to 2199 in digits, "nineteen ninety-six", "two thousand"
  kShortYearClass,      // '98; the value is 98
  kTwoDigitsClass,      // 98
  kDecadeClass,         // 1990s, '90s, nineties; the value is 199
  kClockClass,          // 14:02; the value is in minutes
  kHourClass,           // 0 to 24 in digits
  kHalfDayClockClass,   // 10am, 7.30pm; minutes since midnight
  kDayHourClass,        // 10T14: a day and an hour of an ISO time stamp; the value is the day
  kDayThClass,          // 12th: a day in digits with its ending
  kDottedDateClass,     // 10.02.2016; the value is 10022016
  kSlashedDateClass,    // 10/02/2016, in the same way
  kPointClockClass,     // 7.30 (before "pm"); minutes
  kIsoRestClass,        // 02Z: minutes or seconds at the end of a time stamp
  kYearFirstDateClass,  // 2016/02/10; the value is 20160210
  kLongNumberClass,     // 99999: more digits than a year has
  kDigitClockClass,     // 0930 (before "GMT" or "hours"); minutes
  kFiscalYearClass,     // FY24, FY2024; the year
  kCapitalClass,        // a word with a capital letter that has nothing to do with time
  kBuiltinClasses
};

inline constexpr double kVague = -1;  // the value of "several", "few"

/// Words and classes of the data file and of the rules, numbered. Built once, by the rules that need it.
class TimeVocabulary {
 public:
  struct Row {
    uint16_t literal = 0;  // 0 for words that no rule names
    ClassBits classes = 0;
    std::vector<std::pair<uint8_t, int>> values;  // class, value
    ClassBits capitalized_only = 0;
  };

  TimeVocabulary();
  /// The number of a class; 0xFF where there is none of that name. At most 64 classes exist.
  uint8_t class_named(std::string_view name) const;
  /// The number of a word that a rule names, made where it is new.
  uint16_t literal(std::string_view word);
  const Row* find(std::string_view lower) const;
  /// The classes of words and digits with which a number, an ordinal, a day or a year can begin.
  ClassBits number_openers() const { return number_openers_; }
  uint16_t literals() const { return static_cast<uint16_t>(next_literal_); }

 private:
  uint8_t make_class(std::string_view name);

  std::unordered_map<std::string_view, Row> rows_;
  std::vector<std::string_view> class_names_;
  ClassBits number_openers_ = 0;
  uint16_t next_literal_ = 1;
};

/// One token as the rules see it.
struct TimeWord {
  ClassBits classes = 0;
  uint16_t literal = 0;
  const TimeVocabulary::Row* row = nullptr;
  double number = 0;  // of the classes that follow from the token's form

  bool is(uint8_t word_class) const { return (classes >> word_class & 1) != 0; }
};

/// A class found from a token on.
struct ClassMatch {
  uint32_t length = 0;  // tokens; 0 for none
  double value = 0;
};

/// The tokens of one sentence as time words.
class TimeWords {
 public:
  TimeWords(const Document& document, const TimeVocabulary& vocabulary)
      : document_(document), vocabulary_(vocabulary) {}

  /// Reads a range of tokens; it replaces the one before.
  void read(IndexRange tokens);

  IndexRange range() const { return range_; }
  const TimeWord& operator[](uint32_t token) const { return words_[token - range_.first]; }
  ClassMatch match(uint8_t word_class, uint32_t token) const;
  const Document& document() const { return document_; }

 private:
  TimeWord word_of(uint32_t token) const;
  ClassMatch number_phrase(uint32_t token) const;
  ClassMatch ordinal_phrase(uint32_t token) const;
  ClassMatch year_words(uint32_t token) const;
  ClassMatch small_number(uint32_t token) const;
  bool is_word(uint32_t token, std::string_view lower) const;

  const Document& document_;
  const TimeVocabulary& vocabulary_;
  IndexRange range_;
  std::vector<TimeWord> words_;
};

}  // namespace dateline
