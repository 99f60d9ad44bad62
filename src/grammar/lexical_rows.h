// What the networks know of a word by itself: the rows of their lexical table that describe it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "token/token.h"

namespace dateline {

/// Rows of the lexical table, in this order: classes (whole path), classes (first bits), endings of two and of three
/// letters and beginnings of two (hashed), shapes, the two edges of the sentence, then one row for each word that has
/// one.
namespace lexical {
inline constexpr uint32_t kPaths = 1024, kCoarse = 65, kEndings2 = 256, kEndings3 = 1024, kStarts = 256, kShapes = 32;
inline constexpr uint32_t kCoarseAt = kPaths, kEndings2At = kCoarseAt + kCoarse, kEndings3At = kEndings2At + kEndings2;
inline constexpr uint32_t kStartsAt = kEndings3At + kEndings3, kShapesAt = kStartsAt + kStarts;
inline constexpr uint32_t kLeftEdge = kShapesAt + kShapes, kRightEdge = kLeftEdge + 1, kWordsAt = kRightEdge + 1;
}  // namespace lexical

struct LexicalRows {
  std::array<uint32_t, 8> rows{};
  uint32_t count = 0;
  uint32_t word_row = 0;  // the row of the word itself, among `rows` too; 0 where it has none

  void add(uint32_t row) { rows[count++] = row; }
};

/// The rows of a token. `row_of_word` gives the number, counted from 1, of the row of each word of word_classes(), 0
/// where it has none.
LexicalRows lexical_rows(const Token& token, const std::vector<uint32_t>& row_of_word);

}  // namespace dateline
