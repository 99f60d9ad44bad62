// train_quotes GOLD.jsonl MODEL [--hold-out N:K] [--runs R] [--without FAMILY,…]: learns the weights of the quote stage
// (src/quote/quote_model.h).
//
// Cues and claims: logistic regression. Roles: a conditional random field (Lafferty, McCallum and Pereira 2001) over
// the windows of the annotated cues. The field sees how likely every word is a cue, and the claims see what the field
// makes of a window; so both are learnt from the answers of models that have not seen the article (kFolds). The order
// of examples is shuffled by a fixed generator: the same data give the same file. Runs and folds are learnt side by
// side, each by itself.
//
// With --hold-out, every N-th record from the K-th on is kept back, and how good the parts are on them is printed.
// --without leaves out families of features (ablate.h), the chances of rival cues ("chances") or the judgement of whole
// claims ("claims"), to see what they bring.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <future>
#include <iostream>
#include <stdexcept>

#include "grammar/word_classes.h"
#include "lexicon/resource.h"
#include "quote/claim_features.h"
#include "quote/cue_features.h"
#include "quote/cues.h"
#include "quotes/ablate.h"
#include "quotes/chain.h"
#include "quotes/logistic.h"
#include "quotes/measure.h"

namespace dateline::training {
namespace {

constexpr uint32_t kCueBits = 18, kClaimBits = 14;
constexpr int kRounds = 8, kFoldRounds = 5;

/// Learns from all articles but those whose index is `left_out` modulo kFolds.
std::vector<int8_t> learn_cues(const Articles& articles, size_t left_out) {
  std::vector<uint32_t> features;
  std::vector<Decision> examples;
  for (size_t a = 0; a < articles.size(); ++a) {
    if (a % kFolds == left_out) continue;
    const Reading& reading = *articles[a]->reading;
    for (uint32_t token = 0; token < reading.traits.size(); ++token) {
      if (articles[a]->ignored[token] || !may_be_cue(reading, token)) continue;
      const auto first = static_cast<uint32_t>(features.size());
      cue_features(reading, token, [&](uint32_t feature) { features.push_back(feature >> (32 - kCueBits)); });
      examples.push_back({first, static_cast<uint32_t>(features.size()), articles[a]->is_cue[token] != 0});
    }
  }
  std::cerr << examples.size() << " words, " << features.size() << " cue features\n";
  return learn_decision(features, std::move(examples), kCueBits, {0.08f, 3e-3f});
}

struct Tables {
  std::vector<int8_t> cues, roles, steps, claims;
};

Tables no_tables() {
  return {std::vector<int8_t>(size_t{1} << kCueBits), std::vector<int8_t>((size_t{1} << kRoleBits) * kRoles),
          std::vector<int8_t>((size_t{1} << kStepBits) * kRoles * kRoles),
          std::vector<int8_t>(size_t{1} << kClaimBits)};
}

std::string model_bytes(const Tables& tables) {
  const char header[16] = {'D',
                           'L',
                           'Q',
                           '2',
                           static_cast<char>(kCueBits),
                           static_cast<char>(kRoleBits),
                           static_cast<char>(kStepBits),
                           static_cast<char>(kClaimBits)};
  std::string bytes(header, sizeof header);
  const uint32_t classes = hash_of(resource("data/grammar/word_classes.model"));
  for (size_t i = 0; i < 4; ++i) bytes[8 + i] = static_cast<char>(classes >> (8 * i));
  for (const std::vector<int8_t>* table : {&tables.cues, &tables.roles, &tables.steps, &tables.claims}) {
    bytes.append(reinterpret_cast<const char*>(table->data()), table->size());
  }
  return bytes;
}

/// Weighs the cues of every article by a model that has not learnt from it: as uncertain as they will be in new texts.
void weigh_by_others(const Articles& articles) {
  for (size_t fold = 0; fold < kFolds; ++fold) {
    Tables tables = no_tables();
    tables.cues = learn_cues(articles, fold);
    const std::string bytes = model_bytes(tables);
    const QuoteModel model(bytes);
    for (size_t a = fold; a < articles.size(); a += kFolds) weigh_cues(model, *articles[a]->reading);
  }
}

/// Whether a claim is worth reporting, from claims on articles that roles and cues have not been learnt from.
std::vector<int8_t> learn_claims(const Articles& articles) {
  std::vector<uint32_t> features;
  std::vector<Decision> examples;
  std::vector<std::future<RoleWeights>> at_work;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    at_work.push_back(
        std::async(std::launch::async, [&, fold] { return learn_roles(articles, kFoldRounds, 1, fold); }));
  }
  for (size_t fold = 0; fold < kFolds; ++fold) {
    Tables tables = no_tables();
    const RoleWeights weights = at_work[fold].get();
    tables.roles = weights.roles;
    tables.steps = weights.steps;
    const std::string bytes = model_bytes(tables);
    const QuoteModel model(bytes);
    for (size_t a = fold; a < articles.size(); a += kFolds) {
      const Article& article = *articles[a];
      for (const CueCandidate& cue : find_cues(*article.reading, kLeastClaimCue)) {
        if (article.ignored[cue.token]) continue;
        const CueContent claim = content_of(*article.reading, model, cue.token);
        if (claim.content.empty()) continue;
        const bool right = std::any_of(article.examples.begin(), article.examples.end(), [&](const Example& example) {
          return agrees(article.document, claim, example);
        });
        const auto first = static_cast<uint32_t>(features.size());
        claim_features(*article.reading, claim,
                       [&](uint32_t feature) { features.push_back(feature >> (32 - kClaimBits)); });
        examples.push_back({first, static_cast<uint32_t>(features.size()), right});
      }
    }
  }
  std::cerr << examples.size() << " claims\n";
  return learn_decision(features, std::move(examples), kClaimBits, {0.05f, 1e-3f});
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: train_quotes GOLD.jsonl MODEL [--hold-out N:K] [--runs R] [--without FAMILY,…]\n";
    return 2;
  }
  unsigned of = 0, hold = 0, runs = 3;
  std::string without;
  for (int i = 3; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--hold-out") == 0) {
      of = static_cast<unsigned>(std::stoul(argv[i + 1]));
      hold = static_cast<unsigned>(std::stoul(std::strchr(argv[i + 1], ':') + 1));
    } else if (std::strcmp(argv[i], "--runs") == 0) {
      runs = static_cast<unsigned>(std::stoul(argv[i + 1]));
    } else if (std::strcmp(argv[i], "--without") == 0) {
      without = argv[i + 1];
    }
  }
  const Corpus corpus = read_articles(argv[1], of, hold, without);
  const bool judged = !leaves_out(without, "claims");
  if (!leaves_out(without, "chances")) weigh_by_others(corpus.train);
  std::future<std::vector<int8_t>> claims =
      std::async(std::launch::async, [&] { return judged ? learn_claims(corpus.train) : no_tables().claims; });
  const RoleWeights weights = learn_roles(corpus.train, kRounds, runs, kFolds);
  const std::string bytes = model_bytes({learn_cues(corpus.train, kFolds), weights.roles, weights.steps, claims.get()});
  std::ofstream out(argv[2], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out) throw std::runtime_error(std::string("cannot write ") + argv[2]);
  if (!corpus.held_out.empty()) measure(corpus.held_out, QuoteModel(bytes), judged);
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  try {
    return dateline::training::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "train_quotes: " << error.what() << "\n";
    return 1;
  }
}
