// `dateline grammar`: a treebank's documents are analysed anew, from their raw text or from the given words, and
// written in the same format, so that the two can be compared word by word.
#include <iostream>

#include "cli/commands.h"
#include "cli/grammar_conllu.h"
#include "document.h"

namespace dateline::cli {
namespace {

void write(const Document& document) {
  for (const Sentence& sentence : document.sentences()) {
    std::string lines = "# text = ";
    for (const char c : sentence.span.of(document.text())) lines += c == '\n' || c == '\r' ? ' ' : c;
    lines += '\n';
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const TokenGrammar& grammar = document.grammar(i);
      const uint32_t head = grammar.head == kNoHead ? 0 : grammar.head - sentence.tokens.first + 1;
      const auto field = [&](std::string_view value) { lines.append("\t").append(value.empty() ? "_" : value); };
      lines += std::to_string(i - sentence.tokens.first + 1);
      field(document.surface(i));
      field(grammar.lemma);
      field(name_of(grammar.upos));
      field(grammar.xpos);
      field("_");
      field(std::to_string(head));
      field(grammar.relation);
      field("_");
      const bool last = i + 1 == document.tokens().size();
      field(last || document.token(i + 1).space_before ? "_" : "SpaceAfter=No");
      lines += '\n';
    }
    std::cout << lines << '\n';
  }
}

}  // namespace

int write_grammar(bool given_words) {
  TreebankReader reader(std::cin);
  for (;;) {
    const TreebankDocument treebank = reader.next();
    if (treebank.empty()) break;
    std::cout << "# newdoc\n";
    if (given_words) {
      write(document_of_words(treebank));
    } else {
      write(build_document(clean_utf8(text_of(treebank)), Depth::kGrammar));
    }
  }
  std::cout.flush();
  return kDone;
}

}  // namespace dateline::cli
