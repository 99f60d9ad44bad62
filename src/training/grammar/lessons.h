// Which sentences an epoch reads, and in which order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "training/grammar/random.h"

namespace dateline::training {

/// All of the treebanks, which stand in front, and a share, chosen anew each time, of what stands behind them.
class Lessons {
 public:
  Lessons(size_t gold, size_t all, double share) : gold_(gold), further_(all - gold) {
    for (size_t i = 0; i < further_.size(); ++i) further_[i] = gold + i;
    order_.resize(gold + static_cast<size_t>(share * static_cast<double>(further_.size())));
  }

  size_t size() const { return order_.size(); }
  const std::vector<size_t>& next_epoch() {
    shuffle(further_);
    for (size_t i = 0; i < gold_; ++i) order_[i] = i;
    std::copy_n(further_.begin(), order_.size() - gold_, order_.begin() + static_cast<long>(gold_));
    shuffle(order_);
    return order_;
  }

 private:
  void shuffle(std::vector<size_t>& list) {
    for (size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random_.below(i)]);
  }

  size_t gold_;
  std::vector<size_t> further_, order_;
  Random random_{17};
};

}  // namespace dateline::training
