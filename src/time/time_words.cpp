// Classes of the data file are looked up by word, one hash a token; classes of digits are read off the token's form.
#include "time/time_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr std::string_view kBuiltinNames[kBuiltinClasses] = {
    "number",      "ordinal",     "day",          "month_number", "year",           "short_year",
    "two_digits",  "decade",      "clock",        "hour",         "half_day_clock", "day_hour",
    "day_th",      "dotted_date", "slashed_date", "point_clock",  "iso_rest",       "year_first_date",
    "long_number", "digit_clock", "fiscal_year",  "capital"};

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

/// Digits at the start of a word.
size_t digits_of(std::string_view word) {
  size_t count = 0;
  while (count < word.size() && is_digit_char(word[count])) ++count;
  return count;
}

int integer(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + std::min<size_t>(digits.size(), 9), value);
  return value;
}

ClassBits bit(uint8_t word_class) {
  return ClassBits{1} << word_class;
}

/// Minutes since midnight of "14:02" or "7.30"; -1 where it is none.
int minutes_of(std::string_view word, char divider) {
  const size_t at = word.find(divider);
  if (at == std::string_view::npos || at == 0 || at > 2 || word.size() < at + 3) return -1;
  if (digits_of(word) != at || digits_of(word.substr(at + 1)) < 2) return -1;
  const int hours = integer(word.substr(0, at)), minutes = integer(word.substr(at + 1, 2));
  return hours <= 24 && minutes <= 59 ? hours * 60 + minutes : -1;
}

/// "10.02.2016" as 10022016, "10/02/16" as 10020016; 0 where it is none.
int packed_date(std::string_view word, char divider) {
  const auto fields = fields_of(word, divider);
  if (fields.size() != 3 || fields[0].empty() || fields[0].size() > 2 || fields[1].empty() || fields[1].size() > 2)
    return 0;
  if (fields[2].size() != 4 && fields[2].size() != 2) return 0;
  for (const std::string_view field : fields) {
    if (digits_of(field) != field.size()) return 0;
  }
  return integer(fields[0]) * 1'000'000 + integer(fields[1]) * 10'000 + integer(fields[2]);
}

/// "2016/02/10" as 20160210; 0 where it is none.
int packed_year_first(std::string_view word) {
  const auto fields = fields_of(word, '/');
  if (fields.size() != 3 || fields[0].size() != 4 || fields[1].size() > 2 || fields[2].size() > 2) return 0;
  for (const std::string_view field : fields) {
    if (field.empty() || digits_of(field) != field.size()) return 0;
  }
  return integer(fields[0]) * 10'000 + integer(fields[1]) * 100 + integer(fields[2]);
}

void read_half_day(TimeWord& word, std::string_view lower) {
  if (lower.size() < 3 || !(lower.ends_with("am") || lower.ends_with("pm"))) return;
  const std::string_view clock = lower.substr(0, lower.size() - 2);
  int minutes = digits_of(clock) == clock.size() && clock.size() <= 2 ? integer(clock) * 60 : -1;
  if (minutes < 0) minutes = minutes_of(clock, clock.find(':') != std::string_view::npos ? ':' : '.');
  if (minutes < 0 || minutes >= 13 * 60) return;
  word.number = minutes % (12 * 60) + (lower.ends_with("pm") ? 12 * 60 : 0);
  word.classes |= bit(kHalfDayClockClass);
}

void read_plain_digits(TimeWord& word, std::string_view lower) {
  const int value = integer(lower);
  word.number = value;
  word.classes |= bit(kNumberClass);
  if (lower.size() == 2) word.classes |= bit(kIsoRestClass);
  if (lower.size() <= 2) {
    if (value >= 1 && value <= 31) word.classes |= bit(kDayClass);
    if (value >= 1 && value <= 12) word.classes |= bit(kMonthNumberClass);
    if (value <= 24) word.classes |= bit(kHourClass);
    if (lower.size() == 2) word.classes |= bit(kTwoDigitsClass);
  }
  if (lower.size() == 4 && value / 100 <= 24 && value % 100 <= 59) word.classes |= bit(kDigitClockClass);
  if (lower.size() > 4) word.classes |= bit(kLongNumberClass);
  if (lower.size() == 4 && value >= 1000 && value <= 2199) word.classes |= bit(kYearClass);
}

