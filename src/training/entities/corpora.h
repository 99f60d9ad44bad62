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

/// What a text that no one has annotated with names tells of a token all the same: its part of speech in a treebank, or
/// the label that another program gave it.
enum class Hint : uint8_t { kNothing, kName, kNoName, kPer, kOrg, kLoc, kMisc, kOutside };
inline constexpr size_t kHints = 8;

struct Example {
  uint32_t corpus = 0;
  uint32_t source = 0;                 // number of the record; an altered copy has that of its original
  std::unique_ptr<Document> document;  // apart, so that its features may refer to it when the example moves
  std::vector<GoldName> names;
  std::vector<uint8_t> labels;  // gold label of each token
  std::vector<Hint> hints;      // of each token; empty where the names are gold
  std::vector<bool> used;       // of each sentence: whether it is learnt from
  std::unique_ptr<NameFeatures> features;
};

/// The families of features that are left out in training and in evaluation alike (bits, see NameFeatures).
uint32_t families_off();
void set_families_off(uint32_t off);

/// The records of a file, `share` of them, evenly spread. Throws where the file cannot be read.
std::vector<Example> read_examples(const std::string& path, double share, uint32_t corpus);

/// A copy in which some lines are in capitals, in title case or without capitals, and only they are used: headlines as
/// papers write them, and messages as people type them.
Example with_headlines(const Example& example, uint32_t seed, bool without_capitals);

/// An example that is made of a text alone: no names, no hints.
Example plain_example(const std::string& text, uint32_t corpus, uint32_t source);

/// Where each code point of a text begins, and its end.
std::vector<uint32_t> bytes_of_code_points(const std::string& text);

}  // namespace dateline::training
