// A written model as the start of further learning.
#pragma once

#include <string>

#include "training/grammar/joint_network.h"

namespace dateline::training {

/// Sets a network to the rounded numbers of a model of the same shape; throws std::runtime_error at another. Steps that
/// the file leaves open (what only a product, or only the order of outputs, depends on) are taken to be usual ones.
void start_from_model(const std::string& path, JointNetwork& network);

}  // namespace dateline::training
