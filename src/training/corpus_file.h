// Reading corpora: files that must be there, and offsets that count code points.
#pragma once

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline::training {

/// The file, open; throws std::runtime_error where it cannot be read.
inline std::ifstream opened(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  return in;
}

/// The byte at which each code point of a UTF-8 text begins, and behind them its size.
inline std::vector<uint32_t> bytes_of_code_points(const std::string& text) {
  std::vector<uint32_t> bytes;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) bytes.push_back(i);
  }
  bytes.push_back(static_cast<uint32_t>(text.size()));
  return bytes;
}

}  // namespace dateline::training
