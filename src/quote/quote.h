// Quotes: what was said, the words that report it, and who said it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document.h"
#include "entity/entity.h"

namespace dateline {

enum class QuoteKind : uint8_t {
  kDirect,
  kMixed,
  kIndirect
};  // all, part or none of the content inside quotation marks

struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  std::vector<Span> parts;  // pieces of the content, ascending, quotation marks at the ends not counted; not empty
  std::optional<Span> cue;
  std::optional<Span> speaker;  // the words that name the speaker
  uint32_t entity = kNoEntity;  // whom they mean

  Span span() const { return {parts.front().start, parts.back().end}; }
};

/// All quotes in text order. Linear; a closing mark that never comes does not swallow the article.
std::vector<Quote> find_quotes(const Document& document, const EntityAnalysis& entities);

const char* name_of(QuoteKind kind);

}  // namespace dateline
