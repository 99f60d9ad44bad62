#include "training/grammar/oracle.h"

#include <algorithm>

namespace dateline::training {

void Oracle::begin(const std::vector<uint32_t>& heads) {
  heads_ = heads;
  dependents_.assign(heads.size(), {});
  for (uint32_t word = 1; word < heads.size(); ++word) dependents_[heads[word]].push_back(word);
}

uint32_t Oracle::dependents_in_buffer(const ParseState& state, uint32_t word) const {
  uint32_t count = 0;
  for (const uint32_t child : dependents_[word]) count += child >= state.front();
  return count;
}

uint32_t Oracle::cost(const ParseState& state, Move move) const {
  const uint32_t top = state.stack(0), front = state.front();
  if (move == Move::kShift) {
    const uint32_t head = heads_[front];
    uint32_t cost = head != top && head < front && state.on_stack(head);
    for (const uint32_t child : dependents_[front]) cost += child < front && state.on_stack(child);
    return cost;
  }
  const uint32_t head = heads_[top];
  const uint32_t lost = dependents_in_buffer(state, top);
  if (move == Move::kLeft) return lost + (head > front || head == state.stack(1));
  return lost + (head >= front);
}

void make_projective(std::vector<uint32_t>& heads) {
  const auto size = static_cast<uint32_t>(heads.size());
  const auto dominates = [&](uint32_t head, uint32_t word) {
    for (uint32_t steps = 0; steps <= size; ++steps) {
      if (word == head) return true;
      if (word == 0) return false;
      word = heads[word];
    }
    return false;
  };
  for (uint32_t round = 0; round < 4 * size; ++round) {
    uint32_t shortest = 0, length = 0xFFFFFFFF;
    for (uint32_t word = 1; word < size; ++word) {
      const uint32_t low = std::min(word, heads[word]), high = std::max(word, heads[word]);
      if (high - low >= length || heads[word] == 0) continue;
      for (uint32_t between = low + 1; between < high; ++between) {
        if (dominates(heads[word], between)) continue;
        shortest = word;
        length = high - low;
        break;
      }
    }
    if (shortest == 0) return;
    heads[shortest] = heads[heads[shortest]];
  }
}

}  // namespace dateline::training
