// Predicates: the word that the clause of an event hangs on, and its subject.
#pragma once

#include <vector>

#include "event/anchored.h"
#include "event/dependency_tree.h"
#include "time/timex.h"

namespace dateline {

struct Predicate {
  uint32_t core = 0;               // what the clause hangs on: the trigger itself, or a verb or predicate above it
  uint32_t subject = kNoHead;      // the head of its subject, wherever that stands; kNoHead for none
  uint32_t path = 0;               // what the clause must contain
  IndexRange content;              // what is said inside quotation marks, where the clause is that; else empty
  bool keeps_attribution = false;  // the clause ends with "…, the mayor said"
};

/// Of an event that a verb tells: what a saying says, where that stands before it ("Dozens were killed, a witness
/// said"); else what the verb completes ("decided to sell" of "sell"); else the next verb up that has a subject.
/// Linear in the sentence.
Predicate predicate_of(const Document& document, const DependencyTree& tree, const Anchored& event,
                       const std::vector<Timex>& times);

/// The head of the subject that hangs on a predicate; kNoHead for none.
uint32_t own_subject_of(const DependencyTree& tree, uint32_t core);

bool is_relative_pronoun(const Document& document, uint32_t token);

/// Whether a token is a verb joined to another with a date of its own, or the head of a phrase that is nothing but a
/// date, where that date is not the event's.
bool has_other_date(const Document& document, const DependencyTree& tree, uint32_t token, const Anchored& event,
                    const std::vector<Timex>& times);

}  // namespace dateline
