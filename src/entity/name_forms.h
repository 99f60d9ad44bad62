// The different names of an article, each once: what it is written like, its type, where it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "entity/entity_types.h"
#include "entity/name_tagger.h"

namespace dateline {

inline constexpr uint32_t kNoForm = 0xFFFFFFFF;

struct NameForm {
  std::string key;                      // lower-case words, no article, no title, no full stops: "us", "angela merkel"
  std::vector<std::string_view> words;  // of its first occurrence, those of the key; at most kMostKeyWords
  EntityType type = EntityType::kOther;
  bool known = false;           // a listed body or country, under whatever name
  std::vector<uint32_t> names;  // indices into the names, in text order
};

inline constexpr size_t kMostKeyWords = 12;

struct NameForms {
  std::vector<NameForm> forms;
  std::vector<uint32_t> form_of_name;
  std::vector<EntityType> type_of_name;
};

/// Names with the same key and type are one form. Known other names ("UK", "Britain") get the key of the usual one.
NameForms collect_forms(const Document& document, const std::vector<Name>& names);

/// The key that a name of these tokens has (not empty): words for comparison, the usual name of a listed body or
/// country.
std::string key_of(const Document& document, IndexRange tokens);

/// A word for comparison: lower case without full stops ("u.s." is "us").
std::string key_word(std::string_view lower);

}  // namespace dateline
