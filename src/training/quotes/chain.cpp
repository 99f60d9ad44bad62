// The chain of roles as a conditional random field: the weights under which the annotated roles are most likely, by
// stochastic gradient descent with AdaGrad's steps, each feature left out at random, weights averaged over the later
// half of the rounds.
#include "quotes/chain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <iostream>

#include "quote/window_features.h"
#include "quotes/logistic.h"

namespace dateline::training {
namespace {

constexpr float kDrop = 0.2f;  // the share of features left out of an example
constexpr double kFine = 6;    // the reduced weight of the one of which 99.9 % are smaller
constexpr double kLeast = 1;   // reduced weights below this become 0

/// A table of weights learnt by AdaGrad (Duchi, Hazan and Singer 2011), averaged over the second half of the steps.
class Table {
 public:
  Table(uint32_t bits, size_t width) : shift_(32 - bits), width_(width) {
    weights_.assign((size_t{1} << bits) * width, 0.0f);
    squares_.assign(weights_.size(), kFirstSquare);
    sums_.assign(weights_.size(), 0.0);
    since_.assign(size_t{1} << bits, 0);
  }
  const float* row(uint32_t feature) const { return &weights_[(feature >> shift_) * width_]; }
  /// Moves a row against its gradient.
  void move(uint32_t feature, const float* gradient, uint32_t time) {
    const size_t index = feature >> shift_;
    float* weights = &weights_[index * width_];
    float* squares = &squares_[index * width_];
    const auto passed = static_cast<double>(time - since_[index]);
    since_[index] = time;
    for (size_t i = 0; i < width_; ++i) {
      if (passed > 0) sums_[index * width_ + i] += passed * static_cast<double>(weights[i]);
      const float slope = gradient[i] + kShrink * weights[i];
      squares[i] += slope * slope;
      weights[i] -= kRate * slope / std::sqrt(squares[i]);
    }
  }
  /// Forgets what was summed up; the average counts from here.
  void start_average(uint32_t time) {
    std::fill(sums_.begin(), sums_.end(), 0.0);
    std::fill(since_.begin(), since_.end(), time);
  }
  void add_average(uint32_t from, uint32_t time, std::vector<double>& to) const {
    for (size_t i = 0; i < weights_.size(); ++i) {
      const double rest = static_cast<double>(time - since_[i / width_]) * static_cast<double>(weights_[i]);
      to[i] += (sums_[i] + rest) / static_cast<double>(time - from);
    }
  }

