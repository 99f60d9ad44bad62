// The text is read from its start. Names and resolved words are kept in a short list, the latest last; each pronoun is
// a question to the model: which of those that agree with it, or none. "None" is an answer of its own weight: most
// its and many hes mean what has no name in the article.
#include "entity/references.h"

#include <algorithm>
#include <array>
#include <optional>

#include "entity/nominals.h"
#include "entity/quotation_state.h"
#include "entity/recent_mentions.h"
#include "entity/speaker_evidence.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct ReferenceLexicons {
  Lexicon pronouns{"data/entity/pronouns.tsv"};
  Lexicon titles{"data/entity/titles.tsv"};
  Lexicon clause_words{"data/entity/clause_words.tsv"};
};

const ReferenceLexicons& lexicons() {
  static const ReferenceLexicons instance;
  return instance;
}

constexpr uint32_t kUnnamedReach = 3;  // sentences

std::optional<PronounClass> class_named(std::string_view gender) {
  if (gender == "m") return PronounClass::kHe;
  if (gender == "f") return PronounClass::kShe;
  if (gender == "n") return PronounClass::kIt;
  if (gender == "p") return PronounClass::kThey;
  return std::nullopt;
}

PronounRole role_named(std::string_view role) {
  return role == "object" ? PronounRole::kObject
         : role == "own"  ? PronounRole::kOwn
         : role == "self" ? PronounRole::kSelf
                          : PronounRole::kSubject;
}

bool agrees(const Recent& unnamed, PronounClass pronoun) {
  switch (pronoun) {
    case PronounClass::kHe:
      return unnamed.unnamed == Unnamed::kPerson && unnamed.gender != Gender::kFemale;
    case PronounClass::kShe:
      return unnamed.unnamed == Unnamed::kPerson && unnamed.gender != Gender::kMale;
    case PronounClass::kIt:
      return unnamed.unnamed == Unnamed::kThing;
    case PronounClass::kThey:
      return unnamed.unnamed != Unnamed::kThing;
    default:
      return false;
  }
  return false;
}

bool agrees(const Entity& candidate, PronounClass pronoun) {
  if (candidate.type == EntityType::kLanguage) return false;
  const bool person = candidate.type == EntityType::kPerson;
  switch (pronoun) {
    case PronounClass::kHe:
      return person && candidate.gender != Gender::kFemale;
    case PronounClass::kShe:
      return person && candidate.gender != Gender::kMale;
    case PronounClass::kIt:
      return !person && candidate.type != EntityType::kGroup;
    case PronounClass::kThey:
      return candidate.type == EntityType::kGroup || candidate.type == EntityType::kOrganization ||
             candidate.type == EntityType::kOther || candidate.type == EntityType::kPlace || person;
    default:
      return false;
  }
  return false;
}

class Resolver {
 public:
  Resolver(const Document& document, const std::vector<Description>& descriptions, const ReferenceChooser& choose,
           EntityAnalysis& analysis)
      : document_(document),
        choose_(choose),
        analysis_(analysis),
        in_quotation_(tokens_in_quotation(document)),
        recent_(document, analysis, in_quotation_),
        nominals_(document, descriptions, analysis, recent_),
        spoken_(how_spoken(document, in_quotation_)),
        called_(analysis.entities.size()) {}

  void run() {
    const auto names = static_cast<uint32_t>(analysis_.mentions.size());
    for (uint32_t sentence = 0; sentence < document_.sentences().size(); ++sentence) {
      const Sentence& row = document_.sentences()[sentence];
      const BlockKind kind = document_.block_of(row).kind;
      const bool told = kind != BlockKind::kCredit && kind != BlockKind::kByline;
      if (sentence == 0 || document_.sentences()[sentence - 1].block != row.block)
        recent_.leave_aside(!document_.block_of(row).is_story());
      people_before_ = people_;
      people_ = {};
      for (uint32_t i = row.tokens.first; i < row.tokens.last;) {
        if (next_name_ < names && analysis_.mentions[next_name_].tokens.first == i) {
          nominals_.learn_roles(next_name_);
          const Mention name = analysis_.mentions[next_name_++];
          recent_.see(name.entity, name.tokens, sentence, MentionKind::kName, PronounClass::kHe);
          i = name.tokens.last;
          continue;
        }
        const uint32_t end = told ? resolve(i, sentence) : i;
        while (next_name_ < names && analysis_.mentions[next_name_].tokens.first < end) {
          ++next_name_;  // a name inside a nominal has been passed over
        }
        if (end == i) {
          count_person(i, row.tokens);
          see_noun(i, sentence);
        }
        i = std::max(end, i + 1);
      }
    }
  }

