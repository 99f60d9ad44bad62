// Tagging and parsing a sentence with the learning network, and learning from it.
//
// Parser: the arc-hybrid system with its dynamic oracle (Goldberg and Nivre 2013, "Training deterministic parsers with
// non-deterministic oracles"): it learns from the states into which its own moves lead it, and in each the moves are
// right that lose no further arc. The tags it sees are those that the tagger gives at that moment, while numbers are
// left out at random, so it knows a tagger that errs.
#pragma once

#include <vector>

#include "grammar/parse_slots.h"
#include "training/grammar/joint_network.h"
#include "training/grammar/oracle.h"
#include "training/grammar/teachers.h"
#include "training/grammar/treebank.h"

namespace dateline::training {

/// How a sentence is learnt from.
struct Lesson {
  float explore = 1;     // how often the parser follows its own move where that is wrong
  float tag_weight = 1;  // how much the tags count
  float lean = 0;        // how much of what is right is what the teachers hold likely; the rest is the treebank's
};

class JointTrainer {
 public:
  JointTrainer(const WordRows& words, JointNetwork& network, Teachers& teachers)
      : words_(words), network_(network), teachers_(teachers) {}

  Analysis analyze(const GoldSentence& sentence) { return run(sentence, nullptr, {}); }
  /// `tree` is projective.
  void learn(const GoldSentence& sentence, const Tree& tree, const Lesson& lesson) { run(sentence, &tree, lesson); }

  /// Losses of tags and moves since the last call.
  std::pair<double, double> take_losses();

 private:
  Analysis run(const GoldSentence& sentence, const Tree* gold, const Lesson& lesson);
  std::vector<LexicalRows> with_words_left_out(const std::vector<LexicalRows>& rows);
  std::vector<uint32_t> tag(const GoldSentence& sentence, bool learning);
  Move choose_move(const Tree* gold);
  uint32_t choose_label(Move move, const Tree* gold);

  const WordRows& words_;
  JointNetwork& network_;
  Teachers& teachers_;
  Lesson lesson_;
  Random random_{23};
  ParseState state_;
  Oracle oracle_;
  std::vector<float> gradient_;
  double tag_loss_ = 0, move_loss_ = 0;
};

}  // namespace dateline::training
