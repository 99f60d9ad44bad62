// Learns the weights of the sentence scores by gradient descent (Adam). Extractive references teach sentence by
// sentence (logistic loss: is it in the extract?); abstractive ones teach the whole list (softmax loss against how well
// each sentence alone would do, on average over a text's summaries). Several networks with other first weights are
// learnt and their mean is kept. Five-fold cross-validation on both sets; gum.dev is only reported.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>

#include "example.h"
#include "summary/choose_sentences.h"
#include "summary/sentence_model.h"
#include "summary_training.h"

namespace dateline::training {
namespace {

constexpr size_t kModels = 5;  // of which the mean is kept
constexpr size_t kHidden = 3;  // units of each
constexpr size_t kFolds = 5;
constexpr int kEpochs = 60;
constexpr double kRate = 0.01;
constexpr double kDecay = 0.001;
constexpr double kAbstractWeight = 2.0;
constexpr double kSharpness = 20;  // how strongly the best sentences of an abstract are preferred

/// What no set of summaries teaches: a reader meets the sentences alone, so one that leans on its neighbours, asks,
/// speaks of "me" and "you", has no verb (a caption) or stands in a table of results is worth less. Added to the learnt
/// linear weights.
struct ReaderPrior {
  std::string_view feature;
  double weight;
};
constexpr ReaderPrior kReaderPriors[] = {
    {"pronoun", -1.0},      {"connective", -0.8},    {"also", -0.2},      {"half_quote", -1.0}, {"list", -0.6},
    {"question", -0.3},     {"opens_quote", -0.3},   {"quoted", -0.4},    {"first", 1.0},       {"no_verb", -0.7},
    {"first_person", -0.5}, {"second_person", -0.5}, {"unfinished", -1.0}};

double prior_of(size_t feature) {
  for (const ReaderPrior& prior : kReaderPriors)
    if (prior.feature == kFeatureNames[feature]) return prior.weight;
  return 0;
}

/// The weights as one vector: linear (bias, features), then for each hidden unit out, bias, features.
struct Weights {
  std::vector<double> values = std::vector<double>(1 + kFeatures + kHidden * (2 + kFeatures));

  double* unit(size_t k) { return &values[1 + kFeatures + k * (2 + kFeatures)]; }
  const double* unit(size_t k) const { return &values[1 + kFeatures + k * (2 + kFeatures)]; }

  double score(const SentenceFeatures& f, double* sums) const {
    double total = values[0];
    for (size_t i = 0; i < kFeatures; ++i) total += values[1 + i] * static_cast<double>(f[i]);
    for (size_t k = 0; k < kHidden; ++k) {
      const double* u = unit(k);
      double sum = u[1];
      for (size_t i = 0; i < kFeatures; ++i) sum += u[2 + i] * static_cast<double>(f[i]);
      sums[k] = sum;
      total += u[0] * sum / (1 + std::abs(sum));
    }
    return total;
  }