 private:
  /// One past the tokens taken; `token` where nothing that can be resolved begins here.
  uint32_t resolve(uint32_t token, uint32_t sentence) {
    const std::string_view word = document_.lower(token);
    if (lexicons().pronouns.contains(word)) {
      const std::optional<PronounClass> pronoun = class_named(lexicons().pronouns.field(word, 0));
      if (!pronoun) return token;
      const uint32_t found = antecedent(token, sentence, *pronoun);
      Previous& previous = previous_[static_cast<size_t>(*pronoun)];
      previous = {true, found, sentence};
      if (found == kNoEntity) return token;
      if (found >= kFirstUnnamed) {
        recent_.see_again(found, token, sentence, *pronoun);
        return token;
      }
      uint16_t& times = called_[found][static_cast<size_t>(*pronoun)];
      if (times < 1000) ++times;
      add({token, token + 1}, MentionKind::kPronoun, found, sentence, *pronoun);
      return token + 1;
    }
    if (word != "the" && word != "this") return token;
    const Nominals::Found nominal = nominals_.at(token, sentence);
    if (nominal.entity == kNoEntity) return token;
    add(nominal.tokens, MentionKind::kNominal, nominal.entity, sentence, PronounClass::kHe);
    return nominal.tokens.last;
  }

  void add(IndexRange tokens, MentionKind kind, uint32_t index, uint32_t sentence, PronounClass pronoun) {
    analysis_.mentions.push_back(mention_of(document_, tokens, kind, index));
    recent_.see(index, tokens, sentence, kind, pronoun);
  }

  /// "the man", "her brother", "a senior official": people without a name, whom a later pronoun may mean.
  void count_person(uint32_t token, IndexRange sentence) {
    const std::string_view word = document_.lower(token);
    if (document_.token(token).shape != Shape::kLower || !lexicons().titles.contains(word)) return;
    const std::string_view kind = lexicons().titles.field(word, 1);
    if (kind != "role" && kind != "kin" && kind != "person") return;
    if (token + 1 < sentence.last && document_.token(token + 1).is_capitalized()) return;  // a title
    const std::string_view gender = lexicons().titles.field(word, 0);
    if (gender != "f") ++people_[static_cast<size_t>(PronounClass::kHe)];
    if (gender != "m") ++people_[static_cast<size_t>(PronounClass::kShe)];
  }

  /// "the deal", "a brother", "prices": a noun that a later pronoun may mean.
  void see_noun(uint32_t token, uint32_t sentence) {
    const TokenGrammar& noun = document_.grammar(token);
    if (noun.upos != Upos::kNoun || noun.relation == "compound" || noun.relation == "fixed" || noun.relation == "flat")
      return;
    if (document_.token(token).shape != Shape::kLower) return;
    const bool plural = noun.xpos == "NNS" || noun.xpos == "NNPS";
    const std::string_view kind = lexicons().titles.field(noun.lemma, 1);
    const bool person = kind == "role" || kind == "kin" || kind == "person";
    const std::string_view gender = person ? lexicons().titles.field(noun.lemma, 0) : "";
    const IndexRange row = document_.sentence(sentence).tokens;
    bool definite = false;
    for (uint32_t i = token; i > row.first && i + 5 > token; --i) {
      const TokenGrammar& before = document_.grammar(i - 1);
      if (before.head != token) continue;
      const std::string_view word = document_.lower(i - 1);
      definite = definite || before.relation == "nmod:poss" || word == "the" || word == "this" || word == "that";
    }
    recent_.see_unnamed(token, sentence,
                        plural   ? Unnamed::kPlural
                        : person ? Unnamed::kPerson
                                 : Unnamed::kThing,
                        gender == "m"   ? Gender::kMale
                        : gender == "f" ? Gender::kFemale
                                        : Gender::kUnknown,
                        definite);
  }

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

  /// The first token of the clause that a token stands in, by punctuation and linking words; at most 30 before it.
  uint32_t clause_start(uint32_t token, IndexRange sentence) const {
    const uint32_t limit = token - std::min(token - sentence.first, 30U);
    for (uint32_t i = token; i > limit; --i) {
      const std::string_view word = document_.lower(i - 1);
      if (document_.token(i - 1).is_punctuation() && word != "-" && word != "'") return i;
      if (word == "and" || word == "or" || word == "but" || lexicons().clause_words.field(word, 0) == "link") return i;
    }
    return limit;
  }

  /// Whether "her" goes with a noun ("her car") or stands alone ("told her that").
  bool before_noun(uint32_t token, IndexRange sentence) const {
    if (token + 1 >= sentence.last) return false;
    const Token& next = document_.token(token + 1);
    return next.is_word() && !lexicons().clause_words.contains(next.lower) && next.lower != "to" &&
           next.lower != "and" && next.lower != "in" && next.lower != "on" && next.lower != "for" &&
           next.lower != "with" && next.lower != "at" && next.lower != "by" && next.lower != "the";
  }

