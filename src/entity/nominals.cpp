#include "entity/nominals.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"
#include "text/characters.h"

namespace dateline {
namespace {

struct NominalLexicons {
  Lexicon heads{"data/entity/nominal_heads.tsv"};
  Lexicon titles{"data/entity/titles.tsv"};
  Lexicon clause_words{"data/entity/clause_words.tsv"};
  Lexicon stops{"data/entity/nominal_stops.txt"};
};

const NominalLexicons& lexicons() {
  static const NominalLexicons instance;
  return instance;
}

/// Whether a word names a sort of body, place, event or law.
bool is_head(std::string_view word) {
  if (lexicons().heads.contains(word)) return true;
  const NameClasses classes = Gazetteer::instance().classes_of(word);
  return classes.has(NameClass::kOrgWord) || classes.has(NameClass::kPlaceWord) || classes.has(NameClass::kEventWord) ||
         classes.has(NameClass::kLawWord);
}

/// Whether a word of a body's name tells that it is no business: "Supreme Court", "Commerce Department".
bool is_public(const Entity& what) {
  if (what.type != EntityType::kOrganization) return false;
  const std::vector<std::string_view> words = fields_of(what.name, ' ');
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return lexicons().heads.field(to_lower(word), 2) == "public"; });
}

/// Whether one of the first words of a name is this one.
bool name_has(const Entity& what, std::string_view word) {
  const std::string& name = what.name;
  for (size_t start = 0; start < name.size() && start < 200; ++start) {
    if (start > 0 && name[start - 1] != ' ') continue;
    size_t k = 0;
    while (k < word.size() && start + k < name.size() && (name[start + k] | 0x20) == word[k]) ++k;
    if (k == word.size() && (start + k == name.size() || name[start + k] == ' ')) return true;
  }
  return false;
}

}  // namespace

Nominals::Nominals(const Document& document, const std::vector<Description>& descriptions,
                   const EntityAnalysis& analysis, const RecentMentions& recent)
    : document_(document),
      descriptions_(descriptions),
      analysis_(analysis),
      recent_(recent),
      named_(document.tokens().size()) {
  for (const Mention& mention : analysis.mentions) {
    for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) named_[i] = 1;
  }
  public_.reserve(analysis.entities.size());
  for (const Entity& entity : analysis.entities) public_.push_back(is_public(entity));
}

void Nominals::learn_roles(uint32_t mention) {
  while (next_description_ < descriptions_.size() && descriptions_[next_description_].mention <= mention) {
    const Description& description = descriptions_[next_description_++];
    const uint32_t index = analysis_.mentions[description.mention].entity;
    for (uint32_t i = description.tokens.first; i < description.tokens.last; ++i) {
      const std::string_view word = document_.lower(i);
      if (lexicons().titles.field(word, 1) == "role" || lexicons().heads.contains(word))
        bearer_[std::string(word)] = index;
    }
  }
}

Nominals::Found Nominals::at(uint32_t token, uint32_t sentence) const {
  const IndexRange row = document_.sentence(sentence).tokens;
  const uint32_t limit = std::min(row.last, token + 5);
  for (uint32_t i = token + 1; i < limit; ++i) {
    const std::string_view word = document_.lower(i);
    if (word == "-" && !document_.token(i).space_before) continue;  // "the Oslo-listed company"
    if (!document_.token(i).is_word() || lexicons().clause_words.contains(word) || lexicons().stops.contains(word))
      return {};
    const bool role = lexicons().titles.field(word, 1) == "role";
    if (!role && !is_head(word)) continue;
    // "the United Kingdom", "the Democratic Party" are names, found or not; "the President" is not.
    if (is_name(i) || (document_.token(i).is_capitalized() && i > token + 1)) return {};
    // The last noun is the head: "the police chief", "the company president".
    if (i + 1 < row.last) {
      const std::string_view next = document_.lower(i + 1);
      if (lexicons().titles.contains(next) || is_head(next)) continue;
      if (next == "of" || next == "for" || next == "-" || next == "whose" || next == "that") return {};
      if (goes_on(i + 1)) return {};
      if (next != "'s" && document_.token(i + 1).is_capitalized()) return {};  // a title before a name
    }
    const uint32_t found = role ? bearer(word) : body(word, sentence);
    if (found == kNoEntity) return {};
    return {{token, i + 1}, found};
  }
  return {};
}

bool Nominals::goes_on(uint32_t token) const {
  return document_.token(token).shape == Shape::kLower && document_.grammar(token).upos == Upos::kNoun;
}

bool Nominals::is_name(uint32_t token) const {
  return named_[token] != 0;
}

uint32_t Nominals::bearer(std::string_view word) const {
  const auto row = bearer_.find(std::string(word));
  return row == bearer_.end() ? kNoEntity : row->second;
}

uint32_t Nominals::body(std::string_view word, uint32_t sentence) const {
  // What a name's own word names ("the mosque", "the academy") needs no row among the heads.
  const bool listed = lexicons().heads.contains(word);
  const std::string_view type = listed ? lexicons().heads.field(word, 0) : "";
  const std::string_view which = listed ? lexicons().heads.field(word, 1) : "same";
  const bool business = lexicons().heads.field(word, 2) == "business";
  const uint32_t known = bearer(word);
  double best = -100;
  uint32_t found = kNoEntity;
  for (auto row = recent_.rows().rbegin(); row != recent_.rows().rend(); ++row) {
    const Recent& candidate = *row;
    if (candidate.unnamed != Unnamed::kNo) continue;
    const Entity& what = analysis_.entities[candidate.entity];
    const bool of_type = listed ? name_of(what.type) == type : what.type != EntityType::kPerson;
    if (!of_type || sentence - candidate.sentence > 5) continue;
    const bool same = known == candidate.entity;
    if (business && !same && public_[candidate.entity]) continue;
    if (which == "same" && !same && !name_has(what, word)) continue;
    if (which == "country" && !(what.place && what.place->kind == "country")) continue;
    if (which == "city" && !(what.place && what.place->kind == "city")) continue;
    const double score = -0.7 * (sentence - candidate.sentence) + 0.15 * std::min(candidate.times, 6U) +
                         (candidate.subject ? 0.7 : 0) + (same ? 2 : 0);
    if (score > best) {
      best = score;
      found = candidate.entity;
    }
  }
  return found;
}

}  // namespace dateline
