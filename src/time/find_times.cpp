#include "time/timex.h"

namespace dateline {

ReferenceDate find_reference_date(const Document&, std::optional<Date> given) {
  if (given) return {given, ReferenceDate::Source::kGiven, std::nullopt};
  return {};
}

std::vector<Timex> find_times(const Document&, const ReferenceDate&) {
  return {};
}

const char* name_of(TimexType type) {
  constexpr const char* kNames[] = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<size_t>(type)];
}

const char* name_of(ReferenceDate::Source source) {
  constexpr const char* kNames[] = {"given", "article", "none"};
  return kNames[static_cast<size_t>(source)];
}

}  // namespace dateline
