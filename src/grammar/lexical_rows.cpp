#include "grammar/lexical_rows.h"

#include "grammar/word_classes.h"

namespace dateline {
namespace {

/// The last or first `letters` characters of a word, or all of it.
std::string_view ending(std::string_view word, size_t letters) {
  size_t at = word.size();
  while (letters > 0 && at > 0) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) --at;
    --letters;
  }
  return word.substr(at);
}

}  // namespace

LexicalRows lexical_rows(const Token& token, const std::vector<uint32_t>& row_of_word) {
  using namespace lexical;
  LexicalRows out;
  const std::string key = class_key(token.lower);
  const WordClasses& classes = word_classes();
  const uint32_t word = classes.find(key);
  if (word == WordClasses::kNone) {
    out.add(kCoarseAt + kCoarse - 1);
  } else {
    out.add(classes.path(word));
    out.add(kCoarseAt + (classes.path(word) >> (WordClasses::kBits - 6)));
  }
  bool hyphen = false, digit = false;
  for (const char c : key) {
    hyphen |= c == '-';
    digit |= c == '0';
  }
  out.add(kShapesAt + static_cast<uint32_t>(token.shape) * 4 + (hyphen ? 2 : 0) + (digit ? 1 : 0));
  out.add(kEndings2At + hash_of(ending(key, 2)) % kEndings2);
  out.add(kEndings3At + hash_of(ending(key, 3)) % kEndings3);
  out.add(kStartsAt + hash_of(std::string_view(key).substr(0, 2)) % kStarts);
  if (word != WordClasses::kNone && word < row_of_word.size() && row_of_word[word] != 0) {
    out.word_row = kWordsAt + row_of_word[word] - 1;
    out.add(out.word_row);
  }
  return out;
}

}  // namespace dateline
