// The kinds of features that weights are learnt for, and how many values each has. Inside the stage only.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "entity/reference_features.h"

namespace dateline::features {

enum Kind : uint8_t {
  kSentences,
  kWords,
  kParagraphs,
  kRank,
  kLastMention,
  kRoles,
  kSameClause,
  kTimes,
  kInDocument,
  kMain,
  kHeadline,
  kGender,
  kType,
  kTypeRole,
  kQuotation,
  kPreposition,
  kOwner,
  kOpens,
  kPrevious,
  kDescribed,
  kRankDistance,
  kRolesNear,
  kBetween,
  kTypeWritten,
  kCalledOtherwise,
  kParts,
  kPartNear,
  kParallel,
  kBound,
  kSpeech,
  kUnnamed,
  kUnnamedNear,
  kUnnamedLast,
  kUnnamedPart,
  kUnnamedPrevious,
  kUnnamedDefinite,
  kUnnamedTimes,
  kTurnSign,
  kTurnNarrator,
  kTurnAddressed,
  kTurnAddressedNearest,
  kTurnAddressedOften,
  kTurnQuotedAddress,
  kTurnOnlyAddressed,
  kTurnLatestAddressed,
  kTurnParity,
  kTurnSpokenOf,
  kTurnSpokenOfOften,
  kTurnBefore,
  kTurnLatest,
  kTurnNamesItself,
  kTurnMain,
  kTurnHeadline,
  kTurnAsks,
  kTurnGender,
  kTurnNone,
  kTurnNonePeople,
  kTurnNoneBlocks,
  kTurnNoneSpoken,
  kTurnNoneNarrator,
  kTurnNoneBefore,
  kTurnNoneAsks,
  kNone,
  kNoneCandidates,
  kNonePeople,
  kNonePrevious,
  kNoneQuotation,
  kNoneRole,
  kNoneEmpty,
  kNoneExpletive,
  kNonePredicate,
  kNoneNext,
  kNoneBefore,
  kNoneOpens,
  kNoneSpoken,
  kNoneSpokenRole,
  kKinds
};

struct KindRow {
  std::string_view name;
  uint16_t values;
};

inline constexpr KindRow kRows[] = {{"sentences", 8},
                                    {"words", 6},
                                    {"paragraphs", 5},
                                    {"rank", 5},
                                    {"last_mention", 4},
                                    {"roles", 8},
                                    {"same_clause", 8},
                                    {"times", 5},
                                    {"in_document", 5},
                                    {"main", 2},
                                    {"headline", 2},
                                    {"gender", 2},
                                    {"type", 13},
                                    {"type_role", 52},
                                    {"quotation", 4},
                                    {"preposition", 4},
                                    {"owner", 4},
                                    {"opens", 4},
                                    {"previous", 5},
                                    {"described", 2},
                                    {"rank_distance", 12},
                                    {"roles_near", 24},
                                    {"between", 5},
                                    {"type_written", 13},
                                    {"called_otherwise", 3},
                                    {"parts", 64},
                                    {"part_near", 48},
                                    {"parallel", 6},
                                    {"bound", 4},
                                    {"speech", 4},
                                    {"unnamed", 4},
                                    {"unnamed_near", 24},
                                    {"unnamed_last", 4},
                                    {"unnamed_part", 16},
                                    {"unnamed_previous", 5},
                                    {"unnamed_definite", 2},
                                    {"unnamed_times", 4},
                                    {"turn_sign", 16},
                                    {"turn_narrator", 18},
                                    {"turn_addressed", 5},
                                    {"turn_addressed_nearest", 7},
                                    {"turn_addressed_often", 4},
                                    {"turn_quoted_address", 4},
                                    {"turn_only_addressed", 4},
                                    {"turn_latest_addressed", 4},
                                    {"turn_parity", 11},
                                    {"turn_spoken_of", 2},
                                    {"turn_spoken_of_often", 5},
                                    {"turn_before", 6},
                                    {"turn_latest", 4},
                                    {"turn_names_itself", 3},
                                    {"turn_main", 4},
                                    {"turn_headline", 4},
                                    {"turn_asks", 4},
                                    {"turn_gender", 2},
                                    {"turn_none", 1},
                                    {"turn_none_people", 4},
                                    {"turn_none_blocks", 5},
                                    {"turn_none_spoken", 4},
                                    {"turn_none_narrator", 2},
                                    {"turn_none_before", 4},
                                    {"turn_none_asks", 2},
                                    {"none", 1},
                                    {"none_candidates", 5},
                                    {"none_people", 4},
                                    {"none_previous", 5},
                                    {"none_quotation", 2},
                                    {"none_role", 4},
                                    {"none_empty", 2},
                                    {"none_expletive", 2},
                                    {"none_predicate", 8},
                                    {"none_next", 24},
                                    {"none_before", 24},
                                    {"none_opens", 2},
                                    {"none_spoken", 4},
                                    {"none_spoken_role", 16}};
static_assert(std::size(kRows) == kKinds);

constexpr std::array<uint16_t, kKinds + 1> first_features() {
  std::array<uint16_t, kKinds + 1> first = {};
  for (size_t kind = 0; kind < kKinds; ++kind)
    first[kind + 1] = static_cast<uint16_t>(first[kind] + kRows[kind].values);
  return first;
}

inline constexpr std::array<uint16_t, kKinds + 1> kFirst = first_features();

/// Collects features.
class Adder {
 public:
  void operator()(Kind kind, uint32_t value) {
    const uint32_t last = kRows[kind].values - 1U;
    features.push_back(static_cast<uint16_t>(kFirst[kind] + std::min(value, last)));
  }
  Features features;
};

/// The number of the first bound that a value does not exceed.
template <size_t N>
uint32_t bucket(uint32_t value, const uint32_t (&bounds)[N]) {
  return static_cast<uint32_t>(std::lower_bound(std::begin(bounds), std::end(bounds), value) - std::begin(bounds));
}

}  // namespace dateline::features
