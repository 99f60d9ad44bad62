#include "event/timeline.h"

namespace dateline {

std::vector<TimelineEvent> build_timeline(const Document&, const EntityAnalysis&, const std::vector<Timex>&,
                                          const std::vector<Quote>&, const ReferenceDate&) {
  return {};
}

const char* name_of(Precision precision) {
  constexpr const char* kNames[] = {"year", "quarter", "month", "week", "day", "time", "interval"};
  return kNames[static_cast<size_t>(precision)];
}

const char* name_of(Basis basis) {
  constexpr const char* kNames[] = {"explicit", "relative", "context"};
  return kNames[static_cast<size_t>(basis)];
}

}  // namespace dateline
