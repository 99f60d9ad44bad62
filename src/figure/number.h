// Numbers as they are written: digits, words, or both ("1,400", "two dozen", "half a million", "1.2m", "two-thirds").
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document.h"

namespace dateline {

enum class NumberForm : uint8_t {
  kCardinal,
  kOrdinal,   // 20th, fourth
  kFraction,  // two-thirds, half, 1/2
  kVague      // dozens, tens of thousands: the value is the least they can mean
};

struct Number {
  IndexRange tokens;  // not empty, inside one sentence
  NumberForm form = NumberForm::kCardinal;
  double value = 0;
  double scale = 1;             // what scale words multiplied the value by: a million for "1.2m"
  bool digits = false;          // begins with digits
  bool plain = false;           // whole digits without a comma, point or scale: "2004"
  std::string_view prefix;      // letters glued before the digits ("eur" of "EUR500"); the caller judges them
  std::string_view suffix;      // letters glued behind the digits that are no scale ("kg" of "10kg"); likewise
  std::string_view hedge = {};  // "several" of "several hundred", "a few"
};

/// The number that begins at token `first` and ends before `limit`; none where no number begins there. Constant time:
/// at most 12 tokens are read.
std::optional<Number> read_number(const Document& document, uint32_t first, uint32_t limit);

}  // namespace dateline
