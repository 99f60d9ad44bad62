#include "entity/counted_in.h"

#include <map>

#include "entity/quotation_state.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kBetween = 3;  // words between "we" and the group: ", as the"

bool is_we(const Document& document, uint32_t token) {
  static const Lexicon pronouns("data/entity/pronouns.tsv");
  return pronouns.field(document.lower(token), 0) == "1p";
}

/// Whether "we" or "us" stands before a name with nothing but such words between: "we as Germans", "we here at Shell".
bool counts_in(const Document& document, const Mention& group, EntityType type) {
  static const Lexicon words("data/entity/speech_words.tsv");
  const std::string_view between = type == EntityType::kGroup ? "among" : "within";
  const uint32_t start = document.sentence(document.sentence_of(group.tokens.first)).tokens.first;
  for (uint32_t i = group.tokens.first; i > start && i + kBetween >= group.tokens.first; --i) {
    const std::string_view word = document.lower(i - 1);
    if (word == "we" || word == "us") return type == EntityType::kGroup || i < group.tokens.first;
    if (word != "," && words.field(word, 0) != between && words.field(word, 1) != between) return false;
  }
  return false;
}

/// Of the groups with which somebody counts himself in, the one named so most often; kNoEntity where two are.
uint32_t most_named(const std::map<uint32_t, uint32_t>& times) {
  uint32_t best = kNoEntity, most = 0;
  for (const auto& [entity, count] : times) {
    if (count == most) best = kNoEntity;
    if (count <= most) continue;
    best = entity;
    most = count;
  }
  return best;
}

}  // namespace

void resolve_counted_in(const Document& document, EntityAnalysis& analysis) {
  const std::vector<uint8_t> in_quotation = tokens_in_quotation(document);
  std::map<uint32_t, uint32_t> told;                           // outside quotation marks: how often, by entity
  std::map<uint32_t, std::map<uint32_t, uint32_t>> in_blocks;  // the same inside, by block
  for (const Mention& mention : analysis.mentions) {
    const EntityType type = analysis.entities[mention.entity].type;
    if (mention.kind != MentionKind::kName || (type != EntityType::kGroup && type != EntityType::kOrganization))
      continue;
    if (!counts_in(document, mention, type)) continue;
    const uint32_t block = document.sentence(document.sentence_of(mention.tokens.first)).block;
    ++(in_quotation[mention.tokens.first] ? in_blocks[block] : told)[mention.entity];
  }
  if (told.empty() && in_blocks.empty()) return;
  for (const Sentence& sentence : document.sentences()) {
    const auto quoted = in_blocks.find(sentence.block);
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!is_we(document, i)) continue;
      const uint32_t meant = !in_quotation[i]            ? most_named(told)
                             : quoted == in_blocks.end() ? kNoEntity
                                                         : most_named(quoted->second);
      if (meant == kNoEntity) continue;
      analysis.mentions.push_back(mention_of(document, {i, i + 1}, MentionKind::kPronoun, meant));
    }
  }
}

}  // namespace dateline
