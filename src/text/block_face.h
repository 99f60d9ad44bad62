// The face of a block: what is asked about it more than once, read from its edges, so that a line of any length costs
// little.
#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace dateline {

inline constexpr size_t kEdge = 400;  // bytes read at either end of a block
inline constexpr int kCountedWords = 60;

struct Face {
  std::string start, end;    // lower case and normalised, at most kEdge bytes of the text each
  int words = 0;             // at most kCountedWords
  int capitalized = 0;       // of those of four letters and more
  int long_words = 0;        // words of four letters and more
  int upper = 0, lower = 0;  // letters among the words counted
  char32_t last = 0;         // last character but for closers
  bool closes_bracket = false;
};

Face face_of(std::string_view text, Span span);

}  // namespace dateline