  void add_gradient(const SentenceFeatures& f, const double* sums, double slope, std::vector<double>& gradient) const {
    gradient[0] += slope;
    for (size_t i = 0; i < kFeatures; ++i) gradient[1 + i] += slope * static_cast<double>(f[i]);
    for (size_t k = 0; k < kHidden; ++k) {
      const double* u = unit(k);
      double* g = &gradient[static_cast<size_t>(u - values.data())];
      const double size = 1 + std::abs(sums[k]);
      g[0] += slope * sums[k] / size;
      const double inner = slope * u[0] / (size * size);
      g[1] += inner;
      for (size_t i = 0; i < kFeatures; ++i) g[2 + i] += inner * static_cast<double>(f[i]);
    }
  }
};

/// Adds the gradient of one example's loss.
void add_example(const Example& example, const Weights& weights, std::vector<double>& gradient) {
  const size_t n = example.candidates.size();
  if (n < 2) return;
  std::vector<double> scores(n), sums(n * kHidden), slopes(n);
  for (size_t i = 0; i < n; ++i) scores[i] = weights.score(example.candidates[i].features, &sums[i * kHidden]);
  if (example.extractive) {
    for (size_t i = 0; i < n; ++i)
      slopes[i] = (1 / (1 + std::exp(-scores[i])) - static_cast<double>(example.target[i])) / 10;
  } else {
    const auto softmax = [n](const std::vector<double>& x) {
      std::vector<double> out(n);
      const double top = *std::max_element(x.begin(), x.end());
      double total = 0;
      for (size_t i = 0; i < n; ++i) total += out[i] = std::exp(x[i] - top);
      for (double& value : out) value /= total;
      return out;
    };
    std::vector<double> wanted(n);
    for (size_t i = 0; i < n; ++i) wanted[i] = kSharpness * static_cast<double>(example.target[i]);
    const auto p = softmax(scores), q = softmax(wanted);
    for (size_t i = 0; i < n; ++i) slopes[i] = kAbstractWeight * (p[i] - q[i]);
  }
  for (size_t i = 0; i < n; ++i)
    weights.add_gradient(example.candidates[i].features, &sums[i * kHidden], slopes[i], gradient);
}

/// A small generator of its own, so that every machine learns the same weights.
class Dice {
 public:
  double next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state_ >> 33) / 2147483648.0;
  }

 private:
  uint64_t state_ = 20160211;
};

Weights learn_one(const std::vector<const Example*>& examples, Dice& dice) {
  Weights weights;
  for (double& value : weights.values) value = (dice.next() - 0.5) * 0.3;
  const size_t size = weights.values.size();
  std::vector<double> mean(size), square(size), gradient(size);
  std::vector<size_t> order(examples.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  constexpr size_t kBatch = 8;
  int step = 0;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[static_cast<size_t>(dice.next() * static_cast<double>(i))]);
    const double rate = kRate * (1 - 0.95 * epoch / kEpochs);
    for (size_t at = 0; at < order.size(); at += kBatch) {
      std::fill(gradient.begin(), gradient.end(), 0.0);
      const size_t end = std::min(order.size(), at + kBatch);
      for (size_t i = at; i < end; ++i) add_example(*examples[order[i]], weights, gradient);
      ++step;
      for (size_t i = 0; i < size; ++i) {
        const double g = gradient[i] / static_cast<double>(end - at) + (i == 0 ? 0 : kDecay * weights.values[i]);
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        square[i] = 0.999 * square[i] + 0.001 * g * g;
        weights.values[i] -=
            rate * (mean[i] / (1 - std::pow(0.9, step))) / (std::sqrt(square[i] / (1 - std::pow(0.999, step))) + 1e-8);
      }
    }
  }
  return weights;
}

/// Learns several networks that differ in their first weights, and writes the table that SentenceModel reads: their
/// mean, which is one network with the hidden units of all.
std::string learn(const std::vector<const Example*>& examples) {
  Dice dice;
  std::vector<Weights> models;
  for (size_t i = 0; i < kModels; ++i) models.push_back(learn_one(examples, dice));
  const double part = 1 / static_cast<double>(kModels);
  std::ostringstream out;
  const auto number = [&](double value) { out << '\t' << std::lround(value * 1000); };
  const auto mean_of = [&](size_t at) {
    double sum = 0;
    for (const Weights& weights : models) sum += weights.values[at];
    return sum * part;
  };
  out << "linear";
  number(mean_of(0));
  number(1);
  for (size_t i = 0; i < kFeatures; ++i) number(mean_of(1 + i) + prior_of(i));
  out << '\n';
  for (const Weights& weights : models)
    for (size_t k = 0; k < kHidden; ++k) {
      const double* u = weights.unit(k);
      out << "hidden";
      number(u[1]);
      number(u[0] * part);
      for (size_t i = 0; i < kFeatures; ++i) number(u[2 + i]);
      out << '\n';
    }
  return out.str();
}

