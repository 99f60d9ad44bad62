// Annotated texts, read into documents of our own tokens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document.h"
#include "entity/name_features.h"

namespace dateline::training {

/// A name in the gold, in bytes.
struct GoldName {
  Span span;
  NameType type = NameType::kPer;
};

struct Example {
  uint32_t corpus = 0;
  uint32_t source = 0;                 // number of the record; an altered copy has that of its original
  std::unique_ptr<Document> document;  // apart, so that its features may refer to it when the example moves
  std::vector<GoldName> names;
  std::vector<uint8_t> labels;  // gold label of each token
  std::vector<bool> used;       // of each sentence: whether it is learnt from
  std::unique_ptr<NameFeatures> features;
};

struct Corpus {
  std::string file;      // without ".jsonl"
  double share = 1;      // of its records that are used, evenly spread
  bool has_misc = true;  // whether what is outside PER, ORG and LOC may still be a MISC
};

/// The records of a file, `share` of them. Throws where the file cannot be read.
std::vector<Example> read_examples(const std::string& path, double share, uint32_t corpus);

/// A copy in which some lines are in capitals or in title case, and only they are used: headlines as papers write them.
Example with_headlines(const Example& example, uint32_t seed);

}  // namespace dateline::training
