// Quotation marks: which of them pair up, and what stands between them.
//
// News pages mix straight and curly marks, the agencies' `` and '', single marks, guillemets and low openers; closers
// get lost, and a speech of several paragraphs opens each of them but closes only the last.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"

namespace dateline {

/// Words between quotation marks. A quotation never leaves its block; one that goes on in the next block is continued
/// there by another.
struct Quotation {
  IndexRange inner;        // the tokens between the marks; not empty
  uint32_t opener = 0;     // the token of the opening mark
  bool closed = true;      // false: the closing mark is missing
  bool continues = false;  // not closed because the next block goes on with it, or a new paragraph that lost its break
  uint32_t depth = 0;      // 0 for one that stands in no other

  /// With its marks.
  IndexRange outer() const { return {opener, inner.last + (closed ? 1 : 0)}; }
};

inline constexpr uint32_t kNoQuotation = 0xFFFFFFFF;

struct Quotations {
  std::vector<Quotation> all;  // ascending by opener
  // Of each token: the outermost quotation it is in, marks included, or kNoQuotation. One that is neither closed nor
  // continued claims no token: its end is a guess.
  std::vector<uint32_t> outermost;
  std::vector<uint8_t> is_mark;  // of each token: 1 where it opens a quotation, 2 where it closes one, else 0

  bool inside(uint32_t token) const { return outermost[token] != kNoQuotation && is_mark[token] == 0; }
};

/// All quotations of a document. Linear; quotations nest at most four deep. An opening mark whose closer never comes
/// reaches to the end of its sentence, or of its block where the next block opens with the same mark.
Quotations find_quotations(const Document& document);

}  // namespace dateline
