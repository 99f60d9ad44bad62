#include "entity/references.h"

#include <algorithm>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct ReferenceLexicons {
  Lexicon pronouns{"data/entity/pronouns.tsv"};
  Lexicon heads{"data/entity/nominal_heads.tsv"};
  Lexicon titles{"data/entity/titles.tsv"};
  Lexicon clause_words{"data/entity/clause_words.tsv"};
};

const ReferenceLexicons& lexicons() {
  static const ReferenceLexicons instance;
  return instance;
}

bool is_quotation_mark(std::string_view surface) {
  return surface == "\"" || surface == "\xE2\x80\x9C" || surface == "\xE2\x80\x9D" || surface == "``" ||
         surface == "''";
}

/// What was mentioned lately, one row an entity, the latest last.
struct Recent {
  uint32_t entity = kNoEntity;
  uint32_t token = 0;     // of its latest mention
  uint32_t sentence = 0;  // of its latest mention
  bool subject = false;   // whether that was a subject, as far as one can tell
  uint32_t times = 0;     // mentions so far
};

class Resolver {
 public:
  Resolver(const Document& document, const std::vector<Description>& descriptions, EntityAnalysis& analysis)
      : document_(document), descriptions_(descriptions), analysis_(analysis), times_(analysis.entities.size()) {}

  void run() {
    const auto names = static_cast<uint32_t>(analysis_.mentions.size());
    for (uint32_t sentence = 0; sentence < document_.sentences().size(); ++sentence) {
      const Sentence& row = document_.sentences()[sentence];
      if (sentence == 0 || document_.sentences()[sentence - 1].block != row.block) {
        in_quote_ = false;
        leave_aside(!document_.block_of(row).is_story());
      }
      for (uint32_t i = row.tokens.first; i < row.tokens.last;) {
        if (next_name_ < names && analysis_.mentions[next_name_].tokens.first == i) {
          learn_roles(next_name_);
          const Mention name = analysis_.mentions[next_name_++];
          see(name.entity, name.tokens, sentence);
          i = name.tokens.last;
          continue;
        }
        if (is_quotation_mark(document_.surface(i))) in_quote_ = !in_quote_;
        const uint32_t taken = row_is_story(row) ? resolve(i, sentence) : 0;
        i += std::max(taken, 1U);
      }
    }
  }

 private:
  /// Captions and the like stand between paragraphs: the story goes on after them as if they were not there.
  void leave_aside(bool aside) {
    if (aside && !aside_) story_ = recent_;
    if (!aside && aside_) recent_ = story_;
    aside_ = aside;
  }

  bool row_is_story(const Sentence& sentence) const {
    const BlockKind kind = document_.block_of(sentence).kind;
    return kind != BlockKind::kCredit && kind != BlockKind::kByline;
  }

  const Entity& entity(uint32_t index) const { return analysis_.entities[index]; }

  bool is_subject(IndexRange tokens, uint32_t sentence) const {
    const IndexRange row = document_.sentence(sentence).tokens;
    if (tokens.last < row.last && lexicons().clause_words.field(document_.lower(tokens.last), 0) == "verb") return true;
    if (tokens.first > row.first && lexicons().clause_words.field(document_.lower(tokens.first - 1), 0) == "verb")
      return document_.lower(tokens.first - 1) == "said" || document_.lower(tokens.first - 1) == "says";
    return tokens.first < row.first + 3;
  }

  void see(uint32_t index, IndexRange tokens, uint32_t sentence) {
    const auto row = std::find_if(recent_.begin(), recent_.end(), [&](const Recent& r) { return r.entity == index; });
    Recent seen;
    seen.entity = index;
    seen.token = tokens.first;
    seen.sentence = sentence;
    seen.subject = is_subject(tokens, sentence);
    seen.times = ++times_[index];
    if (row != recent_.end()) recent_.erase(row);
    recent_.push_back(seen);
    if (recent_.size() > kMostRecent) recent_.erase(recent_.begin());
  }

