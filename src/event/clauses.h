// Clauses: the words that tell an event.
#pragma once

#include <string_view>

#include "event/anchored.h"
#include "time/timex.h"

namespace dateline {

/// The tokens of the clause in which an event is told: within its sentence, around its trigger, the date included.
IndexRange clause_of(const Document& document, const Anchored& event, const std::vector<Timex>& times);

/// The first token of a range that is a form of a verb that tells something; the range's end where there is none.
uint32_t first_verb_of(const Document& document, IndexRange tokens);

/// Whether a token is tagged a verb or, without tags, looks like one: a past or a third person of a listed verb, or an
/// auxiliary.
bool looks_like_verb(const Document& document, uint32_t token);

bool is_quote_mark(std::string_view lower);

/// A dash between blanks, or a long one; not a hyphen.
bool is_dash(const Document& document, uint32_t token);

}  // namespace dateline
