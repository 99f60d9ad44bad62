// The network of network_shape.h as it runs: in whole numbers (but for single rounded products), so that every platform
// gives the same bytes.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/kernels.h"
#include "grammar/lexical_rows.h"
#include "grammar/network_shape.h"

namespace dateline {

/// A matrix, what its sums are multiplied by to give the units of the next layer, and what is added then.
struct ScaledMatrix {
  PairMatrix matrix;
  float scale = 0;
  std::vector<int16_t> bias;

  /// For `rows` rows of x, each of out with as many numbers as there are outputs.
  void apply(const int16_t* x, size_t x_stride, size_t rows, int16_t* out) const {
    matrix.multiply_scaled(x, x_stride, rows, scale, bias.data(), out);
  }
};

/// A matrix whose sums are compared with each other alone.
struct Head {
  PairMatrix matrix;
  std::vector<int32_t> bias;  // padded as the matrix

  /// The best of the outputs for `rows` rows of x, one after the other in `best`. `sums` is room to work in.
  void choose(const int16_t* x, size_t x_stride, size_t rows, std::vector<int32_t>& sums, uint32_t* best) const;
  /// The outputs for one row of x.
  const int32_t* outputs(const int16_t* x, std::vector<int32_t>& sums) const;
  uint32_t count = 0;
};

/// A learnt network, read-only.
class Network {
 public:
  /// From the bytes of a model file (described in network.cpp). Without a usable one, ready() is false.
  explicit Network(std::string_view model);

  bool ready() const { return ready_; }
  const NetworkShape& shape() const { return shape_; }
  /// The text that stands in the file before the numbers: names of tags, an empty line, names of labels.
  std::string_view names() const { return names_; }
  /// As lexical_rows() takes it.
  const std::vector<uint32_t>& row_of_word() const { return row_of_word_; }

  /// Appends a word's vector: shape().width numbers.
  void append_vector(const LexicalRows& rows, std::vector<int16_t>& out) const;
  /// What `count` words, given by their vectors, add to the gates of the first layer at a place of their window:
  /// 6 · shape().first numbers each.
  void project(uint32_t place, const int16_t* vectors, size_t count, int16_t* out) const;
  const std::vector<int16_t>& first_bias() const { return first_bias_; }
  const ScaledMatrix& second() const { return second_; }  // of the first layer's output, to gates
  const Head& tags() const { return tags_; }
  const ScaledMatrix& context() const { return context_; }  // of the second's, to the hidden layer, by word slot

  const int16_t* hidden_bias() const { return hidden_bias_.data(); }
  /// What an item of a group adds to the hidden layer at a slot of that group.
  const int16_t* contribution(uint32_t group, uint32_t slot, uint32_t item) const {
    const NetworkGroup& g = shape_.groups[group];
    return &expanded_[group][(static_cast<size_t>(item) * g.slots + slot) * shape_.hidden];
  }
  const Head& head(size_t index) const { return heads_[index]; }

 private:
  class Reader;
  bool read_shape(Reader& in);
  void read_groups(Reader& in);

  bool ready_ = false;
  NetworkShape shape_;
  std::string_view names_;
  std::vector<uint32_t> row_of_word_;
  std::string_view words_;  // the words' table: lexical_rows × width signed bytes
  std::vector<ScaledMatrix> first_;
  std::vector<int16_t> first_bias_;
  ScaledMatrix second_, context_;
  Head tags_;
  std::vector<std::vector<int16_t>> expanded_;
  std::vector<int16_t> hidden_bias_;
  std::vector<Head> heads_;
};

}  // namespace dateline
