// Span: a half-open range of bytes of the text. Everything that Dateline finds is one of these.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// Bytes [start, end) of the text. Ascending and within the text wherever the library hands one out.
struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - start; }
  bool empty() const { return start >= end; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  std::string_view of(std::string_view text) const { return text.substr(start, end - start); }
  bool operator==(const Span&) const = default;
};

/// A half-open range of indices into the token or the sentence list of a Document.
struct IndexRange {
  uint32_t first = 0;
  uint32_t last = 0;  // one past the end

  uint32_t size() const { return last - first; }
  bool empty() const { return first >= last; }
  bool contains(uint32_t index) const { return first <= index && index < last; }
  bool contains(IndexRange other) const { return first <= other.first && other.last <= last; }
  bool overlaps(IndexRange other) const { return first < other.last && other.first < last; }
  bool operator==(const IndexRange&) const = default;
};

}  // namespace dateline
