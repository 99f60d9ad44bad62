// What a code point is: letter, digit, space, quotation mark, dash …, and its lower case.
//
// No locale and no tables of the platform: the ranges stand in characters.cpp. Letters are those of all alphabets
// (ranges after the Unicode 15 blocks); case is known for Latin, Greek, Cyrillic and Armenian, the alphabets of English
// news.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A decoded character and its length in bytes (1 to 4).
struct CodePoint {
  char32_t value = 0;
  unsigned length = 1;
};

/// The character at `position`, which must be the first byte of one, of valid UTF-8.
CodePoint decode(std::string_view text, size_t position);

/// The character that ends before `position` (position > 0) of valid UTF-8.
CodePoint decode_before(std::string_view text, size_t position);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code);

bool is_letter(char32_t code);  // an alphabet's, syllabary's or ideograph; not a digit, not a mark
bool is_upper(char32_t code);
bool is_lower(char32_t code);
bool is_digit(char32_t code);         // 0-9 only: what English news counts with
bool is_space(char32_t code);         // white space of every width, no-break ones too; not a line end
bool is_line_end(char32_t code);      // LF, CR, VT, FF, NEL, line and paragraph separator
bool is_invisible(char32_t code);     // soft hyphen, zero-width characters, BOM, direction marks, variation selectors
bool is_combining(char32_t code);     // combining marks of the Latin, Greek, Cyrillic, Arabic, Hebrew and Indic blocks
bool is_emoji(char32_t code);         // pictographs, dingbats, flags, skin tones
bool is_apostrophe(char32_t code);    // ' ’ ‘ ʼ ` ´ and their like
bool is_double_quote(char32_t code);  // " “ ” „ ‟ « » and their like
bool is_dash(char32_t code);          // - ‐ ‑ ‒ – — ― −
bool is_currency(char32_t code);      // $ £ € ¥ ₹ …
char32_t to_lower(char32_t code);
char32_t to_upper(char32_t code);

/// Lower case of valid UTF-8.
std::string to_lower(std::string_view text);

/// How a word is written for look-up: apostrophes and dashes made plain (' and -), invisible characters taken out.
std::string normalized(std::string_view text);

}  // namespace dateline