/// "1,400" and "1.5"; the value of what can be read.
bool read_decimal(TimeWord& word, std::string_view lower) {
  double value = 0, scale = 1;
  bool fraction = false;
  for (const char c : lower) {
    if (is_digit_char(c)) {
      value = value * 10 + (c - '0');
      if (fraction) scale *= 10;
    } else if (c == '.' && !fraction) {
      fraction = true;
    } else if (c != ',' || fraction) {
      return false;
    }
  }
  word.number = value / scale;
  word.classes |= bit(kNumberClass);
  return true;
}

void read_digits(TimeWord& word, std::string_view lower) {
  const size_t digits = digits_of(lower);
  const std::string_view rest = lower.substr(digits);
  if (lower[0] == '\'' && lower.size() >= 3 && digits_of(lower.substr(1)) == 2) {
    const int value = integer(lower.substr(1, 2));
    if (lower.size() == 3) {
      word.number = value;
      word.classes |= bit(kShortYearClass);
    } else if (lower.substr(3) == "s" && value % 10 == 0) {
      word.number = 190 + value / 10;
      word.classes |= bit(kDecadeClass);
    }
    return;
  }
  if (digits == 0 || lower.size() > 20) return;
  if (rest.empty()) {
    if (digits <= 9) read_plain_digits(word, lower);
  } else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    word.number = integer(lower.substr(0, digits));
    word.classes |= bit(kOrdinalClass);
    if (word.number >= 1 && word.number <= 31 && digits <= 2) word.classes |= bit(kDayClass) | bit(kDayThClass);
  } else if (rest == "s" || rest == "'s") {
    const int value = integer(lower.substr(0, digits));
    if (digits == 4 && value % 10 == 0 && value >= 1000 && value <= 2190) {
      word.number = value / 10;
      word.classes |= bit(kDecadeClass);
    } else if (digits == 2 && value % 10 == 0 && value >= 20) {
      word.number = 190 + value / 10;
      word.classes |= bit(kDecadeClass);
    }
  } else if (minutes_of(lower, ':') >= 0) {
    if (lower.size() == 6 && lower.back() == 'z') word.classes |= bit(kIsoRestClass);
    if (lower.size() > 5 && lower.size() != 8) return;
    word.number = minutes_of(lower, ':');
    word.classes |= bit(kClockClass);
  } else if (rest.size() > 1 && rest[0] == 't' && digits == 2 && digits_of(rest.substr(1)) >= 2) {
    word.number = integer(lower.substr(0, 2));
    if (word.number >= 1 && word.number <= 31) word.classes |= bit(kDayHourClass);
  } else if (const int dotted = packed_date(lower, '.'); dotted > 0) {
    word.number = dotted;
    word.classes |= bit(kDottedDateClass);
  } else if (const int slashed = packed_date(lower, '/'); slashed > 0) {
    word.number = slashed;
    word.classes |= bit(kSlashedDateClass);
  } else if (const int year_first = packed_year_first(lower); year_first > 0) {
    word.number = year_first;
    word.classes |= bit(kYearFirstDateClass);
  } else if (digits == 2 && rest == "z") {
    word.classes |= bit(kIsoRestClass);
  } else {
    read_half_day(word, lower);
    if (word.classes == 0) read_decimal(word, lower);
    if (word.classes == bit(kNumberClass) && minutes_of(lower, '.') >= 0 && lower.size() <= 5) {
      word.classes |= bit(kPointClockClass);  // both: the number is read where the rule asks for a clock
    }
  }
}

/// FY24, FY2024.
void read_fiscal_year(TimeWord& word, std::string_view lower) {
  if (!lower.starts_with("fy")) return;
  const std::string_view digits = lower.substr(2);
  if (digits_of(digits) != digits.size() || (digits.size() != 2 && digits.size() != 4)) return;
  word.number = integer(digits) + (digits.size() == 2 ? 2000 : 0);
  word.classes |= bit(kFiscalYearClass);
}

}  // namespace

