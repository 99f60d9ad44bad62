// How common words are usually written: with a capital or without. It tells a name at a sentence's start, or in a line
// of capitals, from a word that is there by its place.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace dateline {

class WordCase {
 public:
  static constexpr uint32_t kUnknown = 0;

  /// From data/entity/word_case.tsv; read once for the life of the program.
  static const WordCase& instance();

  /// 1 for a word that hardly ever has a capital to 5 for one that nearly always has; kUnknown for others. `lower` is
  /// in lower case. One hash.
  uint32_t of(std::string_view lower) const {
    const auto row = classes_.find(lower);
    return row == classes_.end() ? kUnknown : row->second;
  }

 private:
  WordCase();
  std::unordered_map<std::string_view, uint8_t> classes_;
};

}  // namespace dateline
