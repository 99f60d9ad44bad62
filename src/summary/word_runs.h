// Runs of words: two sentences that share one tell the same, as a list of key points and the story below it do.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"

namespace dateline {

/// The hashes (FNV-1a) of each eight words in a row of a sentence, whatever their case and the marks between them;
/// sorted.
std::vector<uint64_t> word_runs(const Document& document, IndexRange tokens);

/// Whether two sentences share a run. Linear.
bool share_a_run(const std::vector<uint64_t>& one, const std::vector<uint64_t>& other);

}  // namespace dateline
