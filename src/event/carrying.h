// Carrying: whether an event that is told without a date happened on a day told before ("He was taken to a hospital.").
//
// A logistic model over what stands between the two (distance, paragraph, tense, quotation) says how likely it is; its
// weights stand in data/event/carrying.tsv, learnt by src/training/carrying.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"
#include "event/anchored.h"
#include "time/timex.h"

namespace dateline {

/// What is known of a sentence without a date and of an event told before, each true or not; a bit each.
enum class CarryFeature : uint8_t {
  kSourceLast,    // the source is the dated event told last
  kSourceNews,    // the source is the first event of the week before publication
  kNextSentence,  // how far the source's sentence is
  kTwoOrThreeOn,
  kFourToSixOn,
  kSevenToFifteenOn,
  kFarther,
  kSameBlock,  // and how many blocks
  kNextBlock,
  kFartherBlock,
  kSaying,       // the trigger
  kPassive,      // "was taken"
  kSubjectName,  // its subject
  kSubjectPronoun,
  kQuoted,        // the trigger stands between quotation marks
  kHasQuote,      // the sentence has a quotation mark
  kHasTime,       // the sentence has an expression of time
  kHasDate,       // something else in the sentence has a date
  kPronounFirst,  // how the sentence opens
  kSequenceOpener,
  kDayPrecise,  // the source's date
  kQuarterPrecise,
  kMonthPrecise,
  kYearPrecise,
  kOtherPrecise,
  kSourceToday,  // its distance from the publication
  kSourceYesterday,
  kSourceThisWeek,
  kSourceOlder,
  kSourceFuture,
  kSourceSaying,  // its trigger
  kSourcePlanned,
  kSourceOften,   // two or more dated events have its day
  kSourceMostly,  // so have most of the dated events so far
  kSharesWords,   // the two sentences share names or other words
  kSharesMany,
  kEarly,     // the sentence is one of the first five
  kLate,      // it stands behind the twentieth
  kSameForm,  // the two triggers are the same word
  kFigures,   // the sentence has money or percentages
  kFeatures
};
inline constexpr size_t kCarryFeatures = static_cast<size_t>(CarryFeature::kFeatures);
using CarryBits = uint64_t;

/// The name that the weights file has for a feature.
std::string_view name_of(CarryFeature feature);

/// An event with a day from elsewhere, and what is known of it.
struct CarryCandidate {
  Anchored event;
  CarryBits features = 0;
};

/// A sentence whose main clause has no date.
struct UndatedSentence {
  const DependencyTree& tree;
  const std::vector<Trigger>& triggers;
  uint32_t index = 0;
  bool has_time = false;  // it has an expression of time
  bool has_date = false;  // something else in it has a date
};

/// The ways to date a sentence by what was told before: at most two, and none unless its main clause tells in the past
/// tense what somebody did, underwent or said. `told` are the events with a date of their own so far, in text order.
std::vector<CarryCandidate> carry_candidates(const Document& document, const UndatedSentence& sentence,
                                             const std::vector<Anchored>& told, const ReferenceDate& reference);

class CarryModel {
 public:
  explicit CarryModel(std::string_view table);
  /// The logarithm of the odds that the event has this day, less the threshold: carry where it is positive.
  double score(CarryBits features) const;

 private:
  double bias_ = 0;
  double threshold_ = 0;
  std::array<double, kCarryFeatures> weights_{};
};

const CarryModel& carry_model();

}  // namespace dateline
