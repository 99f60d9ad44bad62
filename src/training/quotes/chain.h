// The weights of the chain of roles (quote/contents.h), learnt from annotated windows.
#pragma once

#include <cstdint>
#include <vector>

#include "quotes/gold_quotes.h"

namespace dateline::training {

inline constexpr uint32_t kRoleBits = 18, kStepBits = 13;

struct RoleWeights {
  std::vector<int8_t> roles, steps;
};

/// Learns from all articles but those whose index is `left_out` modulo kFolds (none is left out where it is kFolds);
/// the mean of several runs, so that the order of the examples matters less.
RoleWeights learn_roles(const Articles& articles, int rounds, uint32_t runs, size_t left_out);

}  // namespace dateline::training
