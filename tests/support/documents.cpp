#include "support/documents.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace dateline::testing {

Document document_of(std::string_view text) {
  return build_document(clean_utf8(text));
}

Document parsed_document_of(std::string_view text) {
  return build_document(clean_utf8(text), Depth::kGrammar);
}

std::string tokens_of(const Document& document) {
  std::string out;
  for (size_t i = 0; i < document.sentences().size(); ++i) {
    const Sentence& sentence = document.sentences()[i];
    if (i > 0) out += document.sentences()[i - 1].block == sentence.block ? " | " : " || ";
    for (uint32_t token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
      if (token > sentence.tokens.first) out += ' ';
      out += document.surface(token);
    }
  }
  return out;
}

std::string blocks_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks()) {
    out += name_of(block.kind);
    out += ": ";
    out += block.span.of(document.text());
    out += '\n';
  }
  return out;
}

std::string words_of(const Document& document, Span span) {
  return std::string(span.of(document.text()));
}

std::string read_test_file(std::string_view path) {
  const std::string full = std::string(DATELINE_TESTS_DIR) + "/" + std::string(path);
  std::ifstream in(full, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + full);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace dateline::testing
