// The tree of a sentence as figures read it: the parser's, with what no English sentence has put right. Lists of
// numbers, and clauses whose verb could be a participle ("3,000 cheered", "killed 12 and wounded 30"), are where the
// parser errs most around numbers.
#pragma once

#include <vector>

#include "document.h"
#include "time/timex.h"

namespace dateline {

class ClauseTree {
 public:
  ClauseTree() = default;
  /// `times` in text order. Linear in the sentence.
  ClauseTree(const Document& document, IndexRange sentence, const std::vector<Timex>& times);
  /// The same from another tree than the document's: `parsed` has a node for each token of the sentence.
  ClauseTree(const Document& document, IndexRange sentence, const std::vector<Timex>& times,
             std::vector<TokenGrammar> parsed);

  /// A token of the sentence.
  const TokenGrammar& operator[](uint32_t token) const { return nodes_[token - sentence_.first]; }
  IndexRange sentence() const { return sentence_; }
  bool is_time(uint32_t token) const { return in_time_[token - sentence_.first]; }

 private:
  friend class TreeMender;

  IndexRange sentence_;
  std::vector<TokenGrammar> nodes_;
  std::vector<bool> in_time_;
};

}  // namespace dateline
