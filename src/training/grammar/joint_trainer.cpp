#include "training/grammar/joint_trainer.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {
namespace {

/// The gradient of the log likelihood of what is right among `count` scores: `right`, or by the part `lean` what is
/// likely to the teachers. Padding behind them gets none. -> the loss
double softmax_gradient(const float* scores, size_t count, uint32_t right, const float* likely, float lean,
                        float* gradient) {
  softmax(scores, count, gradient);
  const double loss = -std::log(std::max(gradient[right], 1e-9f));
  gradient[right] -= 1 - lean;
  for (size_t o = 0; lean > 0 && o < count; ++o) gradient[o] -= lean * likely[o];
  return loss;
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
      const float* likely = lesson_.lean > 0 ? &teachers_.tags()[t * count] : nullptr;
      tag_loss_ += softmax_gradient(scores, count, sentence.tags[t], likely, lesson_.lean, gradient);
      for (size_t o = 0; o < count; ++o) gradient[o] *= lesson_.tag_weight;
    }
  }
  return tags;
}

Move JointTrainer::choose_move(const Tree* gold) {
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
  const float lean = lesson_.lean;
  std::array<float, 3> likely{};
  if (lean > 0) likely = teachers_.moves(state_);
  for (int m = 0; m < 3; ++m) {
    const float right = cost[m] == least ? p[m] / std::max(right_sum, 1e-20f) : 0.0f;
    if (state_.allows(static_cast<Move>(m))) gradient_[m] = p[m] / sum - (1 - lean) * right - lean * likely[m];
  }
  move_loss_ -= std::log(std::max(right_sum / sum, 1e-9f));
  network_.add_gradient(0, gradient_);
  return static_cast<Move>(random_.uniform() < lesson_.explore ? best : best_right);
}

uint32_t JointTrainer::choose_label(Move move, const Tree* gold) {
  const size_t head = move == Move::kLeft ? 1 : 2;
  const std::vector<float>& scores = network_.outputs(head);
  const uint32_t count = network_.shape().heads[head];
  const uint32_t label = best_of(scores.data(), count);
  const uint32_t child = state_.stack(0), parent = move == Move::kLeft ? state_.buffer(0) : state_.stack(1);
  if (gold && gold->heads[child] == parent) {
    gradient_.assign(scores.size(), 0.0f);
    const float* likely = lesson_.lean > 0 ? teachers_.labels(move).data() : nullptr;
    softmax_gradient(scores.data(), count, gold->labels[child], likely, lesson_.lean, gradient_.data());
    network_.add_gradient(head, gradient_);
  }
  return label;
}

Analysis JointTrainer::run(const GoldSentence& sentence, const Tree* gold, const Lesson& lesson) {
  lesson_ = lesson;
  const bool asks = gold && lesson.lean > 0;
  network_.begin(gold ? with_words_left_out(sentence.rows) : sentence.rows, gold != nullptr);
  if (asks) teachers_.begin(sentence);
  Analysis out;
  out.tags = tag(sentence, gold != nullptr);
  const ParsedSentence parsed = parsed_sentence(sentence, out.tags, network_.shape().tags);
  state_.begin(parsed.words);
  if (gold) oracle_.begin(gold->heads);
  ParseSlots slots;
  while (!state_.done()) {
    parse_slots(state_, parsed, slots);
    network_.state(slots);
    if (asks) teachers_.state(state_);
    const Move move = choose_move(gold);
    const uint32_t label = move == Move::kShift ? 0 : choose_label(move, gold);
    if (gold) network_.finish_state();
    state_.take(move, label);
  }
  if (gold) network_.end();
  out.tree = tree_of(state_);
  return out;
}

std::pair<double, double> JointTrainer::take_losses() {
  const std::pair<double, double> out{tag_loss_, move_loss_};
  tag_loss_ = move_loss_ = 0;
  return out;
}

}  // namespace dateline::training
