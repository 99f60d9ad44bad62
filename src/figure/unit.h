// Units: what stands beside a number and says what it measures: a currency, a unit of measure, or the things counted.
#pragma once

#include <optional>
#include <string>

#include "document.h"
#include "figure/figure.h"
#include "figure/number.h"

namespace dateline {

/// A unit and how far it reaches.
struct Unit {
  FigureKind kind = FigureKind::kCount;
  std::string name;      // as Figure::unit has it; empty for a bare number
  uint32_t last = 0;     // one past its last token
  double factor = 1;     // the number counts this many of the unit: 1/100 for pence
  bool is_time = false;  // hours, days, years: the number is a duration, not a figure
  bool is_age = false;
};

/// A currency that stands before `first`, where the number begins: "£", "US$", "Rs".
struct CurrencyBefore {
  std::string_view code;  // ISO 4217
  uint32_t first = 0;     // its first token
};

/// The currency that ends right before a token, not reaching before `limit`.
std::optional<CurrencyBefore> currency_before(const Document& document, uint32_t token, uint32_t limit);

/// The ISO 4217 code of letters glued to digits ("eur" of "EUR500"); empty where they are no currency.
std::string_view currency_of_prefix(std::string_view letters);

/// The unit that follows a number, which ends before `limit`: glued to it ("10kg"), behind a hyphen ("50-mile") or
/// apart
/// ("3.5 per cent", "600 Swiss francs"); else the noun phrase that is counted ("1,400 civilians"). None where letters
/// are glued to the number that are no unit: then it is a name, not a number.
std::optional<Unit> unit_after(const Document& document, const Number& number, uint32_t limit);

}  // namespace dateline
