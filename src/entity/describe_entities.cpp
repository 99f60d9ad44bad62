// Of all that the article calls an entity, what stands beside its name in the report.
#include <map>

#include "entity/descriptions.h"

namespace dateline {

std::string plain_words(const Document& document, IndexRange tokens) {
  std::string out;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i > tokens.first && document.token(i).space_before) out += ' ';
    out += document.norm(i);
  }
  return out;
}

void describe_entities(const Document& document, const std::vector<Description>& descriptions,
                       EntityAnalysis& analysis) {
  struct Best {
    std::map<std::string, uint32_t> titles;
    std::string apposition, copula;
  };
  std::unordered_map<uint32_t, Best> found;
  for (const Description& description : descriptions) {
    Best& best = found[analysis.mentions[description.mention].entity];
    std::string words = plain_words(document, description.tokens);
    if (description.plural) words.pop_back();  // each of them is one
    switch (description.kind) {
      case Description::Kind::kTitle:
      case Description::Kind::kSharedTitle:
        ++best.titles[std::move(words)];
        break;
      case Description::Kind::kApposition:
        if (best.apposition.empty()) best.apposition = std::move(words);
        break;
      case Description::Kind::kCopula:
        if (best.copula.empty()) best.copula = std::move(words);
        break;
    }
  }
  for (auto& [entity, best] : found) {
    const std::string* title = nullptr;
    uint32_t count = 0;
    for (const auto& [words, times] : best.titles) {
      if (!title || times > count || (times == count && words.size() > title->size())) {
        title = &words;
        count = times;
      }
    }
    analysis.entities[entity].description = title ? *title : !best.apposition.empty() ? best.apposition : best.copula;
  }
}

}  // namespace dateline
