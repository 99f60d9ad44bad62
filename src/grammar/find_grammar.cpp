#include "grammar/find_grammar.h"

#include "grammar/lemmatizer.h"
#include "grammar/parser.h"
#include "grammar/tag_slots.h"
#include "grammar/tagger.h"

namespace dateline {

void find_grammar(const std::vector<Token>& tokens, const std::vector<IndexRange>& sentences, StringArena& arena,
                  std::vector<TokenGrammar>& out) {
  out.assign(tokens.size(), {});
  const TaggerModel& tagger_weights = tagger_model();
  if (!tagger_weights.network().ready()) return;
  const ParserModel& parser_weights = parser_model();
  const bool parses = parser_weights.network().ready() && parser_weights.tag_count() == tagger_weights.tags().size();
  Tagger tagger(tagger_weights);
  Parser parser(parser_weights);
  std::vector<LexicalRows> rows;
  for (const IndexRange sentence : sentences) {
    rows.clear();
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      rows.push_back(lexical_rows(tokens[i], tagger_weights.network().row_of_word()));
    }
    const uint32_t marks = sentence_marks(tokens.data() + sentence.first, sentence.size());
    const std::vector<uint32_t>& tags = tagger.run(rows, marks);
    for (uint32_t i = 0; i < tags.size(); ++i) {
      const Tag& tag = tagger_weights.tags()[tags[i]];
      out[sentence.first + i].upos = tag.upos;
      out[sentence.first + i].xpos = tag.xpos;
      out[sentence.first + i].lemma = lemmatizer().lemma(tokens[sentence.first + i], tag.xpos, arena);
    }
    if (!parses) continue;
    const ParseState& tree = parser.run(rows, tags, marks);
    for (uint32_t w = 1; w <= tags.size(); ++w) {
      TokenGrammar& grammar = out[sentence.first + w - 1];
      if (tree.head(w) == 0) {
        grammar.relation = "root";
      } else {
        grammar.head = sentence.first + tree.head(w) - 1;
        grammar.relation = parser_weights.labels()[tree.label(w)];
      }
    }
  }
}

}  // namespace dateline
