#include "entity/salience.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

constexpr double kHalf = 5;  // the weight at which salience is one half

double weight_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeadline:
      return 3;
    case BlockKind::kSubheading:
      return 1.5;
    case BlockKind::kCaption:
      return 0.5;
    case BlockKind::kCredit:
    case BlockKind::kByline:
    case BlockKind::kDateline:
    case BlockKind::kOther:
      return 0.1;
    default:
      return 1;
  }
}

/// "(Reuters)" behind a caption: whose picture it is.
bool is_credit(const Document& document, const Mention& mention) {
  const uint32_t first = mention.tokens.first, last = mention.tokens.last;
  return first > 0 && last < document.tokens().size() && document.lower(first - 1) == "(" &&
         document.lower(last) == ")";
}

double weight_of(MentionKind kind) {
  return kind == MentionKind::kName ? 1 : kind == MentionKind::kNominal ? 0.6 : 0.5;
}

}  // namespace

void rate_salience(const Document& document, EntityAnalysis& analysis) {
  std::vector<uint32_t> story_sentence(document.sentences().size());  // how many sentences of running text come before
  uint32_t count = 0;
  for (size_t i = 0; i < document.sentences().size(); ++i) {
    story_sentence[i] = count;
    if (document.block_of(document.sentences()[i]).is_running_text()) ++count;
  }
  std::vector<double> weights(analysis.entities.size());
  for (const Mention& mention : analysis.mentions) {
    const uint32_t sentence = document.sentence_of(mention.tokens.first);
    const BlockKind kind = document.block_of(document.sentences()[sentence]).kind;
    const bool credit = kind == BlockKind::kCaption && is_credit(document, mention);
    const double place = weight_of(credit ? BlockKind::kCredit : kind);
    const double early = story_sentence[sentence] < 3 ? 1.5 : 1;
    const bool opens = mention.tokens.first < document.sentences()[sentence].tokens.first + 4;
    weights[mention.entity] += place * early * (opens ? 1.3 : 1) * weight_of(mention.kind);
  }
  for (size_t i = 0; i < weights.size(); ++i) {
    Entity& entity = analysis.entities[i];
    const bool actor = entity.type == EntityType::kPerson || entity.type == EntityType::kOrganization;
    const double weight = weights[i] * (actor ? 1.0 : entity.type == EntityType::kGroup ? 0.5 : 0.8);
    entity.salience = std::round(1000 * weight / (weight + kHalf)) / 1000;
  }
}

void put_in_order(EntityAnalysis& analysis) {
  std::vector<uint32_t> order(analysis.entities.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return analysis.entities[a].salience > analysis.entities[b].salience;
  });
  std::vector<uint32_t> place(order.size());
  std::vector<Entity> entities;
  entities.reserve(order.size());
  for (uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    entities.push_back(std::move(analysis.entities[order[i]]));
    entities.back().mentions.clear();
  }
  analysis.entities = std::move(entities);
  std::stable_sort(analysis.mentions.begin(), analysis.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.tokens.last > b.tokens.last;
  });
  for (uint32_t m = 0; m < analysis.mentions.size(); ++m) {
    analysis.mentions[m].entity = place[analysis.mentions[m].entity];
    analysis.entities[analysis.mentions[m].entity].mentions.push_back(m);
  }
}

}  // namespace dateline
