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

/// Each question below for a code point beyond ASCII. ASCII, most of any English text, is answered inline.
namespace beyond_ascii {
CodePoint decode(std::string_view text, size_t position);
bool is_letter(char32_t code);
bool is_space(char32_t code);
bool is_line_end(char32_t code);
bool is_invisible(char32_t code);
bool is_emoji(char32_t code);
bool is_apostrophe(char32_t code);
bool is_double_quote(char32_t code);
char32_t to_lower(char32_t code);
char32_t to_upper(char32_t code);
}  // namespace beyond_ascii

/// The character at `position`, which must be the first byte of one, of valid UTF-8.
inline CodePoint decode(std::string_view text, size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  return lead < 0x80 ? CodePoint{lead, 1} : beyond_ascii::decode(text, position);
}

/// The character that ends before `position` (position > 0) of valid UTF-8.
CodePoint decode_before(std::string_view text, size_t position);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code);

inline char32_t to_lower(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  return beyond_ascii::to_lower(code);
}

inline char32_t to_upper(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z' ? code - 32 : code;
  return beyond_ascii::to_upper(code);
}

/// A letter of an alphabet or syllabary, or an ideograph; not a digit, not a mark.
inline bool is_letter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return beyond_ascii::is_letter(code);
}

inline bool is_upper(char32_t code) {
  return to_lower(code) != code;
}

inline bool is_lower(char32_t code) {
  return to_upper(code) != code || code == 0xDF;
}

/// 0-9 only: what English news counts with.
inline bool is_digit(char32_t code) {
  return code >= '0' && code <= '9';
}

/// White space of every width, no-break ones too; not a line end.
inline bool is_space(char32_t code) {
  if (code < 0x80) return code == ' ' || code == '\t';
  return beyond_ascii::is_space(code);
}

/// LF, CR, VT, FF, NEL, line and paragraph separator.
inline bool is_line_end(char32_t code) {
  if (code < 0x80) return code >= 0x0A && code <= 0x0D;
  return beyond_ascii::is_line_end(code);
}

/// Soft hyphen, zero-width characters, BOM, direction marks, variation selectors.
inline bool is_invisible(char32_t code) {
  return code >= 0x80 && beyond_ascii::is_invisible(code);
}

/// Pictographs, dingbats, flags, skin tones.
inline bool is_emoji(char32_t code) {
  return code >= 0x80 && beyond_ascii::is_emoji(code);
}

/// ' ’ ‘ ʼ ` ´ and their like.
inline bool is_apostrophe(char32_t code) {
  if (code < 0x80) return code == '\'' || code == '`';
  return beyond_ascii::is_apostrophe(code);
}

/// " “ ” „ ‟ « » and their like.
inline bool is_double_quote(char32_t code) {
  if (code < 0x80) return code == '"';
  return beyond_ascii::is_double_quote(code);
}

/// Combining marks of the Latin, Greek, Cyrillic, Arabic, Hebrew and Indic blocks.
bool is_combining(char32_t code);

/// - ‐ ‑ ‒ – — ― −
inline bool is_dash(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

/// $ £ € ¥ ₹ …
inline bool is_currency(char32_t code) {
  return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20C0);
}

/// Lower case of valid UTF-8.
std::string to_lower(std::string_view text);

/// How a word is written for look-up: apostrophes and dashes made plain (' and -), invisible characters taken out.
std::string normalized(std::string_view text);

/// Of single bytes.
inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_ascii_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

}  // namespace dateline
