// What the article calls someone: the title before a name, an apposition behind it, or what "is" says of it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// The words beside one mention that describe it.
struct Description {
  /// A shared title is a plural one before another name of the list.
  enum class Kind : uint8_t { kTitle, kSharedTitle, kApposition, kCopula };
  IndexRange tokens;  // trimmed: no article, no comma
  uint32_t mention = 0;
  Kind kind = Kind::kTitle;
  bool plural = false;  // a title in the plural, which ends in an s
};

/// All descriptions in the document, in text order; windows of at most 24 tokens beside each name. `mentions` are names
/// only, in text order.
std::vector<Description> find_descriptions(const Document& document, const EntityAnalysis& analysis);

/// Sets `description` of each entity: of its titles the most frequent, then the longest; else its first apposition;
/// else what "is" says.
void describe_entities(const Document& document, const std::vector<Description>& descriptions,
                       EntityAnalysis& analysis);

/// The words of a range with white space made single blanks.
std::string plain_words(const Document& document, IndexRange tokens);

}  // namespace dateline
