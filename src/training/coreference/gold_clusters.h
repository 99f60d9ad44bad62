// Articles whose mentions are annotated with whom they mean.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/entity.h"

namespace dateline::training {

inline constexpr uint32_t kNoCluster = 0xFFFFFFFF;

struct GoldArticle {
  std::string id;
  Document document;
  std::unordered_map<uint32_t, uint32_t> cluster_of_pronoun;  // by token
  std::vector<std::pair<Span, uint32_t>> names;               // of each gold name its cluster, by place

  /// Of each entity the cluster whose names most of its names overlap; kNoCluster where none does.
  std::vector<uint32_t> clusters_of(const EntityAnalysis& analysis) const;
};

/// Reads a file of the coreference layer (one JSON record a line). Throws std::runtime_error where it cannot be read.
std::vector<GoldArticle> read_gold_clusters(const std::string& path);

}  // namespace dateline::training