  /// The roles that the words beside a name give to its entity.
  void learn_roles(uint32_t mention) {
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

  /// Tokens taken; 0 where nothing begins here.
  uint32_t resolve(uint32_t token, uint32_t sentence) {
    const std::string_view word = document_.lower(token);
    if (lexicons().pronouns.contains(word)) {
      const uint32_t found = antecedent(token, sentence);
      if (found == kNoEntity) return 0;
      add({token, token + 1}, MentionKind::kPronoun, found, sentence);
      return 1;
    }
    if (word == "the" || word == "this") return resolve_nominal(token, sentence);
    return 0;
  }

  void add(IndexRange tokens, MentionKind kind, uint32_t index, uint32_t sentence) {
    Mention mention;
    mention.tokens = tokens;
    mention.span = document_.span_of(tokens);
    mention.kind = kind;
    mention.entity = index;
    analysis_.mentions.push_back(mention);
    see(index, tokens, sentence);
  }

  // ---- pronouns

  /// "it is likely that …", "it seems": nothing is meant.
  bool is_empty_it(uint32_t token, IndexRange sentence) const {
    if (document_.lower(token) != "it") return false;
    if (token + 1 >= sentence.last) return true;
    const std::string_view verb = document_.lower(token + 1);
    if (verb == "seems" || verb == "appears" || verb == "seemed" || verb == "appeared" || verb == "takes" ||
        verb == "took" || verb == "turns" || verb == "turned")
      return true;
    if (verb != "is" && verb != "was" && verb != "'s" && verb != "would" && verb != "will" && verb != "has")
      return false;
    const uint32_t limit = std::min(sentence.last, token + 9);
    for (uint32_t i = token + 2; i < limit; ++i) {
      const std::string_view word = document_.lower(i);
      if (word == "," || word == ".") return false;
      if (word == "that" || word == "to" || word == "who" || word == "when" || word == "whether") return true;
    }
    return false;
  }

  static bool agrees(const Entity& candidate, std::string_view gender) {
    switch (candidate.type) {
      case EntityType::kPerson:
        if (gender == "m") return candidate.gender != Gender::kFemale;
        if (gender == "f") return candidate.gender != Gender::kMale;
        return gender == "1";
      case EntityType::kGroup:
        return gender == "p";
      case EntityType::kOrganization:
        return gender == "n" || gender == "p";
      case EntityType::kLanguage:
        return false;
      default:
        return gender == "n";
    }
  }

  uint32_t antecedent(uint32_t token, uint32_t sentence) const {
    const std::string_view gender = lexicons().pronouns.field(document_.lower(token), 0);
    const std::string_view role = lexicons().pronouns.field(document_.lower(token), 1);
    const IndexRange row = document_.sentence(sentence).tokens;
    if (is_empty_it(token, row)) return kNoEntity;
    if (gender == "1") return speaker(token, sentence);
    const bool person = gender == "m" || gender == "f";
    const uint32_t reach = person ? 10 : gender == "n" ? 3 : 1;
    const bool object = role == "object" || (document_.lower(token) == "her" && !before_noun(token, row));
    double best = -100;
    uint32_t found = kNoEntity;
    for (size_t i = recent_.size(); i-- > 0;) {
      const Recent& candidate = recent_[i];
      const uint32_t distance = sentence - candidate.sentence;
      if (distance > reach) continue;
      const Entity& who = entity(candidate.entity);
      if (!agrees(who, gender)) continue;
      double score = -0.7 * std::min(distance, 6U) + 0.12 * std::min(candidate.times, 6U) +
                     0.17 * static_cast<double>(std::min<size_t>(who.mentions.size(), 12));
      score += candidate.subject ? 1.0 : 0.0;
      score -= 0.02 * std::min(token - candidate.token, 40U);
      if (person && who.gender == Gender::kUnknown) score -= 0.6;
      if (distance == 0 && object && candidate.subject) score -= 1.2;
      if (who.type == EntityType::kPlace) score -= 0.8;
      if (gender == "p" && who.type == EntityType::kOrganization) score -= 0.3;
      if (score > best) {
        best = score;
        found = candidate.entity;
      }
    }
    return found;
  }

  /// Whether "her" goes with a noun ("her car") or stands alone ("told her that").
  bool before_noun(uint32_t token, IndexRange sentence) const {
    if (token + 1 >= sentence.last) return false;
    const Token& next = document_.token(token + 1);
    return next.is_word() && !lexicons().clause_words.contains(next.lower) && next.lower != "to" &&
           next.lower != "and" && next.lower != "in" && next.lower != "on" && next.lower != "for" &&
           next.lower != "with" && next.lower != "at" && next.lower != "by" && next.lower != "the";
  }

  /// Who says "I": inside a quotation the person who is the subject outside of it in the same sentence or the ones
  /// before.
  uint32_t speaker(uint32_t token, uint32_t sentence) const {
    if (!in_quote_) return kNoEntity;
    // The words behind the quotation first: "…," Lee said.
    const uint32_t last = std::min(static_cast<uint32_t>(document_.tokens().size()), token + 60);
    uint32_t name = next_name_;
    for (uint32_t i = token + 1; i < last; ++i) {
      if (!is_quotation_mark(document_.surface(i))) continue;
      if (document_.sentence(document_.sentence_of(i)).block != document_.sentence(sentence).block) break;
      while (name < analysis_.mentions.size() && analysis_.mentions[name].kind == MentionKind::kName &&
             analysis_.mentions[name].tokens.first < i)
        ++name;
      if (name < analysis_.mentions.size() && analysis_.mentions[name].kind == MentionKind::kName &&
          analysis_.mentions[name].tokens.first <= i + 4 &&
          entity(analysis_.mentions[name].entity).type == EntityType::kPerson)
        return analysis_.mentions[name].entity;
      break;
    }
    for (size_t i = recent_.size(); i-- > 0;) {
      if (sentence - recent_[i].sentence > 3) continue;
      if (recent_[i].subject && entity(recent_[i].entity).type == EntityType::kPerson) return recent_[i].entity;
    }
    return kNoEntity;
  }

  // ---- nominals

  uint32_t resolve_nominal(uint32_t token, uint32_t sentence) {
    const IndexRange row = document_.sentence(sentence).tokens;
    const uint32_t limit = std::min(row.last, token + 5);
    const uint32_t names = next_name_;
    for (uint32_t i = token + 1; i < limit; ++i) {
      const std::string_view word = document_.lower(i);
      if (!document_.token(i).is_word() || lexicons().clause_words.contains(word)) return 0;
      const bool role = lexicons().titles.field(word, 1) == "role";
      if (!role && !lexicons().heads.contains(word)) continue;
      // The last noun is the head: "the police chief", "the company president".
      if (i + 1 < row.last) {
        const std::string_view next = document_.lower(i + 1);
        if (lexicons().titles.contains(next) || lexicons().heads.contains(next)) continue;
        if (next == "of" || next == "for" || next == "-" || next == "'s") {
          if (next != "'s") return 0;
        } else if (document_.token(i + 1).is_capitalized()) {
          return 0;  // a title before a name
        }
      }
      const uint32_t found = role ? bearer(word) : body(word, sentence);
      if (found == kNoEntity) return 0;
      add({token, i + 1}, MentionKind::kNominal, found, sentence);
      while (next_name_ < analysis_.mentions.size() && next_name_ >= names &&
             analysis_.mentions[next_name_].kind == MentionKind::kName &&
             analysis_.mentions[next_name_].tokens.first <= i) {
        ++next_name_;  // a name inside the nominal has been passed over
      }
      return i + 1 - token;
    }
    return 0;
  }

  uint32_t bearer(std::string_view word) const {
    const auto row = bearer_.find(std::string(word));
    return row == bearer_.end() ? kNoEntity : row->second;
  }

  uint32_t body(std::string_view word, uint32_t sentence) const {
    const std::string_view type = lexicons().heads.field(word, 0);
    const std::string_view which = lexicons().heads.field(word, 1);
    const auto known = bearer_.find(std::string(word));
    double best = -100;
    uint32_t found = kNoEntity;
    for (size_t i = recent_.size(); i-- > 0;) {
      const Recent& candidate = recent_[i];
      const Entity& what = entity(candidate.entity);
      if (name_of(what.type) != type || sentence - candidate.sentence > 5) continue;
      const bool same = known != bearer_.end() && known->second == candidate.entity;
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

  static bool name_has(const Entity& what, std::string_view word) {
    const auto has = [&](const std::string& name) {
      for (size_t start = 0; start < name.size() && start < 200; ++start) {
        if (start > 0 && name[start - 1] != ' ') continue;
        size_t k = 0;
        while (k < word.size() && start + k < name.size() && (name[start + k] | 0x20) == word[k]) ++k;
        if (k == word.size() && (start + k == name.size() || name[start + k] == ' ')) return true;
      }
      return false;
    };
    return has(what.name);
  }

  static constexpr size_t kMostRecent = 16;
  const Document& document_;
  const std::vector<Description>& descriptions_;
  EntityAnalysis& analysis_;
  std::vector<uint32_t> times_;
  std::vector<Recent> recent_;
  std::unordered_map<std::string, uint32_t> bearer_;
  uint32_t next_name_ = 0;
  size_t next_description_ = 0;
  bool in_quote_ = false;
  bool aside_ = false;
  std::vector<Recent> story_;  // recent_ before the block that stands aside
};

}  // namespace

void resolve_references(const Document& document, const std::vector<Description>& descriptions,
                        EntityAnalysis& analysis) {
  Resolver(document, descriptions, analysis).run();
  // A title with the name it stands before is a nominal that holds the name: "NATO Secretary General Jens Stoltenberg".
  for (const Description& description : descriptions) {
    if (description.kind != Description::Kind::kTitle) continue;
    if (description.tokens.size() == 1 &&
        lexicons().titles.field(document.lower(description.tokens.first), 2) == "courtesy")
      continue;
    const Mention& name = analysis.mentions[description.mention];
    Mention whole;
    whole.tokens = {description.tokens.first, name.tokens.last};
    whole.span = document.span_of(whole.tokens);
    whole.kind = MentionKind::kNominal;
    whole.entity = name.entity;
    analysis.mentions.push_back(whole);
  }
}

}  // namespace dateline
