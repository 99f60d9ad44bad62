// What part a word plays in its clause, read off the dependency tree.
#pragma once

#include <cstdint>

#include "document.h"

namespace dateline {

enum class Role : uint8_t {
  kUnknown,  // the grammar was not worked out
  kSubject,
  kObject,
  kOblique,   // "in Paris", "by the company"
  kOwner,     // "Anna's", "her"
  kModifier,  // "the mayor of Paris", "the Paris office"
  kVocative,
  kOther
};
inline constexpr size_t kRoleCount = 8;

/// The word of a range whose head stands outside it: "Secretary" in "the Secretary of State". Linear in the range.
uint32_t head_word(const Document& document, IndexRange tokens);

/// The part that the phrase of a head word plays; an apposition and a later conjunct play that of the first. Bounded.
Role role_of(const Document& document, uint32_t word);

/// The predicate of the clause that a word stands in; of a predicate itself, the word. A verb without a subject of its
/// own ("wants to see her") belongs to the clause above. Bounded.
uint32_t clause_of(const Document& document, uint32_t word);

/// Whether a word is the subject of a verb of saying.
bool speaks(const Document& document, uint32_t word);

/// Of a subject: 2 where its predicate is an adjective, 4 a noun, 6 a verb, 0 another word or it is no subject; one
/// more where a clause depends on the predicate ("it is likely that …").
uint32_t predicate_of(const Document& document, uint32_t word);

}  // namespace dateline
