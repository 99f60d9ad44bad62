#include "entities/chains.h"

#include <algorithm>

namespace dateline::training {
namespace {

template <typename Visit>
void for_used_sentences(const Sources& sources, const Visit& visit) {
  for (uint32_t e = 0; e < sources.examples.size(); ++e) {
    for (uint32_t s = 0; s < sources.examples[e].used.size(); ++s) {
      if (sources.examples[e].used[s]) visit(e, s);
    }
  }
}

}  // namespace

void features_of(const Example& example, uint32_t token, std::vector<FeatureId>& ids) {
  const IndexRange sentence = example.document->sentence(example.document->sentence_of(token)).tokens;
  ids.clear();
  example.features->add_place_features(token, ids);
  for (int distance = -kWindow; distance <= kWindow; ++distance) {
    const int64_t place = static_cast<int64_t>(token) + distance;
    const bool inside = place >= sentence.first && place < sentence.last;
    const uint32_t word =
        inside ? example.features->word_of(static_cast<uint32_t>(place)) : uint32_t{NameFeatures::kOutsideWord};
    example.features->add_word_features(word, distance, ids);
  }
}

FeatureTable::FeatureTable(const Sources& sources, int least) : row_of_(size_t{1} << kFeatureBits, kNoRow) {
  std::vector<uint8_t> counts(size_t{1} << kFeatureBits);
  std::vector<FeatureId> ids;
  for_used_sentences(sources, [&](uint32_t e, uint32_t s) {
    const Example& example = sources.examples[e];
    const IndexRange tokens = example.document->sentences()[s].tokens;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      features_of(example, i, ids);
      for (const FeatureId id : ids) counts[id] = static_cast<uint8_t>(std::min(counts[id] + 1, 255));
    }
  });
  for (FeatureId id = 0; id < counts.size(); ++id) {
    if (counts[id] < least) continue;
    row_of_[id] = static_cast<uint32_t>(ids_.size());
    ids_.push_back(id);
    counts_.push_back(counts[id]);
  }
}

std::vector<Chain> FeatureTable::chains(const Sources& sources) const {
  std::vector<Chain> chains;
  std::vector<FeatureId> ids;
  for_used_sentences(sources, [&](uint32_t e, uint32_t s) {
    const Example& example = sources.examples[e];
    const Source& source = sources.list[example.corpus];
    const IndexRange tokens = example.document->sentences()[s].tokens;
    Chain chain;
    chain.example = e;
    chain.sentence = s;
    chain.weight = source.weight;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      features_of(example, i, ids);
      for (const FeatureId id : ids) {
        if (row_of_[id] != kNoRow) chain.features.push_back(row_of_[id]);
      }
      chain.ends.push_back(static_cast<uint32_t>(chain.features.size()));
      const uint8_t gold = example.labels[i];
      chain.labels.push_back(gold);
      if (!example.hints.empty()) chain.hints.push_back(static_cast<uint8_t>(example.hints[i]));
      if (!source.has_misc) {
        const unsigned outside_or_misc =
            1U << kOutside | 1U << begin_label(NameType::kMisc) | 1U << inside_label(NameType::kMisc);
        chain.allowed.push_back(static_cast<uint16_t>(gold != kOutside ? 1U << gold : outside_or_misc));
      }
    }
    chain.features.shrink_to_fit();
    chains.push_back(std::move(chain));
  });
  return chains;
}

void FeatureTable::add_document_features(const Example& example, Chain& chain) {
  const IndexRange tokens = example.document->sentences()[chain.sentence].tokens;
  std::vector<FeatureId> ids;
  chain.document_features.clear();
  chain.document_ends.clear();
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    ids.clear();
    example.features->add_document_features(i, ids);
    for (const FeatureId id : ids) {
      if (row_of_[id] == kNoRow) {
        row_of_[id] = static_cast<uint32_t>(ids_.size());
        ids_.push_back(id);
        counts_.push_back(255);
      }
      chain.document_features.push_back(row_of_[id]);
    }
    chain.document_ends.push_back(static_cast<uint32_t>(chain.document_features.size()));
  }
}

}  // namespace dateline::training
