// The networks of network_shape.h as they run: in whole numbers (but for one exactly rounded product), so that every
// platform gives the same bytes.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/lexical_rows.h"
#include "grammar/multiply.h"
#include "grammar/network_shape.h"

namespace dateline {

/// A learnt network, read-only. Contributions of the items of all groups but the first (the words) are worked out once,
/// here.
class Network {
 public:
  /// From the bytes of a model file (docs in network.cpp). Without a usable one, ready() is false.
  explicit Network(std::string_view model);

  bool ready() const { return ready_; }
  const NetworkShape& shape() const { return shape_; }
  /// The text that stands in the file before the numbers: names of tags and labels, a line each.
  std::string_view names() const { return names_; }
  /// As lexical_rows() takes it; empty if the model leaves that to another.
  const std::vector<uint32_t>& row_of_word() const { return row_of_word_; }

  const int16_t* bias() const { return bias_.data(); }
  /// What item `row` of a group adds to the hidden layer at a slot of that group.
  const int16_t* contribution(uint32_t group, uint32_t slot, uint32_t row) const {
    const NetworkGroup& g = shape_.groups[group];
    return &expanded_[group][(static_cast<size_t>(row) * g.slots + slot) * shape_.hidden];
  }
  /// The same for a word, given the rows that describe it.
  void project(uint32_t slot, const LexicalRows& rows, int16_t* out) const;

  /// The hidden layer behind the rectifier, in place; then the heads' outputs from it (padded to a multiple of 8). The
  /// outputs of a head share a scale that is the head's own.
  void activate(int16_t* hidden) const;
  void second_layer(const int16_t* hidden, int16_t* top) const;
  void outputs(size_t head, const int16_t* top, int32_t* out) const;

 private:
  bool ready_ = false;
  NetworkShape shape_;
  std::string_view names_;
  std::vector<uint32_t> row_of_word_;
  std::string_view words_;               // the first group's table: rows × width signed bytes
  std::vector<PairMatrix> projections_;  // of the first group's slots
  std::vector<int32_t> projection_scales_;
  std::vector<std::vector<int16_t>> expanded_;
  std::vector<int16_t> bias_;
  PairMatrix second_;
  int32_t second_scale_ = 0;
  std::vector<int32_t> second_bias_;
  std::vector<PairMatrix> heads_;
  std::vector<std::vector<int32_t>> head_biases_;
};

/// What a network needs beside itself while it runs over a document: the contributions of words that it has met. Words
/// come again, so most of the work is done once. Bounded.
class WordCache {
 public:
  explicit WordCache(const Network& network) : network_(network) {}

  /// To be called where no entry is in use any more, as between sentences.
  void trim();
  /// The entry of a word; valid until trim().
  uint32_t entry(const LexicalRows& rows);
  const int16_t* contribution(uint32_t entry, uint32_t slot);

 private:
  const Network& network_;
  std::unordered_map<uint64_t, uint32_t> numbers_;
  std::vector<LexicalRows> rows_;
  std::vector<uint8_t> known_;
  std::vector<std::vector<int16_t>> values_;  // chunks of kChunk entries
};

}  // namespace dateline
