// A number is read as English builds it: small words add up ("two hundred and fifty"), scale words multiply what stands
// before them ("3.5 million"), and a half may be added before the scale ("one and a half million"). Digits stand where
// the first word may. Whole digits and the number of decimals are kept apart until the end, so that "4.35m" is exactly
// 4,350,000.
#include "figure/number.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostTokens = 12;

struct NumberLexicons {
  Lexicon numbers{"data/figure/numbers.tsv"};
  Lexicon fractions{"data/figure/fractions.tsv"};
  Lexicon ordinals{"data/figure/ordinals.tsv"};
  Lexicon vague{"data/figure/vague_numbers.tsv"};
  Lexicon vague_openers{"data/figure/vague_openers.tsv"};
};

const NumberLexicons& lexicons() {
  static const NumberLexicons instance;
  return instance;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The value of decimal digits with at most one point; data files and texts alike.
struct Decimal {
  double whole = 0;    // all digits, the point left out
  double divisor = 1;  // ten to the number of decimals
  bool grouped = false, fractional = false;
  std::string_view rest;  // what stands behind the digits
  bool valid = false;
};

Decimal read_decimal(std::string_view text) {
  Decimal out;
  size_t at = 0, digits = 0, since_comma = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool more = at + 1 < text.size() && is_ascii_digit(text[at + 1]);
    if (is_ascii_digit(c)) {
      out.whole = out.whole * 10 + (c - '0');
      if (out.fractional) out.divisor *= 10;
      ++digits;
      ++since_comma;
    } else if (c == ',' && more && digits > 0 && !out.fractional) {
      if (out.grouped ? since_comma != 3 && since_comma != 2 : digits > 3) return out;
      out.grouped = true;
      since_comma = 0;
    } else if (c == '.' && more && digits > 0 && !out.fractional) {
      if (out.grouped && since_comma != 3) return out;
      out.fractional = true;
    } else {
      break;
    }
  }
  if (digits == 0 || digits > 15 || (out.grouped && !out.fractional && since_comma != 3)) return out;
  out.rest = text.substr(at);
  out.valid = out.rest.empty() || (out.rest[0] != ':' && out.rest[0] != '.' && out.rest[0] != ',' &&
                                   std::none_of(out.rest.begin(), out.rest.end(), is_ascii_digit));
  return out;
}

/// A value of a data file: "1000", "0.5" or "1/3".
double value_of(std::string_view text) {
  const size_t slash = text.find('/');
  const Decimal above = read_decimal(text.substr(0, slash));
  if (slash == std::string_view::npos) return above.whole / above.divisor;
  return above.whole / read_decimal(text.substr(slash + 1)).whole;
}

/// The value of ½ and its like; 0 where the token is none of them.
double vulgar_fraction(std::string_view token) {
  constexpr struct {
    std::string_view sign;
    double value;
  } kSigns[] = {{"½", 1.0 / 2}, {"¼", 1.0 / 4}, {"¾", 3.0 / 4}, {"⅓", 1.0 / 3}, {"⅔", 2.0 / 3}, {"⅛", 1.0 / 8}};
  for (const auto& row : kSigns)
    if (row.sign == token) return row.value;
  return 0;
}

class NumberReader {
 public:
  NumberReader(const Document& document, uint32_t first, uint32_t limit)
      : document_(document), first_(first), at_(first), limit_(std::min(limit, first + kMostTokens)) {}

  std::optional<Number> read() {
    if (starts_with_digit()) {
      if (!read_digits()) return std::nullopt;
    } else if (!read_hedged() && !read_part_of_scale() && !read_vague() && !read_words()) {
      return std::nullopt;
    }
    number_.tokens = {first_, at_};
    return number_;
  }

 private:
  std::string_view lower(uint32_t at) const { return at < limit_ ? document_.lower(at) : std::string_view(); }
  bool glued(uint32_t at) const { return at < limit_ && !document_.token(at).space_before; }
  std::string_view kind(uint32_t at) const { return at < limit_ ? words_.numbers.field(lower(at), 0) : ""; }
  double worth(uint32_t at) const { return value_of(words_.numbers.field(lower(at), 1)); }
  bool is_scale(uint32_t at) const { return kind(at) == "scale" || kind(at) == "short"; }

