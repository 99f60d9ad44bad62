// Finds the names of a document and their rough type. Twice: the second time each word knows how the first pass
// labelled it in the rest of the document, so that "Blackburn" alone is what "Peter Blackburn" was.
#pragma once

#include <vector>

#include "document.h"
#include "entity/name_model.h"

namespace dateline {

struct Name {
  IndexRange tokens;  // not empty, inside one sentence, without a possessive at the end
  NameType type = NameType::kPer;
};

/// The embedded weights.
const NameModel& name_model();

/// Both passes; in each, the best sequence of labels of a sentence (Viterbi 1967). In text order, not overlapping.
/// Linear.
std::vector<Name> tag_names(const Document& document, const NameModel& model, uint32_t off = 0);

}  // namespace dateline
