// Currencies and measures are looked up. What is counted is found by form: the first plural noun behind the number
// closes its noun phrase ("three | Russian soldiers", "12 | new primary schools"), for a number above one asks for a
// plural.
#include "figure/unit.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostUnitTokens = 5;

struct UnitLexicons {
  Lexicon currencies{"data/figure/currencies.tsv"};
  Lexicon units{"data/figure/units.tsv"};
  Lexicon irregular_plurals{"data/figure/irregular_plurals.txt"};
  Lexicon not_plurals{"data/figure/not_plurals.txt"};
  Lexicon metres_words{"data/figure/metres_words.txt"};
  Lexicon closed_class{"data/figure/closed_class.txt"};
};

const UnitLexicons& lexicons() {
  static const UnitLexicons instance;
  return instance;
}

bool is_plural(const Document& document, uint32_t token) {
  const std::string_view word = document.lower(token);
  const UnitLexicons& words = lexicons();
  if (words.irregular_plurals.contains(word)) return true;
  if (word.size() < 3 || word.back() != 's' || words.not_plurals.contains(word)) return false;
  return !word.ends_with("ss") && !word.ends_with("'s") && !word.ends_with("ous") && !word.ends_with("sis");
}

bool is_glue(const Document& document, uint32_t token, uint32_t limit) {
  return token < limit && document.lower(token) == "-" && !document.token(token).space_before && token + 1 < limit &&
         !document.token(token + 1).space_before;
}

Unit measure(std::string_view row, uint32_t last) {
  const auto fields = fields_of(row);
  Unit unit;
  unit.name = std::string(fields[0]);
  unit.last = last;
  const std::string_view quantity = fields.size() > 1 ? fields[1] : std::string_view();
  unit.kind = quantity == "percent" ? FigureKind::kPercent : FigureKind::kMeasure;
  unit.is_time = quantity == "time";
  unit.is_age = quantity == "age";
  return unit;
}

Unit money(std::string_view row, uint32_t last) {
  const auto fields = fields_of(row);
  Unit unit;
  unit.kind = FigureKind::kMoney;
  unit.name = std::string(fields[0]);
  unit.last = last;
  if (fields.size() > 2 && fields[2] == "1/100") unit.factor = 0.01;
  return unit;
}

/// "m" glued to digits: metres before "high", "hurdles" and the like, else millions.
bool are_metres(const Document& document, const Number& number, uint32_t limit) {
  uint32_t next = number.tokens.last;
  if (is_glue(document, next, limit)) ++next;
  return next < limit && lexicons().metres_words.contains(document.lower(next));
}

std::optional<Unit> glued_unit(const Document& document, const Number& number, uint32_t limit) {
  const UnitLexicons& words = lexicons();
  const uint32_t last = number.tokens.last;
  if (number.suffix == "m" && are_metres(document, number, limit)) {
    Unit unit = measure("m\tlength", last);
    unit.factor = 1e-6;  // the number was read as millions
    return unit;
  }
  if (number.suffix == "t" && number.scale != 1) {
    Unit unit = measure("tonnes\tmass", last);
    unit.factor = 1 / number.scale;
    return unit;
  }
  if (words.currencies.field(number.suffix, 1) == "glued") return money(words.currencies.find(number.suffix), last);
  const std::string_view place = words.units.field(number.suffix, 2);
  if (place == "glued" || place == "both") return measure(words.units.find(number.suffix), last);
  return std::nullopt;
}

/// A unit or currency in the lexicons from a token on.
std::optional<Unit> listed_unit(const Document& document, uint32_t first, uint32_t limit) {
  const UnitLexicons& words = lexicons();
  const uint32_t unit = words.units.longest_match(document, first, limit);
  const uint32_t currency = words.currencies.longest_match(document, first, limit);
  if (currency > 0 && currency >= unit) {
    const std::string_view row = words.currencies.find(lower_words(document, {first, first + currency}));
    const std::string_view place = fields_of(row)[1];
    if (place == "after" || place == "both") return money(row, first + currency);
  }
  if (unit > 0) {
    const std::string_view row = words.units.find(lower_words(document, {first, first + unit}));
    if (fields_of(row).back() != "glued") return measure(row, first + unit);
  }
  return std::nullopt;
}

