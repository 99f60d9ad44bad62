// Learns the weights by which pronouns find their antecedents: train_coreference ARTICLES.jsonl WEIGHTS.tsv
//
// Multinomial logistic regression over the candidates of each pronoun and "none" (all candidates of the right cluster
// are right together), by AdaGrad (Duchi et al. 2011) with a pull towards zero. Which candidates a pronoun has depends
// on how those before it were resolved, so the articles are read several times: once as the annotation says, then as
// the weights so far decide (Ross et al. 2011). First, on five parts of the articles each left out in turn, how right
// it is at several levels of caution is printed; then the weights are learnt from all.
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>

#include "coreference/gold_clusters.h"
#include "entity/find_entities.h"

namespace dateline::training {
namespace {

constexpr int kRounds = 3;
constexpr int kEpochs = 20;
constexpr double kRate = 0.1, kDecay = 0.1;
constexpr size_t kFolds = 5;
constexpr uint64_t kLearners = 20;

struct Sample {
  ReferenceQuestion question;
  std::vector<uint8_t> right;  // of each candidate, and last of none
};

/// The cluster that most of a question's pronouns belong to; kNoCluster where most have none with a name.
uint32_t cluster_asked(const GoldArticle& article, const ReferenceQuestion& question) {
  std::map<uint32_t, uint32_t> votes;
  const auto count = [&](uint32_t token) {
    const auto row = article.cluster_of_pronoun.find(token);
    ++votes[row == article.cluster_of_pronoun.end() ? kNoCluster : row->second];
  };
  count(question.token);
  for (const uint32_t token : question.others) count(token);
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Of an answer, how many of a question's pronouns it is right for.
int right_for(const GoldArticle& article, const ReferenceQuestion& question, uint32_t cluster) {
  const auto is_right = [&](uint32_t token) {
    const auto row = article.cluster_of_pronoun.find(token);
    return row != article.cluster_of_pronoun.end() && row->second == cluster ? 1 : 0;
  };
  int right = is_right(question.token);
  for (const uint32_t token : question.others) right += is_right(token);
  return right;
}

std::vector<uint8_t> right_answers(const GoldArticle& article, const std::vector<uint32_t>& clusters,
                                   const ReferenceQuestion& question) {
  const uint32_t asked = cluster_asked(article, question);
  std::vector<uint8_t> right(question.entities.size() + 1);
  bool any = false;
  for (size_t i = 0; i < question.entities.size() && asked != kNoCluster; ++i) {
    right[i] = question.entities[i] < clusters.size() && clusters[question.entities[i]] == asked ? 1 : 0;
    any = any || right[i];
  }
  if (any) return right;
  // No entity is meant: none and every unnamed candidate are right together.
  for (size_t i = 0; i < question.entities.size(); ++i) right[i] = question.entities[i] >= kFirstUnnamed ? 1 : 0;
  right.back() = 1;
  return right;
}

/// Reads an article, deciding by the annotation or by a model, and keeps every question asked.
void collect(const GoldArticle& article, const ReferenceModel* model, std::vector<Sample>& samples) {
  std::vector<uint32_t> clusters;
  find_entities(article.document, [&](const ReferenceQuestion& question, const EntityAnalysis& analysis) {
    if (clusters.empty()) clusters = article.clusters_of(analysis);
    Sample sample{question, right_answers(article, clusters, question)};
    size_t chosen = 0;
    if (model) {
      chosen = model->choose(question, 0);
    } else {
      while (!sample.right[chosen]) ++chosen;
      if (sample.right.back()) chosen = question.entities.size();
    }
    samples.push_back(std::move(sample));
    return chosen;
  });
}

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  size_t below(size_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<size_t>(state_ >> 33) % n;
  }

 private:
  uint64_t state_;
};

class Learner {
 public:
  explicit Learner(uint64_t seed) : random_(seed) {}
  void learn(const std::vector<Sample>& samples) {
    std::vector<size_t> order(samples.size());
    std::iota(order.begin(), order.end(), 0);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      for (const size_t i : order) step(samples[i]);
      if (epoch * 2 < kEpochs) continue;
      ++summed_;
      for (size_t f = 0; f < feature_count(); ++f) {
        for (size_t k = 0; k < kPronounClasses; ++k) sum_[f][k] += model_[f][k];
      }
    }
  }

  /// The mean of the weights after each epoch of the second half.
  ReferenceModel model() const {
    ReferenceModel mean;
    for (size_t f = 0; f < feature_count(); ++f) {
      for (size_t k = 0; k < kPronounClasses; ++k) mean[f][k] = sum_[f][k] / std::max(1, summed_);
    }
    return mean;
  }

 private:
  void step(const Sample& sample) {
    const ReferenceQuestion& question = sample.question;
    const size_t n = question.entities.size();
    const double weight = std::sqrt(1.0 + static_cast<double>(question.others.size()));  // not one for each pronoun
    std::vector<double> all(n + 1), right(n + 1);
    for (size_t i = 0; i <= n; ++i) all[i] = model_.score(features(question, i), question.pronoun);
    const double top = *std::max_element(all.begin(), all.end());
    double sum = 0, right_sum = 0;
    for (size_t i = 0; i <= n; ++i) {
      all[i] = std::exp(all[i] - top);
      sum += all[i];
      if (sample.right[i]) right_sum += all[i];
    }
    for (size_t i = 0; i <= n; ++i) {
      const double wanted = sample.right[i] ? all[i] / std::max(right_sum, 1e-12) : 0;
      double gradient = wanted - all[i] / sum;
      gradient *= weight;
      if (std::abs(gradient) < 1e-6) continue;
      for (const uint16_t feature : features(question, i)) update(feature, question.pronoun, gradient);
    }
  }

