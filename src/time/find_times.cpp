// Sentence by sentence, from left to right: the longest expression at each token, then on behind it.
#include "time/rule_matcher.h"
#include "time/timex.h"
#include "time/value_days.h"

namespace dateline {
namespace {

Timex timex_of(const Document& document, const TimeReading& reading) {
  Timex timex;
  timex.tokens = reading.tokens;
  timex.span = document.span_of(reading.tokens);
  timex.type = reading.type;
  timex.basis = reading.basis;
  timex.value = reading.value;
  timex.mod = reading.mod;
  if (reading.type == TimexType::kDate || reading.type == TimexType::kTime) {
    if (std::optional<DayRange> days = days_of(reading.value)) {
      *days = narrowed(*days, reading.mod);
      timex.begin = days->first;
      timex.end = days->last;
    }
  }
  return timex;
}

}  // namespace

std::vector<Timex> find_times(const Document& document, const ReferenceDate& reference) {
  std::vector<Timex> times;
  Resolver resolver(document, reference.date);
  RuleMatcher matcher(document, resolver);
  for (const Sentence& sentence : document.sentences()) {
    resolver.enter(sentence.tokens);
    matcher.read(sentence.tokens);
    for (uint32_t token = sentence.tokens.first; token < sentence.tokens.last;) {
      const TimeReading* reading = matcher.expression_at(token);
      if (reading == nullptr) {
        ++token;
        continue;
      }
      if (reading->is_time) {
        times.push_back(timex_of(document, *reading));
        resolver.remember(*reading);
      }
      token = reading->tokens.last;
      matcher.forget(token);
    }
  }
  return times;
}

const char* name_of(TimexType type) {
  constexpr const char* kNames[] = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<size_t>(type)];
}

}  // namespace dateline
