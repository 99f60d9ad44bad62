// Documents for tests: built from a text as the pipeline builds them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"

namespace dateline::testing {

/// The document of a text in UTF-8.
Document document_of(std::string_view text);

/// The same with the grammar of every token.
Document parsed_document_of(std::string_view text);

/// The tokens of a document divided by blanks; sentences divided by " | ", blocks by " || ".
std::string tokens_of(const Document& document);

/// "headline: …" for every block, one a line.
std::string blocks_of(const Document& document);

/// What a span covers.
std::string words_of(const Document& document, Span span);

/// A file below tests/.
std::string read_test_file(std::string_view path);

}  // namespace dateline::testing
