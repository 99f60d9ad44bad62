#include "quotes/ablate.h"

#include <algorithm>

namespace dateline::training {

bool leaves_out(std::string_view without, std::string_view family) {
  while (!without.empty()) {
    const size_t comma = std::min(without.find(','), without.size());
    if (without.substr(0, comma) == family) return true;
    without.remove_prefix(std::min(comma + 1, without.size()));
  }
  return false;
}

void ablate(std::string_view without, Reading& reading) {
  const bool words = leaves_out(without, "words"), lexicon = leaves_out(without, "lexicon");
  const bool classes = leaves_out(without, "classes"), groups = leaves_out(without, "groups");
  const bool tags = leaves_out(without, "tags"), trees = leaves_out(without, "trees");
  for (TokenTraits& traits : reading.traits) {
    if (words) traits.word = traits.stem = traits.ending = 1;
    if (lexicon) traits.cue = CueClass::kNone;
    if (classes) traits.fine = traits.coarse = traits.group;
    if (groups) traits.group = 1;
    if (tags) traits.pos = 0;
    if (trees) traits.relation = 0;
  }
  if (trees) reading.trees.assign(reading.traits.size(), TokenTree());
  if (leaves_out(without, "marks")) {
    reading.quotations.all.clear();
    std::fill(reading.quotations.outermost.begin(), reading.quotations.outermost.end(), kNoQuotation);
    std::fill(reading.quotations.is_mark.begin(), reading.quotations.is_mark.end(), uint8_t{0});
  }
}

}  // namespace dateline::training
