// A learnt network between two runs of train_grammar with the same treebanks: its numbers as they are, not rounded.
#pragma once

#include <string>

#include "training/grammar/joint_network.h"

namespace dateline::training {

void save_network(const std::string& path, JointNetwork& network);

/// Throws std::runtime_error where the file is none.
JointNetwork load_network(const std::string& path);

}  // namespace dateline::training
