// How the words of unlabelled news are labelled by a model that has not seen how: what a word is most often, over many
// texts, for words that the annotated texts do not have.
#pragma once

#include <string>

#include "entity/name_model.h"

namespace dateline::training {

/// Labels the texts of `news` (a paragraph a line, an empty line after each text) and writes src/data/entity's
/// word_labels.tsv.
void write_word_labels(const NameModel& model, const std::string& news, const std::string& path);

}  // namespace dateline::training
