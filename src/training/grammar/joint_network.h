// The network of the grammar stage while it learns (network_shape.h says what it is).
#pragma once

#include <vector>

#include "grammar/lexical_rows.h"
#include "grammar/network_shape.h"
#include "grammar/parse_slots.h"
#include "training/grammar/recurrent_layer.h"

namespace dateline::training {

struct Dropout {
  float words = 0.15f, layers = 0.25f, hidden = 0.2f;
};

class JointNetwork {
  NetworkShape shape_;
  Dropout dropout_;
  Random random_;

 public:
  JointNetwork(const NetworkShape& shape, Dropout dropout, uint64_t seed);

  /// Reads a sentence. With `learning`, numbers are left out at random and gradients are kept.
  void begin(const std::vector<LexicalRows>& rows, bool learning);
  /// The tags' scores for each word, words × tag_stride(); learning adds to tag_gradient() in the same layout.
  const std::vector<float>& tag_scores() const { return tag_scores_; }
  std::vector<float>& tag_gradient() { return tag_gradient_; }
  size_t tag_stride() const { return padded(shape_.tags); }

  /// One state of the parser. Then, in this order, outputs(), add_gradient() and finish_state().
  void state(const ParseSlots& slots);
  const std::vector<float>& outputs(size_t head);
  void add_gradient(size_t head, const std::vector<float>& gradient);
  void finish_state();

  /// Behind the last state of a sentence that was learnt from.
  void end();
  /// Adam, with what has gathered since the last update.
  void update(float rate);
  void swap_average();

  const NetworkShape& shape() const { return shape_; }
  std::vector<Parameters*> all();

  // In the order of the model file.
  Parameters words;  // lexical rows × width
  RecurrentLayer first, second;
  Parameters tag_weights, tag_bias;
  Parameters context;                           // second.outputs() × slots · hidden
  std::vector<Parameters> tables, projections;  // by group; by slot of all groups
  Parameters hidden_bias;
  std::vector<Parameters> heads, head_biases;

  static uint32_t padded(uint32_t outputs) { return (outputs + 15) / 16 * 16; }

 private:
  struct Row {  // a group's item at a slot, since the last update
    std::vector<float> value, gradient;
    bool known = false;
  };
  Row& row_of(uint32_t slot, uint32_t item);
  void drop(std::vector<float>& values, std::vector<float>& mask, float rate);

  uint64_t updates_ = 0;
  bool learning_ = false;
  size_t count_ = 0;
  std::vector<LexicalRows> rows_;
  std::vector<float> x_, x_mask_, h1_, h1_mask_, h2_, h2_mask_, dh2_, dh1_, dx_;
  std::vector<float> tag_scores_, tag_gradient_, contexts_, context_gradient_;
  ParseSlots slots_;
  std::vector<uint32_t> group_of_slot_;
  std::vector<std::vector<Row>> cache_;  // slot, item
  std::vector<std::pair<uint32_t, uint32_t>> touched_;
  std::vector<float> hidden_, hidden_scale_, hidden_gradient_, output_;
};

}  // namespace dateline::training
