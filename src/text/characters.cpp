#include "text/characters.h"

#include <array>

namespace dateline {
namespace {

struct Range {
  char32_t first, last;
};

// Letters beyond ASCII, coarse by block: a wrong neighbour (an unassigned code point) does no harm here.
constexpr std::array kLetters = {
    Range{0xAA, 0xAA},       Range{0xB5, 0xB5},      Range{0xBA, 0xBA},       Range{0xC0, 0xD6},
    Range{0xD8, 0xF6},       Range{0xF8, 0x2C1},     Range{0x2C6, 0x2D1},     Range{0x2E0, 0x2E4},
    Range{0x370, 0x373},     Range{0x376, 0x377},    Range{0x37B, 0x37D},     Range{0x37F, 0x37F},
    Range{0x386, 0x386},     Range{0x388, 0x481},    Range{0x48A, 0x556},     Range{0x560, 0x588},
    Range{0x5D0, 0x5F2},     Range{0x620, 0x64A},    Range{0x66E, 0x6D3},     Range{0x6EE, 0x6EF},
    Range{0x6FA, 0x6FC},     Range{0x710, 0x72F},    Range{0x74D, 0x7A5},     Range{0x7CA, 0x8E0},
    Range{0x904, 0x939},     Range{0x958, 0x961},    Range{0x971, 0x9E1},     Range{0xA05, 0xDFF},
    Range{0xE01, 0xE30},     Range{0xE40, 0xE46},    Range{0xE81, 0xEC6},     Range{0xF40, 0xF6C},
    Range{0x1000, 0x103F},   Range{0x10A0, 0x135A},  Range{0x1380, 0x167F},   Range{0x1681, 0x17B3},
    Range{0x1820, 0x1CFF},   Range{0x1D00, 0x1DBF},  Range{0x1E00, 0x1FFC},   Range{0x2071, 0x2071},
    Range{0x2090, 0x209C},   Range{0x2C00, 0x2DDE},  Range{0x3005, 0x3006},   Range{0x3031, 0x3035},
    Range{0x3041, 0x3096},   Range{0x309D, 0x31FF},  Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},
    Range{0xA000, 0xA827},   Range{0xA840, 0xABEA},  Range{0xAC00, 0xD7FB},   Range{0xF900, 0xFB06},
    Range{0xFB13, 0xFB17},   Range{0xFB1D, 0xFDFB},  Range{0xFE70, 0xFEFC},   Range{0xFF21, 0xFF3A},
    Range{0xFF41, 0xFF5A},   Range{0xFF66, 0xFFDC},  Range{0x10000, 0x1CFFF}, Range{0x1D400, 0x1D7CB},
    Range{0x1E000, 0x1EEFF}, Range{0x20000, 0x323AF}};

constexpr std::array kCombining = {
    Range{0x300, 0x36F}, Range{0x483, 0x489},   Range{0x591, 0x5C7},   Range{0x610, 0x61A},   Range{0x64B, 0x65F},
    Range{0x670, 0x670}, Range{0x6D6, 0x6ED},   Range{0x900, 0x903},   Range{0x93A, 0x957},   Range{0xE31, 0xE3A},
    Range{0xE47, 0xE4E}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0xFE20, 0xFE2F}};

constexpr std::array kInvisible = {Range{0xAD, 0xAD},      Range{0x61C, 0x61C},   Range{0x180E, 0x180E},
                                   Range{0x200B, 0x200F},  Range{0x202A, 0x202E}, Range{0x2060, 0x2064},
                                   Range{0x2066, 0x206F},  Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF},
                                   Range{0xE0000, 0xE01EF}};

constexpr std::array kEmoji = {Range{0x2190, 0x21FF}, Range{0x2300, 0x23FF}, Range{0x25A0, 0x27BF},
                               Range{0x2B00, 0x2BFF}, Range{0x1F000, 0x1FAFF}};

template <size_t N>
bool in_ranges(const std::array<Range, N>& ranges, char32_t code) {
  size_t low = 0, high = N;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (ranges[middle].last < code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < N && ranges[low].first <= code;
}

/// Blocks in which an even code point is the upper case of the next odd one.
bool alternates_from_even(char32_t c) {
  return (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
         (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233) ||
         (c >= 0x370 && c <= 0x373) || (c >= 0x3D8 && c <= 0x3EF) || (c >= 0x460 && c <= 0x481) ||
         (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) ||
         (c >= 0x1EA0 && c <= 0x1EFF);
}

/// Blocks in which an odd code point is the upper case of the next even one.
bool alternates_from_odd(char32_t c) {
  return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC) ||
         (c >= 0x4C1 && c <= 0x4CE);
}

}  // namespace

namespace beyond_ascii {

CodePoint decode(std::string_view text, size_t position) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  if (lead < 0xF0) {
    return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
  }
  return {
      static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F)),
      4};
}

bool is_letter(char32_t c) {
  return in_ranges(kLetters, c);
}

bool is_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) {
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_invisible(char32_t c) {
  return in_ranges(kInvisible, c);
}

bool is_emoji(char32_t c) {
  return in_ranges(kEmoji, c);
}

bool is_apostrophe(char32_t c) {
  return c == 0xB4 || c == 0x2BC || (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2039 || c == 0x203A;
}

bool is_double_quote(char32_t c) {
  return c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x300C || c == 0x300D ||
         c == 0xFF02;
}

char32_t to_lower(char32_t c) {
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB && c != 0x3A2) || (c >= 0x410 && c <= 0x42F)) {
    return c + 32;
  }
  if (alternates_from_even(c)) return c | 1;
  if (alternates_from_odd(c)) return c & 1 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return 'i';
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x531 && c <= 0x556) return c + 48;
  return c;
}

char32_t to_upper(char32_t c) {
  if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3CB && c != 0x3C2) || (c >= 0x430 && c <= 0x44F)) {
    return c - 32;
  }
  if (alternates_from_even(c)) return c & ~char32_t{1};
  if (alternates_from_odd(c)) return c & 1 ? c : c - 1;
  if (c == 0xFF) return 0x178;
  if (c == 0x3AC) return 0x386;
  if (c >= 0x3AD && c <= 0x3AF) return c - 37;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c >= 0x561 && c <= 0x586) return c - 48;
  return c;
}

}  // namespace beyond_ascii

CodePoint decode_before(std::string_view text, size_t position) {
  size_t start = position - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return decode(text, start);
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

bool is_combining(char32_t c) {
  return c >= 0x300 && in_ranges(kCombining, c);
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  size_t i = 0;
  for (; i < text.size() && static_cast<unsigned char>(text[i]) < 0x80; ++i) {
    if (text[i] >= 'A' && text[i] <= 'Z') out[i] = static_cast<char>(text[i] + 32);
  }
  out.resize(i);
  while (i < text.size()) {
    const CodePoint point = decode(text, i);
    append_utf8(out, to_lower(point.value));
    i += point.length;
  }
  return out;
}

std::string normalized(std::string_view text) {
  std::string out(text);
  size_t i = 0;
  for (; i < text.size() && static_cast<unsigned char>(text[i]) < 0x80; ++i) {
    if (text[i] == '`') out[i] = '\'';
  }
  out.resize(i);
  while (i < text.size()) {
    const CodePoint point = decode(text, i);
    if (is_apostrophe(point.value)) {
      out.push_back('\'');
    } else if (is_dash(point.value)) {
      out.push_back('-');
    } else if (!is_invisible(point.value)) {
      out.append(text.substr(i, point.length));
    }
    i += point.length;
  }
  return out;
}

}  // namespace dateline
