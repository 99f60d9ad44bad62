#include "grammar/transitions.h"

namespace dateline {

void ParseState::begin(uint32_t words) {
  words_ = words;
  front_ = 1;
  stack_.assign(1, 0);
  nodes_.assign(words + 1, Node{});
  on_stack_.assign(words + 1, 0);
  on_stack_[0] = 1;
}

bool ParseState::allows(Move move) const {
  switch (move) {
    case Move::kShift:
      return front_ <= words_;
    case Move::kLeft:
      return front_ <= words_ && stack_.size() > 1;
    case Move::kRight:
      return stack_.size() > 2 || (stack_.size() == 2 && front_ > words_);
  }
  return false;
}

void ParseState::take(Move move, uint32_t label) {
  if (move == Move::kShift) {
    on_stack_[front_] = 1;
    stack_.push_back(front_++);
    return;
  }
  const uint32_t child = stack_.back();
  stack_.pop_back();
  on_stack_[child] = 0;
  const uint32_t head = move == Move::kLeft ? front_ : stack_.back();
  nodes_[child].head = head;
  nodes_[child].label = static_cast<uint16_t>(label);
  Node& node = nodes_[head];
  uint32_t* children = move == Move::kLeft ? node.left : node.right;
  // Dependents come from the inside to the outside on both sides.
  children[1] = children[0];
  children[0] = child;
  ++(move == Move::kLeft ? node.left_count : node.right_count);
}

}  // namespace dateline
