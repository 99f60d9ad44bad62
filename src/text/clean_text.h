// CleanText: a copy of the input that is valid UTF-8 and has every byte at its old place.
//
// What is not valid UTF-8 is overwritten by a replacement of the same number of bytes, so that spans of the copy are
// spans of the input. Each ill-formed sequence (a "maximal subpart", Unicode 15 section 3.9) counts as one character,
// as decoders of browsers and of Python ("replace") count it, so UTF-16 and code-point offsets agree with theirs.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dateline {

enum class Oddity { kInvalidUtf8, kLoneSurrogate, kNul, kControl };

struct OddPlace {
  Oddity kind = Oddity::kInvalidUtf8;
  Span span;
};

struct Oddities {
  std::vector<OddPlace> places;       // in text order; at most kMaxOddities of a kind are listed
  std::array<size_t, 4> counts = {};  // how many there were of each Oddity, listed or not
};

struct CleanText {
  std::string bytes;  // valid UTF-8, as long as the input was (for UTF-16 input: as its UTF-8 form is)
  Oddities oddities;
};

inline constexpr size_t kMaxOddities = 20;

/// From bytes that claim to be UTF-8. Linear.
CleanText clean_utf8(std::string_view input);

/// From UTF-16; a lone surrogate becomes U+FFFD (one unit, three bytes). Linear.
CleanText clean_utf16(std::u16string_view input);

}  // namespace dateline
