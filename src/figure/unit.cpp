// Currencies and measures are looked up. What is counted is the noun phrase behind the number, by the tree: its
// modifiers hang on what follows them, its noun does not ("three | Russian soldiers", "12 | new primary schools").
#include "figure/unit.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostUnitTokens = 7;

struct UnitLexicons {
  Lexicon currencies{"data/figure/currencies.tsv"};
  Lexicon units{"data/figure/units.tsv"};
  Lexicon irregular_plurals{"data/figure/irregular_plurals.txt"};
  Lexicon metres_words{"data/figure/metres_words.txt"};
};

const UnitLexicons& lexicons() {
  static const UnitLexicons instance;
  return instance;
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
  const bool thousands = number.value / number.scale >= 1000;  // "10,000m": nobody writes a sum of money so
  const bool race = last > 1 && number.scale != 1 && last < limit && document.grammar(last).upos != Upos::kNoun &&
                    (document.lower(last - 2) == "the" || document.lower(last - 2) == "'s");  // "gold in the 200m"
  if (number.suffix == "m" && (thousands || race || are_metres(document, number, limit))) {
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

/// Whether a word may be part of what is counted, by its tag.
bool may_describe(const Document& document, uint32_t token) {
  const Upos upos = document.grammar(token).upos;
  return document.token(token).is_word() && (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj ||
                                             upos == Upos::kVerb || upos == Upos::kAdv || upos == Upos::kX);
}

/// A word that only modifies one behind it.
bool modifies_next(const TokenGrammar& grammar, uint32_t token) {
  const std::string_view relation = grammar.relation;
  return grammar.head != kNoHead && grammar.head > token &&
         (relation == "amod" || relation == "compound" || relation == "nummod" || relation == "det" ||
          relation == "advmod" || relation == "nmod:poss" || relation == "nmod" || relation == "punct");
}

/// Whether a noun may be counted by a number other than one.
bool is_plural(const Document& document, uint32_t token) {
  const std::string_view tag = document.grammar(token).xpos;
  const bool singular = tag == "NN" || (tag == "NNP" && document.lower(token).back() != 's');
  return !singular || lexicons().irregular_plurals.contains(document.lower(token));
}

/// The noun phrase that begins at a token; its name is empty where none is seen. `many`: it must be a plural.
Unit counted(const Document& document, uint32_t first, uint32_t limit, bool many) {
  Unit unit;
  unit.last = first;
  uint32_t begin = first;
  if (begin < limit && (document.lower(begin) == "more" || document.lower(begin) == "other")) ++begin;
  const uint32_t end = std::min(limit, begin + kMostUnitTokens);
  uint32_t at = begin;
  if (begin >= end || !may_describe(document, begin)) return unit;
  const auto goes_on = [&](uint32_t next) {
    return next < end && (may_describe(document, next) || is_glue(document, next, limit));
  };
  while (at + 1 < end) {
    const bool owner = document.lower(at + 1) == "'s" && at + 2 < end &&
                       may_describe(document, at + 2);  // "half of Velda | 's | voters"
    const bool joined = is_glue(document, at + 1, limit) || is_glue(document, at, limit);
    if (!joined && !modifies_next(document.grammar(at), at)) break;
    if (!owner && !goes_on(at + 1)) break;
    at += owner ? 2 : 1;
  }
  while (many && at > begin && at < end && !is_plural(document, at)) --at;  // "four million birds | winter here"
  if (at >= end || !may_describe(document, at) || (many && !is_plural(document, at))) return unit;
  const TokenGrammar& head = document.grammar(at);
  const bool is_group = head.upos == Upos::kAdj || head.xpos == "VBN";  // "41 dead", "seven injured"
  const bool hangs_together = document.grammar(begin > 0 ? begin - 1 : 0).head == at;
  if (head.upos != Upos::kNoun && head.upos != Upos::kPropn && !(is_group && hangs_together)) return unit;
  unit.name = words_between(document, begin, at + 1);
  unit.last = at + 1;
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
  const bool running = document.block_of(document.sentence(document.sentence_of(next))).is_running_text();
  const bool name = running && document.token(next).shape == Shape::kCapitalized &&
                    document.lower(next).size() > 3;  // the singer 50 Cent
  if (auto unit = listed_unit(document, next, limit);
      unit && !(name && unit->kind == FigureKind::kMoney && unit->last == next + 1))
    return unit;
  if (hyphen) {
    Unit unit;
    unit.last = end;
    if (document.lower(next) == "plus") return unit;  // "90-plus minutes"
    if (!may_describe(document, next) || document.token(next).is_capitalized()) return std::nullopt;
    unit.name = std::string(document.surface(next));
    unit.last = next + 1;
    return unit;
  }
  const bool many = number.form == NumberForm::kCardinal && number.value != 1;
  Unit unit = counted(document, next, limit, many);
  if (unit.name.empty()) unit.last = end;
  return unit;
}

}  // namespace dateline
