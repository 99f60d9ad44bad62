// Warnings: what is odd about a text, said in words, beside the values and never in their place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document.h"
#include "text/clean_text.h"

namespace dateline {

struct Warning {
  std::string code;  // invalid_utf8 | lone_surrogate | nul | control | empty | long_line | not_english | few_words
  std::string message;
  std::optional<Span> span;
};

/// One warning for each of the first oddities of a kind, with the count in the first; then those about the whole text.
std::vector<Warning> find_warnings(const Document& document, const Oddities& oddities);

}  // namespace dateline
