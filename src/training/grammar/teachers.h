// Networks that have learnt already, asked together: the mean of what they hold likely.
//
// They read running text for a smaller network to learn from, and say at each state that it comes to what they would do
// ("distilling the knowledge"; Hinton, Vinyals and Dean 2015; of several parsers into one: Kuncoro et al. 2016).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "training/grammar/analysis.h"
#include "training/grammar/joint_network.h"
#include "training/grammar/treebank.h"

namespace dateline::training {

class Teachers {
 public:
  /// From files of save_network().
  explicit Teachers(const std::vector<std::string>& files);
  bool empty() const { return networks_.empty(); }

  /// The next sentence. Then, for any number of states, state(), moves() and labels().
  void begin(const GoldSentence& sentence);
  /// How likely each tag is: words × tag count.
  const std::vector<float>& tags() const { return tags_; }

  void state(const ParseState& state);
  /// How likely each move is among those allowed.
  std::array<float, 3> moves(const ParseState& state);
  /// How likely each label is for the arc of a move.
  const std::vector<float>& labels(Move move);

  Analysis analyze(const GoldSentence& sentence);

 private:
  std::vector<JointNetwork> networks_;
  ParsedSentence parsed_;  // with the tags that are likeliest together
  std::vector<uint32_t> best_tags_;
  std::vector<float> tags_, labels_;
};

}  // namespace dateline::training
