// Trees as the quote stage reads them: what hangs below every token, and how a token hangs from a cue.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"

namespace dateline {

/// What the tree of its sentence says of a token beyond its head. Token numbers are kNoHead where there is none.
struct TokenTree {
  IndexRange yield;            // from the first to the last word below it, itself included, marks at the ends left out
  uint32_t subject = kNoHead;  // who does what a verb says: its own subject, or that of the verb it goes along with
  uint32_t content = kNoHead;  // the main word of its clausal complement,
  uint32_t object = kNoHead;   // of its object,
  uint32_t marker = kNoHead;   // the word that opens it as a clause: "that", "to", "as"
  uint32_t frame = 0;          // which kinds of dependents it has, a bit a kind
  uint32_t opens = 0;          // the relation of the largest part of the sentence that begins with it,
  uint32_t closes = 0;         // that ends with it; hashes, 0 where it neither opens nor closes one of several words
  bool own_subject = false;
};

/// Of every token; empty ones where the document has no trees. Linear.
std::vector<TokenTree> read_trees(const Document& document);

/// How a token hangs from a cue: the nearest word that both hang below, or the cue itself (`level` steps above the
/// cue), and the two lowest branches from there to the token.
struct TreeLink {
  uint32_t level = kFar;
  uint32_t branch = kNoHead;  // the child of that word above the token, or the token; kNoHead where it is that word
  uint32_t twig = kNoHead;    // the child of the branch above the token, or the token
  uint32_t depth = 0;         // steps below the branch, at most 3
  static constexpr uint32_t kFar = 5;  // another sentence's, or farther up
};

/// The links of the tokens of a cue's sentence. Linear in the sentence.
class TreeLinks {
 public:
  TreeLinks(const Document& document, uint32_t cue);

  const TreeLink& of(uint32_t token) const {
    static const TreeLink kElsewhere;
    return token < first_ || token - first_ >= links_.size() ? kElsewhere : links_[token - first_];
  }

 private:
  uint32_t first_ = 0;
  std::vector<TreeLink> links_;
};

}  // namespace dateline
