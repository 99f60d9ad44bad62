#include "quote/quoted_first_person.h"

#include <algorithm>

#include "entity/quotation_state.h"
#include "lexicon/lexicon.h"

namespace dateline {

void add_quoted_first_person(const Document& document, const std::vector<Quote>& quotes, EntityAnalysis& analysis) {
  static const Lexicon pronouns("data/entity/pronouns.tsv");
  const std::vector<uint8_t> in_quotation = tokens_in_quotation(document);
  std::vector<uint8_t> taken(document.tokens().size());
  for (const Mention& mention : analysis.mentions) {
    for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) taken[i] = 1;
  }
  const size_t before = analysis.mentions.size();
  for (const Quote& quote : quotes) {
    if (quote.entity == kNoEntity || quote.kind == QuoteKind::kIndirect) continue;
    if (analysis.entities[quote.entity].type != EntityType::kPerson) continue;
    for (const Span part : quote.parts) {
      const IndexRange tokens = document.tokens_in(part);
      for (uint32_t i = tokens.first; i < tokens.last; ++i) {
        if (!in_quotation[i] || taken[i] || pronouns.field(document.lower(i), 0) != "1") continue;
        taken[i] = 1;
        analysis.mentions.push_back(mention_of(document, {i, i + 1}, MentionKind::kPronoun, quote.entity));
      }
    }
  }
  if (analysis.mentions.size() == before) return;
  std::stable_sort(analysis.mentions.begin(), analysis.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.tokens.last > b.tokens.last;
  });
  for (Entity& entity : analysis.entities) entity.mentions.clear();
  for (uint32_t m = 0; m < analysis.mentions.size(); ++m)
    analysis.entities[analysis.mentions[m].entity].mentions.push_back(m);
}

}  // namespace dateline
