// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer and three moves, which
// in 2n steps give every word one head.
//
//   shift   the front of the buffer goes onto the stack
//   left    the top of the stack becomes a dependent of the buffer's front and leaves
//   right   the top of the stack becomes a dependent of the word below it and leaves
//
// Words are numbered from 1; 0 is the root, which lies at the bottom of the stack and takes exactly one dependent:
// right to the root is allowed only when the buffer is empty. Every reachable end is a projective tree.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

enum class Move : uint8_t { kShift, kLeft, kRight };

inline constexpr uint32_t kNoWord = 0xFFFFFFFF;

class ParseState {
 public:
  static constexpr uint32_t kNoLabel = 0xFFFF;

  /// Back to the start, for a sentence of `words` words.
  void begin(uint32_t words);

  bool done() const { return front_ > words_ && stack_.size() == 1; }
  bool allows(Move move) const;
  /// The move must be allowed; `label` counts for arcs alone. Constant time.
  void take(Move move, uint32_t label);

  uint32_t words() const { return words_; }
  /// The word `depth` below the top of the stack (0 is the top), `ahead` behind the front of the buffer; kNoWord where
  /// there is none.
  uint32_t stack(uint32_t depth) const { return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNoWord; }
  uint32_t buffer(uint32_t ahead) const { return front_ + ahead <= words_ ? front_ + ahead : kNoWord; }
  uint32_t front() const { return front_; }
  bool on_stack(uint32_t word) const { return on_stack_[word]; }

  uint32_t head(uint32_t word) const { return nodes_[word].head; }  // kNoWord before its arc
  uint32_t label(uint32_t word) const { return nodes_[word].label; }
  /// Dependents so far: the outermost on each side and the one inside it (which: 0, 1); kNoWord where there is none.
  uint32_t left_child(uint32_t word, int which) const { return nodes_[word].left[which]; }
  uint32_t right_child(uint32_t word, int which) const { return nodes_[word].right[which]; }
  uint32_t left_count(uint32_t word) const { return nodes_[word].left_count; }
  uint32_t right_count(uint32_t word) const { return nodes_[word].right_count; }

 private:
  struct Node {
    uint32_t head = kNoWord;
    uint32_t left[2] = {kNoWord, kNoWord}, right[2] = {kNoWord, kNoWord};
    uint16_t label = kNoLabel, left_count = 0, right_count = 0;
  };

  uint32_t words_ = 0, front_ = 1;
  std::vector<uint32_t> stack_;
  std::vector<Node> nodes_;
  std::vector<uint8_t> on_stack_;
};

}  // namespace dateline
