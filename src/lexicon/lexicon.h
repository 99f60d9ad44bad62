// Lexicons: embedded word lists and tables, read once and then only looked up in.
//
// A list has an entry a line; a table has a key and, behind tabs, its fields. Keys are in lower case with plain
// apostrophes and dashes (see normalized()), several words divided by one blank ("prime minister"). Comments begin with
// '#'.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"

namespace dateline {

/// The lines of a packed text file; each view lives as long as the program.
std::vector<std::string_view> lines_of(std::string_view resource);

/// The fields of a line, divided by tabs; at least one.
std::vector<std::string_view> fields_of(std::string_view line, char divider = '\t');

/// A table from key to its line. For a list, every field() is empty. Look-up is one hash.
class Lexicon {
 public:
  Lexicon() = default;
  /// From an embedded file. A key that stands twice keeps its first line. Where the file does not exist it is empty.
  explicit Lexicon(std::string_view path);

  bool contains(std::string_view key) const { return rows_.count(key) != 0; }
  /// The part of the key's line behind its first tab; empty where there is none or no such key.
  std::string_view find(std::string_view key) const;
  /// Field `index` of a key's line, 0 being the first behind the key; empty where there is none.
  std::string_view field(std::string_view key, size_t index) const;
  size_t size() const { return rows_.size(); }

  /// The longest entry whose words are the lower forms of tokens from `first` on, inside [first, limit).
  /// Returns how many tokens it has; 0 where there is none. Bounded by the longest entry, at most 12 words.
  uint32_t longest_match(const Document& document, uint32_t first, uint32_t limit) const;

 private:
  std::unordered_map<std::string_view, std::string_view> rows_;
  std::unordered_map<std::string_view, uint32_t> longest_by_first_word_;  // words in the longest entry that begins so
};

/// The lower forms of a range of tokens with a blank where the text has white space ("prime minister",
/// "stoltenberg's").
std::string lower_words(const Document& document, IndexRange tokens);

}  // namespace dateline