Rouge measure(const Example& example, const SentenceModel& model) {
  std::vector<double> scores;
  for (const SummaryCandidate& candidate : example.candidates) scores.push_back(model.score(candidate.features));
  std::vector<uint32_t> order;
  for (const ScoredSentence& row : choose_sentences(example.candidates, scores, example.counts))
    order.push_back(row.sentence);
  return rouge_of(example, order);
}

Rouge lead(const Example& example) {
  std::vector<uint32_t> order(example.sentence_words.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  return rouge_of(example, order);
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// What a set scores, and by a paired bootstrap (Efron 1979; 1,000 samples) how far it is above the lead.
void print(const char* name, const std::vector<Example>& set, const std::vector<Rouge>& scores) {
  constexpr size_t kSamples = 1000;
  std::vector<double> one, two, lead_one, lead_two, gains, sampled;
  for (size_t i = 0; i < set.size(); ++i) {
    const Rouge first = lead(set[i]);
    one.push_back(scores[i].one);
    two.push_back(scores[i].two);
    lead_one.push_back(first.one);
    lead_two.push_back(first.two);
    gains.push_back(scores[i].one - first.one);
  }
  Dice dice;
  for (size_t sample = 0; sample < kSamples; ++sample) {
    double sum = 0;
    for (size_t i = 0; i < gains.size(); ++i)
      sum += gains[static_cast<size_t>(dice.next() * static_cast<double>(gains.size()))];
    sampled.push_back(sum / static_cast<double>(gains.size()));
  }
  std::sort(sampled.begin(), sampled.end());
  std::printf("%-28s ROUGE-1 / 2 %.1f / %.1f, lead %.1f / %.1f, gain in ROUGE-1 %+.1f, 95 %% interval %+.1f to %+.1f\n",
              name, 100 * mean_of(one), 100 * mean_of(two), 100 * mean_of(lead_one), 100 * mean_of(lead_two),
              100 * mean_of(gains), 100 * sampled[kSamples / 40], 100 * sampled[kSamples - 1 - kSamples / 40]);
}

}  // namespace

int learn_sentences(const std::string& folder, const std::string& out_path) {
  const auto news = read_examples(folder + "/bbc.valid.jsonl"), mixed = read_examples(folder + "/gum.train.jsonl"),
             held = read_examples(folder + "/gum.dev.jsonl");
  if (news.empty() || mixed.empty()) {
    std::cerr << "train_summary: no articles in " << folder << "\n";
    return 1;
  }
  std::vector<Rouge> news_scores(news.size()), mixed_scores(mixed.size()), held_scores;
  std::vector<const Example*> all;
  for (const auto* set : {&news, &mixed})
    for (const Example& example : *set) all.push_back(&example);
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Example*> rest;
    for (const auto* set : {&news, &mixed})
      for (size_t i = 0; i < set->size(); ++i)
        if (i % kFolds != fold) rest.push_back(&(*set)[i]);
    const std::string table = learn(rest);
    const SentenceModel model(table);
    for (size_t i = fold; i < news.size(); i += kFolds) news_scores[i] = measure(news[i], model);
    for (size_t i = fold; i < mixed.size(); i += kFolds) mixed_scores[i] = measure(mixed[i], model);
  }
  print("bbc.valid, cross-validated", news, news_scores);
  print("gum.train, cross-validated", mixed, mixed_scores);
  const std::string table = learn(all);
  const SentenceModel model(table);
  for (const Example& example : held) held_scores.push_back(measure(example, model));
  print("gum.dev, not learnt from", held, held_scores);
  std::ofstream out(out_path, std::ios::binary);
  out << "# Weights of the sentence scores in thousandths: unit, bias, output weight, then one a feature. Learnt, not "
         "edited.\n#";
  for (const char* name : kFeatureNames) out << ' ' << name;
  out << '\n' << table;
  return out ? 0 : 1;
}

}  // namespace dateline::training
