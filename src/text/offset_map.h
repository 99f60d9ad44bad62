// OffsetMap: turns byte offsets of valid UTF-8 into UTF-16 units or code points. Used once, at the border.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "report.h"

namespace dateline {

class OffsetMap {
 public:
  /// The text must outlive the map. Linear in the text; keeps one number for every 64 bytes (none for plain ASCII).
  OffsetMap(std::string_view text, OffsetUnit unit);

  /// The offset in the map's unit of a byte offset (0 to the text's size, at a character's first byte). Constant time.
  uint32_t operator()(uint32_t byte) const;

  uint32_t length() const { return (*this)(static_cast<uint32_t>(text_.size())); }

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<uint32_t> checkpoints_;  // units before byte 64 * i; empty where units are bytes
};

}  // namespace dateline
