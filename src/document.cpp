#include "document.h"

#include <algorithm>

#include "grammar/find_grammar.h"
#include "token/sentence_splitter.h"
#include "token/tokenizer.h"

namespace dateline {

uint32_t Document::token_at(uint32_t byte) const {
  const auto row = std::upper_bound(tokens_.begin(), tokens_.end(), byte,
                                    [](uint32_t place, const Token& token) { return place < token.span.end; });
  return static_cast<uint32_t>(row - tokens_.begin());
}

IndexRange Document::tokens_in(Span span) const {
  const uint32_t first = token_at(span.start);
  uint32_t last = span.empty() ? first : token_at(span.end - 1);
  if (last < tokens_.size() && tokens_[last].span.start < span.end) ++last;
  return {first, std::max(first, last)};
}

void Document::add_grammar() {
  std::vector<IndexRange> ranges;
  ranges.reserve(sentences_.size());
  for (const Sentence& sentence : sentences_) ranges.push_back(sentence.tokens);
  find_grammar(tokens_, ranges, *arena_, grammar_);
}

Document build_document(CleanText clean, Depth depth) {
  Document document;
  *document.text_ = std::move(clean.bytes);
  const std::string_view text = document.text();
  document.blocks_ = find_blocks(text);
  for (uint32_t block = 0; block < document.blocks_.size(); ++block) {
    const auto first = static_cast<uint32_t>(document.tokens_.size());
    tokenize(text, document.blocks_[block].span, *document.arena_, document.tokens_);
    const IndexRange tokens{first, static_cast<uint32_t>(document.tokens_.size())};
    for (const IndexRange range : split_sentences(text, document.tokens_, tokens)) {
      const auto index = static_cast<uint32_t>(document.sentences_.size());
      document.sentences_.push_back({document.span_of(range), range, block});
      document.sentence_of_token_.insert(document.sentence_of_token_.end(), range.size(), index);
    }
  }
  if (depth == Depth::kGrammar) {
    document.add_grammar();
  } else {
    document.grammar_.resize(document.tokens_.size());
  }
  return document;
}

Document build_document(CleanText clean, const std::vector<GivenSentence>& sentences) {
  Document document;
  *document.text_ = std::move(clean.bytes);
  const std::string_view text = document.text();
  for (const GivenSentence& given : sentences) {
    if (given.tokens.empty()) continue;
    const auto first = static_cast<uint32_t>(document.tokens_.size());
    for (const Span span : given.tokens) {
      Token token = make_token(text, span, *document.arena_);
      token.space_before = document.tokens_.empty() || document.tokens_.back().span.end < span.start;
      document.tokens_.push_back(token);
    }
    const Span span{given.tokens.front().start, given.tokens.back().end};
    if (given.opens_block || document.blocks_.empty()) document.blocks_.push_back({BlockKind::kParagraph, span, true});
    document.blocks_.back().span.end = span.end;
    const auto index = static_cast<uint32_t>(document.sentences_.size());
    const IndexRange range{first, static_cast<uint32_t>(document.tokens_.size())};
    document.sentences_.push_back({span, range, static_cast<uint32_t>(document.blocks_.size() - 1)});
    document.sentence_of_token_.insert(document.sentence_of_token_.end(), range.size(), index);
  }
  document.add_grammar();
  return document;
}

}  // namespace dateline
