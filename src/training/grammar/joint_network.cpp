#include "training/grammar/joint_network.h"

#include <algorithm>
#include <cmath>

#include "training/grammar/dense.h"

namespace dateline::training {

JointNetwork::JointNetwork(const NetworkShape& shape, Dropout dropout, uint64_t seed)
    : shape_(shape),
      dropout_(dropout),
      random_(seed),
      first(shape.width, kEncoderWindow, shape.first, random_),
      second(2 * shape.first, 1, shape.second, random_) {
  const uint32_t encoded = second.outputs();
  words.start(shape.lexical_rows, shape.width, 0.1f, random_, true);
  tag_weights.start(encoded, padded(shape.tags), 0.1f, random_);
  tag_bias.start(1, padded(shape.tags), 0, random_);
  context.start(encoded, shape.word_slots * shape.hidden, std::sqrt(3.0f / static_cast<float>(encoded)), random_);
  for (uint32_t g = 0; g < shape.groups.size(); ++g) {
    const NetworkGroup& group = shape.groups[g];
    tables.emplace_back();
    tables.back().start(group.rows, group.width, 0.1f, random_);
    for (uint32_t s = 0; s < group.slots; ++s) {
      group_of_slot_.push_back(g);
      projections.emplace_back();
      projections.back().start(group.width, shape.hidden,
                               std::sqrt(6.0f / static_cast<float>(group.width + shape.hidden)), random_);
      cache_.emplace_back(group.rows);
    }
  }
  hidden_bias.start(1, shape.hidden, 0, random_);
  for (float& b : hidden_bias.value) b = 0.1f;
  for (const uint32_t outputs : shape.heads) {
    heads.emplace_back();
    heads.back().start(shape.hidden, padded(outputs), std::sqrt(6.0f / static_cast<float>(shape.hidden + outputs)),
                       random_);
    head_biases.emplace_back();
    head_biases.back().start(1, padded(outputs), 0, random_);
  }
}

std::vector<Parameters*> JointNetwork::all() {
  std::vector<Parameters*> out = {&words,       &first.weights, &first.bias, &second.weights, &second.bias,
                                  &tag_weights, &tag_bias,      &context,    &hidden_bias};
  for (auto* list : {&tables, &projections, &heads, &head_biases}) {
    for (Parameters& p : *list) out.push_back(&p);
  }
  return out;
}

void JointNetwork::drop(std::vector<float>& values, std::vector<float>& mask, float rate) {
  if (!learning_) return;
  mask.resize(values.size());
  const float kept = 1 / (1 - rate);
  for (size_t i = 0; i < values.size(); ++i) {
    mask[i] = random_.uniform() < rate ? 0.0f : kept;
    values[i] *= mask[i];
  }
}

void JointNetwork::begin(const std::vector<LexicalRows>& rows, bool learning) {
  learning_ = learning;
  count_ = rows.size();
  rows_ = rows;
  LexicalRows left, right;
  left.add(lexical::kLeftEdge);
  right.add(lexical::kRightEdge);
  rows_.insert(rows_.begin(), left);
  rows_.push_back(right);
  x_.assign(rows_.size() * shape_.width, 0.0f);
  for (size_t i = 0; i < rows_.size(); ++i) {
    for (uint32_t r = 0; r < rows_[i].count; ++r) {
      const float* row = words.row(rows_[i].rows[r]);
      for (uint32_t d = 0; d < shape_.width; ++d) x_[i * shape_.width + d] += row[d];
    }
  }
  drop(x_, x_mask_, dropout_.words);
  first.forward(x_, count_, h1_);
  drop(h1_, h1_mask_, dropout_.layers);
  second.forward(h1_, count_, h2_);
  drop(h2_, h2_mask_, dropout_.layers);
  const uint32_t encoded = second.outputs();
  tag_scores_.resize(count_ * tag_stride());
  for (size_t t = 0; t < count_; ++t) {
    std::copy(tag_bias.value.begin(), tag_bias.value.end(), &tag_scores_[t * tag_stride()]);
  }
  add_product(h2_.data(), encoded, count_, encoded, tag_weights.value.data(), tag_stride(), tag_scores_.data());
  contexts_.assign(count_ * context.width, 0.0f);
  add_product(h2_.data(), encoded, count_, encoded, context.value.data(), context.width, contexts_.data());
  if (!learning) return;
  tag_gradient_.assign(tag_scores_.size(), 0.0f);
  context_gradient_.assign(contexts_.size(), 0.0f);
}

JointNetwork::Row& JointNetwork::row_of(uint32_t slot, uint32_t item) {
  Row& row = cache_[slot][item];
  if (!row.known) {
    const uint32_t group = group_of_slot_[slot];
    row.known = true;
    row.value.assign(shape_.hidden, 0.0f);
    row.gradient.assign(shape_.hidden, 0.0f);
    const uint32_t width = shape_.groups[group].width;
    add_product(tables[group].row(item), width, 1, width, projections[slot].value.data(), shape_.hidden,
                row.value.data());
    touched_.emplace_back(slot, item);
  }
  return row;
}

void JointNetwork::state(const ParseSlots& slots) {
  slots_ = slots;
  hidden_ = hidden_bias.value;
  for (uint32_t s = 0; s < slots.words.size(); ++s) {
    if (slots.words[s] == 0 || slots.words[s] > count_) continue;
    const float* add = &contexts_[(slots.words[s] - 1) * context.width + s * shape_.hidden];
    for (uint32_t h = 0; h < shape_.hidden; ++h) hidden_[h] += add[h];
  }
  for (uint32_t slot = 0; slot < slots.items.size(); ++slot) {
    if (slots.items[slot] == kNoItem) continue;
    const float* add = row_of(slot, slots.items[slot]).value.data();
    for (uint32_t h = 0; h < shape_.hidden; ++h) hidden_[h] += add[h];
  }
  hidden_scale_.assign(shape_.hidden, 1.0f);
  for (uint32_t h = 0; h < shape_.hidden; ++h) {
    if (learning_) hidden_scale_[h] = random_.uniform() < dropout_.hidden ? 0.0f : 1 / (1 - dropout_.hidden);
    if (hidden_[h] <= 0) hidden_scale_[h] = 0;
    hidden_[h] *= hidden_scale_[h];
  }
  hidden_gradient_.assign(shape_.hidden, 0.0f);
}

const std::vector<float>& JointNetwork::outputs(size_t head) {
  output_ = head_biases[head].value;
  add_product(hidden_.data(), shape_.hidden, 1, shape_.hidden, heads[head].value.data(), heads[head].width,
              output_.data());
  return output_;
}

void JointNetwork::add_gradient(size_t head, const std::vector<float>& gradient) {
  for (size_t o = 0; o < gradient.size(); ++o) head_biases[head].gradient[o] += gradient[o];
  add_right_gradient(hidden_.data(), shape_.hidden, 1, shape_.hidden, gradient.data(), heads[head].width,
                     heads[head].gradient.data());
  add_left_gradient(gradient.data(), 1, heads[head].width, heads[head].value.data(), shape_.hidden,
                    hidden_gradient_.data(), shape_.hidden);
}

void JointNetwork::finish_state() {
  for (uint32_t h = 0; h < shape_.hidden; ++h) {
    hidden_gradient_[h] *= hidden_scale_[h];
    hidden_bias.gradient[h] += hidden_gradient_[h];
  }
  const auto add_to = [&](float* gradient) {
    for (uint32_t h = 0; h < shape_.hidden; ++h) gradient[h] += hidden_gradient_[h];
  };
  for (uint32_t s = 0; s < slots_.words.size(); ++s) {
    if (slots_.words[s] == 0 || slots_.words[s] > count_) continue;
    add_to(&context_gradient_[(slots_.words[s] - 1) * context.width + s * shape_.hidden]);
  }
  for (uint32_t slot = 0; slot < slots_.items.size(); ++slot) {
    if (slots_.items[slot] != kNoItem) add_to(cache_[slot][slots_.items[slot]].gradient.data());
  }
}

void JointNetwork::end() {
  const uint32_t encoded = second.outputs();
  dh2_.assign(h2_.size(), 0.0f);
  add_right_gradient(h2_.data(), encoded, count_, encoded, tag_gradient_.data(), tag_stride(),
                     tag_weights.gradient.data());
  add_left_gradient(tag_gradient_.data(), count_, tag_stride(), tag_weights.value.data(), encoded, dh2_.data(),
                    encoded);
  for (size_t i = 0; i < tag_gradient_.size(); ++i) tag_bias.gradient[i % tag_stride()] += tag_gradient_[i];
  add_right_gradient(h2_.data(), encoded, count_, encoded, context_gradient_.data(), context.width,
                     context.gradient.data());
  add_left_gradient(context_gradient_.data(), count_, context.width, context.value.data(), encoded, dh2_.data(),
                    encoded);
  for (size_t i = 0; i < dh2_.size(); ++i) dh2_[i] *= h2_mask_[i];
  dh1_.assign(h1_.size(), 0.0f);
  second.backward(h1_, dh2_, dh1_);
  for (size_t i = 0; i < dh1_.size(); ++i) dh1_[i] *= h1_mask_[i];
  dx_.assign(x_.size(), 0.0f);
  first.backward(x_, dh1_, dx_);
  for (size_t i = 0; i < rows_.size(); ++i) {
    for (uint32_t r = 0; r < rows_[i].count; ++r) {
      float* gradient = words.touch(rows_[i].rows[r]);
      for (uint32_t d = 0; d < shape_.width; ++d) {
        gradient[d] += dx_[i * shape_.width + d] * x_mask_[i * shape_.width + d];
      }
    }
  }
}

void JointNetwork::update(float rate) {
  for (const auto& [slot, item] : touched_) {
    Row& row = cache_[slot][item];
    row.known = false;
    const uint32_t group = group_of_slot_[slot];
    const uint32_t width = shape_.groups[group].width;
    add_right_gradient(tables[group].row(item), width, 1, width, row.gradient.data(), shape_.hidden,
                       projections[slot].gradient.data());
    add_left_gradient(row.gradient.data(), 1, shape_.hidden, projections[slot].value.data(), width,
                      &tables[group].gradient[size_t{item} * width], width);
  }
  touched_.clear();
  ++updates_;
  for (Parameters* p : all()) p->update(rate, updates_);
}

void JointNetwork::swap_average() {
  for (const auto& [slot, item] : touched_) cache_[slot][item].known = false;
  touched_.clear();
  for (Parameters* p : all()) p->swap_average();
}

}  // namespace dateline::training
