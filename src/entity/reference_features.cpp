#include "entity/reference_features.h"

#include <algorithm>

#include "entity/feature_kinds.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

using namespace features;

uint32_t type_of(const Entity& entity) {
  if (entity.type == EntityType::kPlace && entity.place) {
    if (entity.place->kind == "country") return 10;
    if (entity.place->kind == "city") return 11;
    return 12;
  }
  return static_cast<uint32_t>(entity.type);
}

/// The groups of words beside "it" that tell whether it means something; 0 for any other.
uint32_t group_of(std::string_view lower, size_t field) {
  static const Lexicon words("data/entity/pronoun_neighbours.tsv");
  uint32_t number = 0;
  for (const char c : words.field(lower, field)) number = number * 10 + static_cast<uint32_t>(c - '0');
  return number;
}

/// What the trees say of a pair.
void add_grammar(const PronounPlace& place, const Recent& candidate, Adder& add) {
  if (place.part == Role::kUnknown || candidate.role == Role::kUnknown) return;
  const uint32_t sentences = std::min(place.sentence - candidate.sentence, 2U);
  const auto part = static_cast<uint32_t>(place.part), other = static_cast<uint32_t>(candidate.role);
  add(kParts, part * 8 + other);
  add(kPartNear, (sentences * 8 + other) * 2 + (place.part == Role::kSubject ? 1 : 0));
  add(kParallel, sentences * 2 + (part == other ? 1 : 0));
  add(kSpeech, (place.speaks ? 2 : 0) + (candidate.speaks ? 1 : 0));
  if (sentences == 0 && place.clause == candidate.clause && place.part != Role::kOwner &&
      candidate.role != Role::kOwner && candidate.role != Role::kModifier)
    add(kBound, (place.role == PronounRole::kSelf ? 2 : 0) + (candidate.role == Role::kSubject ? 1 : 0));
}

/// What the latest pronoun of the class meant.
uint32_t previous_of(const PronounPlace& place, const Recent& candidate) {
  return place.previous == candidate.entity ? std::min(place.sentence - place.previous_sentence, 3U) : 4;
}

}  // namespace

Features candidate_features(const PronounPlace& place, const Recent& candidate, const Entity& entity, uint32_t rank,
                            bool main) {
  Adder add;
  const uint32_t sentences = place.sentence - candidate.sentence;
  const uint32_t words = place.token > candidate.token ? place.token - candidate.token : 0;
  const uint32_t distance = bucket(sentences, {0, 1, 2, 3, 5, 8, 12});
  const auto role = static_cast<uint32_t>(place.role);
  const bool same_clause = sentences == 0 && candidate.token >= place.clause_start;
  add(kSentences, distance);
  if (sentences == 0) add(kWords, bucket(words, {2, 4, 8, 14, 24}));
  add(kParagraphs, place.block - candidate.block);
  add(kRank, rank);
  add(kRankDistance, (rank == 0 ? 0 : rank == 1 ? 4 : 8) + std::min(sentences, 3U));
  add(kLastMention, candidate.kind == MentionKind::kName      ? 0
                    : candidate.kind == MentionKind::kNominal ? 1
                    : candidate.pronoun == place.pronoun      ? 2
                                                              : 3);
  add(kRoles, role * 2 + (candidate.subject ? 1 : 0));
  if (same_clause) add(kSameClause, role * 2 + (candidate.subject ? 1 : 0));
  add(kTimes, bucket(candidate.times, {1, 2, 4, 8}));
  add(kInDocument, bucket(static_cast<uint32_t>(entity.mentions.size()), {1, 2, 4, 8}));
  add(kMain, main ? 1 : 0);
  add(kHeadline, candidate.in_headline ? 1 : 0);
  add(kGender, entity.gender == Gender::kUnknown ? 0 : 1);
  add(kType, type_of(entity));
  add(kTypeRole, type_of(entity) * 4 + role);
  add(kQuotation, (place.in_quotation ? 2U : 0U) + (candidate.in_quotation ? 1U : 0U));
  if (candidate.after_preposition) add(kPreposition, role);
  if (candidate.owner) add(kOwner, role);
  if (candidate.opens_sentence) add(kOpens, std::min(sentences, 3U));
  if (place.has_previous) add(kPrevious, previous_of(place, candidate));
  add(kRolesNear, std::min(sentences, 2U) * 8 + role * 2 + (candidate.subject ? 1 : 0));
  add(kBetween, candidate.others_since);
  if (place.spoken == 0) add(kTypeWritten, type_of(entity));
  add(kCalledOtherwise, bucket(candidate.called_otherwise, {0, 1}));
  add(kDescribed, entity.description.empty() ? 0 : 1);
  add_grammar(place, candidate, add);
  return std::move(add.features);
}

Features unnamed_features(const PronounPlace& place, const Recent& candidate, uint32_t rank) {
  Adder add;
  const uint32_t sentences = std::min(place.sentence - candidate.sentence, 2U);
  add(kUnnamed, static_cast<uint32_t>(candidate.unnamed));
  add(kUnnamedNear, sentences * 8 + std::min(rank, 7U));
  add(kUnnamedLast, candidate.kind == MentionKind::kPronoun ? candidate.pronoun == place.pronoun ? 2 : 3 : 0);
  add(kUnnamedPart, static_cast<uint32_t>(candidate.role) * 2 + (place.part == Role::kSubject ? 1 : 0));
  if (place.has_previous) add(kUnnamedPrevious, previous_of(place, candidate));
  add(kUnnamedDefinite, candidate.definite ? 1 : 0);
  add(kUnnamedTimes, bucket(candidate.times, {1, 2, 4}));
  add_grammar(place, candidate, add);
  return std::move(add.features);
}

Features none_features(const Document& document, const PronounPlace& place, size_t candidates) {
  Adder add;
  const IndexRange sentence = document.sentence(place.sentence).tokens;
  add(kNone, 0);
  add(kNoneCandidates, static_cast<uint32_t>(candidates));
  add(kNonePeople, place.unnamed_people);
  if (place.has_previous) {
    const uint32_t near = place.sentence - place.previous_sentence <= 1 ? 0 : 1;
    add(kNonePrevious, place.previous >= kFirstUnnamed ? near : 2 + near);
  } else {
    add(kNonePrevious, 4);
  }
  add(kNoneQuotation, place.in_quotation ? 1 : 0);
  add(kNoneRole, static_cast<uint32_t>(place.role));
  add(kNoneEmpty, place.empty ? 1 : 0);
  add(kNoneExpletive, place.expletive ? 1 : 0);
  add(kNonePredicate, place.predicate);
  add(kNoneOpens, place.opens_sentence ? 1 : 0);
  add(kNoneSpoken, place.spoken);
  add(kNoneSpokenRole, place.spoken * 4 + static_cast<uint32_t>(place.role));
  add(kNoneNext, place.token + 1 < sentence.last ? group_of(document.lower(place.token + 1), 0) : 1);
  add(kNoneBefore, place.token > sentence.first ? group_of(document.lower(place.token - 1), 1) : 1);
  return std::move(add.features);
}

size_t feature_count() {
  return kFirst[kKinds];
}

std::string feature_name(size_t feature) {
  size_t kind = 0;
  while (kFirst[kind + 1] <= feature) ++kind;
  return std::string(kRows[kind].name) + ' ' + std::to_string(feature - kFirst[kind]);
}

}  // namespace dateline
