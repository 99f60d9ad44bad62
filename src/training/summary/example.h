// An article of a summary set, ready to be learnt from: its candidate sentences, what the references say of each, and
// the measure by which a choice of sentences is judged.
#pragma once

#include <string>
#include <vector>

#include "summary/rarity.h"
#include "summary/sentence_features.h"

namespace dateline::training {

struct Example {
  std::string id;
  TermCounts counts;
  std::vector<SummaryCandidate> candidates;
  std::vector<float> target;                          // by candidate: how much it should be read, 0..1
  std::vector<std::vector<uint32_t>> sentence_words;  // of every sentence of the report
  std::vector<std::vector<uint32_t>> references;
  std::vector<std::vector<uint32_t>>
      teachers;             // further summaries, written by language models: learnt from, not judged by
  bool extractive = false;  // the reference is a choice of the article's own sentences
};

/// The articles of a .jsonl file, analysed by all stages before the sentence scores.
std::vector<Example> read_examples(const std::string& path);

struct Rouge {
  double one = 0, two = 0;
};

/// ROUGE-1 and -2 F of sentences best first, cut as the project's scorer cuts: whole sentences while they stay within
/// max(words of the reference, 30), at least one. With several references the best counts.
Rouge rouge_of(const Example& example, const std::vector<uint32_t>& order);

}  // namespace dateline::training
