// The units in which a written model counts (src/grammar/network.cpp describes the file).
#pragma once

namespace dateline::training {

inline constexpr double kHiddenUnit = 512, kStateUnit = 32768;

}  // namespace dateline::training