  bool starts_with_digit() {
    const std::string_view word = lower(first_);
    if (document_.token(first_).shape == Shape::kNumber) return !word.empty() && is_ascii_digit(word[0]);
    if (vulgar_fraction(word) > 0) return true;
    // "EUR500": two or three letters, then digits.
    const size_t digit = static_cast<size_t>(std::find_if(word.begin(), word.end(), is_ascii_digit) - word.begin());
    if (!document_.token(first_).is_word() || digit < 2 || digit > 3 || digit >= word.size()) return false;
    number_.prefix = word.substr(0, digit);
    return true;
  }

  bool read_digits() {
    number_.digits = true;
    const std::string_view word = lower(first_).substr(number_.prefix.size());
    if (const double part = vulgar_fraction(word); part > 0) {
      number_.form = NumberForm::kFraction;
      number_.value = part;
      ++at_;
      return true;
    }
    const Decimal decimal = read_decimal(word);
    if (!decimal.valid) return false;
    ++at_;
    double whole = decimal.whole, divisor = decimal.divisor;
    if (!decimal.rest.empty() && !read_letters(decimal.rest)) number_.suffix = decimal.rest;
    if (number_.suffix.empty() && number_.scale == 1 && number_.form == NumberForm::kCardinal) {
      number_.plain = !decimal.grouped && !decimal.fractional;
      if (number_.plain) read_written_fraction(whole, divisor);
      read_half(whole, divisor);
      read_scales();
    }
    number_.value = whole * number_.scale / divisor;
    if (number_.scale != 1) number_.plain = false;
    return true;
  }

