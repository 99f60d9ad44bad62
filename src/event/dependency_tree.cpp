#include "event/dependency_tree.h"

#include <algorithm>

namespace dateline {

DependencyTree::DependencyTree(const Document& document, IndexRange sentence)
    : document_(&document), tokens_(sentence), first_(sentence.size(), kNoHead), next_(sentence.size(), kNoHead) {
  for (uint32_t token = tokens_.last; token-- > tokens_.first;) {
    if (head(token) == kNoHead) continue;
    uint32_t& first = first_[head(token) - tokens_.first];
    next_[token - tokens_.first] = first;
    first = token;
  }
}

bool DependencyTree::is(uint32_t token, std::string_view relation) const {
  const std::string_view own = document_->grammar(token).relation;
  return own.starts_with(relation) && (own.size() == relation.size() || own[relation.size()] == ':');
}

uint32_t DependencyTree::dependent(uint32_t token, std::string_view relation) const {
  uint32_t child = first_dependent(token);
  while (child != kNoHead && !is(child, relation)) child = next_dependent(child);
  return child;
}

bool DependencyTree::is_within(uint32_t token, uint32_t ancestor) const {
  while (token != kNoHead && token != ancestor) token = head(token);
  return token == ancestor;
}

IndexRange DependencyTree::extent(uint32_t token) const {
  IndexRange range{token, token + 1};
  for (uint32_t child = first_dependent(token); child != kNoHead; child = next_dependent(child)) {
    const IndexRange below = extent(child);
    range = {std::min(range.first, below.first), std::max(range.last, below.last)};
  }
  return range;
}

}  // namespace dateline
