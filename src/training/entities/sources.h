// What the name tagger learns from: which sets, how much of each, how far each is trusted.
#pragma once

#include <string>
#include <vector>

#include "entities/corpora.h"
#include "entities/options.h"

namespace dateline::training {

struct Source {
  std::string name;
  float weight = 1;       // how much a step on one of its sentences counts
  bool has_misc = true;   // whether what is outside PER, ORG and LOC is outside MISC too
  bool annotated = true;  // by people; otherwise the learner labels it itself
};

struct Sources {
  std::vector<Source> list;
  std::vector<Example> examples;  // their `corpus` is an index into the list
};

/// From DATELINE_DATA and, of the files that are packed there, from where they are unpacked. Options: a set's name
/// gives its share, weight_NAME its weight.
Sources read_sources(const std::string& data, const std::string& unpacked, const Options& options);

/// The annotated sets that an option leaves out by a share of 0: texts to measure on that resemble none learnt from.
std::vector<std::string> files_left_out(const Options& options);

}  // namespace dateline::training
