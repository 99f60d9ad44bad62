#include "entity/word_case.h"

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

WordCase::WordCase() {
  for (const std::string_view line : lines_of(resource("data/entity/word_case.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 2 || fields[0].size() != 1 || fields[0][0] < 'a' || fields[0][0] > 'e') continue;
    const auto number = static_cast<uint8_t>(fields[0][0] - 'a' + 1);
    for (const std::string_view word : fields_of(fields[1], ' ')) classes_.emplace(word, number);
  }
}

const WordCase& WordCase::instance() {
  static const WordCase words;
  return words;
}

}  // namespace dateline
