// Puts right in a parsed tree what no English sentence has: a verb that modifies a noun as if it were one, someone
// spoken to in place of the subject, a noun without a preposition that modifies what stands before a comma. The parser
// errs so where a past tense could be a participle ("3,000 cheered", "killed 12 and wounded 30").
#pragma once

#include <vector>

#include "grammar/grammar.h"
#include "text/span.h"
#include "token/token.h"

namespace dateline {

/// Changes heads and relations of a sentence's nodes; it stays a tree. Linear, but for the few words that look wrong.
void mend_tree(const std::vector<Token>& tokens, IndexRange sentence, std::vector<TokenGrammar>& nodes);

}  // namespace dateline
