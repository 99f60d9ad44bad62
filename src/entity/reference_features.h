// What speaks for and against an antecedent of a pronoun: features of a candidate, and of there being none.
//
// A feature is one value of one kind ("sentences 1"); every kind has few values, so that the weights are a table to
// read. The kinds are those of the classic accounts (Hobbs 1978; Lappin and Leass 1994): nearness, agreement, role,
// parallelism, how much is spoken of the candidate.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "entity/grammatical_role.h"

namespace dateline {

/// Pronouns of one behaviour: he, she, it, they, I, you, with their other forms.
enum class PronounClass : uint8_t { kHe, kShe, kIt, kThey, kI, kYou };
inline constexpr size_t kPronounClasses = 6;

enum class PronounRole : uint8_t { kSubject, kObject, kOwn, kSelf };

/// Nouns for what has no name ("the deal") are candidates too, under numbers from here on: a pronoun that means one of
/// them means no entity.
inline constexpr uint32_t kFirstUnnamed = 0x80000000;

/// What an unnamed candidate is.
enum class Unnamed : uint8_t { kNo, kPerson, kThing, kPlural };

/// An entity mentioned lately, as its latest mention shows it.
struct Recent {
  uint32_t entity = kNoEntity;
  Unnamed unnamed = Unnamed::kNo;
  Gender gender = Gender::kUnknown;  // of an unnamed person
  std::string_view noun;             // of an unnamed one: its lemma
  Role role = Role::kUnknown;
  uint32_t clause = 0;    // its predicate
  bool speaks = false;    // the subject of a verb of saying
  bool definite = false;  // an unnamed one with "the", "this", a possessive
  uint32_t token = 0;     // the first of its latest mention
  uint32_t sentence = 0;  // of its latest mention
  uint32_t block = 0;
  uint32_t times = 0;  // mentions so far
  MentionKind kind = MentionKind::kName;
  PronounClass pronoun = PronounClass::kHe;  // where kind is pronoun
  bool subject = false;                      // as far as one can tell from its place
  bool owner = false;                        // before a possessive
  bool after_preposition = false;
  bool opens_sentence = false;
  bool in_quotation = false;
  bool in_headline = false;       // any mention of it
  uint32_t called_otherwise = 0;  // pronouns of other classes that meant it so far
  uint32_t others_since = 0;      // entities mentioned after it, of whatever kind
};

/// The pronoun that is asked about.
struct PronounPlace {
  uint32_t token = 0, sentence = 0, block = 0;
  PronounClass pronoun = PronounClass::kHe;
  PronounRole role = PronounRole::kSubject;
  Role part = Role::kUnknown;
  uint32_t clause = 0;
  bool speaks = false;
  uint32_t predicate = 0;  // of a subject: what kind of word its predicate is, and whether a clause follows it
  bool expletive = false;  // as the tree has it
  bool in_quotation = false;
  bool opens_sentence = false;
  bool empty = false;           // "it seems"; what a rule takes for an empty "it"
  uint32_t unnamed_people = 0;  // nouns for people in this sentence before it and the one before
  uint32_t spoken = 0;          // how much the document says "I" and "you": 0 hardly .. 3
  uint32_t clause_start = 0;    // token: the clause's first, as far as one can tell
  // What the latest pronoun of the class meant: an entity, or kNoEntity for none, if it was near.
  bool has_previous = false;
  uint32_t previous = kNoEntity;
  uint32_t previous_sentence = 0;
};

using Features = std::vector<uint16_t>;

/// Features of a candidate. `rank`: how many candidates were mentioned after it; `main`: whether no candidate is
/// mentioned more often in the whole document. Constant time.
Features candidate_features(const PronounPlace& place, const Recent& candidate, const Entity& entity, uint32_t rank,
                            bool main);

/// Features of a candidate without a name. Constant time.
Features unnamed_features(const PronounPlace& place, const Recent& candidate, uint32_t rank);

/// Features of there being no antecedent among `candidates` many. Constant time.
Features none_features(const Document& document, const PronounPlace& place, size_t candidates);

/// How many different features there are; the name of one, as the table of weights has it: "sentences 1".
size_t feature_count();
std::string feature_name(size_t feature);

}  // namespace dateline
