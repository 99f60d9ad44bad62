// train_quotes GOLD.jsonl MODEL [--hold-out N:K]: learns the weights of the quote stage (src/quote/quote_model.h).
//
// Cues: logistic regression over the words of the articles, by stochastic gradient descent with a falling rate.
// Roles: the averaged structured perceptron (Collins 2002) over the windows of the gold cues. Weights are then rounded
// to a byte; small ones become 0. The order of examples is shuffled by a fixed generator: the same data give the same
// file.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <stdexcept>

#include "quote/cue_features.h"
#include "quote/cues.h"
#include "quote/window_features.h"
#include "quotes/gold_quotes.h"

namespace dateline::training {
namespace {

constexpr uint32_t kCueBits = 16, kRoleBits = 16, kStepBits = 13;

using Articles = std::vector<std::unique_ptr<Article>>;

template <class T>
void shuffle(std::vector<T>& items, std::mt19937& random) {
  for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

int8_t rounded(double weight) {
  return static_cast<int8_t>(std::lround(std::clamp(weight, -127.0, 127.0)));
}

// ---- cues

struct CueExample {
  uint32_t first = 0, last = 0;  // its features
  bool is_cue = false;
};

std::vector<int8_t> learn_cues(const Articles& articles) {
  std::vector<uint32_t> features;
  std::vector<CueExample> examples;
  for (const auto& article : articles) {
    const Reading& reading = *article->reading;
    for (uint32_t token = 0; token < reading.traits.size(); ++token) {
      if (article->ignored[token] || !may_be_cue(reading, token)) continue;
      const auto first = static_cast<uint32_t>(features.size());
      cue_features(reading, token, [&](uint32_t feature) { features.push_back(feature >> (32 - kCueBits)); });
      examples.push_back({first, static_cast<uint32_t>(features.size()), article->is_cue[token] != 0});
    }
  }
  std::cerr << examples.size() << " words, " << features.size() << " cue features\n";
  std::vector<float> weights(size_t{1} << kCueBits, 0.0f), squares(weights.size(), 10.0f);
  std::mt19937 random(1);
  constexpr float kRate = 0.08f, kShrink = 3e-7f;
  for (int round = 0; round < 6; ++round) {
    shuffle(examples, random);
    double loss = 0;
    for (const CueExample& example : examples) {
      double score = 0;
      for (uint32_t i = example.first; i < example.last; ++i) score += static_cast<double>(weights[features[i]]);
      const double chance = 1 / (1 + std::exp(-score));
      const double target = example.is_cue ? 1 : 0;
      loss -= std::log(std::max(1e-9, example.is_cue ? chance : 1 - chance));
      const auto gradient = static_cast<float>(chance - target);
      if (std::fabs(gradient) < 1e-3f) continue;
      for (uint32_t i = example.first; i < example.last; ++i) {
        float& weight = weights[features[i]];
        float& square = squares[features[i]];
        const float slope = gradient + kShrink * weight * 1000.0f;
        square += slope * slope;
        weight -= kRate * slope / std::sqrt(square);
      }
    }
    std::cerr << "cues, round " << round << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
  }
  std::vector<int8_t> out(weights.size());
  for (size_t i = 0; i < weights.size(); ++i) {
    const double weight = static_cast<double>(weights[i]) * kCueUnit;
    out[i] = std::fabs(weight) < 1.5 ? int8_t{0} : rounded(weight);
  }
  return out;
}

// ---- roles

/// Perceptron weights with their average: rows of `width`.
class Averaged {
 public:
  Averaged(uint32_t bits, size_t width) : shift_(32 - bits), width_(width) {
    weights_.assign((size_t{1} << bits) * width, 0);
    sums_.assign(weights_.size(), 0);
  }
  const int32_t* row(uint32_t feature) const { return &weights_[(feature >> shift_) * width_]; }
  void change(uint32_t feature, size_t column, int32_t by, int64_t time) {
    const size_t place = (feature >> shift_) * width_ + column;
    weights_[place] += by;
    sums_[place] += by * time;
  }
  std::vector<double> average(int64_t time) const {
    std::vector<double> out(weights_.size());
    for (size_t i = 0; i < out.size(); ++i) {
      out[i] = weights_[i] - static_cast<double>(sums_[i]) / static_cast<double>(time);
    }
    return out;
  }

 private:
  uint32_t shift_;
  size_t width_;
  std::vector<int32_t> weights_;
  std::vector<int64_t> sums_;
};

struct RoleWeights {
  std::vector<int8_t> roles, steps;
};

/// The averages of both tables, added to `role_sum` and `step_sum`: one run with its own order of examples.
void run_perceptron(const Articles& articles, int rounds, uint32_t seed, std::vector<double>& role_sum,
                    std::vector<double>& step_sum) {
  std::vector<std::pair<const Reading*, const Example*>> examples;
  for (const auto& article : articles) {
    for (const Example& example : article->examples) examples.push_back({article->reading.get(), &example});
  }
  std::cerr << examples.size() << " windows\n";
  Averaged roles(kRoleBits, kRoles), steps(kStepBits, kRoles * kRoles);
  std::mt19937 random(seed);
  int64_t time = 1;
  struct Fired {
    size_t k;
    uint32_t feature;
  };
  std::vector<Fired> fired_roles, fired_steps;
  for (int round = 0; round < rounds; ++round) {
    shuffle(examples, random);
    size_t wrong = 0, words = 0, whole = 0;
    for (const auto& [reading, example] : examples) {
      const CueWindow& window = example->window;
      WindowScores scores;
      scores.roles.assign(window.tokens.size(), RoleScores{});
      scores.steps.assign(window.tokens.size(), StepScores{});
      fired_roles.clear();
      fired_steps.clear();
      window_features(
          *reading, window,
          [&](size_t k, uint32_t feature) {
            fired_roles.push_back({k, feature});
            const int32_t* row = roles.row(feature);
            for (size_t i = 0; i < kRoles; ++i) scores.roles[k][i] += row[i];
          },
          [&](size_t k, uint32_t feature) {
            fired_steps.push_back({k, feature});
            const int32_t* row = steps.row(feature);
            for (size_t i = 0; i < kRoles * kRoles; ++i) scores.steps[k][i] += row[i];
          });
      const std::vector<Role> guess = best_roles(window, scores);
      size_t differing = 0;
      for (size_t k = 0; k < guess.size(); ++k) differing += guess[k] != example->roles[k];
      wrong += differing;
      words += guess.size();
      whole += differing == 0;
      if (differing > 0) {
        const auto gold = [&](size_t k) { return static_cast<size_t>(example->roles[k]); };
        const auto mine = [&](size_t k) { return static_cast<size_t>(guess[k]); };
        for (const Fired& fire : fired_roles) {
          if (gold(fire.k) == mine(fire.k)) continue;
          roles.change(fire.feature, gold(fire.k), 1, time);
          roles.change(fire.feature, mine(fire.k), -1, time);
        }
        for (const Fired& fire : fired_steps) {
          const size_t right = gold(fire.k - 1) * kRoles + gold(fire.k);
          const size_t chosen = mine(fire.k - 1) * kRoles + mine(fire.k);
          if (right == chosen) continue;
          steps.change(fire.feature, right, 1, time);
          steps.change(fire.feature, chosen, -1, time);
        }
      }
      ++time;
    }
    std::cerr << "roles, round " << round << ": " << 100.0 * static_cast<double>(wrong) / static_cast<double>(words)
              << " % words wrong, " << 100.0 * static_cast<double>(whole) / static_cast<double>(examples.size())
              << " % windows right\n";
  }
  const std::vector<double> role_average = roles.average(time), step_average = steps.average(time);
  for (size_t i = 0; i < role_sum.size(); ++i) role_sum[i] += role_average[i];
  for (size_t i = 0; i < step_sum.size(); ++i) step_sum[i] += step_average[i];
}

/// The mean of several runs: the order of the examples matters less.
RoleWeights learn_roles(const Articles& articles, int rounds) {
  constexpr uint32_t kRuns = 5;
  std::vector<double> role_average((size_t{1} << kRoleBits) * kRoles, 0.0);
  std::vector<double> step_average((size_t{1} << kStepBits) * kRoles * kRoles, 0.0);
  for (uint32_t run = 0; run < kRuns; ++run) run_perceptron(articles, rounds, 2 + run, role_average, step_average);
  // One unit for both tables, so that they add up. A coarse one: 99.9 % of the weights lie in -8..8, which packs well,
  // and the few large ones, which matter most, are still not cut.
  std::vector<double> sizes;
  for (const double weight : role_average) sizes.push_back(std::fabs(weight));
  for (const double weight : step_average) sizes.push_back(std::fabs(weight));
  std::sort(sizes.begin(), sizes.end());
  const double unit = sizes[sizes.size() * 999 / 1000] / 8;
  RoleWeights out;
  const auto reduce = [&](const std::vector<double>& from) {
    std::vector<int8_t> to;
    for (const double weight : from) to.push_back(std::fabs(weight / unit) < 0.6 ? int8_t{0} : rounded(weight / unit));
    return to;
  };
  out.roles = reduce(role_average);
  out.steps = reduce(step_average);
  return out;
}

void write_model(const std::string& path, const std::vector<int8_t>& cues, const RoleWeights& weights) {
  std::ofstream out(path, std::ios::binary);
  char header[16] = {
      'D', 'L', 'Q', '1', static_cast<char>(kCueBits), static_cast<char>(kRoleBits), static_cast<char>(kStepBits)};
  out.write(header, sizeof header);
  for (const std::vector<int8_t>* table : {&cues, &weights.roles, &weights.steps}) {
    out.write(reinterpret_cast<const char*>(table->data()), static_cast<std::streamsize>(table->size()));
  }
  if (!out) throw std::runtime_error("cannot write " + path);
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: train_quotes GOLD.jsonl MODEL [--hold-out N:K] [--rounds R]\n";
    return 2;
  }
  unsigned of = 0, hold = 0;
  int rounds = 6;
  for (int i = 3; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--hold-out") == 0) {
      of = static_cast<unsigned>(std::stoul(argv[i + 1]));
      hold = static_cast<unsigned>(std::stoul(std::strchr(argv[i + 1], ':') + 1));
    } else if (std::strcmp(argv[i], "--rounds") == 0) {
      rounds = std::stoi(argv[i + 1]);
    }
  }
  const Articles articles = read_articles(argv[1], of, hold);
  const std::vector<int8_t> cues = learn_cues(articles);
  write_model(argv[2], cues, learn_roles(articles, rounds));
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
