// Writing the learnt network in whole numbers, as src/grammar/network.cpp reads it.
#pragma once

#include <string>
#include <vector>

#include "training/grammar/joint_network.h"

namespace dateline::training {

/// `head`: the names that stand before the numbers. `table_levels`: into how many steps, on each side of 0, the words'
/// table is rounded; fewer make the file smaller.
void write_model(const std::string& path, const std::string& head, const std::vector<uint32_t>& row_of_word,
                 const JointNetwork& network, int table_levels);

}  // namespace dateline::training
