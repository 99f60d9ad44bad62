#include "figure/figure.h"

namespace dateline {

std::vector<Figure> find_figures(const Document&, const EntityAnalysis&, const std::vector<Timex>&,
                                 const std::vector<Quote>&) {
  return {};
}

const char* name_of(FigureKind kind) {
  constexpr const char* kNames[] = {"count", "money", "percent", "measure", "ordinal"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace dateline
