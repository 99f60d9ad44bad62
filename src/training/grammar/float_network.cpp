#include "training/grammar/float_network.h"

#include <algorithm>
#include <cmath>

namespace dateline::training {
namespace {

constexpr float kAverageRate = 0.002f;

/// out += x · matrix (x.size × width)
void add_product(const float* x, size_t rows, const float* matrix, size_t width, float* out) {
  for (size_t i = 0; i < rows; ++i) {
    const float value = x[i];
    if (value == 0) continue;
    const float* row = matrix + i * width;
    for (size_t j = 0; j < width; ++j) out[j] += value * row[j];
  }
}

/// gradient += x ⊗ d;  dx += matrix · d
void add_gradients(const float* x, size_t rows, const float* matrix, const float* d, size_t width, float* gradient,
                   float* dx) {
  for (size_t i = 0; i < rows; ++i) {
    const float* row = matrix + i * width;
    float* g = gradient + i * width;
    const float value = x[i];
    float lanes[16] = {};
    size_t j = 0;
    for (; j + 16 <= width; j += 16) {
      for (size_t l = 0; l < 16; ++l) {
        lanes[l] += row[j + l] * d[j + l];
        g[j + l] += value * d[j + l];
      }
    }
    float sum = 0;
    for (; j < width; ++j) {
      sum += row[j] * d[j];
      g[j] += value * d[j];
    }
    for (const float lane : lanes) sum += lane;
    dx[i] += sum;
  }
}

void randomize(Parameters& parameters, float scale, Random& random) {
  for (float& value : parameters.value) value = (2 * random.uniform() - 1) * scale;
}

void adam(Parameters& p, size_t first, size_t last, float rate, float correction1, float correction2) {
  float* value = p.value.data();
  float* gradient = p.gradient.data();
  float* mean = p.mean.data();
  float* square = p.square.data();
  for (size_t i = first; i < last; ++i) {
    const float g = gradient[i];
    mean[i] = 0.9f * mean[i] + 0.1f * g;
    square[i] = 0.998f * square[i] + 0.002f * g * g;
    value[i] -= rate * (mean[i] * correction1) / (std::sqrt(square[i] * correction2) + 1e-6f);
    gradient[i] = 0;
  }
}

}  // namespace

void Parameters::resize(size_t count, uint32_t row_width) {
  value.assign(count, 0.0f);
  gradient.assign(count, 0.0f);
  mean.assign(count, 0.0f);
  square.assign(count, 0.0f);
  average.assign(count, 0.0f);
  width = row_width;
  if (width) is_touched.assign(count / width, 0);
}

FloatNetwork::FloatNetwork(NetworkShape shape, uint64_t seed) : shape_(std::move(shape)), random_(seed) {
  for (uint32_t g = 0; g < shape_.groups.size(); ++g) {
    const NetworkGroup& group = shape_.groups[g];
    tables_.emplace_back();
    tables_.back().resize(static_cast<size_t>(group.rows) * group.width, group.width);
    randomize(tables_.back(), 0.1f, random_);
    first_slot_.push_back(static_cast<uint32_t>(group_of_slot_.size()));
    for (uint32_t s = 0; s < group.slots; ++s) {
      group_of_slot_.push_back(g);
      projections_.emplace_back();
      projections_.back().resize(static_cast<size_t>(group.width) * shape_.hidden, 0);
      randomize(projections_.back(), std::sqrt(6.0f / static_cast<float>(group.width + shape_.hidden)), random_);
    }
  }
  bias_.resize(shape_.hidden, 0);
  for (float& b : bias_.value) b = 0.1f;
  second_.resize(static_cast<size_t>(shape_.hidden) * shape_.second, 0);
  if (shape_.second) randomize(second_, std::sqrt(6.0f / static_cast<float>(shape_.hidden + shape_.second)), random_);
  second_bias_.resize(shape_.second, 0);
  for (float& b : second_bias_.value) b = 0.1f;
  for (const uint32_t outputs : shape_.heads) {
    heads_.emplace_back();
    heads_.back().resize(static_cast<size_t>(shape_.top()) * outputs, 0);
    randomize(heads_.back(), std::sqrt(6.0f / static_cast<float>(shape_.top() + outputs)), random_);
    head_biases_.emplace_back();
    head_biases_.back().resize(outputs, 0);
  }
}

std::vector<Parameters*> FloatNetwork::all() {
  std::vector<Parameters*> out;
  for (Parameters& p : tables_) out.push_back(&p);
  for (Parameters& p : projections_) out.push_back(&p);
  out.push_back(&bias_);
  out.push_back(&second_);
  out.push_back(&second_bias_);
  for (Parameters& p : heads_) out.push_back(&p);
  for (Parameters& p : head_biases_) out.push_back(&p);
  return out;
}

void FloatNetwork::begin_sentence(bool learning, Dropout dropout) {
  learning_ = learning;
  dropout_ = learning ? dropout : Dropout{};
  items_.clear();
  item_rows_.clear();
  item_values_.clear();
  item_mask_.clear();
  projected_.clear();
  projected_gradient_.clear();
  projected_known_.clear();
}

uint32_t FloatNetwork::add_item(uint32_t group, const uint32_t* rows, uint32_t count) {
  const NetworkGroup& shape = shape_.groups[group];
  Item item;
  item.group = group;
  item.first_row = static_cast<uint32_t>(item_rows_.size());
  item.rows = count;
  item.values = static_cast<uint32_t>(item_values_.size());
  item.projected = static_cast<uint32_t>(projected_known_.size());
  item_rows_.insert(item_rows_.end(), rows, rows + count);
  item_values_.resize(item_values_.size() + shape.width, 0.0f);
  item_mask_.resize(item_values_.size(), 1.0f);
  float* values = &item_values_[item.values];
  for (uint32_t r = 0; r < count; ++r) {
    const float* row = &tables_[group].value[static_cast<size_t>(rows[r]) * shape.width];
    for (uint32_t d = 0; d < shape.width; ++d) values[d] += row[d];
  }
  if (dropout_.item > 0) {
    for (uint32_t d = 0; d < shape.width; ++d) {
      const float mask = random_.uniform() < dropout_.item ? 0.0f : 1 / (1 - dropout_.item);
      item_mask_[item.values + d] = mask;
      values[d] *= mask;
    }
  }
  projected_known_.resize(projected_known_.size() + shape.slots, 0);
  projected_.resize(projected_known_.size() * shape_.hidden);
  if (learning_) projected_gradient_.resize(projected_.size());
  items_.push_back(item);
  return static_cast<uint32_t>(items_.size() - 1);
}

float* FloatNetwork::projection_of(uint32_t slot, uint32_t index) {
  const Item& item = items_[index];
  const size_t place = item.projected + slot - first_slot_[item.group];
  float* out = &projected_[place * shape_.hidden];
  if (!projected_known_[place]) {
    projected_known_[place] = 1;
    for (uint32_t h = 0; h < shape_.hidden; ++h) out[h] = 0;
    add_product(&item_values_[item.values], shape_.groups[item.group].width, projections_[slot].value.data(),
                shape_.hidden, out);
    if (learning_) {
      float* gradient = &projected_gradient_[place * shape_.hidden];
      for (uint32_t h = 0; h < shape_.hidden; ++h) gradient[h] = 0;
    }
  }
  return out;
}

void FloatNetwork::forward(const std::vector<uint32_t>& items) {
  step_items_ = items;
  hidden_ = bias_.value;
  for (uint32_t slot = 0; slot < items.size(); ++slot) {
    if (items[slot] == kNoItem) continue;
    const float* add = projection_of(slot, items[slot]);
    for (uint32_t h = 0; h < shape_.hidden; ++h) hidden_[h] += add[h];
  }
  hidden_scale_.assign(shape_.hidden, 1.0f);
  for (uint32_t h = 0; h < shape_.hidden; ++h) {
    if (dropout_.hidden > 0) {
      hidden_scale_[h] = random_.uniform() < dropout_.hidden ? 0.0f : 1 / (1 - dropout_.hidden);
    }
    if (hidden_[h] <= 0) hidden_scale_[h] = 0;
    hidden_[h] *= hidden_scale_[h];
  }
  if (shape_.second) {
    top_ = second_bias_.value;
    add_product(hidden_.data(), shape_.hidden, second_.value.data(), shape_.second, top_.data());
    top_scale_.assign(shape_.second, 1.0f);
    for (uint32_t h = 0; h < shape_.second; ++h) {
      if (top_[h] <= 0) top_scale_[h] = 0;
      top_[h] *= top_scale_[h];
    }
  } else {
    top_ = hidden_;
  }
  top_gradient_.assign(shape_.top(), 0.0f);
}

const std::vector<float>& FloatNetwork::outputs(size_t head) {
  output_ = head_biases_[head].value;
  add_product(top_.data(), shape_.top(), heads_[head].value.data(), shape_.heads[head], output_.data());
  return output_;
}

void FloatNetwork::add_gradient(size_t head, const std::vector<float>& gradient) {
  add_gradients(top_.data(), shape_.top(), heads_[head].value.data(), gradient.data(), shape_.heads[head],
                heads_[head].gradient.data(), top_gradient_.data());
  for (size_t o = 0; o < gradient.size(); ++o) head_biases_[head].gradient[o] += gradient[o];
}

void FloatNetwork::backward() {
  hidden_gradient_.assign(shape_.hidden, 0.0f);
  if (shape_.second) {
    for (uint32_t h = 0; h < shape_.second; ++h) {
      top_gradient_[h] *= top_scale_[h];
      second_bias_.gradient[h] += top_gradient_[h];
    }
    add_gradients(hidden_.data(), shape_.hidden, second_.value.data(), top_gradient_.data(), shape_.second,
                  second_.gradient.data(), hidden_gradient_.data());
  } else {
    hidden_gradient_ = top_gradient_;
  }
  for (uint32_t h = 0; h < shape_.hidden; ++h) {
    hidden_gradient_[h] *= hidden_scale_[h];
    bias_.gradient[h] += hidden_gradient_[h];
  }
  for (uint32_t slot = 0; slot < step_items_.size(); ++slot) {
    if (step_items_[slot] == kNoItem) continue;
    const Item& item = items_[step_items_[slot]];
    float* gradient = &projected_gradient_[(item.projected + slot - first_slot_[item.group]) * shape_.hidden];
    for (uint32_t h = 0; h < shape_.hidden; ++h) gradient[h] += hidden_gradient_[h];
  }
}

void FloatNetwork::end_sentence() {
  std::vector<float> dx;
  for (const Item& item : items_) {
    const NetworkGroup& group = shape_.groups[item.group];
    dx.assign(group.width, 0.0f);
    bool any = false;
    for (uint32_t s = 0; s < group.slots; ++s) {
      const size_t place = item.projected + s;
      if (!projected_known_[place]) continue;
      any = true;
      Parameters& matrix = projections_[first_slot_[item.group] + s];
      add_gradients(&item_values_[item.values], group.width, matrix.value.data(),
                    &projected_gradient_[place * shape_.hidden], shape_.hidden, matrix.gradient.data(), dx.data());
    }
    if (!any) continue;
    for (uint32_t r = 0; r < item.rows; ++r) {
      const uint32_t row = item_rows_[item.first_row + r];
      tables_[item.group].touch(row);
      float* gradient = &tables_[item.group].gradient[static_cast<size_t>(row) * group.width];
      for (uint32_t d = 0; d < group.width; ++d) gradient[d] += dx[d] * item_mask_[item.values + d];
    }
  }
}

void FloatNetwork::update(float rate) {
  ++updates_;
  const float c1 = 1 / (1 - std::pow(0.9f, static_cast<float>(updates_)));
  const float c2 = 1 / (1 - std::pow(0.998f, static_cast<float>(updates_)));
  for (Parameters* p : all()) {
    if (p->width == 0) {
      adam(*p, 0, p->value.size(), rate, c1, c2);
    } else {
      for (const uint32_t row : p->touched) {
        adam(*p, static_cast<size_t>(row) * p->width, static_cast<size_t>(row + 1) * p->width, rate, c1, c2);
        p->is_touched[row] = 0;
      }
      p->touched.clear();
    }
    // The average follows every tenth update; before the first hundred it is the value itself.
    if (updates_ % 10 == 0) {
      const float weight = updates_ < 100 ? 1.0f : std::max(10 * kAverageRate, 20.0f / static_cast<float>(updates_));
      for (size_t i = 0; i < p->value.size(); ++i) p->average[i] += weight * (p->value[i] - p->average[i]);
    }
  }
}

void FloatNetwork::swap_average() {
  for (Parameters* p : all()) p->value.swap(p->average);
}

}  // namespace dateline::training
