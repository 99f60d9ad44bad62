#include "text/clean_text.h"

#include "text/characters.h"

namespace dateline {
namespace {

unsigned char at(std::string_view text, size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

struct Sequence {
  unsigned length = 1;
  bool valid = true;
};

/// The well-formed sequence at `i`, or the maximal ill-formed one (Unicode 15, table 3-7).
Sequence sequence_at(std::string_view text, size_t i) {
  const unsigned char lead = at(text, i);
  if (lead < 0x80) return {1, true};
  unsigned wanted = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    wanted = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    wanted = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    wanted = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {1, false};
  }
  for (unsigned k = 1; k < wanted; ++k) {
    const unsigned char next = at(text, i + k);
    if (i + k >= text.size() || next < low || next > high) return {k, false};
    low = 0x80;
    high = 0xBF;
  }
  return {wanted, true};
}

void note(CleanText& out, Oddity kind, size_t start, size_t length) {
  if (out.oddities.counts[static_cast<size_t>(kind)]++ < kMaxOddities) {
    out.oddities.places.push_back({kind, {static_cast<uint32_t>(start), static_cast<uint32_t>(start + length)}});
  }
}

void note_control(CleanText& out, char32_t code, size_t start) {
  if (code == 0) note(out, Oddity::kNul, start, 1);
  if ((code > 0 && code < 0x20 && code != '\t' && !is_line_end(code)) || code == 0x7F) {
    note(out, Oddity::kControl, start, 1);
  }
}

}  // namespace

CleanText clean_utf8(std::string_view input) {
  CleanText out;
  out.bytes.assign(input);
  for (size_t i = 0; i < input.size();) {
    const Sequence sequence = sequence_at(input, i);
    if (sequence.length == 1 && sequence.valid) {
      note_control(out, static_cast<unsigned char>(input[i]), i);
    } else if (!sequence.valid) {
      constexpr std::string_view kReplacement[] = {"", "\x1A", "\xC2\x80", "\xEF\xBF\xBD"};
      out.bytes.replace(i, sequence.length, kReplacement[sequence.length]);
      note(out, Oddity::kInvalidUtf8, i, sequence.length);
    }
    i += sequence.length;
  }
  return out;
}

CleanText clean_utf16(std::u16string_view input) {
  CleanText out;
  out.bytes.reserve(input.size() + input.size() / 8);
  for (size_t i = 0; i < input.size(); ++i) {
    char32_t code = input[i];
    const size_t start = out.bytes.size();
    const bool high = code >= 0xD800 && code < 0xDC00;
    if (high && i + 1 < input.size() && input[i + 1] >= 0xDC00 && input[i + 1] < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (input[++i] - 0xDC00);
    } else if (code >= 0xD800 && code < 0xE000) {
      note(out, Oddity::kLoneSurrogate, start, 3);
      code = 0xFFFD;
    } else {
      note_control(out, code, start);
    }
    append_utf8(out.bytes, code);
  }
  return out;
}

}  // namespace dateline
