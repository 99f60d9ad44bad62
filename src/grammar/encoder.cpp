#include "grammar/encoder.h"

#include <algorithm>

namespace dateline {

void Encoder::first_layer(const Token* tokens, size_t words) {
  cache_.trim();
  entries_.clear();
  entries_.push_back(cache_.edge(lexical::kLeftEdge));
  for (size_t i = 0; i < words; ++i) entries_.push_back(cache_.entry(tokens[i]));
  entries_.push_back(cache_.edge(lexical::kRightEdge));
  cache_.settle();
  const size_t wide = size_t{6} * network_.shape().first;
  gates_.resize(words * wide);
  for (size_t t = 0; t < words; ++t) {
    const int16_t* window[kEncoderWindow];
    for (uint32_t p = 0; p < kEncoderWindow; ++p) window[p] = cache_.contribution(entries_[t + p], p);
    int16_t* out = &gates_[t * wide];
    std::copy(network_.first_bias().begin(), network_.first_bias().end(), out);
    add_rows(window, kEncoderWindow, wide, out);
  }
}

void Encoder::run_cells(size_t words, uint32_t size, std::vector<int16_t>& out) {
  const size_t wide = size_t{6} * size, stride = size_t{2} * size;
  out.resize(words * stride);
  for (size_t direction = 0; direction < 2; ++direction) {
    cell_.assign(size, 0);
    for (size_t step = 0; step < words; ++step) {
      const size_t t = direction ? words - 1 - step : step;
      step_cell(&gates_[t * wide + direction * 3 * size], size, cell_.data(), &out[t * stride + direction * size]);
    }
  }
}

void Encoder::run(const Token* tokens, size_t words) {
  const NetworkShape& shape = network_.shape();
  first_layer(tokens, words);
  run_cells(words, shape.first, first_);

  const ScaledMatrix& second = network_.second();
  const size_t wide = size_t{6} * shape.second;
  gates_.resize(std::max(gates_.size(), words * wide));
  second.apply(first_.data(), size_t{2} * shape.first, words, gates_.data());
  run_cells(words, shape.second, second_);

  const size_t stride = size_t{2} * shape.second;
  tags_.resize(words);
  network_.tags().choose(second_.data(), stride, words, sums_, tags_.data());

  const ScaledMatrix& context = network_.context();
  const size_t contexts = words * context.matrix.padded_outputs();
  contexts_.resize(std::max(contexts_.size(), contexts));
  context.apply(second_.data(), stride, words, contexts_.data());
}

}  // namespace dateline
