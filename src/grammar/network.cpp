// The file, little end first: the length of the names (4 bytes) and the names; the number of words of word_classes()
// (4 bytes) and a bit for each, set where the word has a row; rows and width of the words' table, sizes of the two
// layers, number of tags, size of the hidden layer, number of word slots (4 bytes each); the number of groups (1 byte)
// and for each rows, width and slots (4 bytes each); the number of heads (1) and the outputs of each (4 each); then the
// numbers. A matrix is its scale (a float's 4 bytes) and signed bytes, row by row; a bias has 2 bytes a number, of a
// head 4. In order: the words' table without a scale; the first layer's matrices by place of the window, and its bias;
// the second's matrix and bias; the tags' matrix and bias; the words' matrix into the hidden layer; for each group its
// table without a scale and its matrices by slot; the hidden layer's bias; each head's matrix and bias. Heads have no
// scale.
//
// Units: gates count in 1/2048, states and outputs of the layers in 1/32768, the hidden layer in 1/512.
#include "grammar/network.h"

#include <algorithm>
#include <cstring>

namespace dateline {
namespace {

constexpr uint32_t kMostNumbers = 4096;  // of a layer

const int8_t* numbers_of(std::string_view bytes) {
  return reinterpret_cast<const int8_t*>(bytes.data());
}

}  // namespace

class Network::Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool failed() const { return failed_; }

