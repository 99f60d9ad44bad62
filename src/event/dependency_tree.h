// A sentence's dependency tree, downwards: the dependents of each token, and what lies below it.
#pragma once

#include <string_view>
#include <vector>

#include "document.h"

namespace dateline {

class DependencyTree {
 public:
  /// Linear in the tokens. Without grammar every token is a root.
  DependencyTree(const Document& document, IndexRange sentence);

  IndexRange tokens() const { return tokens_; }
  /// kNoHead for a root.
  uint32_t head(uint32_t token) const { return document_->grammar(token).head; }
  /// The dependents in text order, one after the other; kNoHead behind the last.
  uint32_t first_dependent(uint32_t token) const { return first_[token - tokens_.first]; }
  uint32_t next_dependent(uint32_t token) const { return next_[token - tokens_.first]; }

  /// Whether a token's relation is that one, or a kind of it ("nsubj:pass" of "nsubj").
  bool is(uint32_t token, std::string_view relation) const;
  /// The first dependent with a relation, of any kind; kNoHead where there is none.
  uint32_t dependent(uint32_t token, std::string_view relation) const;

  /// Whether a token is another one or lies below it. Bounded by the depth of the tree.
  bool is_within(uint32_t token, uint32_t ancestor) const;
  /// The first token that lies below a token, and the one behind the last.
  IndexRange extent(uint32_t token) const;

 private:
  const Document* document_;
  IndexRange tokens_;
  std::vector<uint32_t> first_, next_;
};

}  // namespace dateline
