#include "entity/nominals.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct NominalLexicons {
  Lexicon heads{"data/entity/nominal_heads.tsv"};
  Lexicon titles{"data/entity/titles.tsv"};
  Lexicon clause_words{"data/entity/clause_words.tsv"};
};

const NominalLexicons& lexicons() {
  static const NominalLexicons instance;
  return instance;
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
    if (!document_.token(i).is_word() || lexicons().clause_words.contains(word)) return {};
    const bool role = lexicons().titles.field(word, 1) == "role";
    if (!role && !lexicons().heads.contains(word)) continue;
    // The last noun is the head: "the police chief", "the company president".
    if (i + 1 < row.last) {
      const std::string_view next = document_.lower(i + 1);
      if (lexicons().titles.contains(next) || lexicons().heads.contains(next)) continue;
      if (next == "of" || next == "for" || next == "-") return {};
      if (next != "'s" && document_.token(i + 1).is_capitalized()) return {};  // a title before a name
    }
    const uint32_t found = role ? bearer(word) : body(word, sentence);
    if (found == kNoEntity) return {};
    return {{token, i + 1}, found};
  }
  return {};
}

uint32_t Nominals::bearer(std::string_view word) const {
  const auto row = bearer_.find(std::string(word));
  return row == bearer_.end() ? kNoEntity : row->second;
}

uint32_t Nominals::body(std::string_view word, uint32_t sentence) const {
  const std::string_view type = lexicons().heads.field(word, 0);
  const std::string_view which = lexicons().heads.field(word, 1);
  const uint32_t known = bearer(word);
  double best = -100;
  uint32_t found = kNoEntity;
  for (auto row = recent_.rows().rbegin(); row != recent_.rows().rend(); ++row) {
    const Recent& candidate = *row;
    const Entity& what = analysis_.entities[candidate.entity];
    if (name_of(what.type) != type || sentence - candidate.sentence > 5) continue;
    const bool same = known == candidate.entity;
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
