// Word classes: common words of English news, each with its place in a binary tree of words that are used alike.
//
// The tree was grown by splitting word vectors in two again and again (src/training/train_word_classes.cpp), so a
// prefix of the path is a coarser class: names of towns lie near each other, as do verbs of saying.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class WordClasses {
 public:
  static constexpr uint32_t kBits = 10;          // length of a path
  static constexpr uint32_t kNone = 0xFFFFFFFF;  // not among the words

  /// From the bytes of a model file; empty where they are none.
  explicit WordClasses(std::string_view model);

  /// The number of a word, from 0, in the order of their bytes. `lower` is the form that class_key() gives. One hash.
  uint32_t find(std::string_view lower) const;
  /// The word's path, kBits bits, the first decision highest.
  uint32_t path(uint32_t word) const { return paths_[word]; }
  size_t size() const { return paths_.size(); }
  std::string_view word(uint32_t index) const {
    return std::string_view(bytes_).substr(starts_[index], starts_[index + 1] - starts_[index]);
  }

 private:
  std::string bytes_;             // all words, one behind the other
  std::vector<uint32_t> starts_;  // size() + 1
  std::vector<uint16_t> paths_;
  std::vector<uint32_t> slots_;  // open hashing; a power of two, at most half full
};

/// The classes that the program carries (data/grammar/word_classes.model).
const WordClasses& word_classes();

/// The form under which words are looked up: lower case, every digit a 0, at most 32 bytes.
std::string class_key(std::string_view lower);

/// FNV-1a; the same on every platform.
uint32_t hash_of(std::string_view bytes);

}  // namespace dateline
