#include "entity/recent_mentions.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr size_t kMostRecent = 24;

const Lexicon& clause_words() {
  static const Lexicon words("data/entity/clause_words.tsv");
  return words;
}

bool is_preposition(std::string_view lower) {
  static const Lexicon words("data/entity/pronoun_neighbours.tsv");
  const std::string_view group = words.field(lower, 1);
  return group == "12" || group == "13" || group == "14";
}

}  // namespace

RecentMentions::RecentMentions(const Document& document, const EntityAnalysis& analysis,
                               const std::vector<uint8_t>& in_quotation)
    : document_(document),
      in_quotation_(in_quotation),
      times_(analysis.entities.size()),
      in_headline_(analysis.entities.size()) {}

bool RecentMentions::is_subject(IndexRange tokens, uint32_t sentence) const {
  const IndexRange row = document_.sentence(sentence).tokens;
  if (tokens.last < row.last && clause_words().field(document_.lower(tokens.last), 0) == "verb") return true;
  if (tokens.first > row.first && clause_words().field(document_.lower(tokens.first - 1), 0) == "verb")
    return document_.lower(tokens.first - 1) == "said" || document_.lower(tokens.first - 1) == "says";
  return tokens.first < row.first + 3;
}

void RecentMentions::see(uint32_t entity, IndexRange tokens, uint32_t sentence, MentionKind kind,
                         PronounClass pronoun) {
  const IndexRange row = document_.sentence(sentence).tokens;
  Recent seen;
  seen.entity = entity;
  seen.token = tokens.first;
  seen.sentence = sentence;
  seen.block = document_.sentence(sentence).block;
  seen.kind = kind;
  seen.pronoun = pronoun;
  seen.subject = is_subject(tokens, sentence);
  seen.owner = tokens.last < row.last && document_.lower(tokens.last) == "'s";
  seen.after_preposition = tokens.first > row.first && is_preposition(document_.lower(tokens.first - 1));
  seen.opens_sentence = tokens.first <= row.first + 1;
  seen.in_quotation = in_quotation_[tokens.first] != 0;
  seen.times = ++times_[entity];
  if (document_.block_of(document_.sentence(sentence)).kind == BlockKind::kHeadline) in_headline_[entity] = 1;
  seen.in_headline = in_headline_[entity] != 0;
  const auto old = std::find_if(rows_.begin(), rows_.end(), [&](const Recent& r) { return r.entity == entity; });
  if (old != rows_.end()) rows_.erase(old);
  rows_.push_back(seen);
  if (rows_.size() > kMostRecent) rows_.erase(rows_.begin());
}

void RecentMentions::leave_aside(bool aside) {
  if (aside && !aside_) story_ = rows_;
  if (!aside && aside_) rows_ = story_;
  aside_ = aside;
}

}  // namespace dateline
