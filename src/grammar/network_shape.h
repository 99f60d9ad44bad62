// The shape of the small networks that tag and parse.
//
// A network looks at places (slots): the word at the front of the buffer, the tag two words back … What stands there is
// an item, described by one or more rows of its group's table; the rows are added, multiplied by the slot's matrix and
// added to the hidden layer. Behind a rectifier a second, smaller layer may follow, then one linear head for each
// question. Because an item's contribution to the hidden layer depends on item and slot alone, it is computed once and
// then only added, which is what makes the networks fast.
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
  std::vector<NetworkGroup> groups;
  uint32_t hidden = 0;
  uint32_t second = 0;          // size of the second layer; 0: none
  std::vector<uint32_t> heads;  // outputs of each

  uint32_t slots() const {
    uint32_t count = 0;
    for (const NetworkGroup& group : groups) count += group.slots;
    return count;
  }
  uint32_t top() const { return second ? second : hidden; }
};

inline constexpr uint32_t kNoItem = 0xFFFFFFFF;

}  // namespace dateline
