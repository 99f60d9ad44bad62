#include "training/grammar/teachers.h"

#include "training/grammar/network_file.h"

namespace dateline::training {

Teachers::Teachers(const std::vector<std::string>& files) {
  for (const std::string& file : files) networks_.push_back(load_network(file));
}

void Teachers::begin(const GoldSentence& sentence) {
  const size_t count = networks_[0].shape().tags, words = sentence.rows.size();
  const float part = 1 / static_cast<float>(networks_.size());
  tags_.assign(words * count, 0.0f);
  std::vector<float> chances(count);
  for (JointNetwork& network : networks_) {
    network.begin(sentence.rows, false);
    for (size_t t = 0; t < words; ++t) {
      softmax(&network.tag_scores()[t * network.tag_stride()], count, chances.data());
      for (size_t o = 0; o < count; ++o) tags_[t * count + o] += part * chances[o];
    }
  }
  best_tags_.clear();
  for (size_t t = 0; t < words; ++t) best_tags_.push_back(best_of(&tags_[t * count], count));
  parsed_ = parsed_sentence(sentence, best_tags_, count);
}

void Teachers::state(const ParseState& state) {
  ParseSlots slots;
  parse_slots(state, parsed_, slots);
  for (JointNetwork& network : networks_) network.state(slots);
}

std::array<float, 3> Teachers::moves(const ParseState& state) {
  std::array<float, 3> out{};
  const float part = 1 / static_cast<float>(networks_.size());
  for (JointNetwork& network : networks_) {
    std::vector<float> scores, moves;
    const std::vector<float>& all = network.outputs(0);
    for (size_t m = 0; m < 3; ++m) scores.push_back(state.allows(static_cast<Move>(m)) ? all[m] : -1e9f);
    moves.resize(3);
    softmax(scores.data(), 3, moves.data());
    for (size_t m = 0; m < 3; ++m) out[m] += part * moves[m];
  }
  return out;
}

const std::vector<float>& Teachers::labels(Move move) {
  const size_t head = move == Move::kLeft ? 1 : 2, count = networks_[0].shape().heads[head];
  const float part = 1 / static_cast<float>(networks_.size());
  labels_.assign(count, 0.0f);
  std::vector<float> chances(count);
  for (JointNetwork& network : networks_) {
    softmax(network.outputs(head).data(), count, chances.data());
    for (size_t o = 0; o < count; ++o) labels_[o] += part * chances[o];
  }
  return labels_;
}

Analysis Teachers::analyze(const GoldSentence& sentence) {
  begin(sentence);
  ParseState parse;
  parse.begin(static_cast<uint32_t>(sentence.rows.size()));
  while (!parse.done()) {
    state(parse);
    const std::array<float, 3> chances = moves(parse);
    const auto move = static_cast<Move>(best_of(chances.data(), 3));
    uint32_t label = 0;
    if (move != Move::kShift) {
      const std::vector<float>& names = labels(move);
      label = best_of(names.data(), names.size());
    }
    parse.take(move, label);
  }
  return {best_tags_, tree_of(parse)};
}

}  // namespace dateline::training
