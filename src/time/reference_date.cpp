// The reference date: given, else found in the article, by the trust that its places deserve.
#include <algorithm>
#include <array>

#include "time/rule.h"
#include "time/timex.h"

namespace dateline {
namespace {

/// Less is trusted more; the number of places is the answer for "nowhere".
enum Trust : size_t { kPublished, kDateline, kCaption, kOfTheseDays, kNewest, kNowhere };

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
      return kOfTheseDays;
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

/// Whether a day within the story says that it is of the article's own days.
bool is_of_these_days(const Document& document, const Timex& time) {
  return has_weekday(document, time.tokens) || follows_handle(document, time.tokens.first);
}

/// Whether a time is written with its year and lies behind a day, whole: "2016" behind 11 September 2001.
bool is_later(const Timex& time, const Date& day) {
  return time.basis == TimexBasis::kExplicit && time.begin && day < *time.begin;
}

}  // namespace

/// Of several dates in places of the same trust the newest is taken: an article is not older than what it tells. Days
/// only, written with their year. Within the story those with a weekday or behind a handle come first; another day
/// counts only where the story names no later year or month either: most are long past.
ReferenceDate find_reference_date(const Document& document, std::optional<Date> given) {
  if (given) return {given, ReferenceDate::Source::kGiven, std::nullopt};
  const std::vector<Timex> times = find_times(document, {});
  std::array<ReferenceDate, kNowhere> found;
  for (const Timex& time : times) {
    if (!time.begin || time.begin != time.end || time.basis != TimexBasis::kExplicit) continue;
    if (time.begin->year < kEarliestYear) continue;
    const Sentence& sentence = document.sentence(document.sentence_of(time.tokens.first));
    Trust trust = trust_of(document.block_of(sentence).kind);
    if (trust == kOfTheseDays && !is_of_these_days(document, time)) trust = kNewest;
    ReferenceDate& place = found[trust];
    if (!place.date || *place.date < *time.begin) {
      place = {time.begin, ReferenceDate::Source::kArticle, time.span};
    }
  }
  if (const std::optional<Date> day = found[kNewest].date;
      day && std::any_of(times.begin(), times.end(), [&](const Timex& time) { return is_later(time, *day); }))
    found[kNewest] = {};
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
