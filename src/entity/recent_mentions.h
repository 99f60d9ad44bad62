// Who and what was mentioned lately, while the text is read from its start: what pronouns and nominals choose from.
#pragma once

#include <vector>

#include "document.h"
#include "entity/entity.h"
#include "entity/reference_features.h"

namespace dateline {

class RecentMentions {
 public:
  RecentMentions(const Document& document, const EntityAnalysis& analysis, const std::vector<uint8_t>& in_quotation);

  /// Takes note of a mention. Bounded by the length of the list.
  void see(uint32_t entity, IndexRange tokens, uint32_t sentence, MentionKind kind, PronounClass pronoun);

  /// Captions and the like stand between paragraphs: the story goes on after them as if they were not there.
  void leave_aside(bool aside);

  /// One row an entity, the latest last; at most 24.
  const std::vector<Recent>& rows() const { return rows_; }

  /// Whether a mention is the subject of its clause, by the words beside it.
  bool is_subject(IndexRange tokens, uint32_t sentence) const;

 private:
  const Document& document_;
  const std::vector<uint8_t>& in_quotation_;
  std::vector<Recent> rows_, story_;  // story_: rows_ before the block that stands aside
  std::vector<uint32_t> times_;
  std::vector<uint8_t> in_headline_;
  bool aside_ = false;
};

}  // namespace dateline
