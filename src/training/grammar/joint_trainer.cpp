#include "training/grammar/joint_trainer.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {
namespace {

/// The gradient of the log likelihood of `right` among `count` scores; padding behind them gets none. -> the loss
double softmax_gradient(const float* scores, size_t count, uint32_t right, float* gradient) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (size_t o = 0; o < count; ++o) sum += gradient[o] = std::exp(scores[o] - top);
  for (size_t o = 0; o < count; ++o) gradient[o] /= sum;
  const double loss = -std::log(std::max(gradient[right], 1e-9f));
  gradient[right] -= 1;
  return loss;
}

uint32_t best_of(const float* scores, size_t count) {
  return static_cast<uint32_t>(std::max_element(scores, scores + count) - scores);
}

}  // namespace

std::vector<LexicalRows> JointTrainer::with_words_left_out(const std::vector<LexicalRows>& rows) {
  std::vector<LexicalRows> out = rows;
  for (LexicalRows& row : out) {
    if (row.word_row == 0) continue;
    const auto count = static_cast<float>(words_.counts[row.word_row - lexical::kWordsAt]);
    if (random_.uniform() >= 0.4f / (0.4f + count)) continue;
    --row.count;
    if (random_.uniform() >= 0.5f) continue;
    // A word left out may be one that has no class either.
    row.rows[0] = lexical::kCoarseAt + lexical::kCoarse - 1;
    row.rows[1] = row.rows[--row.count];
  }
  return out;
}

std::vector<uint32_t> JointTrainer::tag(const GoldSentence& sentence, bool learning) {
  const size_t stride = network_.tag_stride(), count = network_.shape().tags;
  std::vector<uint32_t> tags;
  for (size_t t = 0; t < sentence.rows.size(); ++t) {
    const float* scores = &network_.tag_scores()[t * stride];
    tags.push_back(best_of(scores, count));
    if (learning) {
      float* gradient = &network_.tag_gradient()[t * stride];
      tag_loss_ += softmax_gradient(scores, count, sentence.tags[t], gradient);
      for (size_t o = 0; o < count; ++o) gradient[o] *= tag_weight_;
    }
  }
  return tags;
}

Move JointTrainer::choose_move(const Tree* gold, float explore) {
  const std::vector<float>& score = network_.outputs(0);
  int best = -1, best_right = -1;
  uint32_t cost[3] = {0, 0, 0}, least = 0xFFFFFFFF;
  for (int m = 0; m < 3; ++m) {
    if (!state_.allows(static_cast<Move>(m))) continue;
    if (best < 0 || score[m] > score[best]) best = m;
    if (gold) least = std::min(least, cost[m] = oracle_.cost(state_, static_cast<Move>(m)));
  }
  if (!gold) return static_cast<Move>(best);
  float sum = 0, right_sum = 0, p[3] = {0, 0, 0};
  for (int m = 0; m < 3; ++m) {
    if (!state_.allows(static_cast<Move>(m))) continue;
    sum += p[m] = std::exp(score[m] - score[best]);
    if (cost[m] != least) continue;
    right_sum += p[m];
    if (best_right < 0 || score[m] > score[best_right]) best_right = m;
  }
  gradient_.assign(score.size(), 0.0f);
  for (int m = 0; m < 3; ++m) {
    if (p[m] > 0) gradient_[m] = p[m] / sum - (cost[m] == least ? p[m] / std::max(right_sum, 1e-20f) : 0.0f);
  }
  move_loss_ -= std::log(std::max(right_sum / sum, 1e-9f));
  network_.add_gradient(0, gradient_);
  return static_cast<Move>(random_.uniform() < explore ? best : best_right);
}

uint32_t JointTrainer::choose_label(Move move, const Tree* gold) {
  const size_t head = move == Move::kLeft ? 1 : 2;
  const std::vector<float>& scores = network_.outputs(head);
  const uint32_t count = network_.shape().heads[head];
  const uint32_t label = best_of(scores.data(), count);
  const uint32_t child = state_.stack(0), parent = move == Move::kLeft ? state_.buffer(0) : state_.stack(1);
  if (gold && gold->heads[child] == parent) {
    gradient_.assign(scores.size(), 0.0f);
    softmax_gradient(scores.data(), count, gold->labels[child], gradient_.data());
    network_.add_gradient(head, gradient_);
  }
  return label;
}

Analysis JointTrainer::run(const GoldSentence& sentence, const Tree* gold, float explore) {
  network_.begin(gold ? with_words_left_out(sentence.rows) : sentence.rows, gold != nullptr);
  Analysis out;
  out.tags = tag(sentence, gold != nullptr);
  const auto size = static_cast<uint32_t>(sentence.rows.size());
  ParsedSentence parsed{size, sentence.marks, {}};
  parsed.tags.push_back(network_.shape().tags);
  parsed.tags.insert(parsed.tags.end(), out.tags.begin(), out.tags.end());
  parsed.tags.push_back(network_.shape().tags + 1);
  state_.begin(size);
  if (gold) oracle_.begin(gold->heads);
  ParseSlots slots;
  while (!state_.done()) {
    parse_slots(state_, parsed, slots);
    network_.state(slots);
    const Move move = choose_move(gold, explore);
    const uint32_t label = move == Move::kShift ? 0 : choose_label(move, gold);
    if (gold) network_.finish_state();
    state_.take(move, label);
  }
  if (gold) network_.end();
  for (uint32_t w = 0; w <= size; ++w) {
    out.tree.heads.push_back(state_.head(w));
    out.tree.labels.push_back(state_.label(w));
  }
  return out;
}

std::pair<double, double> JointTrainer::take_losses() {
  const std::pair<double, double> out{tag_loss_, move_loss_};
  tag_loss_ = move_loss_ = 0;
  return out;
}

}  // namespace dateline::training