  /// Letters glued to digits: a scale ("1.2m") or the ending of an ordinal ("20th").
  bool read_letters(std::string_view letters) {
    if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
      number_.form = NumberForm::kOrdinal;
      return true;
    }
    const std::string_view kind = words_.numbers.field(letters, 0);
    if (kind == "letter") {
      number_.suffix = letters;  // the caller judges: metres or millions
      number_.scale = value_of(words_.numbers.field(letters, 1));
      return true;
    }
    if (kind != "short") return false;
    number_.scale = value_of(words_.numbers.field(letters, 1));
    return true;
  }

  /// "1/2", "3/4" alone or behind a whole number ("3 1/2"); larger parts ("24/7", "9/11") are no fractions.
  void read_written_fraction(double& whole, double& divisor) {
    const auto part_at = [&](uint32_t slash) {
      if (lower(slash) != "/" || !glued(slash) || !glued(slash + 1)) return 0.0;
      const Decimal below = read_decimal(lower(slash + 1));
      return below.valid && below.rest.empty() && !below.fractional && below.whole >= 2 && below.whole <= 10
                 ? below.whole
                 : 0.0;
    };
    if (const double below = part_at(at_); below > whole) {
      divisor = below;
      at_ += 2;
      number_.form = NumberForm::kFraction;
      number_.plain = false;
      return;
    }
    if (at_ >= limit_ || document_.token(at_).shape != Shape::kNumber) return;
    const Decimal above = read_decimal(lower(at_));
    const double below = part_at(at_ + 1);
    if (!above.valid || !above.rest.empty() || below <= above.whole) return;
    whole = whole * below + above.whole;
    divisor = below;
    at_ += 3;
    number_.plain = false;
  }

  /// "and a half", "½" behind a number.
  void read_half(double& whole, double& divisor) {
    double part = at_ < limit_ ? vulgar_fraction(lower(at_)) : 0;
    uint32_t length = 1;
    if (part == 0) {
      uint32_t next = at_;
      if (lower(next) == "-" && glued(next)) ++next;
      if (lower(next) != "and") return;
      ++next;
      if (lower(next) == "-") ++next;
      if (lower(next) != "a" && lower(next) != "one") return;
      ++next;
      if (lower(next) == "-") ++next;
      if (lower(next) != "half" && lower(next) != "quarter") return;
      part = lower(next) == "half" ? 0.5 : 0.25;
      length = next + 1 - at_;
    }
    whole = whole / divisor + part;
    divisor = 1;
    at_ += length;
    number_.plain = false;
  }

  void read_scales() {
    if (kind(at_) == "letter" && follows_money_sign()) number_.scale *= worth(at_++);  // "$458 m"
    while (is_scale(at_) && number_.scale < 1e15) number_.scale *= worth(at_++);
    if (lower(at_) == "-" && glued(at_) && glued(at_ + 1) && kind(at_ + 1) == "scale" && lower(at_ + 1) != "dozen") {
      number_.scale *= worth(at_ + 1);  // "three-million"
      at_ += 2;
    }
  }

  bool follows_money_sign() const {
    if (first_ == 0 || !number_.digits) return false;
    const std::string_view sign = document_.norm(first_ - 1);
    return sign == "$" || sign == "£" || sign == "€" || sign == "¥";
  }

  /// "several hundred", "a few thousand".
  bool read_hedged() {
    if (words_.vague_openers.find(lower(first_)).empty() && lower(first_) != "a") return false;
    const uint32_t length = words_.vague_openers.longest_match(document_, first_, limit_);
    if (length == 0 || !is_scale(first_ + length)) return false;
    const std::string opener = lower_words(document_, {first_, first_ + length});
    at_ = first_ + length;
    read_scales();
    number_.value = value_of(words_.vague_openers.field(opener, 0)) * number_.scale;
    number_.form = NumberForm::kVague;
    number_.hedge =
        Span{document_.token(first_).span.start, document_.token(first_ + length - 1).span.end}.of(document_.text());
    return true;
  }

  /// "half a million", "half-a-dozen", "a quarter of a million".
  bool read_part_of_scale() {
    const std::string_view part = words_.fractions.field(lower(at_), 0);
    uint32_t next = at_ + 1;
    double count = 1;
    if (part.empty()) return false;
    if (lower(next) == "of") ++next;
    if (lower(next) == "-") ++next;
    if (lower(next) != "a") return false;
    ++next;
    if (lower(next) == "-") ++next;
    if (!is_scale(next)) return false;
    at_ = next;
    read_scales();
    number_.value = count * value_of(part) * number_.scale;
    return true;
  }

  /// "dozens", "hundreds of thousands".
  bool read_vague() {
    if (words_.vague.find(lower(at_)).empty()) return false;
    number_.form = NumberForm::kVague;
    number_.value = value_of(words_.vague.find(lower(at_)));
    const bool needs_of = lower(at_) == "tens" || lower(at_) == "scores";
    ++at_;
    if (lower(at_) == "of" && !words_.vague.find(lower(at_ + 1)).empty()) {
      number_.value *= value_of(words_.vague.find(lower(at_ + 1)));
      at_ += 2;
    } else if (needs_of && lower(at_) != "of") {
      return false;
    }
    return true;
  }

  bool read_words() {
    if (const std::string_view half = lower(at_); half == "half") return read_bare_half();
    const bool article = (lower(at_) == "a" || lower(at_) == "an");
    if (article) {
      uint32_t next = at_ + 1;
      if (lower(next) == "-" && glued(next)) ++next;
      if (kind(next) == "scale") {
        at_ = next;
        read_scales();
        number_.value = number_.scale;
        add_rest();
        return true;
      }
      return read_fraction_word(1);
    }
    if (kind(at_).empty() || kind(at_) == "letter" || kind(at_) == "short") return read_ordinal();
    if (kind(at_) == "scale") return false;  // "million" alone is no number: "the million"
    const double small = read_small();
    if (read_ordinal_end(small)) return true;
    if (read_fraction_word(small)) return true;
    double whole = small, divisor = 1;
    read_half(whole, divisor);
    read_scales();
    number_.value = whole * number_.scale;
    if (number_.scale != 1) add_rest();
    return true;
  }

  /// What a unit, a teen or tens with a unit say, from the place on.
  double read_small() {
    double value = worth(at_);
    const bool tens = kind(at_) == "tens";
    ++at_;
    if (!tens) return value;
    const uint32_t next = lower(at_) == "-" && glued(at_) && glued(at_ + 1) ? at_ + 1 : at_;
    if (kind(next) == "unit" && worth(next) > 0) {
      value += worth(next);
      at_ = next + 1;
    }
    return value;
  }

  /// "… hundred and fifty thousand", "… thousand two hundred": smaller parts behind a scale word.
  void add_rest() {
    double total = number_.value, last_scale = number_.scale;
    for (;;) {
      uint32_t next = at_;
      if (lower(next) == "and" && last_scale <= 1000) ++next;
      if (kind(next) != "unit" && kind(next) != "teen" && kind(next) != "tens") break;
      const uint32_t before = at_;
      at_ = next;
      double part = read_small(), scale = 1;
      while (kind(at_) == "scale" && lower(at_) != "dozen") scale *= worth(at_++);
      if (scale > last_scale && last_scale == 100) {  // "two hundred fifty thousand"
        total = (total + part) * scale;
      } else if (part * scale < last_scale) {
        total += part * scale;
      } else {
        at_ = before;
        break;
      }
      last_scale = scale;
      if (scale == 1) break;
    }
    while (is_scale(at_) && worth(at_) > 100 && last_scale == 1 && total < 1000) {  // "two hundred and fifty thousand"
      total *= worth(at_);
      number_.scale = worth(at_++);
    }
    number_.value = total;
  }

  bool read_ordinal() {
    const std::string_view rank = words_.ordinals.find(lower(at_));
    if (rank.empty()) return false;
    number_.form = NumberForm::kOrdinal;
    number_.value = value_of(rank);
    ++at_;
    return number_.value >= 3;
  }

  /// "twenty-first" behind its tens.
  bool read_ordinal_end(double tens) {
    if (tens < 20 || lower(at_) != "-" || !glued(at_) || !glued(at_ + 1)) return false;
    const std::string_view rank = words_.ordinals.find(lower(at_ + 1));
    if (rank.empty() || value_of(rank) > 9) return false;
    number_.form = NumberForm::kOrdinal;
    number_.value = tens + value_of(rank);
    at_ += 2;
    return true;
  }

  /// "two-thirds", "a fifth of"; from the place behind the count (or at the article).
  bool read_fraction_word(double count) {
    uint32_t next = at_;
    const bool article = lower(next) == "a" || lower(next) == "an";
    if (article) ++next;
    if (lower(next) == "-" && glued(next) && glued(next + 1)) ++next;
    const std::string_view part = words_.fractions.field(lower(next), 0);
    if (part.empty() || (words_.fractions.field(lower(next), 1) == "many") != (count > 1)) return false;
    if (count == 1 && (!article || lower(next) != "half") && lower(next + 1) != "of") return false;
    number_.form = NumberForm::kFraction;
    number_.value = count * value_of(part);
    at_ = next + 1;
    if (lower(at_) == "of" && (lower(at_ + 1) == "a" || lower(at_ + 1) == "an") && kind(at_ + 2) == "scale") {
      at_ += 2;
      read_scales();
      number_.value *= number_.scale;
      number_.form = NumberForm::kCardinal;
    }
    return true;
  }

  /// "half" counts where something is halved: "half of", "half the", "half its".
  bool read_bare_half() {
    const std::string_view next = lower(at_ + 1);
    if (next != "of" && next != "the" && next != "its" && next != "their" && next != "his" && next != "her" &&
        next != "all")
      return false;
    const std::string_view before = first_ > 0 ? document_.lower(first_ - 1) : std::string_view();
    if (before == "first" || before == "second" || before == "other" || before == "the" || before == "-" ||
        before == "opening" || before == "latter" || before == "this" || before == "last")
      return false;
    number_.form = NumberForm::kFraction;
    number_.value = 0.5;
    ++at_;
    return true;
  }

  const NumberLexicons& words_ = lexicons();
  const Document& document_;
  uint32_t first_, at_, limit_;
  Number number_;
};

/// Whether a number can begin at a token: a cheap test that nearly all tokens fail.
bool may_begin(const Document& document, uint32_t token) {
  const Token& word = document.token(token);
  if (word.shape == Shape::kNumber) return true;
  const std::string_view lower = word.lower;
  if (lower.empty()) return false;
  if (word.is_punctuation() || word.shape == Shape::kSymbol) return vulgar_fraction(lower) > 0;
  if (lower.size() > 14) return false;
  if (lower == "a" || lower == "an") return true;
  if (lower.size() > 2 && (is_ascii_digit(lower[2]) || (lower.size() > 3 && is_ascii_digit(lower[3])))) return true;
  const NumberLexicons& words = lexicons();
  return words.numbers.contains(lower) || words.fractions.contains(lower) || words.ordinals.contains(lower) ||
         words.vague.contains(lower) || words.vague_openers.contains(lower);
}

}  // namespace

std::optional<Number> read_number(const Document& document, uint32_t first, uint32_t limit) {
  if (first >= limit || !may_begin(document, first)) return std::nullopt;
  return NumberReader(document, first, limit).read();
}

}  // namespace dateline
