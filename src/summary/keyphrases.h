// Keyphrases: the noun phrases that say what the article is about.
#pragma once

#include <string>
#include <vector>

#include "document.h"
#include "entity/entity.h"

namespace dateline {

struct Keyphrase {
  std::string text;  // as its first mention has it
  double score = 0;
  std::vector<Span> mentions;  // in text order, not empty
};

/// At most 12, best first; no duplicates and no fragments of one another. Linear but for the sort.
std::vector<Keyphrase> find_keyphrases(const Document& document, const EntityAnalysis& entities);

}  // namespace dateline
