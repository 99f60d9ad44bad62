// One layer of the encoder while it learns: a quasi-recurrent network (Bradbury et al. 2017) in both directions.
//
// Three products of the inputs in a window decide, number by number, what is new (z), how much of the old is kept (f)
// and how much is shown (o): c = f c' + (1 - f) z, h = o c. Only c runs from word to word, so all products are made at
// once. Curves are straight lines between their ends (f and o: x/4 + 1/2 in 0 … 1, z: x in -1 … 1), as they are at run
// time.
#pragma once

#include <vector>

#include "training/grammar/parameters.h"

namespace dateline::training {

class RecurrentLayer {
 public:
  /// `size` numbers for each direction; `window` neighbouring inputs of `inputs` numbers each. Multiples of 16.
  RecurrentLayer(uint32_t inputs, uint32_t window, uint32_t size, Random& random);

  /// x: (words + window - 1) × inputs -> h: words × outputs(). Both are kept by the caller until backward().
  void forward(const std::vector<float>& x, size_t words, std::vector<float>& h);
  /// Adds to dx, of x's size, what dh asks for.
  void backward(const std::vector<float>& x, const std::vector<float>& dh, std::vector<float>& dx);

  uint32_t outputs() const { return 2 * size_; }
  Parameters weights;  // window · inputs × 6 size: for each direction z, f, o
  Parameters bias;

 private:
  uint32_t inputs_, window_, size_;
  size_t words_ = 0;
  std::vector<float> gates_, gate_gradient_, cells_;
};

}  // namespace dateline::training
