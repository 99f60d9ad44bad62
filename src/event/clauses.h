// Clauses: the words that tell an event, cut from the dependency tree.
#pragma once

#include <string_view>
#include <vector>

#include "event/anchored.h"
#include "event/dependency_tree.h"
#include "time/timex.h"

namespace dateline {

/// The clause in which an event is told: what hangs on its main word, its subject included wherever that stands,
/// without what is subordinate behind it, in apposition, in front of the subject, or the attribution.
struct Clause {
  uint32_t core = 0;           // the word that the clause hangs on: a verb, a predicate, or the noun that is the event
  uint32_t subject = kNoHead;  // the head of its subject
  uint32_t attribution = kNoHead;  // the first word of "…, the mayor said", where the clause ends with that
  std::vector<uint32_t> tokens;    // in the order in which they are read: a subject from elsewhere comes first
  IndexRange range;                // from its first to its last token, dates included
};

/// Linear in the sentence.
Clause clause_of(const Document& document, const DependencyTree& tree, const Anchored& event,
                 const std::vector<Timex>& times);

bool is_quote_mark(std::string_view lower);

/// A dash between blanks, or a long one; not a hyphen.
bool is_dash(const Document& document, uint32_t token);

}  // namespace dateline
