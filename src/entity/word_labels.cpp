#include "entity/word_labels.h"

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

WordLabels::WordLabels() {
  for (const std::string_view line : lines_of(resource("data/entity/word_labels.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 2 || fields[0].size() != 1) continue;
    for (const std::string_view word : fields_of(fields[1], ' ')) {
      classes_.emplace(word, static_cast<uint8_t>(fields[0][0]));
    }
  }
}

const WordLabels& WordLabels::instance() {
  static const WordLabels words;
  return words;
}

}  // namespace dateline