std::string words_between(const Document& document, uint32_t first, uint32_t last) {
  return std::string(document.span_of({first, last}).of(document.text()));
}

bool may_describe(const Document& document, uint32_t token) {
  const Token& word = document.token(token);
  return word.is_word() && !lexicons().closed_class.contains(word.lower);
}

/// The noun phrase that a cardinal counts, from a token on; its name is empty where none is seen.
Unit counted(const Document& document, uint32_t first, uint32_t limit, bool singular) {
  const UnitLexicons& words = lexicons();
  Unit unit;
  unit.last = first;
  uint32_t begin = first;
  if (begin < limit && (document.lower(begin) == "more" || document.lower(begin) == "other")) ++begin;
  const uint32_t end = std::min(limit, begin + kMostUnitTokens);
  uint32_t last = begin;
  for (uint32_t i = begin; i < end; ++i) {
    const std::string_view lower = document.lower(i);
    const bool plural = is_plural(document, i);
    const bool always_noun = words.irregular_plurals.contains(lower);
    if (lower == "-" && i > begin && is_glue(document, i, limit)) continue;
    if (!always_noun && !may_describe(document, i)) break;
    if (lower == "years" || lower == "days" || lower == "hours" || lower == "weeks" || lower == "months") break;
    if (plural) {
      last = i + 1;
      if (!document.token(i).is_capitalized()) break;
    } else if (singular && document.token(i).shape == Shape::kLower) {
      last = i + 1;
      break;
    }
    if (i > begin && document.token(i).is_word() && lower.ends_with("ed") && !plural && last > begin) break;
  }
  if (last == begin) return unit;
  unit.name = words_between(document, begin, last);
  unit.last = last;
  return unit;
}

}  // namespace

std::string_view currency_of_prefix(std::string_view letters) {
  const std::string_view place = lexicons().currencies.field(letters, 1);
  return place == "before" || place == "both" ? lexicons().currencies.field(letters, 0) : std::string_view();
}

std::optional<CurrencyBefore> currency_before(const Document& document, uint32_t token, uint32_t limit) {
  for (uint32_t length = 2; length >= 1; --length) {
    if (token < limit + length) continue;
    const uint32_t first = token - length;
    if (length == 2 && document.token(first + 1).space_before && document.lower(first + 1) != "$") continue;
    const std::string_view code = currency_of_prefix(lower_words(document, {first, token}));
    const bool word = document.token(first).is_word();
    if (!code.empty() && (!word || document.token(first).shape != Shape::kLower)) return CurrencyBefore{code, first};
  }
  return std::nullopt;
}

std::optional<Unit> unit_after(const Document& document, const Number& number, uint32_t limit) {
  const uint32_t end = number.tokens.last;
  if (!number.suffix.empty()) {
    if (auto unit = glued_unit(document, number, limit)) return unit;
    if (number.scale == 1) return std::nullopt;
  }
  uint32_t next = end;
  const bool hyphen = is_glue(document, next, limit);
  if (hyphen) ++next;
  if (number.form == NumberForm::kFraction || number.form == NumberForm::kVague) {
    if (next < limit && document.lower(next) == "of") ++next;
    while (next < limit && next < end + 4 &&
           (document.lower(next) == "the" || document.lower(next) == "its" || document.lower(next) == "all" ||
            document.lower(next) == "their" || document.lower(next) == "a" || document.lower(next) == "an"))
      ++next;
  }
  const bool whole_unnamed = number.form == NumberForm::kFraction && next == end;  // "three-quarters full"
  if (next >= limit || whole_unnamed) {
    Unit bare;
    bare.last = end;
    return bare;
  }
  if (auto unit = listed_unit(document, next, limit)) return unit;
  if (hyphen) {
    Unit unit;
    unit.last = end;
    if (!may_describe(document, next) || document.token(next).is_capitalized()) return std::nullopt;
    unit.name = std::string(document.surface(next));
    unit.last = next + 1;
    return unit;
  }
  const bool singular =
      number.value == 1 || number.form == NumberForm::kOrdinal || number.form == NumberForm::kFraction;
  Unit unit = counted(document, next, limit, singular);
  if (unit.name.empty()) unit.last = end;
  return unit;
}

}  // namespace dateline
