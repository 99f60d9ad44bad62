#include "training/grammar/model_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

#include "grammar/kernels.h"
#include "training/grammar/model_units.h"

namespace dateline::training {
namespace {

constexpr int kLevels = 127;

/// The step between neighbouring whole numbers: the largest of nearly all values falls on `levels`.
double step_of(const float* first, size_t count, int levels, size_t clipped = 20000) {
  std::vector<float> values(first, first + count);
  if (values.empty()) return 1;
  for (float& v : values) v = std::abs(v);
  const size_t place = values.size() - 1 - values.size() / clipped;
  std::nth_element(values.begin(), values.begin() + static_cast<long>(place), values.end());
  return std::max(static_cast<double>(values[place]), 1e-6) / levels;
}

int rounded(double value, int limit) {
  return static_cast<int>(std::clamp(std::nearbyint(value), -static_cast<double>(limit), static_cast<double>(limit)));
}

class Writer {
 public:
  void number(uint32_t value, size_t size) {
    for (size_t i = 0; i < size; ++i) out_ += static_cast<char>(value >> (8 * i) & 255);
  }
  void text(const std::string& bytes) { out_ += bytes; }
  void real(double value) {
    const auto single = static_cast<float>(value);
    uint32_t bits = 0;
    std::memcpy(&bits, &single, sizeof(bits));
    number(bits, 4);
  }
  /// -> its step
  double table(const Parameters& p, int levels) {
    const double step = step_of(p.value.data(), p.value.size(), levels, 2000);
    for (const float v : p.value) out_ += static_cast<char>(rounded(v / step, kLevels));
    return step;
  }
  /// Rows `first` to `last`, of each the first `outputs` numbers. Inputs count in `input_unit`, sums in `output_unit`.
  void matrix(const Parameters& p, size_t first, size_t last, uint32_t outputs, double input_unit, double output_unit) {
    const double step = step_of(&p.value[first * p.width], (last - first) * p.width, kLevels);
    real(step * output_unit / input_unit);
    rows(p, first, last, outputs, step);
  }
  void bias(const Parameters& p, double unit) {
    for (const float v : p.value) number(static_cast<uint32_t>(rounded(v * unit, 32767)), 2);
  }
  void head(const Parameters& p, const Parameters& biases, uint32_t outputs, double input_unit) {
    const double step = step_of(p.value.data(), p.value.size(), kLevels);
    rows(p, 0, p.value.size() / p.width, outputs, step);
    for (uint32_t o = 0; o < outputs; ++o) {
      number(static_cast<uint32_t>(rounded(biases.value[o] / step * input_unit, 1 << 30)), 4);
    }
  }
  const std::string& bytes() const { return out_; }

 private:
  void rows(const Parameters& p, size_t first, size_t last, uint32_t outputs, double step) {
    for (size_t r = first; r < last; ++r) {
      for (uint32_t o = 0; o < outputs; ++o)
        out_ += static_cast<char>(rounded(p.value[r * p.width + o] / step, kLevels));
    }
  }

  std::string out_;
};

std::string bits_of(const std::vector<uint32_t>& row_of_word) {
  std::string bits((row_of_word.size() + 7) / 8, '\0');
  for (size_t w = 0; w < row_of_word.size(); ++w) {
    if (row_of_word[w]) bits[w / 8] = static_cast<char>(bits[w / 8] | 1 << w % 8);
  }
  return bits;
}

}  // namespace

void write_model(const std::string& path, const std::string& head, const std::vector<uint32_t>& row_of_word,
                 const JointNetwork& network, int table_levels) {
  const NetworkShape& shape = network.shape();
  Writer out;
  out.number(static_cast<uint32_t>(head.size()), 4);
  out.text(head);
  out.number(static_cast<uint32_t>(row_of_word.size()), 4);
  out.text(bits_of(row_of_word));
  for (const uint32_t size :
       {shape.lexical_rows, shape.width, shape.first, shape.second, shape.tags, shape.hidden, shape.word_slots}) {
    out.number(size, 4);
  }
  out.number(static_cast<uint32_t>(shape.groups.size()), 1);
  for (const NetworkGroup& g : shape.groups) {
    out.number(g.rows, 4);
    out.number(g.width, 4);
    out.number(g.slots, 4);
  }
  out.number(static_cast<uint32_t>(shape.heads.size()), 1);
  for (const uint32_t outputs : shape.heads) out.number(outputs, 4);

  const double words_step = out.table(network.words, table_levels);
  for (uint32_t place = 0; place < kEncoderWindow; ++place) {
    out.matrix(network.first.weights, size_t{place} * shape.width, size_t{place + 1} * shape.width, 6 * shape.first,
               1 / words_step, kGateUnit);
  }
  out.bias(network.first.bias, kGateUnit);
  out.matrix(network.second.weights, 0, size_t{2} * shape.first, 6 * shape.second, kStateUnit, kGateUnit);
  out.bias(network.second.bias, kGateUnit);
  out.head(network.tag_weights, network.tag_bias, shape.tags, kStateUnit);
  out.matrix(network.context, 0, size_t{2} * shape.second, network.context.width, kStateUnit, kHiddenUnit);
  size_t slot = 0;
  for (size_t g = 0; g < shape.groups.size(); ++g) {
    const double step = out.table(network.tables[g], kLevels);
    for (uint32_t s = 0; s < shape.groups[g].slots; ++s, ++slot) {
      out.matrix(network.projections[slot], 0, shape.groups[g].width, shape.hidden, 1 / step, kHiddenUnit);
    }
  }
  out.bias(network.hidden_bias, kHiddenUnit);
  for (size_t h = 0; h < shape.heads.size(); ++h) {
    out.head(network.heads[h], network.head_biases[h], shape.heads[h], kHiddenUnit);
  }
  std::ofstream(path, std::ios::binary) << out.bytes();
}

}  // namespace dateline::training
