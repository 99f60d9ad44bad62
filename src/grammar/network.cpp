// The file, little end first: the length of the names (4 bytes) and the names; the number of words of word_classes()
// (4 bytes) and a bit for each, set where the word has a row; the number of groups (1 byte) and for each rows, width
// and slots (4 bytes each); sizes of the hidden and the second layer (4 bytes each); the number of heads (1) and the
// outputs of each (4 each); then the numbers. A matrix is its scale (4 bytes) and signed bytes, row by row. In order:
// the tables, the projections (by slot), the bias (2 bytes each), the second layer and its bias (4 bytes each), the
// heads with a bias (4 bytes each) behind each.
//
// Scales: the hidden layer counts in 1/512, and wraps around at 16 bits while it is summed, which does no harm as long
// as the whole stays within ±64. A product of table row and projection is multiplied by its scale and divided by 2^24.
#include "grammar/network.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int64_t kScaleUnit = 1 << 24;
constexpr size_t kMostEntries = 4096, kChunk = 64;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool failed() const { return failed_; }

  std::string_view take(size_t size) {
    if (size > bytes_.size()) {
      failed_ = true;
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

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

const int8_t* numbers_of(std::string_view bytes) {
  return reinterpret_cast<const int8_t*>(bytes.data());
}

int16_t scaled(int32_t sum, int32_t scale) {
  return static_cast<int16_t>((sum * int64_t{scale} + kScaleUnit / 2) >> 24);
}

}  // namespace

Network::Network(std::string_view model) {
  Reader in(model);
  names_ = in.take(in.number(4));
  const uint32_t words = in.number(4);
  const std::string_view bits = in.take((words + 7) / 8);
  uint32_t row = 0;
  for (uint32_t w = 0; w < words && !in.failed(); ++w) {
    row_of_word_.push_back((bits[w / 8] >> (w % 8)) & 1 ? ++row : 0);
  }
  for (uint32_t g = in.number(1); g > 0; --g) {
    const uint32_t rows = in.number(4), width = in.number(4);
    shape_.groups.push_back({rows, width, in.number(4)});
  }
  shape_.hidden = in.number(4);
  shape_.second = in.number(4);
  for (uint32_t h = in.number(1); h > 0; --h) shape_.heads.push_back(in.number(4));
  if (in.failed() || shape_.groups.empty() || shape_.hidden == 0 || shape_.hidden > 1024 || shape_.hidden % 8 != 0)
    return;

  std::vector<std::string_view> tables;
  for (const NetworkGroup& group : shape_.groups) tables.push_back(in.take(size_t{group.rows} * group.width));
  words_ = tables[0];
  expanded_.resize(shape_.groups.size());
  for (uint32_t g = 0; g < shape_.groups.size() && !in.failed(); ++g) {
    const NetworkGroup& group = shape_.groups[g];
    if (g > 0) expanded_[g].resize(size_t{group.rows} * group.slots * shape_.hidden);
    for (uint32_t s = 0; s < group.slots; ++s) {
      const auto scale = static_cast<int32_t>(in.number(4));
      const std::string_view values = in.take(size_t{group.width} * shape_.hidden);
      if (in.failed()) return;
      PairMatrix matrix(numbers_of(values), group.width, shape_.hidden);
      if (g == 0) {
        projections_.push_back(std::move(matrix));
        projection_scales_.push_back(scale);
        continue;
      }
      std::vector<int16_t> x(group.width + 1, 0);
      std::vector<int32_t> sums(matrix.padded_outputs());
      for (uint32_t r = 0; r < group.rows; ++r) {
        for (uint32_t d = 0; d < group.width; ++d) x[d] = numbers_of(tables[g])[size_t{r} * group.width + d];
        matrix.multiply(x.data(), sums.data());
        int16_t* out = &expanded_[g][(size_t{r} * group.slots + s) * shape_.hidden];
        for (uint32_t h = 0; h < shape_.hidden; ++h) out[h] = scaled(sums[h], scale);
      }
    }
  }
  for (uint32_t h = 0; h < shape_.hidden; ++h) bias_.push_back(static_cast<int16_t>(in.number(2)));
  if (shape_.second) {
    second_scale_ = static_cast<int32_t>(in.number(4));
    const std::string_view values = in.take(size_t{shape_.hidden} * shape_.second);
    if (in.failed()) return;
    second_ = PairMatrix(numbers_of(values), shape_.hidden, shape_.second);
    for (uint32_t h = 0; h < shape_.second; ++h) second_bias_.push_back(static_cast<int32_t>(in.number(4)));
  }
  for (const uint32_t outputs : shape_.heads) {
    const std::string_view values = in.take(size_t{shape_.top()} * outputs);
    if (in.failed()) return;
    heads_.emplace_back(numbers_of(values), shape_.top(), outputs);
    head_biases_.emplace_back();
    for (uint32_t o = 0; o < outputs; ++o) head_biases_.back().push_back(static_cast<int32_t>(in.number(4)));
    head_biases_.back().resize(heads_.back().padded_outputs(), 0);
  }
  ready_ = !in.failed();
}

void Network::project(uint32_t slot, const LexicalRows& rows, int16_t* out) const {
  const uint32_t width = shape_.groups[0].width;
  std::array<int16_t, 128> x{};
  for (uint32_t r = 0; r < rows.count; ++r) {
    const int8_t* row = numbers_of(words_) + size_t{rows.rows[r]} * width;
    for (uint32_t d = 0; d < width; ++d) x[d] = static_cast<int16_t>(x[d] + row[d]);
  }
  std::array<int32_t, 1024> sums;
  projections_[slot].multiply(x.data(), sums.data());
  // A single product in floating point: exact inputs, one rounding, the same everywhere, and eight at a time.
  const float scale = static_cast<float>(projection_scales_[slot]) / static_cast<float>(kScaleUnit);
  for (uint32_t h = 0; h < shape_.hidden; ++h) {
    const float value = static_cast<float>(sums[h]) * scale;
    out[h] = static_cast<int16_t>(static_cast<int32_t>(value + (value < 0 ? -0.5f : 0.5f)));
  }
}

void Network::activate(int16_t* hidden) const {
  for (uint32_t h = 0; h < shape_.hidden; ++h) hidden[h] = std::max(hidden[h], int16_t{0});
}

void Network::second_layer(const int16_t* hidden, int16_t* top) const {
  std::array<int32_t, 1024> sums;
  second_.multiply(hidden, sums.data());
  for (uint32_t h = 0; h < shape_.second; ++h) {
    const int64_t value = ((sums[h] + int64_t{second_bias_[h]}) * second_scale_) >> 24;
    top[h] = static_cast<int16_t>(std::clamp<int64_t>(value, 0, 32767));
  }
}

void Network::outputs(size_t head, const int16_t* top, int32_t* out) const {
  heads_[head].multiply(top, out);
  for (uint32_t o = 0; o < heads_[head].padded_outputs(); ++o) out[o] += head_biases_[head][o];
}

void WordCache::trim() {
  if (rows_.size() < kMostEntries) return;
  numbers_.clear();
  rows_.clear();
  known_.clear();
}

uint32_t WordCache::entry(const LexicalRows& rows) {
  uint64_t key = 0;
  for (uint32_t r = 0; r < rows.count; ++r) key = (key ^ (rows.rows[r] + 1)) * 0x9E3779B97F4A7C15ull;
  const auto [place, added] = numbers_.emplace(key, static_cast<uint32_t>(rows_.size()));
  if (added) {
    rows_.push_back(rows);
    known_.resize(known_.size() + network_.shape().groups[0].slots, 0);
    if (rows_.size() > values_.size() * kChunk) {
      values_.emplace_back(kChunk * network_.shape().groups[0].slots * network_.shape().hidden);
    }
  }
  return place->second;
}

const int16_t* WordCache::contribution(uint32_t entry, uint32_t slot) {
  const size_t slots = network_.shape().groups[0].slots;
  int16_t* out = &values_[entry / kChunk][(entry % kChunk * slots + slot) * network_.shape().hidden];
  uint8_t& known = known_[entry * slots + slot];
  if (!known) {
    network_.project(slot, rows_[entry], out);
    known = 1;
  }
  return out;
}

}  // namespace dateline
