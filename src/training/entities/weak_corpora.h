// Texts whose names no one has annotated, with what is known of their words all the same. The learner labels them
// itself, helped by these hints (main.cpp).
#pragma once

#include <string>
#include <vector>

#include "entities/corpora.h"

namespace dateline::training {

/// A treebank in CoNLL-U: what is tagged a proper noun is a name of some kind, a verb or a pronoun is none.
std::vector<Example> read_treebank(const std::string& path, uint32_t corpus);

/// Each `step`-th record of `texts`; another program has labelled their tokens in `labels` (see the first line of that
/// file).
std::vector<Example> read_machine_labelled(const std::string& texts, const std::string& labels, uint32_t step,
                                           uint32_t corpus);

/// Plain text, a paragraph a line, an empty line after each text; of the texts from number `first` on before `last`,
/// each `step`-th. No hints.
std::vector<Example> read_plain(const std::string& path, uint32_t first, uint32_t last, uint32_t step, uint32_t corpus);

}  // namespace dateline::training
