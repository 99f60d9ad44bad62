// The dynamic oracle of the arc-hybrid system: how many gold arcs a move puts out of reach.
#pragma once

#include <vector>

#include "grammar/transitions.h"

namespace dateline::training {

class Oracle {
 public:
  /// Heads by word from 1 (place 0 is not looked at); the tree should be projective.
  void begin(const std::vector<uint32_t>& heads);

  /// Gold arcs that are reachable now and no more after the (allowed) move. Linear in the dependents of one word.
  uint32_t cost(const ParseState& state, Move move) const;

 private:
  uint32_t dependents_in_buffer(const ParseState& state, uint32_t word) const;

  std::vector<uint32_t> heads_;
  std::vector<std::vector<uint32_t>> dependents_;
};

/// Lifts arcs that cross others: the dependent goes to its head's head until none is left.
void make_projective(std::vector<uint32_t>& heads);

}  // namespace dateline::training
