#include "text/offset_map.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kStep = 64;

/// Units that the bytes [start, end) begin: none for a continuation byte, two UTF-16 units for a four-byte character.
uint32_t count_units(std::string_view text, uint32_t start, uint32_t end, OffsetUnit unit) {
  uint32_t units = 0;
  for (uint32_t i = start; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) units += unit == OffsetUnit::kUtf16 && byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (unit == OffsetUnit::kUtf8 || ascii) return;
  checkpoints_.reserve(text.size() / kStep + 1);
  checkpoints_.push_back(0);
  for (uint32_t end = kStep; end <= text.size(); end += kStep) {
    checkpoints_.push_back(checkpoints_.back() + count_units(text, end - kStep, end, unit));
  }
}

uint32_t OffsetMap::operator()(uint32_t byte) const {
  if (checkpoints_.empty()) return byte;
  return checkpoints_[byte / kStep] + count_units(text_, byte / kStep * kStep, byte, unit_);
}

}  // namespace dateline
