#include "warnings.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kLongLine = 200'000;        // bytes in one block
constexpr uint32_t kFewWordsForLanguage = 20;  // below this, the language is not judged

struct Kind {
  const char* code;
  const char* one;
  const char* many;
};

constexpr Kind kKinds[] = {
    {"invalid_utf8", "Bytes that are not valid UTF-8; they count as a replacement character.",
     " places are not valid UTF-8."},
    {"lone_surrogate", "Half of a surrogate pair; it counts as a replacement character.", " surrogates stand alone."},
    {"nul", "A NUL character.", " NUL characters."},
    {"control", "A control character.", " control characters."},
};

void add_oddities(std::vector<Warning>& out, const Oddities& oddities) {
  bool first[4] = {true, true, true, true};
  for (const OddPlace& place : oddities.places) {
    const auto kind = static_cast<size_t>(place.kind);
    std::string message = kKinds[kind].one;
    if (first[kind] && oddities.counts[kind] > 1)
      message += " In all, " + std::to_string(oddities.counts[kind]) + kKinds[kind].many;
    first[kind] = false;
    out.push_back({kKinds[kind].code, message, place.span});
  }
}

/// English is told by its function words: about half of the lower-case words of English news, under a tenth of another
/// language's. Words of a script without case count as lower-case ones; tables of names and numbers are not judged.
void add_language(std::vector<Warning>& out, const Document& document) {
  static const Lexicon function_words("data/text/function_words.txt");
  size_t words = 0, judged = 0, known = 0;
  for (const Token& token : document.tokens()) {
    if (!token.is_word()) continue;
    ++words;
    if (token.shape != Shape::kLower && token.shape != Shape::kUncased) continue;
    ++judged;
    known += function_words.contains(token.lower);
  }
  if (words == 0) {
    out.push_back({"few_words", "The text has no words, only numbers and signs.", std::nullopt});
  } else if (judged >= kFewWordsForLanguage && judged * 4 >= words && known * 100 < judged * 15) {
    out.push_back({"not_english", "The text does not look like English running text; Dateline reads English only.",
                   std::nullopt});
  }
}

}  // namespace

std::vector<Warning> find_warnings(const Document& document, const Oddities& oddities) {
  std::vector<Warning> out;
  add_oddities(out, oddities);
  if (document.tokens().empty()) {
    out.push_back({"empty", "The text is empty or has only white space.", std::nullopt});
    return out;
  }
  for (const Block& block : document.blocks()) {
    if (block.span.size() > kLongLine) {
      out.push_back(
          {"long_line", "A line of " + std::to_string(block.span.size()) + " bytes without an end.", block.span});
      break;
    }
  }
  add_language(out, document);
  return out;
}

}  // namespace dateline
