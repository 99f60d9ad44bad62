// Running text as teachers see it, written down as a treebank to learn from.
#pragma once

#include <string>

#include "training/grammar/label_set.h"
#include "training/grammar/tag_set.h"
#include "training/grammar/teachers.h"

namespace dateline::training {

/// Analyses sentences of a file with a paragraph a line, evenly from all of it, until about `most` tokens are written.
void write_treebank(const std::string& text, const std::string& path, size_t most, const WordRows& words,
                    const TagSet& tags, const LabelSet& labels, Teachers& teachers);

}  // namespace dateline::training
