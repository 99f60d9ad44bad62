// The verb that governs an expression of time in the dependency tree, and whether it looks ahead.
#pragma once

#include "document.h"

namespace dateline {

/// Whether the governing verb tells of what is to come although no word such as "will" stands by it: the present tense
/// of a schedule ("the museum opens in May"), a clause of time or condition ("when the case is heard in May"), what was
/// planned ("they planned a march on Saturday"). False without a tree. Reads a bounded stretch of the sentence.
bool looks_ahead_by_tree(const Document& document, IndexRange sentence, IndexRange expression);

/// Whether the governing verb, or an auxiliary of it, stands in the past tense ("soon became", "was soon released").
bool is_past_by_tree(const Document& document, IndexRange sentence, IndexRange expression);

/// Whether the expression says when what its verb tells happened ("was announced on March 18"), not for when something
/// was fixed ("was called for May 25").
bool happened_by_tree(const Document& document, IndexRange sentence, IndexRange expression);

}  // namespace dateline
