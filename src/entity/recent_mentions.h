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

  /// Takes note of a noun without a name. Nouns with the same lemma are one until they are forgotten. Bounded.
  void see_unnamed(uint32_t word, uint32_t sentence, Unnamed unnamed, Gender gender, bool definite);
  /// A pronoun means an unnamed one again.
  void see_again(uint32_t unnamed, uint32_t token, uint32_t sentence, PronounClass pronoun);

  /// Captions and the like stand between paragraphs: the story goes on after them as if they were not there.
  void leave_aside(bool aside);

  /// One row an entity, the latest last; at most 24 with and 12 without a name.
  const std::vector<Recent>& rows() const { return rows_; }

  /// What a mention's place in the text tells of it.
  Recent at_place(IndexRange tokens, uint32_t sentence) const;

 private:
  /// Whether a mention is the subject of its clause, by its tree or, without one, by the words beside it.
  bool is_subject(IndexRange tokens, uint32_t sentence, Role role) const;
  void put_last(const Recent& seen);

  const Document& document_;
  const std::vector<uint8_t>& in_quotation_;
  std::vector<Recent> rows_, story_;  // story_: rows_ before the block that stands aside
  std::vector<uint32_t> times_;
  std::vector<uint8_t> in_headline_;
  uint32_t unnamed_ = 0;  // so far
  bool aside_ = false;
};

}  // namespace dateline
