#include "entities/evaluate.h"

#include <cstdio>
#include <set>
#include <tuple>

#include "entities/corpora.h"
#include "entity/name_tagger.h"

namespace dateline::training {
namespace {

struct Count {
  size_t right = 0, found = 0, gold = 0;
  double f() const {
    return found + gold == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
  double p() const { return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found); }
  double r() const { return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold); }
};

}  // namespace

std::string evaluate(const NameModel& model, const std::string& path) {
  Count typed, plo;
  for (const Example& example : read_examples(path, 1, 0)) {
    std::set<std::tuple<uint32_t, uint32_t, NameType>> gold;
    for (const GoldName& name : example.names) gold.emplace(name.span.start, name.span.end, name.type);
    typed.gold += gold.size();
    for (const GoldName& name : example.names) plo.gold += name.type != NameType::kMisc;
    for (const Name& name : tag_names(*example.document, model, families_off())) {
      const Span span = example.document->span_of(name.tokens);
      const bool right = gold.count({span.start, span.end, name.type}) != 0;
      ++typed.found;
      typed.right += right;
      if (name.type == NameType::kMisc) continue;
      ++plo.found;
      plo.right += right;
    }
  }
  char line[160];
  std::snprintf(line, sizeof line, "typed %.2f (P %.1f R %.1f)  plo %.2f (P %.1f R %.1f)", typed.f(), typed.p(),
                typed.r(), plo.f(), plo.p(), plo.r());
  return line;
}

}  // namespace dateline::training
