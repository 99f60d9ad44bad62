// The networks of grammar/network_shape.h in floating point, with their gradients: what is learnt, before it is
// rounded.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "grammar/network_shape.h"
#include "training/grammar/random.h"

namespace dateline::training {

/// Numbers that are learnt, with their gradients and Adam's moments. Tables remember which rows were touched.
struct Parameters {
  std::vector<float> value, gradient, mean, square, average;
  uint32_t width = 0;  // of a row; 0: dense
  std::vector<uint32_t> touched;
  std::vector<uint8_t> is_touched;

  void resize(size_t count, uint32_t row_width);
  void touch(uint32_t row) {
    if (!is_touched[row]) is_touched[row] = 1, touched.push_back(row);
  }
};

struct Dropout {
  float item = 0, hidden = 0;
};

class FloatNetwork {
 public:
  FloatNetwork(NetworkShape shape, uint64_t seed);

  const NetworkShape& shape() const { return shape_; }
  Parameters& table(size_t group) { return tables_[group]; }
  const std::vector<Parameters>& tables() const { return tables_; }
  const std::vector<Parameters>& projections() const { return projections_; }  // by slot: width × hidden
  const Parameters& bias() const { return bias_; }
  const Parameters& second() const { return second_; }  // hidden × second
  const Parameters& second_bias() const { return second_bias_; }
  const std::vector<Parameters>& heads() const { return heads_; }  // top × outputs
  const std::vector<Parameters>& head_biases() const { return head_biases_; }

  /// A sentence: its items are added, then any number of steps taken. With learning, each step's gradients are kept
  /// until end_sentence().
  void begin_sentence(bool learning, Dropout dropout);
  uint32_t add_item(uint32_t group, const uint32_t* rows, uint32_t count);
  /// The hidden layers for one item (or kNoItem) a slot.
  void forward(const std::vector<uint32_t>& items);
  /// The outputs of a head after forward().
  const std::vector<float>& outputs(size_t head);
  /// Adds the gradient of the loss by a head's outputs; then backward() once a step.
  void add_gradient(size_t head, const std::vector<float>& gradient);
  void backward();
  void end_sentence();

  /// One step of Adam over everything since the last.
  void update(float rate);
  /// Puts the running average in the place of the values, or back.
  void swap_average();

  std::vector<Parameters*> all();

 private:
  struct Item {
    uint32_t group = 0, first_row = 0, rows = 0, values = 0, projected = 0;  // projected: place of the group's slots
  };
  float* projection_of(uint32_t slot, uint32_t item);

  NetworkShape shape_;
  Random random_;
  std::vector<Parameters> tables_, projections_, heads_, head_biases_;
  Parameters bias_, second_, second_bias_;
  std::vector<uint32_t> group_of_slot_, first_slot_;
  bool learning_ = false;
  Dropout dropout_;
  std::vector<Item> items_;
  std::vector<uint32_t> item_rows_;
  std::vector<float> item_values_, item_mask_, projected_, projected_gradient_;
  std::vector<uint8_t> projected_known_;
  std::vector<uint32_t> step_items_;
  std::vector<float> hidden_, hidden_scale_, top_, top_scale_, top_gradient_, hidden_gradient_, output_;
  uint64_t updates_ = 0;
};

}  // namespace dateline::training
