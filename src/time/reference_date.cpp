// The reference date: given, else found in the article, by the trust that its places deserve.
#include <array>

#include "time/rule.h"
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
constexpr uint32_t kNear = 3;        // tokens between a handle and the day of its post

bool has_weekday(const Document& document, IndexRange tokens) {
  static const uint8_t kWeekday = time_rules().vocabulary().class_named("weekday");
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    const TimeVocabulary::Row* row = time_rules().vocabulary().find(document.lower(i));
    if (row != nullptr && (row->classes >> kWeekday & 1) != 0) return true;
  }
  return false;
}

/// "— Ann Smith (@annsmith) May 3, 2021": a post that the article shows.
bool follows_handle(const Document& document, uint32_t token) {
  for (uint32_t k = 1; k <= kNear && k <= token; ++k) {
    if (document.lower(token - k).starts_with('@')) return true;
  }
  return false;
}

/// Whether a day within the story is likely to be about its own. Nine of ten that are written with their year are long
/// past or far ahead, which is why the year stands there; those of the week are told with their weekday.
bool is_of_these_days(const Document& document, const Timex& time) {
  return has_weekday(document, time.tokens) || follows_handle(document, time.tokens.first);
}

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
    const Trust trust = trust_of(document.block_of(sentence).kind);
    if (trust == kNewest && !is_of_these_days(document, time)) continue;
    ReferenceDate& place = found[trust];
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
