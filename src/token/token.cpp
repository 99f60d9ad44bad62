#include "token/token.h"

#include <algorithm>
#include <cstring>

namespace dateline {

std::string_view StringArena::keep(std::string_view text) {
  constexpr size_t kChunk = 1 << 16;
  if (chunks_.empty() || size_ - used_ < text.size()) {
    size_ = std::max(kChunk, text.size());
    chunks_.push_back(std::make_unique<char[]>(size_));
    used_ = 0;
  }
  char* place = chunks_.back().get() + used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

}  // namespace dateline
