// Gold quotes as training examples: which token is the cue, and the role of every token of its window.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline::training {

struct Example {
  CueWindow window;
  std::vector<QuoteRole> roles;
};

/// An article: its reading, and what the annotators say of its tokens.
struct Article {
  Document document;
  std::unique_ptr<Reading> reading;
  std::vector<uint8_t> is_cue;   // 1 where a token is the main word of a cue
  std::vector<uint8_t> ignored;  // 1 where the annotators passed over the text
  std::vector<Example> examples;
};

using Articles = std::vector<std::unique_ptr<Article>>;

/// What is learnt with the help of another learnt part sees that part's answers on articles that it has not learnt
/// from: every such part is learnt once for each fold, from the others.
inline constexpr size_t kFolds = 4;

/// The articles to learn from and those held out.
struct Corpus {
  Articles train, held_out;
};

/// Whether a claim is that of an annotated window: the same cue, and at least half the words of both contents together
/// are in both.
bool agrees(const Document& document, const CueContent& claim, const Example& gold);

/// All records of a .jsonl file in the layer's format (offsets in code points). A record whose index is `hold` modulo
/// `of` is held out where `of` > 0. Of the readings the families of `without` are left out (ablate.h). Throws where the
/// file cannot be read.
Corpus read_articles(const std::string& path, unsigned of, unsigned hold, const std::string& without);

}  // namespace dateline::training