  static const Features& features(const ReferenceQuestion& question, size_t i) {
    return i < question.entities.size() ? question.candidates[i] : question.none;
  }

  void update(uint16_t feature, PronounClass pronoun, double gradient) {
    const auto k = static_cast<size_t>(pronoun);
    double& weight = model_[feature][k];
    double& seen = seen_[feature][k];
    const double pulled = gradient - kDecay * weight;
    seen += pulled * pulled;
    weight += kRate * pulled / std::sqrt(seen + 1e-8);
  }

  ReferenceModel model_, sum_;
  int summed_ = 0;
  std::vector<ReferenceModel::Row> seen_ = std::vector<ReferenceModel::Row>(feature_count());
  Random random_;
};

ReferenceModel learn(const std::vector<const GoldArticle*>& articles) {
  std::vector<Sample> samples;
  for (const GoldArticle* article : articles) collect(*article, nullptr, samples);
  ReferenceModel model;
  for (int round = 0; round < kRounds; ++round) {
    // Several orders of the samples, averaged: the result depends less on which came last.
    ReferenceModel sum;
    for (uint64_t seed = 1; seed <= kLearners; ++seed) {
      Learner learner(seed);
      learner.learn(samples);
      const ReferenceModel one = learner.model();
      for (size_t f = 0; f < feature_count(); ++f) {
        for (size_t k = 0; k < kPronounClasses; ++k) sum[f][k] += one[f][k] / kLearners;
      }
    }
    model = sum;
    if (round + 1 == kRounds) break;
    if (round > 0) samples.clear();
    for (const GoldArticle* article : articles) collect(*article, &model, samples);
  }
  return model;
}

/// Right answers, answers, and pronouns that have one, by class.
struct Count {
  std::array<int, kPronounClasses> right = {}, given = {}, wanted = {};
};

void judge(const GoldArticle& article, const ReferenceModel& model, double caution, Count& count) {
  std::vector<uint32_t> clusters;
  find_entities(article.document, [&](const ReferenceQuestion& question, const EntityAnalysis& analysis) {
    if (clusters.empty()) clusters = article.clusters_of(analysis);
    const size_t chosen = model.choose(question, caution);
    const auto k = static_cast<size_t>(question.pronoun);
    if (chosen < question.entities.size() && question.entities[chosen] < kFirstUnnamed) {
      const uint32_t cluster = clusters[question.entities[chosen]];
      count.given[k] += static_cast<int>(1 + question.others.size());
      count.right[k] += cluster == kNoCluster ? 0 : right_for(article, question, cluster);
    }
    count.wanted[k] += static_cast<int>(article.cluster_of_pronoun.count(question.token));
    for (const uint32_t token : question.others)
      count.wanted[k] += static_cast<int>(article.cluster_of_pronoun.count(token));
    return chosen;
  });
}

void cross_validate(const std::vector<GoldArticle>& articles) {
  constexpr double kCautions[] = {-2, -1.5, -1, -0.8, -0.5, 0, 0.5};
  std::array<Count, std::size(kCautions)> counts;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const GoldArticle*> rest;
    for (size_t i = 0; i < articles.size(); ++i) {
      if (i % kFolds != fold) rest.push_back(&articles[i]);
    }
    const ReferenceModel model = learn(rest);
    for (size_t i = fold; i < articles.size(); i += kFolds) {
      for (size_t c = 0; c < std::size(kCautions); ++c) judge(articles[i], model, kCautions[c], counts[c]);
    }
  }
  constexpr const char* kNames[] = {"he", "she", "it", "they", "I", "you"};
  for (size_t c = 0; c < std::size(kCautions); ++c) {
    std::printf("caution %.1f:", kCautions[c]);
    for (size_t k = 0; k < kPronounClasses; ++k) {
      std::printf("  %s P %.1f R %.1f (%d)", kNames[k], 100.0 * counts[c].right[k] / std::max(1, counts[c].given[k]),
                  100.0 * counts[c].right[k] / std::max(1, counts[c].wanted[k]), counts[c].wanted[k]);
    }
    const auto sum = [](const std::array<int, kPronounClasses>& row) {
      return std::accumulate(row.begin(), row.end(), 0);
    };
    std::printf("  all P %.1f R %.1f\n", 100.0 * sum(counts[c].right) / std::max(1, sum(counts[c].given)),
                100.0 * sum(counts[c].right) / std::max(1, sum(counts[c].wanted)));
  }
}

int run(const std::string& path, const std::string& out) {
  const std::vector<GoldArticle> articles = read_gold_clusters(path);
  cross_validate(articles);
  std::vector<const GoldArticle*> all;
  for (const GoldArticle& article : articles) all.push_back(&article);
  const ReferenceModel model = learn(all);
  std::ofstream file(out);
  file << "# Weights of the features of pronouns and their candidates (entity/reference_features.cpp), in hundredths: "
          "he,\n"
          "# she, it, they. Learnt by build-scripts/train coreference; see REFERENCES_CARD.md.\n"
       << model.table();
  return file ? 0 : 1;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: train_coreference ARTICLES.jsonl WEIGHTS.tsv\n";
    return 2;
  }
  try {
    return dateline::training::run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
