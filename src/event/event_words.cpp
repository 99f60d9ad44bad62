#include "event/event_words.h"

#include <algorithm>
#include <iterator>

#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr std::string_view kQualities[static_cast<size_t>(Quality::kQualities)] = {
    "drops",  "negates",   "conditional", "modal",  "future",       "before_date", "measures_date",
    "bounds", "meanwhile", "completes",   "period", "first_person", "nobody",      "relative",
    "state",  "wishes",    "refuses",     "plans",  "light",        "phase",       "links"};

}  // namespace

EventWords::EventWords() {
  read_qualities("data/event/clause_words.tsv");
  read_qualities("data/event/verb_roles.tsv");
}

void EventWords::read_qualities(std::string_view path) {
  for (const std::string_view line : lines_of(resource(path))) {
    const auto fields = fields_of(line);
    for (size_t i = 1; i < fields.size(); ++i) {
      const auto quality = std::find(std::begin(kQualities), std::end(kQualities), fields[i]) - std::begin(kQualities);
      if (quality < static_cast<std::ptrdiff_t>(Quality::kQualities)) qualities_[fields[0]] |= uint32_t{1} << quality;
    }
  }
}

bool EventWords::is(std::string_view word, Quality quality) const {
  const auto found = qualities_.find(word);
  return found != qualities_.end() && (found->second >> static_cast<uint8_t>(quality) & 1) != 0;
}

const EventWords& event_words() {
  static const EventWords instance;
  return instance;
}

}  // namespace dateline
