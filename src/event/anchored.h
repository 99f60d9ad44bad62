// An event with its days, before it has a clause and a title.
#pragma once

#include <optional>

#include "event/timeline.h"
#include "event/triggers.h"

namespace dateline {

struct Anchored {
  Trigger trigger;
  uint32_t sentence = 0;
  uint32_t time = kNoTime;
  uint32_t until = kNoTime;  // the end of a range ("from X to Y"); kNoTime for none
  Date begin;
  std::optional<Date> end;
  Precision precision = Precision::kDay;
  Basis basis = Basis::kExplicit;
};

}  // namespace dateline
