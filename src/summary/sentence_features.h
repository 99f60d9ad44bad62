// Features: what the sentence scores know about each sentence. Shared by the scorer and the program that learns the
// weights.
#pragma once

#include <array>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "event/timeline.h"
#include "figure/figure.h"
#include "quote/quote.h"
#include "summary/keyphrases.h"
#include "summary/rarity.h"

namespace dateline {

/// The names of the features, in the order of SentenceFeatures; the weight file uses them too.
inline constexpr const char* kFeatureNames[] = {
    "first",          "near_start",     "depth",      "near_end",      "opens_block",
    "block_depth",    "alone_in_block", "words",      "short",         "long",
    "headline_cover", "headline_share", "centrality", "density",       "mass",
    "lead_likeness",  "salience",       "top_entity", "names",         "new_names",
    "keyphrases",     "figures",        "events",     "quoted",        "opens_quote",
    "said",           "pronoun",        "connective", "question",      "list",
    "first_person",   "terms_new",      "unfinished", "no_verb",       "order",
    "definition",     "about_top",      "about_name", "also",          "on_itself",
    "second_person",  "brackets",       "likeness",   "opens_section", "before_sections",
    "past",           "talk",           "half_quote"};
inline constexpr size_t kFeatures = std::size(kFeatureNames);
using SentenceFeatures = std::array<float, kFeatures>;

/// What the features are made from.
struct SummaryInputs {
  const Document& document;
  const EntityAnalysis& entities;
  const std::vector<TimelineEvent>& timeline;
  const std::vector<Quote>& quotes;
  const std::vector<Figure>& figures;
  const std::vector<Keyphrase>& keyphrases;
};

/// A sentence that may be chosen, with its features (most between 0 and 1) and its distinct terms.
struct SummaryCandidate {
  uint32_t sentence = 0;
  SentenceFeatures features{};
  std::vector<uint32_t> terms;
  std::vector<uint64_t> runs;  // word_runs()
  float dependence = 0;        // 1 where it leans on the sentence before it
};

/// The sentences of the running text that have at least three words, in text order. Linear.
std::vector<SummaryCandidate> summary_candidates(const SummaryInputs& inputs, const TermCounts& counts);

}  // namespace dateline
