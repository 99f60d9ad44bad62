// The reference date: given, else found in the article, by the trust that its places deserve.
#include <array>

#include "time/timex.h"

namespace dateline {
namespace {

/// Less is trusted more; the number of places is the answer for "nowhere".
enum Trust : size_t { kPublished, kDateline, kCaption, kNewest, kNowhere };

Trust trust_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kByline:
    case BlockKind::kOther:
      return kPublished;
    case BlockKind::kDateline:
      return kDateline;
    case BlockKind::kCaption:
    case BlockKind::kCredit:
      return kCaption;
    default:
      return kNewest;
  }
}

constexpr int kEarliestYear = 1700;  // older dates are history, not the day of an article

}  // namespace

/// Of several dates in places of the same trust the newest is taken: an article is not older than what it tells. Days
/// only, written with their year.
ReferenceDate find_reference_date(const Document& document, std::optional<Date> given) {
  if (given) return {given, ReferenceDate::Source::kGiven, std::nullopt};
  std::array<ReferenceDate, kNowhere> found;
  for (const Timex& time : find_times(document, {})) {
    if (!time.begin || time.begin != time.end || time.basis != TimexBasis::kExplicit) continue;
    if (time.begin->year < kEarliestYear) continue;
    const Sentence& sentence = document.sentence(document.sentence_of(time.tokens.first));
    ReferenceDate& place = found[trust_of(document.block_of(sentence).kind)];
    if (!place.date || *place.date < *time.begin) {
      place = {time.begin, ReferenceDate::Source::kArticle, time.span};
    }
  }
  for (const ReferenceDate& place : found) {
    if (place.date) return place;
  }
  return {};
}

const char* name_of(ReferenceDate::Source source) {
  constexpr const char* kNames[] = {"given", "article", "none"};
  return kNames[static_cast<size_t>(source)];
}

}  // namespace dateline
