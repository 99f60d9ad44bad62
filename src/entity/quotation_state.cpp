#include "entity/quotation_state.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kLongestUnclosed = 60;  // tokens

}  // namespace

bool is_quotation_mark(std::string_view surface) {
  return surface == "\"" || surface == "\xE2\x80\x9C" || surface == "\xE2\x80\x9D" || surface == "``" ||
         surface == "''";
}

std::vector<uint8_t> tokens_in_quotation(const Document& document) {
  std::vector<uint8_t> inside(document.tokens().size());
  bool open = false;
  uint32_t block = 0, opened_at = 0;
  for (const Sentence& sentence : document.sentences()) {
    const uint32_t start = sentence.tokens.first;
    if (sentence.block != block && open) {
      // A quotation of several paragraphs opens each of them anew; any other long one that is not closed was none.
      if (start - opened_at > kLongestUnclosed && !is_quotation_mark(document.surface(start)))
        std::fill(inside.begin() + opened_at, inside.begin() + start, uint8_t{0});
      open = false;
    }
    block = sentence.block;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const std::string_view mark = document.surface(i);
      if (!is_quotation_mark(mark)) {
        inside[i] = open ? 1 : 0;
        continue;
      }
      opened_at = i;
      if (mark == "\xE2\x80\x9C" || mark == "``") {
        open = true;
      } else if (mark == "\xE2\x80\x9D" || mark == "''") {
        open = false;
      } else {
        open = !open;
      }
    }
  }
  return inside;
}

}  // namespace dateline
