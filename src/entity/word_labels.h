// What words with a capital usually are in news: part of a person's name, an organisation's, a place's, another name,
// or no name. Learnt from texts that the tagger has labelled itself (data/entity/word_labels.tsv).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace dateline {

class WordLabels {
 public:
  static constexpr uint32_t kUnknown = 0;

  /// From data/entity/word_labels.tsv; read once for the life of the program.
  static const WordLabels& instance();

  /// A number for each letter of the file's classes; kUnknown for other words. `lower` is in lower case. One hash.
  uint32_t of(std::string_view lower) const {
    const auto row = classes_.find(lower);
    return row == classes_.end() ? kUnknown : row->second;
  }

 private:
  WordLabels();
  std::unordered_map<std::string_view, uint8_t> classes_;
};

}  // namespace dateline
