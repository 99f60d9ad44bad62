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

/// A label for each token; the best sequence of each sentence (Viterbi 1967). `with_document` adds the document
/// features, for which NameFeatures::learn_from_first_pass() must have been called. Linear.
std::vector<uint8_t> label_names(const Document& document, const NameFeatures& features, const NameModel& model,
                                 bool with_document);

/// Both passes. In text order, not overlapping.
std::vector<Name> tag_names(const Document& document, const NameModel& model);

}  // namespace dateline
