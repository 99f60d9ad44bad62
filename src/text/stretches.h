// Lines and what they make up: the stretches of a text between line ends, joined again where the text is hard-wrapped.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace dateline {

/// One line, or the lines of one hard-wrapped paragraph.
struct Stretch {
  Span span;                // from the first to the last character that is not white space; never empty
  bool after_blank = true;  // a blank line (or the text's start) stands before it
};

/// The stretches of a text in valid UTF-8, ascending. Line ends are LF, CR, CRLF and Unicode's others. Linear.
std::vector<Stretch> find_stretches(std::string_view text);

bool is_final_mark(char32_t code);  // . ! ? … : ;

/// The last character of a span that is no closing quotation mark or bracket, no footnote mark ("[6]") and no comma
/// slipped in behind a full stop; 0 where there is none.
char32_t last_character(std::string_view text, Span span);

}  // namespace dateline
