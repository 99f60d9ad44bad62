#include "training/grammar/model_reader.h"

#include <cstring>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "grammar/kernels.h"
#include "training/corpus_file.h"
#include "training/grammar/model_units.h"

namespace dateline::training {
namespace {

// Steps that the file leaves open.
constexpr double kWordsStep = 0.037, kItemsStep = 0.01, kTagsStep = 0.02, kMovesStep = 0.0045, kLabelsStep = 0.017;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  uint32_t number(size_t size) {
    uint32_t value = 0;
    for (size_t i = 0; i < size; ++i) value |= static_cast<uint32_t>(static_cast<uint8_t>(next())) << (8 * i);
    return value;
  }
  void skip(size_t size) {
    for (size_t i = 0; i < size; ++i) next();
  }
  /// Rows `first` to `last` of a block, of each the first `outputs` numbers.
  void rows(Parameters& p, size_t first, size_t last, uint32_t outputs, double step) {
    for (size_t r = first; r < last; ++r) {
      for (uint32_t o = 0; o < outputs; ++o) {
        p.value[r * p.width + o] = static_cast<float>(static_cast<int8_t>(next()) * step);
      }
    }
  }
  void table(Parameters& p, double step) { rows(p, 0, p.value.size() / p.width, p.width, step); }
  void matrix(Parameters& p, size_t first, size_t last, double input_unit, double output_unit) {
    const uint32_t bits = number(4);
    float scale = 0;
    std::memcpy(&scale, &bits, sizeof(scale));
    rows(p, first, last, p.width, scale * input_unit / output_unit);
  }
  void bias(Parameters& p, double unit) {
    for (float& v : p.value) v = static_cast<float>(static_cast<int16_t>(number(2)) / unit);
  }
  void head(Parameters& p, Parameters& biases, uint32_t outputs, double input_unit, double step) {
    rows(p, 0, p.value.size() / p.width, outputs, step);
    for (uint32_t o = 0; o < outputs; ++o) {
      biases.value[o] = static_cast<float>(static_cast<int32_t>(number(4)) * step / input_unit);
    }
  }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  char next() {
    if (at_ == bytes_.size()) throw std::runtime_error("the model ends early");
    return bytes_[at_++];
  }

  std::string_view bytes_;
  size_t at_ = 0;
};

void check(bool same) {
  if (!same) throw std::runtime_error("the model has another shape");
}

}  // namespace

void start_from_model(const std::string& path, JointNetwork& network) {
  std::ifstream file = opened(path);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  Reader in(bytes);
  const NetworkShape& shape = network.shape();
  in.skip(in.number(4));
  in.skip((size_t{in.number(4)} + 7) / 8);
  for (const uint32_t size :
       {shape.lexical_rows, shape.width, shape.first, shape.second, shape.tags, shape.hidden, shape.word_slots}) {
    check(in.number(4) == size);
  }
  check(in.number(1) == shape.groups.size());
  for (const NetworkGroup& g : shape.groups) {
    for (const uint32_t size : {g.rows, g.width, g.slots}) check(in.number(4) == size);
  }
  check(in.number(1) == shape.heads.size());
  for (const uint32_t outputs : shape.heads) check(in.number(4) == outputs);

  in.table(network.words, kWordsStep);
  for (uint32_t place = 0; place < kEncoderWindow; ++place) {
    in.matrix(network.first.weights, size_t{place} * shape.width, size_t{place + 1} * shape.width, 1 / kWordsStep,
              kGateUnit);
  }
  in.bias(network.first.bias, kGateUnit);
  in.matrix(network.second.weights, 0, size_t{2} * shape.first, kStateUnit, kGateUnit);
  in.bias(network.second.bias, kGateUnit);
  in.head(network.tag_weights, network.tag_bias, shape.tags, kStateUnit, kTagsStep);
  in.matrix(network.context, 0, size_t{2} * shape.second, kStateUnit, kHiddenUnit);
  size_t slot = 0;
  for (size_t g = 0; g < shape.groups.size(); ++g) {
    in.table(network.tables[g], kItemsStep);
    for (uint32_t s = 0; s < shape.groups[g].slots; ++s, ++slot) {
      in.matrix(network.projections[slot], 0, shape.groups[g].width, 1 / kItemsStep, kHiddenUnit);
    }
  }
  in.bias(network.hidden_bias, kHiddenUnit);
  for (size_t h = 0; h < shape.heads.size(); ++h) {
    in.head(network.heads[h], network.head_biases[h], shape.heads[h], kHiddenUnit, h == 0 ? kMovesStep : kLabelsStep);
  }
  check(in.at_end());
  for (Parameters* p : network.all()) p->restart_average();
}

}  // namespace dateline::training
