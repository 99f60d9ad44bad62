// A sentence of more words than kLongest is read in pieces of that length, each with a tree of its own; the roots of
// the later ones hang on the first one's root. So nothing that is held grows with a line without end.
#include "grammar/find_grammar.h"

#include <algorithm>

#include "grammar/grammar_model.h"
#include "grammar/lemmatizer.h"
#include "grammar/mend_tree.h"
#include "grammar/parser.h"
#include "grammar/sentence_marks.h"

namespace dateline {
namespace {

constexpr uint32_t kLongest = 1000;

class GrammarFinder {
 public:
  GrammarFinder(const std::vector<Token>& tokens, StringArena& arena, std::vector<TokenGrammar>& out)
      : tokens_(tokens), arena_(arena), out_(out), encoder_(model_.network()), parser_(model_.network()) {
    for (const Tag& tag : model_.tags()) rules_.push_back(&lemmatizer().rules_of(tag.xpos));
  }

  /// `root`: on which the piece's own root hangs; kNoHead for none. -> the piece's root
  uint32_t read(IndexRange piece, uint32_t root) {
    encoder_.run(tokens_.data() + piece.first, piece.size());
    for (uint32_t i = piece.first; i < piece.last; ++i) {
      const Tag& tag = model_.tags()[encoder_.tags()[i - piece.first]];
      out_[i].upos = tag.upos;
      out_[i].xpos = tag.xpos;
      out_[i].lemma = lemmatizer().lemma(tokens_[i], *rules_[encoder_.tags()[i - piece.first]], arena_);
    }
    const ParseState& tree = parser_.run(encoder_, sentence_marks(tokens_.data() + piece.first, piece.size()));
    uint32_t own_root = piece.first;
    for (uint32_t w = 1; w <= piece.size(); ++w) {
      TokenGrammar& grammar = out_[piece.first + w - 1];
      if (tree.head(w) != 0) {
        grammar.head = piece.first + tree.head(w) - 1;
        grammar.relation = model_.labels()[tree.label(w)];
        continue;
      }
      own_root = piece.first + w - 1;
      grammar.head = root;
      grammar.relation = root == kNoHead ? "root" : "parataxis";
    }
    mend_tree(tokens_, piece, out_);
    return own_root;
  }

 private:
  const GrammarModel& model_ = grammar_model();
  const std::vector<Token>& tokens_;
  StringArena& arena_;
  std::vector<TokenGrammar>& out_;
  std::vector<const LemmaRules*> rules_;  // by tag
  Encoder encoder_;
  Parser parser_;
};

}  // namespace

void find_grammar(const std::vector<Token>& tokens, const std::vector<IndexRange>& sentences, StringArena& arena,
                  std::vector<TokenGrammar>& out) {
  out.assign(tokens.size(), {});
  if (!grammar_model().ready()) return;
  GrammarFinder finder(tokens, arena, out);
  for (const IndexRange sentence : sentences) {
    uint32_t root = kNoHead;
    for (uint32_t first = sentence.first; first < sentence.last; first += kLongest) {
      const uint32_t own = finder.read({first, std::min(first + kLongest, sentence.last)}, root);
      if (root == kNoHead) root = own;
    }
  }
}

}  // namespace dateline