  /// Empty, and the reader has failed, where there are fewer.
  std::string_view take(size_t size) {
    if (size > bytes_.size()) {
      failed_ = true;
      bytes_ = {};
      return {};
    }
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  uint32_t number(size_t size) {
    uint32_t value = 0, shift = 0;
    for (const char c : take(size)) {
      value |= static_cast<uint32_t>(static_cast<uint8_t>(c)) << shift;
      shift += 8;
    }
    return value;
  }
  float real() {
    const uint32_t bits = number(4);
    float value = 0;
    std::memcpy(&value, &bits, sizeof(value));
    return value;
  }
  PairMatrix matrix(uint32_t inputs, uint32_t outputs) {
    const std::string_view values = take(size_t{inputs} * outputs);
    return failed_ ? PairMatrix() : PairMatrix(numbers_of(values), inputs, outputs);
  }
  std::vector<int16_t> bias(uint32_t count) {
    std::vector<int16_t> out;
    for (uint32_t i = 0; i < count && !failed_; ++i) out.push_back(static_cast<int16_t>(number(2)));
    return out;
  }
  ScaledMatrix scaled(uint32_t inputs, uint32_t outputs) {
    ScaledMatrix out;
    out.scale = real();
    out.matrix = matrix(inputs, outputs);
    out.bias.resize(out.matrix.padded_outputs(), 0);
    return out;
  }
  Head head(uint32_t inputs, uint32_t outputs) {
    Head out;
    out.count = outputs;
    out.matrix = matrix(inputs, outputs);
    for (uint32_t o = 0; o < outputs && !failed_; ++o) out.bias.push_back(static_cast<int32_t>(number(4)));
    out.bias.resize(out.matrix.padded_outputs(), 0);
    return out;
  }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

void Head::choose(const int16_t* x, size_t x_stride, size_t rows, std::vector<int32_t>& sums, uint32_t* best) const {
  const size_t padded = matrix.padded_outputs();
  sums.resize(std::max(sums.size(), rows * padded));
  matrix.multiply(x, x_stride, rows, sums.data());
  for (size_t r = 0; r < rows; ++r) {
    int32_t* out = &sums[r * padded];
    int32_t most = out[0] + bias[0];
    for (uint32_t o = 0; o < count; ++o) most = std::max(most, out[o] += bias[o]);
    uint32_t o = 0;
    while (out[o] != most) ++o;
    best[r] = o;
  }
}

const int32_t* Head::outputs(const int16_t* x, std::vector<int32_t>& sums) const {
  sums.resize(std::max<size_t>(sums.size(), matrix.padded_outputs()));
  matrix.multiply(x, 0, 1, sums.data());
  for (uint32_t o = 0; o < matrix.padded_outputs(); ++o) sums[o] += bias[o];
  return sums.data();
}

bool Network::read_shape(Reader& in) {
  names_ = in.take(in.number(4));
  const uint32_t words = in.number(4);
  const std::string_view bits = in.take((size_t{words} + 7) / 8);
  uint32_t row = 0;
  for (uint32_t w = 0; w < words && !in.failed(); ++w) {
    row_of_word_.push_back((bits[w / 8] >> (w % 8)) & 1 ? ++row : 0);
  }
  for (uint32_t* size : {&shape_.lexical_rows, &shape_.width, &shape_.first, &shape_.second, &shape_.tags,
                         &shape_.hidden, &shape_.word_slots}) {
    *size = in.number(4);
  }
  for (uint32_t g = in.number(1); g > 0; --g) {
    const uint32_t rows = in.number(4), width = in.number(4);
    shape_.groups.push_back({rows, width, in.number(4)});
  }
  for (uint32_t h = in.number(1); h > 0; --h) shape_.heads.push_back(in.number(4));
  const auto is_size = [](uint32_t size) { return size > 0 && size <= kMostNumbers && size % 16 == 0; };
  return !in.failed() && is_size(shape_.first) && is_size(shape_.second) && is_size(shape_.hidden) &&
         shape_.width > 0 && shape_.width <= 256 && shape_.width % 2 == 0 && shape_.word_slots < 64 &&
         shape_.lexical_rows >= lexical::kWordsAt + row;
}

void Network::read_groups(Reader& in) {
  for (const NetworkGroup& group : shape_.groups) {
    const std::string_view table = in.take(size_t{group.rows} * group.width);
    std::vector<int16_t>& expanded = expanded_.emplace_back();
    if (!in.failed()) expanded.resize(size_t{group.rows} * group.slots * shape_.hidden);
    std::vector<int16_t> x(size_t{group.width} + 1, 0);
    for (uint32_t s = 0; s < group.slots && !in.failed(); ++s) {
      const ScaledMatrix slot = in.scaled(group.width, shape_.hidden);
      if (in.failed()) return;
      for (uint32_t r = 0; r < group.rows; ++r) {
        for (uint32_t d = 0; d < group.width; ++d) x[d] = numbers_of(table)[size_t{r} * group.width + d];
        slot.apply(x.data(), 0, 1, &expanded[(size_t{r} * group.slots + s) * shape_.hidden]);
      }
    }
  }
}

Network::Network(std::string_view model) {
  Reader in(model);
  if (!read_shape(in)) return;
  words_ = in.take(size_t{shape_.lexical_rows} * shape_.width);
  for (uint32_t place = 0; place < kEncoderWindow; ++place) {
    first_.push_back(in.scaled(shape_.width, 6 * shape_.first));
  }
  first_bias_ = in.bias(6 * shape_.first);
  second_ = in.scaled(2 * shape_.first, 6 * shape_.second);
  second_.bias = in.bias(6 * shape_.second);
  tags_ = in.head(2 * shape_.second, shape_.tags);
  context_ = in.scaled(2 * shape_.second, shape_.word_slots * shape_.hidden);
  read_groups(in);
  hidden_bias_ = in.bias(shape_.hidden);
  for (const uint32_t outputs : shape_.heads) heads_.push_back(in.head(shape_.hidden, outputs));
  ready_ = !in.failed();
}

void Network::append_vector(const LexicalRows& rows, std::vector<int16_t>& out) const {
  const size_t at = out.size();
  out.resize(at + shape_.width);
  for (uint32_t r = 0; r < rows.count; ++r) {
    const int8_t* row = numbers_of(words_) + size_t{rows.rows[r]} * shape_.width;
    for (uint32_t d = 0; d < shape_.width; ++d) out[at + d] = static_cast<int16_t>(out[at + d] + row[d]);
  }
}

void Network::project(uint32_t place, const int16_t* vectors, size_t count, int16_t* out) const {
  first_[place].apply(vectors, shape_.width, count, out);
}

}  // namespace dateline
