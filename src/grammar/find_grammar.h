// The grammar stage: tags, lemmas and trees for the sentences of a document.
#pragma once

#include <vector>

#include "grammar/grammar.h"
#include "text/span.h"
#include "token/token.h"

namespace dateline {

/// Fills `out` (one entry a token) for every sentence; lemmas that are not a token's own lower form are kept in
/// `arena`. Linear.
void find_grammar(const std::vector<Token>& tokens, const std::vector<IndexRange>& sentences, StringArena& arena,
                  std::vector<TokenGrammar>& out);

}  // namespace dateline
