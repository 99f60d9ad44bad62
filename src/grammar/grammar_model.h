// The learnt network with the names of its tags and labels.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/network.h"

namespace dateline {

struct Tag {
  Upos upos = Upos::kX;
  std::string_view xpos;
};

/// Read-only; one for the whole program.
class GrammarModel {
 public:
  explicit GrammarModel(std::string_view model);

  /// False where the file is no usable model.
  bool ready() const { return ready_; }
  const Network& network() const { return network_; }
  const std::vector<Tag>& tags() const { return tags_; }
  const std::vector<std::string_view>& labels() const { return labels_; }

 private:
  Network network_;
  bool ready_ = false;
  std::vector<Tag> tags_;
  std::vector<std::string_view> labels_;
};

const GrammarModel& grammar_model();  // data/grammar/grammar.model

}  // namespace dateline