  PronounPlace place_of(uint32_t token, uint32_t sentence, PronounClass pronoun) const {
    const IndexRange row = document_.sentence(sentence).tokens;
    PronounPlace place;
    place.token = token;
    place.sentence = sentence;
    place.block = document_.sentence(sentence).block;
    place.pronoun = pronoun;
    place.role = role_named(lexicons().pronouns.field(document_.lower(token), 1));
    if (document_.lower(token) == "her" && !before_noun(token, row)) place.role = PronounRole::kObject;
    place.in_quotation = in_quotation_[token] != 0;
    place.opens_sentence = token <= row.first + 1;
    place.spoken = spoken_;
    place.empty = is_empty_it(token, row);
    const auto k = static_cast<size_t>(pronoun);
    place.unnamed_people = std::min(people_[k], 1U) + std::min(people_before_[k], 2U);
    place.clause_start = clause_start(token, row);
    place.part = role_of(document_, token);
    place.clause = clause_of(document_, token);
    place.speaks = speaks(document_, token);
    place.predicate = predicate_of(document_, token);
    place.expletive = document_.grammar(token).relation == "expl";
    const Previous& previous = previous_[k];
    place.has_previous = previous.any && sentence - previous.sentence <= 12;
    place.previous = previous.entity;
    place.previous_sentence = previous.sentence;
    return place;
  }

  uint32_t antecedent(uint32_t token, uint32_t sentence, PronounClass pronoun) const {
    const PronounPlace place = place_of(token, sentence, pronoun);
    const bool person = pronoun == PronounClass::kHe || pronoun == PronounClass::kShe;
    const uint32_t reach = person ? 20 : pronoun == PronounClass::kIt ? 4 : 3;
    ReferenceQuestion question;
    question.pronoun = pronoun;
    question.token = token;
    std::vector<const Recent*> candidates;
    size_t most = 0, named = 0;
    for (auto row = recent_.rows().rbegin(); row != recent_.rows().rend(); ++row) {
      const bool unnamed = row->unnamed != Unnamed::kNo;
      if (sentence - row->sentence > (unnamed ? kUnnamedReach : reach)) continue;
      if (unnamed ? !agrees(*row, pronoun) : !agrees(analysis_.entities[row->entity], pronoun)) continue;
      candidates.push_back(&*row);
      if (unnamed) continue;
      ++named;
      most = std::max(most, analysis_.entities[row->entity].mentions.size());
    }
    uint32_t unnamed_since = 0, named_since = 0;
    for (const Recent* row : candidates) {
      question.entities.push_back(row->entity);
      if (row->unnamed != Unnamed::kNo) {
        question.candidates.push_back(unnamed_features(place, *row, named_since + unnamed_since));
        ++unnamed_since;
        continue;
      }
      Recent candidate = *row;
      candidate.others_since = static_cast<uint32_t>(
          std::count_if(row, &recent_.rows().back(), [](const Recent& r) { return r.unnamed == Unnamed::kNo; }));
      const std::array<uint16_t, kPronounClasses>& called = called_[candidate.entity];
      for (size_t k = 0; k < kPronounClasses; ++k) {
        if (k != static_cast<size_t>(pronoun)) candidate.called_otherwise += called[k];
      }
      const Entity& who = analysis_.entities[candidate.entity];
      question.candidates.push_back(
          candidate_features(place, candidate, who, named_since++, who.mentions.size() == most));
    }
    question.none = none_features(document_, place, named);
    const size_t chosen = choose_(question, analysis_);
    return chosen < question.entities.size() ? question.entities[chosen] : kNoEntity;
  }

  struct Previous {
    bool any = false;
    uint32_t entity = kNoEntity;
    uint32_t sentence = 0;
  };

  const Document& document_;
  const ReferenceChooser& choose_;
  EntityAnalysis& analysis_;
  std::vector<uint8_t> in_quotation_;
  RecentMentions recent_;
  Nominals nominals_;
  uint32_t spoken_ = 0;
  std::vector<std::array<uint16_t, kPronounClasses>> called_;  // of each entity, how often by which pronouns
  uint32_t next_name_ = 0;
  std::array<uint32_t, kPronounClasses> people_ = {}, people_before_ = {};
  std::array<Previous, kPronounClasses> previous_;
};

/// A title with the name it stands before is a nominal that holds the name: "NATO Secretary General Jens Stoltenberg".
void add_titled_names(const Document& document, const std::vector<Description>& descriptions,
                      EntityAnalysis& analysis) {
  for (const Description& description : descriptions) {
    if (description.kind != Description::Kind::kTitle) continue;
    if (description.tokens.size() == 1 &&
        lexicons().titles.field(document.lower(description.tokens.first), 2) == "courtesy")
      continue;
    const Mention& name = analysis.mentions[description.mention];
    const IndexRange whole{description.tokens.first, name.tokens.last};
    const uint32_t entity = name.entity;
    analysis.mentions.push_back(mention_of(document, whole, MentionKind::kNominal, entity));
  }
}

}  // namespace

void resolve_references(const Document& document, const std::vector<Description>& descriptions,
                        const ReferenceChooser& choose, EntityAnalysis& analysis) {
  Resolver(document, descriptions, choose, analysis).run();
  add_titled_names(document, descriptions, analysis);
}

size_t choose_by_model(const ReferenceQuestion& question, const EntityAnalysis&) {
  return ReferenceModel::instance().choose(question, kReferenceCaution[static_cast<size_t>(question.pronoun)]);
}

}  // namespace dateline
