#include "grammar/sentence_marks.h"

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

}  // namespace dateline
