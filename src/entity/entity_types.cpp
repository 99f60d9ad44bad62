#include "entity/entity_types.h"

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct TypeLexicons {
  Lexicon cues{"data/entity/type_cues.tsv"};
};

const TypeLexicons& lexicons() {
  static const TypeLexicons instance;
  return instance;
}

EntityType type_named(std::string_view name, EntityType otherwise) {
  if (name == "event") return EntityType::kEvent;
  if (name == "work") return EntityType::kWork;
  if (name == "product") return EntityType::kProduct;
  if (name == "law") return EntityType::kLaw;
  if (name == "language") return EntityType::kLanguage;
  if (name == "group") return EntityType::kGroup;
  return otherwise;
}

bool is_quotation_mark(std::string_view lower) {
  return lower == "\"" || lower == "``" || lower == "''" || lower == "\xE2\x80\x9C" || lower == "\xE2\x80\x9D" ||
         lower == "'";
}

/// Whether every word of the name is known as a nationality or a group.
bool is_group(const Document& document, IndexRange tokens) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const Gazetteer::Match phrase = gazetteer.longest_phrase(document, tokens.first, tokens.last);
  if (phrase.tokens == tokens.size())
    return phrase.classes.has(NameClass::kDemonym) || phrase.classes.has(NameClass::kGroup);
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (document.lower(i) == "-") continue;
    const NameClasses classes = gazetteer.classes_of(document.lower(i));
    if (!classes.has(NameClass::kDemonym) && !classes.has(NameClass::kGroup)) return false;
  }
  return true;
}

}  // namespace

EntityType type_of(const Document& document, const Name& name) {
  switch (name.type) {
    case NameType::kPer:
      return EntityType::kPerson;
    case NameType::kOrg:
      return EntityType::kOrganization;
    case NameType::kLoc:
      return EntityType::kPlace;
    case NameType::kMisc:
      break;
  }
  const IndexRange tokens = name.tokens;
  const IndexRange sentence = document.sentence(document.sentence_of(tokens.first)).tokens;
  const Lexicon& cues = lexicons().cues;
  const std::string_view before = tokens.first > sentence.first ? document.lower(tokens.first - 1) : "";
  const std::string_view after = tokens.last < sentence.last ? document.lower(tokens.last) : "";
  if (tokens.size() == 1 && Gazetteer::instance().classes_of(document.lower(tokens.first)).has(NameClass::kLanguage))
    return EntityType::kLanguage;
  if (is_group(document, tokens)) {
    const bool speech = cues.field(before, 1) == "language" || cues.field(after, 2) == "language";
    return speech && tokens.size() == 1 ? EntityType::kLanguage : EntityType::kGroup;
  }
  // The last word that tells wins: "World Cup", "Civil Rights Act", "Nobel Peace Prize".
  for (uint32_t i = tokens.last; i-- > tokens.first;) {
    const EntityType type = type_named(cues.field(document.lower(i), 0), EntityType::kOther);
    if (type != EntityType::kOther) return type;
    const NameClasses classes = Gazetteer::instance().classes_of(document.lower(i));
    if (classes.has(NameClass::kEventWord)) return EntityType::kEvent;
    if (classes.has(NameClass::kLawWord)) return EntityType::kLaw;
    if (classes.has(NameClass::kProductWord)) return EntityType::kProduct;
  }
  if (is_quotation_mark(before) && is_quotation_mark(after)) return EntityType::kWork;
  EntityType type = type_named(cues.field(before, 1), EntityType::kOther);
  if (type == EntityType::kOther) type = type_named(cues.field(after, 2), EntityType::kOther);
  if (type == EntityType::kLanguage || type == EntityType::kGroup) return EntityType::kOther;
  if (type != EntityType::kOther) return type;
  const Token& last = document.token(tokens.last - 1);
  if (tokens.size() > 1 && last.shape == Shape::kNumber) return EntityType::kProduct;
  return EntityType::kOther;
}

}  // namespace dateline
