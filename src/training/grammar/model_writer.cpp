#include "training/grammar/model_writer.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace dateline::training {
namespace {

constexpr double kHiddenUnit = 512, kScaleUnit = 1 << 24;

void put(std::string& out, uint32_t value, size_t size) {
  for (size_t i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 255);
}

/// The step between neighbouring whole numbers: the largest of nearly all values falls on `levels`.
double step_of(std::vector<float> values, int levels) {
  if (values.empty()) return 1;
  for (float& v : values) v = std::abs(v);
  const size_t place = values.size() - 1 - values.size() / 2000;
  std::nth_element(values.begin(), values.begin() + static_cast<long>(place), values.end());
  return std::max(static_cast<double>(values[place]), 1e-6) / levels;
}

int rounded(double value, int limit) {
  return static_cast<int>(std::clamp(std::nearbyint(value), -static_cast<double>(limit), static_cast<double>(limit)));
}

void put_bytes(std::string& out, const std::vector<float>& values, double step) {
  for (const float v : values) out += static_cast<char>(rounded(v / step, 127));
}

}  // namespace

void write_model(const std::string& path, const std::string& head, const std::vector<uint32_t>& row_of_word,
                 const FloatNetwork& network, int table_levels) {
  const NetworkShape& shape = network.shape();
  std::string out;
  put(out, static_cast<uint32_t>(head.size()), 4);
  out += head;
  put(out, static_cast<uint32_t>(row_of_word.size()), 4);
  std::string bits((row_of_word.size() + 7) / 8, '\0');
  for (size_t w = 0; w < row_of_word.size(); ++w) {
    if (row_of_word[w]) bits[w / 8] = static_cast<char>(bits[w / 8] | 1 << w % 8);
  }
  out += bits;
  put(out, static_cast<uint32_t>(shape.groups.size()), 1);
  for (const NetworkGroup& g : shape.groups) put(out, g.rows, 4), put(out, g.width, 4), put(out, g.slots, 4);
  put(out, shape.hidden, 4);
  put(out, shape.second, 4);
  put(out, static_cast<uint32_t>(shape.heads.size()), 1);
  for (const uint32_t outputs : shape.heads) put(out, outputs, 4);

  std::vector<double> table_steps;
  for (size_t g = 0; g < shape.groups.size(); ++g) {
    const std::vector<float>& values = network.tables()[g].value;
    table_steps.push_back(step_of(values, g == 0 ? table_levels : 100));
    put_bytes(out, values, table_steps[g]);
  }
  size_t slot = 0;
  for (size_t g = 0; g < shape.groups.size(); ++g) {
    for (uint32_t s = 0; s < shape.groups[g].slots; ++s, ++slot) {
      const std::vector<float>& values = network.projections()[slot].value;
      const double step = step_of(values, g == 0 ? 63 : 100);
      put(out, static_cast<uint32_t>(std::llround(table_steps[g] * step * kHiddenUnit * kScaleUnit)), 4);
      put_bytes(out, values, step);
    }
  }
  for (const float b : network.bias().value) put(out, static_cast<uint32_t>(rounded(b * kHiddenUnit, 32767)), 2);
  double unit = kHiddenUnit;
  const auto put_biases = [&](const std::vector<float>& values, double scale) {
    for (const float b : values) put(out, static_cast<uint32_t>(rounded(b * scale, 1 << 30)), 4);
  };
  if (shape.second) {
    const double step = step_of(network.second().value, 100);
    put(out, static_cast<uint32_t>(std::llround(step * kScaleUnit)), 4);
    put_bytes(out, network.second().value, step);
    put_biases(network.second_bias().value, unit / step);
  }
  for (size_t h = 0; h < shape.heads.size(); ++h) {
    const double step = step_of(network.heads()[h].value, 100);
    put_bytes(out, network.heads()[h].value, step);
    put_biases(network.head_biases()[h].value, unit / step);
  }
  std::ofstream(path, std::ios::binary) << out;
}

}  // namespace dateline::training