TimeVocabulary::TimeVocabulary() {
  class_names_.assign(kBuiltinNames, kBuiltinNames + kBuiltinClasses);
  for (const std::string_view line : lines_of(resource("data/time/words.tsv"))) {
    const auto fields = fields_of(line);
    Row& row = rows_[fields[0]];
    for (size_t i = 1; i < fields.size(); ++i) {
      std::string_view field = fields[i];
      const bool capital = field.ends_with('!');
      if (capital) field.remove_suffix(1);
      const size_t equals = field.find('=');
      const uint8_t number = make_class(field.substr(0, equals));
      if (number == 0xFF) continue;
      int value = 0;
      if (equals != std::string_view::npos) {
        const std::string_view digits = field.substr(equals + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
      }
      row.classes |= bit(number);
      row.values.emplace_back(number, value);
      if (capital) row.capitalized_only |= bit(number);
    }
  }
  for (const char* name :
       {"number", "ordinal", "day", "month_number", "year", "below_twenty", "tens", "scale", "vague", "ordinal_word"}) {
    const uint8_t number = class_named(name);
    if (number != 0xFF) number_openers_ |= bit(number);
  }
}

uint8_t TimeVocabulary::class_named(std::string_view name) const {
  const auto found = std::find(class_names_.begin(), class_names_.end(), name);
  return found == class_names_.end() ? uint8_t{0xFF} : static_cast<uint8_t>(found - class_names_.begin());
}

uint8_t TimeVocabulary::make_class(std::string_view name) {
  const uint8_t known = class_named(name);
  if (known != 0xFF || class_names_.size() >= 64) return known;
  class_names_.push_back(name);
  return static_cast<uint8_t>(class_names_.size() - 1);
}

uint16_t TimeVocabulary::literal(std::string_view word) {
  Row& row = rows_[word];
  if (row.literal == 0) row.literal = next_literal_++;
  return row.literal;
}

const TimeVocabulary::Row* TimeVocabulary::find(std::string_view lower) const {
  const auto row = rows_.find(lower);
  return row == rows_.end() ? nullptr : &row->second;
}

void TimeWords::read(IndexRange tokens) {
  range_ = tokens;
  words_.clear();
  for (uint32_t i = tokens.first; i < tokens.last; ++i) words_.push_back(word_of(i));
}

TimeWord TimeWords::word_of(uint32_t token) const {
  TimeWord word;
  const std::string_view lower = document_.lower(token);
  if (lower.empty() || lower.size() > 24) return word;
  word.row = vocabulary_.find(lower);
  if (word.row != nullptr) {
    word.literal = word.row->literal;
    word.classes = word.row->classes;
    if (!document_.token(token).is_capitalized()) word.classes &= ~word.row->capitalized_only;
  }
  if (is_digit_char(lower[0]) || lower[0] == '\'') read_digits(word, lower);
  if (lower[0] == 'f') read_fiscal_year(word, lower);
  if (word.classes == 0 && document_.token(token).is_capitalized()) word.classes = bit(kCapitalClass);
  return word;
}

bool TimeWords::is_word(uint32_t token, std::string_view lower) const {
  return token < range_.last && document_.lower(token) == lower;
}

ClassMatch TimeWords::match(uint8_t word_class, uint32_t token) const {
  if (token >= range_.last) return {};
  const TimeWord& word = (*this)[token];
  if (word_class <= kYearClass && (word.classes & vocabulary_.number_openers()) == 0) return {};
  if (word.row != nullptr && word_class >= kBuiltinClasses) {
    if (!word.is(word_class)) return {};
    for (const auto& [number, value] : word.row->values) {
      if (number == word_class) return {1, static_cast<double>(value)};
    }
    return {};
  }
  switch (word_class) {
    case kNumberClass:
      return number_phrase(token);
    case kOrdinalClass:
      return ordinal_phrase(token);
    case kYearClass:
      return word.is(kYearClass) ? ClassMatch{1, word.number} : year_words(token);
    case kDayClass: {
      if (word.is(kDayClass)) return {1, word.number};
      const ClassMatch ordinal = ordinal_phrase(token);
      return ordinal.length > 0 && ordinal.value <= 31 ? ordinal : ClassMatch{};
    }
    default:
      break;
  }
  if (!word.is(word_class)) return {};
  if (word_class == kPointClockClass) return {1, static_cast<double>(minutes_of(document_.lower(token), '.'))};
  if (word_class == kDigitClockClass) return {1, std::floor(word.number / 100) * 60 + std::fmod(word.number, 100)};
  for (size_t i = 0; word.row != nullptr && i < word.row->values.size(); ++i) {
    if (word.row->values[i].first == word_class) return {1, static_cast<double>(word.row->values[i].second)};
  }
  return {1, word.number};
}

/// "twenty", "twenty-four", "twenty four": below one hundred; classes units_word and tens_word of the data file.
ClassMatch TimeWords::small_number(uint32_t token) const {
  static const uint8_t kUnits = vocabulary_.class_named("below_twenty"), kTens = vocabulary_.class_named("tens");
  const ClassMatch units = match(kUnits, token);
  if (units.length > 0) return units;
  const ClassMatch tens = match(kTens, token);
  if (tens.length == 0) return {};
  const uint32_t next = token + 1 + (is_word(token + 1, "-") ? 1 : 0);
  const ClassMatch rest = match(kUnits, next);
  if (rest.length > 0 && rest.value < 10) return {next + 1 - token, tens.value + rest.value};
  return tens;
}

ClassMatch TimeWords::number_phrase(uint32_t token) const {
  static const uint8_t kScale = vocabulary_.class_named("scale"), kVagueWord = vocabulary_.class_named("vague");
  static const uint8_t kFraction = vocabulary_.class_named("fraction");
  const TimeWord& word = (*this)[token];
  ClassMatch found;
  if (word.is(kVagueWord)) {
    const ClassMatch vague = match(kVagueWord, token);
    return {1, vague.value};
  }
  if (word.is(kNumberClass)) {
    found = {1, word.number};
  } else {
    found = small_number(token);
    if (found.length == 0 && !word.is(kScale)) return {};
  }
  if (found.length == 0 || match(kScale, token + found.length).length > 0) {  // hundred, thousand, million
    const ClassMatch scale = match(kScale, token + found.length);
    found.value = (found.length == 0 ? 1 : found.value) * scale.value;
    ++found.length;
  }
  uint32_t next = token + found.length;
  if (is_word(next, "1/2")) return {found.length + 1, found.value + 0.5};
  // "5 1 / 2", "two and a half", "two-and-a-half", "5½"
  if (next + 2 < range_.last && is_word(next, "1") && is_word(next + 1, "/") && is_word(next + 2, "2")) {
    return {found.length + 3, found.value + 0.5};
  }
  if (match(kFraction, next).length > 0) return {found.length + 1, found.value + match(kFraction, next).value / 100};
  uint32_t at = next;
  const auto skip = [&](std::string_view lower) {
    if (is_word(at, "-")) ++at;
    if (!is_word(at, lower)) return false;
    ++at;
    return true;
  };
  if (skip("and") && skip("a") && skip("half")) return {at - token, found.value + 0.5};
  return found;
}

ClassMatch TimeWords::ordinal_phrase(uint32_t token) const {
  static const uint8_t kOrdinalWord = vocabulary_.class_named("ordinal_word"), kTens = vocabulary_.class_named("tens");
  const TimeWord& word = (*this)[token];
  if (word.is(kOrdinalClass)) return {1, word.number};
  const ClassMatch single = match(kOrdinalWord, token);
  if (single.length > 0) return single;
  const ClassMatch tens = match(kTens, token);
  if (tens.length == 0) return {};
  const uint32_t next = token + 1 + (is_word(token + 1, "-") ? 1 : 0);
  const ClassMatch rest = match(kOrdinalWord, next);
  return rest.length > 0 && rest.value < 10 ? ClassMatch{next + 1 - token, tens.value + rest.value} : ClassMatch{};
}

/// "nineteen ninety-six", "two thousand and eight", "twenty twenty-one".
ClassMatch TimeWords::year_words(uint32_t token) const {
  const ClassMatch first = small_number(token);
  if (first.length == 0) return {};
  const uint32_t next = token + first.length;
  if (first.value == 2 && is_word(next, "thousand")) {
    const uint32_t behind = next + 1 + (is_word(next + 1, "and") ? 1 : 0);
    const ClassMatch rest = behind < range_.last ? small_number(behind) : ClassMatch{};
    if (rest.length > 0) return {behind + rest.length - token, 2000 + rest.value};
    return {next + 1 - token, 2000};
  }
  if ((first.value < 15 || first.value > 20) || first.length != 1 || next >= range_.last) return {};
  const ClassMatch rest = small_number(next);
  if (rest.length == 0 || rest.value < 10) return {};
  return {next + rest.length - token, first.value * 100 + rest.value};
}

}  // namespace dateline
