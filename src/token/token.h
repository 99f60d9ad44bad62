// Token: a word, number or mark of punctuation, after the Universal Dependencies conventions for English.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dateline {

/// How a token is written.
enum class Shape : uint8_t {
  kLower,        // talks, e-mail
  kCapitalized,  // Brussels, O'Neill, McDonald; also a single capital letter ("A", "I")
  kUpper,        // NATO, U.S., AT&T: two letters or more, all capitals
  kMixed,        // iPhone, eBay, pH
  kUncased,      // letters of a script without case
  kNumber,  // 12, 3.5, 1,400, 10th, 1990s, 14:02: begins with a digit (a sign or currency mark is a token of its own)
  kPunctuation,
  kSymbol  // $ % + emoji and what is nothing else
};

struct Token {
  Span span;
  std::string_view norm;  // normalised for look-up; see Document::norm
  std::string_view lower;
  Shape shape = Shape::kLower;
  bool space_before = false;  // white space (or the text's start) stands before it

  bool is_word() const { return shape <= Shape::kUncased; }
  bool is_capitalized() const { return shape == Shape::kCapitalized || shape == Shape::kUpper; }
  bool is_punctuation() const { return shape == Shape::kPunctuation; }
};

/// Keeps strings in place for as long as it lives. Owned by the Document.
class StringArena {
 public:
  std::string_view keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  size_t used_ = 0, size_ = 0;
};

/// The token that covers `span` of the text, with its look-up forms and the shape that its characters suggest. Whether
/// a space stands before it is for the caller to say.
Token make_token(std::string_view text, Span span, StringArena& arena);

/// Whether a mark is a symbol and no punctuation: $ % + © § and their like, emoji.
bool is_symbol(char32_t code);

/// The shape of a word, number or mark (not empty).
Shape shape_of(std::string_view surface);

}  // namespace dateline
