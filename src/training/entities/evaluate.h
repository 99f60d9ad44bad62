// Exact-span F of a packed model on a set, as a quick check; build-scripts and the scorers measure the whole program.
#pragma once

#include <string>

#include "entity/name_model.h"

namespace dateline::training {

/// "typed 91.2 (P 92.0 R 90.4), plo 92.3" for a file of records.
std::string evaluate(const NameModel& model, const std::string& path);

}  // namespace dateline::training
