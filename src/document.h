// Document: the text with its blocks, sentences and tokens, and each token's grammar. Built once, then fixed: every
// stage after this one reads it and adds nothing to it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "text/blocks.h"
#include "text/clean_text.h"
#include "text/span.h"
#include "token/token.h"

namespace dateline {

/// A sentence: its tokens are contiguous and lie in one block; its span runs from the first token's start to the last's
/// end.
struct Sentence {
  Span span;
  IndexRange tokens;  // never empty
  uint32_t block = 0;
};

/// A sentence whose tokens are known, as in a treebank.
struct GivenSentence {
  std::vector<Span> tokens;  // ascending, none empty
  bool opens_block = false;
};

/// How far a text is analysed before the stages read it.
enum class Depth {
  kSentences,  // blocks, tokens, sentences; grammar() says Upos::kX and no head
  kGrammar     // and the grammar of every token
};

class Document {
 public:
  Document() = default;
  Document(const Document&) = delete;  // tokens point into the document's own text
  Document& operator=(const Document&) = delete;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  std::string_view text() const { return *text_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const std::vector<Token>& tokens() const { return tokens_; }

  const Token& token(uint32_t index) const { return tokens_[index]; }
  const Sentence& sentence(uint32_t index) const { return sentences_[index]; }
  const Block& block_of(const Sentence& sentence) const { return blocks_[sentence.block]; }

  /// The sentence that a token stands in. Constant time.
  uint32_t sentence_of(uint32_t token) const { return sentence_of_token_[token]; }

  /// A token as the text has it; as normalised for look-up (apostrophes and dashes plain, invisible characters out);
  /// and that in lower case. The views live as long as the document.
  std::string_view surface(uint32_t token) const { return tokens_[token].span.of(*text_); }
  std::string_view norm(uint32_t token) const { return tokens_[token].norm; }
  std::string_view lower(uint32_t token) const { return tokens_[token].lower; }

  /// The bytes from the first to the last token of a range (not empty).
  Span span_of(IndexRange tokens) const {
    return {tokens_[tokens.first].span.start, tokens_[tokens.last - 1].span.end};
  }

  /// The first token that ends after `byte`; tokens().size() where there is none. Logarithmic.
  uint32_t token_at(uint32_t byte) const;
  /// The tokens that overlap a span. Logarithmic.
  IndexRange tokens_in(Span span) const;

  /// A token's grammar: part of speech, lemma, head, relation. See grammar/grammar.h.
  const TokenGrammar& grammar(uint32_t token) const { return grammar_[token]; }

 private:
  void add_grammar();

  friend Document build_document(CleanText text, Depth depth);
  friend Document build_document(CleanText text, const std::vector<GivenSentence>& sentences);

  std::unique_ptr<std::string> text_ = std::make_unique<std::string>();  // on the heap: a move keeps the views valid
  std::unique_ptr<StringArena> arena_ =
      std::make_unique<StringArena>();  // norm and lower forms that are not the text's own
  std::vector<Block> blocks_;
  std::vector<Sentence> sentences_;
  std::vector<Token> tokens_;
  std::vector<uint32_t> sentence_of_token_;
  std::vector<TokenGrammar> grammar_;
};

/// The layers in order: blocks, tokens, sentences and, where asked for, grammar. Linear.
Document build_document(CleanText text, Depth depth = Depth::kSentences);

/// The same with tokens and sentences given; a block (paragraph) begins where a sentence says so. For measuring.
Document build_document(CleanText text, const std::vector<GivenSentence>& sentences);

}  // namespace dateline
