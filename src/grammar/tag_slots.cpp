#include "grammar/tag_slots.h"

namespace dateline {

uint32_t sentence_marks(const Token* tokens, size_t count) {
  size_t words = 0, capital = 0, upper = 0;
  for (size_t i = 0; i < count; ++i) {
    if (!tokens[i].is_word()) continue;
    ++words;
    capital += tokens[i].is_capitalized();
    upper += tokens[i].shape == Shape::kUpper;
  }
  const uint32_t letters = words < 2                 ? 0
                           : 4 * upper > 3 * words   ? 3
                           : 5 * capital > 3 * words ? 2
                           : capital > 0             ? 1
                                                     : 0;
  uint32_t end = 0;
  if (count > 0) {
    const std::string_view last = tokens[count - 1].norm;
    end = last == "." ? 1 : last[0] == '?' || last[0] == '!' ? 2 : tokens[count - 1].is_punctuation() ? 3 : 0;
  }
  return 4 * letters + end;
}

void tag_slots(uint32_t position, uint32_t size, const std::vector<uint32_t>& tags, uint32_t tags_at, uint32_t marks_at,
               std::vector<uint32_t>& items) {
  items.clear();
  for (int offset = -kTagWindow; offset <= kTagWindow; ++offset) {
    const int64_t at = static_cast<int64_t>(position) + offset;
    items.push_back(at < 0 ? 0 : at >= size ? 1 : static_cast<uint32_t>(at) + 2);
  }
  for (uint32_t back = 1; back <= kTagHistory; ++back) {
    items.push_back(position >= back ? tags_at + tags[position - back] : kNoItem);
  }
  items.push_back(marks_at);
}

}  // namespace dateline
