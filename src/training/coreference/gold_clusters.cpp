#include "coreference/gold_clusters.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "text/clean_text.h"
#include "training/corpus_file.h"

namespace dateline::training {
std::vector<uint32_t> GoldArticle::clusters_of(const EntityAnalysis& analysis) const {
  std::vector<std::map<uint32_t, uint32_t>> votes(analysis.entities.size());
  for (const Mention& mention : analysis.mentions) {
    if (mention.kind != MentionKind::kName) continue;
    const auto last = std::lower_bound(names.begin(), names.end(), mention.span.end,
                                       [](const auto& row, uint32_t end) { return row.first.start < end; });
    std::map<uint32_t, bool> seen;
    for (auto row = names.begin(); row != last; ++row) {
      if (row->first.overlaps(mention.span)) seen[row->second] = true;
    }
    for (const auto& [cluster, unused] : seen) ++votes[mention.entity][cluster];
  }
  std::vector<uint32_t> clusters(votes.size(), kNoCluster);
  for (size_t i = 0; i < votes.size(); ++i) {
    uint32_t most = 0;
    for (const auto& [cluster, count] : votes[i]) {
      if (count > most) {
        most = count;
        clusters[i] = cluster;
      }
    }
  }
  return clusters;
}

std::vector<GoldArticle> read_gold_clusters(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<GoldArticle> articles;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const auto record = nlohmann::json::parse(line);
    const std::string text = record["text"];
    const std::vector<uint32_t> bytes = bytes_of_code_points(text);
    GoldArticle article;
    article.id = record["id"];
    article.document = build_document(clean_utf8(text), Depth::kGrammar);
    uint32_t cluster = 0;
    for (const auto& row : record["clusters"]) {
      for (const auto& mention : row["mentions"]) {
        const Span span{bytes[mention["start"].get<size_t>()], bytes[mention["end"].get<size_t>()]};
        if (mention["kind"] == "name") article.names.emplace_back(span, cluster);
        if (mention["kind"] != "pronoun") continue;
        const IndexRange tokens = article.document.tokens_in(span);
        if (tokens.size() >= 1) article.cluster_of_pronoun.emplace(tokens.first, cluster);
      }
      ++cluster;
    }
    std::sort(article.names.begin(), article.names.end(),
              [](const auto& a, const auto& b) { return a.first.start < b.first.start; });
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace dateline::training
