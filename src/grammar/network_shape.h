// The shape of the network that tags and parses.
//
//   words -> vectors -> two recurrent layers -> tags
//                                          \-> parser: hidden layer -> next move, label
//
// A word's vector is the sum of the rows that describe it (lexical_rows.h). Two quasi-recurrent layers, each in both
// directions, tell every word what stands around it. From that come the tag, in one product, and what the word adds to
// the parser's hidden layer at each place where the parser looks (word slots: top of the stack, front of the buffer …).
// Beside those the parser sees tags, labels and small numbers around these places: groups of items, each item a row of
// its group's table. As an item's contribution to the hidden layer depends on item and slot alone, it is worked out
// once and then only added.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

struct NetworkGroup {
  uint32_t rows = 0;   // of the table
  uint32_t width = 0;  // numbers a row
  uint32_t slots = 0;
};

struct NetworkShape {
  uint32_t lexical_rows = 0, width = 0;  // the table of the words' vectors
  uint32_t first = 0, second = 0;        // recurrent layers: numbers for each direction
  uint32_t tags = 0;
  uint32_t hidden = 0, word_slots = 0;  // of the parser
  std::vector<NetworkGroup> groups;
  std::vector<uint32_t> heads;  // outputs of each: moves, labels of arcs to the left, to the right
};

inline constexpr uint32_t kEncoderWindow = 3;  // words that the first layer sees at a place
inline constexpr uint32_t kNoItem = 0xFFFFFFFF;

}  // namespace dateline
