// Keyphrases: the noun phrases that say what the article is about.
#pragma once

#include <string>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "time/timex.h"

namespace dateline {

struct Keyphrase {
  std::string text;  // as its first mention has it; a name in its fullest form
  double score = 0;
  std::vector<Span> mentions;  // in text order, not empty
};

/// At most 12, best first: names of entities, and noun phrases outside names and time expressions; no duplicates and no
/// fragments of one another. Linear but for the sort.
std::vector<Keyphrase> find_keyphrases(const Document& document, const EntityAnalysis& entities,
                                       const std::vector<Timex>& times);

}  // namespace dateline
