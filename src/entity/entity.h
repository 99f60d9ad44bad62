// Mentions and entities: the words that refer to someone or something, and whom or what they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document.h"

namespace dateline {

enum class EntityType : uint8_t {
  kPerson,
  kOrganization,
  kPlace,
  kGroup,
  kEvent,
  kWork,
  kProduct,
  kLaw,
  kLanguage,
  kOther
};
enum class MentionKind : uint8_t { kName, kNominal, kPronoun };
enum class Gender : uint8_t { kUnknown, kFemale, kMale };

inline constexpr uint32_t kNoEntity = 0xFFFFFFFF;

/// Words that refer to an entity. Names never overlap each other; a nominal may hold a name ("the NATO chief").
struct Mention {
  IndexRange tokens;  // not empty, inside one sentence
  Span span;          // bytes; a name's without a trailing possessive
  MentionKind kind = MentionKind::kName;
  uint32_t entity = kNoEntity;  // index into EntityAnalysis::entities; always set in a finished analysis
};

/// A mention of these tokens, and of their bytes.
Mention mention_of(const Document& document, IndexRange tokens, MentionKind kind, uint32_t entity);

struct Place {
  double latitude = 0, longitude = 0;
  std::string country;  // ISO 3166-1 alpha-2; empty where there is none
  std::string kind;     // city | country | region | continent | water
};

struct Entity {
  EntityType type = EntityType::kOther;
  std::string name;                  // its fullest name in the article
  std::vector<std::string> aliases;  // its other names here
  std::string description;           // empty where the article does not say
  Gender gender = Gender::kUnknown;
  bool plural = false;
  double salience = 0;             // 0..1
  std::vector<uint32_t> mentions;  // indices into EntityAnalysis::mentions, in text order
  std::optional<Place> place;
};

struct EntityAnalysis {
  std::vector<Mention> mentions;  // in text order
  std::vector<Entity> entities;   // most salient first

  /// The mention that overlaps a range of tokens, the longest name first, then nominals, then pronouns; nullptr if
  /// none.
  const Mention* mention_in(IndexRange tokens) const;
};

/// Names, then who is who, then what each is called. Linear in the document (bounded windows and hash look-ups only).
EntityAnalysis find_entities(const Document& document);

const char* name_of(EntityType type);
const char* name_of(MentionKind kind);

}  // namespace dateline
