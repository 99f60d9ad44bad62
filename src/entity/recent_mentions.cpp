#include "entity/recent_mentions.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr size_t kMostNamed = 24, kMostUnnamed = 12;

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

bool RecentMentions::is_subject(IndexRange tokens, uint32_t sentence, Role role) const {
  if (role != Role::kUnknown) return role == Role::kSubject;
  const IndexRange row = document_.sentence(sentence).tokens;
  if (tokens.last < row.last && clause_words().field(document_.lower(tokens.last), 0) == "verb") return true;
  if (tokens.first > row.first && clause_words().field(document_.lower(tokens.first - 1), 0) == "verb")
    return document_.lower(tokens.first - 1) == "said" || document_.lower(tokens.first - 1) == "says";
  return tokens.first < row.first + 3;
}

Recent RecentMentions::at_place(IndexRange tokens, uint32_t sentence) const {
  const IndexRange row = document_.sentence(sentence).tokens;
  const uint32_t head = head_word(document_, tokens);
  Recent seen;
  seen.token = tokens.first;
  seen.sentence = sentence;
  seen.block = document_.sentence(sentence).block;
  seen.role = role_of(document_, head);
  seen.clause = clause_of(document_, head);
  seen.speaks = speaks(document_, head);
  seen.subject = is_subject(tokens, sentence, seen.role);
  seen.owner = tokens.last < row.last && document_.lower(tokens.last) == "'s";
  seen.after_preposition = tokens.first > row.first && is_preposition(document_.lower(tokens.first - 1));
  seen.opens_sentence = tokens.first <= row.first + 1;
  seen.in_quotation = in_quotation_[tokens.first] != 0;
  return seen;
}

void RecentMentions::see(uint32_t entity, IndexRange tokens, uint32_t sentence, MentionKind kind,
                         PronounClass pronoun) {
  Recent seen = at_place(tokens, sentence);
  seen.entity = entity;
  seen.kind = kind;
  seen.pronoun = pronoun;
  seen.times = ++times_[entity];
  if (document_.block_of(document_.sentence(sentence)).kind == BlockKind::kHeadline) in_headline_[entity] = 1;
  seen.in_headline = in_headline_[entity] != 0;
  put_last(seen);
}

void RecentMentions::see_unnamed(uint32_t word, uint32_t sentence, Unnamed unnamed, Gender gender, bool definite) {
  Recent seen = at_place({word, word + 1}, sentence);
  seen.kind = MentionKind::kNominal;
  seen.unnamed = unnamed;
  seen.gender = gender;
  seen.definite = definite;
  seen.noun = document_.grammar(word).lemma;
  const auto old = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Recent& r) { return r.unnamed == unnamed && r.noun == seen.noun; });
  seen.entity = old == rows_.end() ? kFirstUnnamed + unnamed_++ : old->entity;
  seen.times = old == rows_.end() ? 1 : old->times + 1;
  put_last(seen);
}

void RecentMentions::see_again(uint32_t unnamed, uint32_t token, uint32_t sentence, PronounClass pronoun) {
  const auto old = std::find_if(rows_.begin(), rows_.end(), [&](const Recent& r) { return r.entity == unnamed; });
  if (old == rows_.end()) return;
  Recent seen = at_place({token, token + 1}, sentence);
  seen.entity = unnamed;
  seen.kind = MentionKind::kPronoun;
  seen.pronoun = pronoun;
  seen.unnamed = old->unnamed;
  seen.gender = old->gender;
  seen.definite = old->definite;
  seen.noun = old->noun;
  seen.times = old->times + 1;
  put_last(seen);
}

void RecentMentions::put_last(const Recent& seen) {
  const auto old = std::find_if(rows_.begin(), rows_.end(), [&](const Recent& r) { return r.entity == seen.entity; });
  if (old != rows_.end()) rows_.erase(old);
  rows_.push_back(seen);
  const bool named = seen.unnamed == Unnamed::kNo;
  const auto alike = [&](const Recent& r) { return (r.unnamed == Unnamed::kNo) == named; };
  if (static_cast<size_t>(std::count_if(rows_.begin(), rows_.end(), alike)) > (named ? kMostNamed : kMostUnnamed))
    rows_.erase(std::find_if(rows_.begin(), rows_.end(), alike));
}

void RecentMentions::leave_aside(bool aside) {
  if (aside && !aside_) story_ = rows_;
  if (!aside && aside_) rows_ = story_;
  aside_ = aside;
}

}  // namespace dateline