 private:
  static constexpr float kFirstSquare = 1.0f, kRate = 0.02f, kShrink = 1e-4f;
  uint32_t shift_;
  size_t width_;
  std::vector<float> weights_, squares_;
  std::vector<double> sums_;
  std::vector<uint32_t> since_;
};

using RoleFloats = std::array<float, kRoles>;
using StepFloats = std::array<float, kRoles * kRoles>;

/// The chances of every role and step of a window under the present scores (forward-backward); turns the scores into
/// gradients of the negative log likelihood. Returns that likelihood's loss.
double gradients(const Example& example, std::vector<RoleFloats>& roles, std::vector<StepFloats>& steps) {
  const size_t size = roles.size();
  const CueWindow& window = example.window;
  constexpr float kNever = -1e30f;
  const auto gold = [&](size_t k) { return static_cast<size_t>(example.roles[k]); };
  for (size_t r = 0; r < kRoles; ++r) {
    if (r != static_cast<size_t>(QuoteRole::kCue)) roles[window.cue][r] = kNever;
  }
  thread_local std::vector<RoleFloats> forward, backward;
  forward.resize(size);
  backward.resize(size);
  const auto log_sum = [](const RoleFloats& values) {
    const float most = *std::max_element(values.begin(), values.end());
    float sum = 0;
    for (const float v : values) sum += std::exp(v - most);
    return most + std::log(sum);
  };
  double score = static_cast<double>(roles[0][gold(0)]);
  forward[0] = roles[0];
  for (size_t k = 1; k < size; ++k) {
    for (size_t r = 0; r < kRoles; ++r) {
      RoleFloats in;
      for (size_t b = 0; b < kRoles; ++b) in[b] = forward[k - 1][b] + steps[k][b * kRoles + r];
      forward[k][r] = std::max(kNever, log_sum(in) + roles[k][r]);
    }
    score += static_cast<double>(roles[k][gold(k)] + steps[k][gold(k - 1) * kRoles + gold(k)]);
  }
  backward[size - 1].fill(0);
  for (size_t k = size - 1; k-- > 0;) {
    for (size_t b = 0; b < kRoles; ++b) {
      RoleFloats out;
      for (size_t r = 0; r < kRoles; ++r) {
        out[r] = steps[k + 1][b * kRoles + r] + roles[k + 1][r] + backward[k + 1][r];
      }
      backward[k][b] = std::max(kNever, log_sum(out));
    }
  }
  const float all = log_sum(forward[size - 1]);
  for (size_t k = size; k-- > 0;) {
    if (k > 0) {
      for (size_t b = 0; b < kRoles; ++b) {
        for (size_t r = 0; r < kRoles; ++r) {
          float& step = steps[k][b * kRoles + r];
          step = std::exp(std::min(0.0f, forward[k - 1][b] + step + roles[k][r] + backward[k][r] - all));
        }
      }
      steps[k][gold(k - 1) * kRoles + gold(k)] -= 1;
    }
  }
  for (size_t k = 0; k < size; ++k) {
    for (size_t r = 0; r < kRoles; ++r) {
      roles[k][r] = std::exp(std::min(0.0f, forward[k][r] + backward[k][r] - all));
    }
    roles[k][gold(k)] -= 1;
  }
  return static_cast<double>(all) - score;
}

struct Averages {
  std::vector<double> roles, steps;
};

/// The averages of both tables after one run with its own order of examples.
Averages run_chain(const Articles& articles, int rounds, uint32_t seed, size_t left_out) {
  std::vector<std::pair<const Reading*, const Example*>> examples;
  for (size_t a = 0; a < articles.size(); ++a) {
    if (a % kFolds == left_out) continue;
    for (const Example& example : articles[a]->examples) examples.push_back({articles[a]->reading.get(), &example});
  }
  std::cerr << examples.size() << " windows\n";
  Table roles(kRoleBits, kRoles), steps(kStepBits, kRoles * kRoles);
  std::mt19937 random(seed);
  uint32_t time = 1, from = 1;
  struct Fired {
    size_t k;
    uint32_t feature;
  };
  std::vector<Fired> fired_roles, fired_steps;
  const float kUp = 1.0f / (1.0f - kDrop);
  const auto dropped = [&] { return static_cast<double>(random()) < static_cast<double>(kDrop) * 4294967296.0; };
  std::vector<RoleFloats> role_scores;
  std::vector<StepFloats> step_scores;
  for (int round = 0; round < rounds; ++round) {
    shuffle(examples, random);
    double loss = 0;
    if (round == rounds / 2) {
      from = time;
      roles.start_average(time);
      steps.start_average(time);
    }
    for (const auto& [reading, example] : examples) {
      const CueWindow& window = example->window;
      role_scores.assign(window.tokens.size(), RoleFloats{});
      step_scores.assign(window.tokens.size(), StepFloats{});
      fired_roles.clear();
      fired_steps.clear();
      window_features(
          *reading, window,
          [&](size_t k, uint32_t feature) {
            if (dropped()) return;
            fired_roles.push_back({k, feature});
            const float* row = roles.row(feature);
            for (size_t i = 0; i < kRoles; ++i) role_scores[k][i] += row[i] * kUp;
          },
          [&](size_t k, uint32_t feature) {
            if (dropped()) return;
            fired_steps.push_back({k, feature});
            const float* row = steps.row(feature);
            for (size_t i = 0; i < kRoles * kRoles; ++i) step_scores[k][i] += row[i] * kUp;
          });
      loss += gradients(*example, role_scores, step_scores);
      for (const Fired& fire : fired_roles) {
        const RoleFloats& gradient = role_scores[fire.k];
        if (std::fabs(gradient[0]) + std::fabs(gradient[1]) + std::fabs(gradient[2]) + std::fabs(gradient[3]) < 1e-3f) {
          continue;
        }
        roles.move(fire.feature, gradient.data(), time);
      }
      for (const Fired& fire : fired_steps) {
        const StepFloats& gradient = step_scores[fire.k];
        float size = 0;
        for (const float g : gradient) size += std::fabs(g);
        if (size >= 1e-3f) steps.move(fire.feature, gradient.data(), time);
      }
      ++time;
    }
    std::cerr << "roles, round " << round << ": loss " << loss / static_cast<double>(examples.size()) << "\n";
  }
  Averages out{std::vector<double>((size_t{1} << kRoleBits) * kRoles, 0.0),
               std::vector<double>((size_t{1} << kStepBits) * kRoles * kRoles, 0.0)};
  roles.add_average(from, time, out.roles);
  steps.add_average(from, time, out.steps);
  return out;
}

}  // namespace

RoleWeights learn_roles(const Articles& articles, int rounds, uint32_t runs, size_t left_out) {
  std::vector<double> role_average((size_t{1} << kRoleBits) * kRoles, 0.0);
  std::vector<double> step_average((size_t{1} << kStepBits) * kRoles * kRoles, 0.0);
  std::vector<std::future<Averages>> at_work;
  for (uint32_t run = 0; run < runs; ++run) {
    at_work.push_back(
        std::async(std::launch::async, [&, run] { return run_chain(articles, rounds, 2 + run, left_out); }));
  }
  for (std::future<Averages>& run : at_work) {
    const Averages averages = run.get();
    for (size_t i = 0; i < role_average.size(); ++i) role_average[i] += averages.roles[i];
    for (size_t i = 0; i < step_average.size(); ++i) step_average[i] += averages.steps[i];
  }
  // One unit for both tables, so that they add up. A coarse one: 99.9 % of the weights lie in -6..6, which packs well,
  // and the few large ones, which matter most, are still not cut.
  std::vector<double> sizes;
  for (const double weight : role_average) sizes.push_back(std::fabs(weight));
  for (const double weight : step_average) sizes.push_back(std::fabs(weight));
  std::sort(sizes.begin(), sizes.end());
  const double unit = sizes[sizes.size() * 999 / 1000] / kFine;
  RoleWeights out;
  const auto reduce = [&](const std::vector<double>& from) {
    std::vector<int8_t> to;
    for (const double weight : from) {
      to.push_back(std::fabs(weight / unit) < kLeast ? int8_t{0} : rounded(weight / unit));
    }
    return to;
  };
  out.roles = reduce(role_average);
  out.steps = reduce(step_average);
  return out;
}

}  // namespace dateline::training
