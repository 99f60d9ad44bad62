// How rare a word is in news, and which words of a document are its terms.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"

namespace dateline {

/// The form under which a word is counted: its lower form without a plural s ("strikes" -> "strike"). A view of
/// `lower`.
std::string_view term_of(std::string_view lower);

/// The 24-bit hash under which the table keeps a term (FNV-1a, folded).
uint32_t term_hash(std::string_view term);

/// How rare a term is: the binary logarithm of the number of articles for each one that has it, in steps of 1/16.
/// Learnt from news by src/training/summary; a term that is not among the commonest 9,900 counts as rare (about 10.5).
double rarity_of(std::string_view term);

inline constexpr uint32_t kNoTerm = 0xFFFFFFFF;

/// The terms of a document: its words but for function words, numbers and marks, each with its rarity and frequency.
struct TermCounts {
  std::vector<uint32_t> term_of_token;  // index into the others, or kNoTerm
  std::vector<float> rarity;            // by term
  std::vector<uint32_t> frequency;      // in running text and headlines
};

/// One pass over the tokens.
TermCounts count_terms(const Document& document);

}  // namespace dateline
