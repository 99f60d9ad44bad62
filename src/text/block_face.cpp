#include "text/block_face.h"

#include <algorithm>

#include "text/characters.h"
#include "text/stretches.h"

namespace dateline {
namespace {

std::string lower_slice(std::string_view text, uint32_t start, uint32_t end) {
  while (start < end && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) ++start;
  while (end > start && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return to_lower(normalized(text.substr(start, end - start)));
}

}  // namespace

Face face_of(std::string_view text, Span span) {
  Face face;
  face.start = lower_slice(text, span.start, static_cast<uint32_t>(std::min<size_t>(span.end, span.start + kEdge)));
  face.end = lower_slice(text, static_cast<uint32_t>(span.size() > kEdge ? span.end - kEdge : span.start), span.end);
  face.last = last_character(text, span);
  face.closes_bracket = text[span.end - 1] == ')';
  int letters = 0;
  bool capital = false;
  const auto end_word = [&] {
    if (letters > 0) ++face.words;
    if (letters >= 4) {
      ++face.long_words;
      face.capitalized += capital;
    }
    letters = 0;
  };
  for (uint32_t i = span.start; i < span.end && face.words < kCountedWords && i < span.start + 2000;) {
    const CodePoint point = decode(text, i);
    if (is_letter(point.value)) {
      if (letters++ == 0) capital = is_upper(point.value);
      face.upper += is_upper(point.value);
      face.lower += is_lower(point.value);
    } else if (!is_apostrophe(point.value)) {
      end_word();
    }
    i += point.length;
  }
  end_word();
  return face;
}

}  // namespace dateline
