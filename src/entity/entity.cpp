#include "entity/entity.h"

#include <algorithm>

namespace dateline {

Mention mention_of(const Document& document, IndexRange tokens, MentionKind kind, uint32_t entity) {
  return {tokens, document.span_of(tokens), kind, entity};
}

const Mention* EntityAnalysis::mention_in(IndexRange tokens) const {
  // Mentions are short and in text order, so those that reach into the range begin a few places before its end.
  constexpr uint32_t kLongestMention = 40;  // tokens
  const uint32_t from = tokens.first > kLongestMention ? tokens.first - kLongestMention : 0;
  auto row = std::lower_bound(mentions.begin(), mentions.end(), from,
                              [](const Mention& mention, uint32_t token) { return mention.tokens.first < token; });
  const Mention* best = nullptr;
  for (; row != mentions.end() && row->tokens.first < tokens.last; ++row) {
    if (!row->tokens.overlaps(tokens)) continue;
    if (!best || row->kind < best->kind || (row->kind == best->kind && row->tokens.size() > best->tokens.size()))
      best = &*row;
  }
  return best;
}

const char* name_of(EntityType type) {
  constexpr const char* kNames[] = {"person", "organization", "place", "group",    "event",
                                    "work",   "product",      "law",   "language", "other"};
  return kNames[static_cast<size_t>(type)];
}

const char* name_of(MentionKind kind) {
  constexpr const char* kNames[] = {"name", "nominal", "pronoun"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace dateline
