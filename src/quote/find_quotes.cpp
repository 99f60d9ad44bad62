#include "quote/quote.h"

namespace dateline {

std::vector<Quote> find_quotes(const Document&, const EntityAnalysis&) {
  return {};
}

const char* name_of(QuoteKind kind) {
  constexpr const char* kNames[] = {"direct", "mixed", "indirect"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace dateline
