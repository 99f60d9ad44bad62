#include "entity/descriptions.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "entity/grammatical_role.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestTitle = 10;
constexpr uint32_t kLongestApposition = 24;
constexpr uint32_t kLongestKind = 6;      // attributes before the noun
constexpr uint32_t kLongestSetTitle = 4;  // words of a title that the lexicon has as a whole

struct DescriptionLexicons {
  Lexicon titles{"data/entity/titles.tsv"};
  Lexicon clause_words{"data/entity/clause_words.tsv"};
  Lexicon common{"data/text/function_words.txt"};
};

const DescriptionLexicons& lexicons() {
  static const DescriptionLexicons instance;
  return instance;
}

bool is_role(std::string_view lower) {
  const std::string_view kind = lexicons().titles.field(lower, 1);
  if (kind == "role") return true;
  return lower.size() > 3 && lower.back() == 's' &&
         lexicons().titles.field(lower.substr(0, lower.size() - 1), 1) == "role";
}

bool is_article(std::string_view lower) {
  return lower == "the" || lower == "a" || lower == "an";
}

bool is_possessive(std::string_view lower) {
  return lower == "his" || lower == "her" || lower == "its" || lower == "their";
}

/// "Senators" names several people's role.
bool is_plural_role(const Document& document, uint32_t token) {
  const std::string_view word = document.lower(token);
  return is_role(word) && lexicons().titles.field(word, 1) != "role";
}

bool is_connector(std::string_view lower) {
  return lower == "of" || lower == "for" || lower == "and" || lower == "to" || lower == "the" || lower == "'s" ||
         lower == "-" || lower == "&";
}

class Finder {
 public:
  Finder(const Document& document, const EntityAnalysis& analysis)
      : document_(document), analysis_(analysis), named_(document.tokens().size()) {
    for (const Mention& mention : analysis.mentions) {
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) named_[i] = true;
    }
  }

  std::vector<Description> run() {
    for (uint32_t m = 0; m < analysis_.mentions.size(); ++m) {
      const Mention& mention = analysis_.mentions[m];
      const EntityType type = analysis_.entities[mention.entity].type;
      const IndexRange sentence = document_.sentence(document_.sentence_of(mention.tokens.first)).tokens;
      if (type == EntityType::kPerson) add_title(m, sentence);
      if (type == EntityType::kGroup || type == EntityType::kLanguage) continue;
      if (type != EntityType::kPerson) add(m, Description::Kind::kTitle, kind_before(mention, sentence, type));
      add(m, Description::Kind::kApposition, apposition_after(mention, sentence, type));
      if (type == EntityType::kPerson) add(m, Description::Kind::kApposition, apposition_before(mention, sentence));
      add(m, Description::Kind::kCopula, copula_after(mention, sentence, type));
    }
    return std::move(out_);
  }

 private:
  void add(uint32_t mention, Description::Kind kind, IndexRange tokens) {
    while (!tokens.empty() && is_article(document_.lower(tokens.first))) ++tokens.first;
    if (!tokens.empty() && is_possessive(document_.lower(tokens.first))) {
      ++tokens.first;
      // "her husband's lawyer" is a lawyer.
      if (tokens.size() > 2 && document_.lower(tokens.first + 1) == "'s") tokens.first += 2;
    }
    while (!tokens.empty() && leads_on(tokens.last - 1)) --tokens.last;
    if (tokens.empty() || says_something(tokens)) return;
    const bool behind = tokens.first >= analysis_.mentions[mention].tokens.last;
    if (kind == Description::Kind::kApposition && behind && is_argument(tokens)) return;
    const bool title = kind == Description::Kind::kTitle || kind == Description::Kind::kSharedTitle;
    out_.push_back({tokens, mention, kind, title && is_plural_role(document_, tokens.last - 1)});
  }

  /// "director and", "chief of": a phrase cannot end so.
  bool leads_on(uint32_t i) const {
    const Upos upos = document_.grammar(i).upos;
    return upos == Upos::kCconj || upos == Upos::kDet ||
           (upos == Upos::kAdp && document_.grammar(i).relation == "case");
  }

  /// Whether a finite verb of the sentence stands among the words, which are then no phrase.
  bool says_something(IndexRange tokens) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const TokenGrammar& word = document_.grammar(i);
      const bool finite = word.xpos == "VBZ" || word.xpos == "VBD" || word.xpos == "VBP";
      if (finite && !word.relation.starts_with("acl")) return true;
    }
    return false;
  }

  /// Whether a phrase behind a comma is the subject or an object of a verb, or the next of a list.
  bool is_argument(IndexRange tokens) const {
    const std::string_view relation = document_.grammar(head_word(document_, tokens)).relation;
    return relation.starts_with("nsubj") || relation == "obj" || relation == "conj" || relation.starts_with("obl");
  }

  /// "presidential" in "presidential nominee Ann Lee": an attribute of a word between it and the end of the name.
  bool is_attribute(uint32_t i, const Mention& name) const {
    const TokenGrammar& word = document_.grammar(i);
    if (word.head == kNoHead || word.head <= i || word.head >= name.tokens.last) return false;
    return word.relation == "amod" || word.relation == "compound" || word.relation == "nmod:desc";
  }

  bool may_stand_in_title(uint32_t i) const {
    if (named_[i] || lexicons().titles.contains(document_.lower(i))) return true;
    if (document_.token(i).shape == Shape::kUpper) return document_.norm(i).size() <= 6;
    return document_.token(i).is_capitalized() && !lexicons().common.contains(document_.lower(i));
  }

  bool is_person(uint32_t i) const {
    if (!named_[i]) return false;
    const Mention* mention = analysis_.mention_in({i, i + 1});
    return mention && analysis_.entities[mention->entity].type == EntityType::kPerson;
  }

  /// Whether the person's name that holds token `i` is a possessive.
  bool owns(uint32_t i, uint32_t end) const {
    while (i < end && is_person(i)) ++i;
    return i < end && (document_.lower(i) == "'s" || document_.lower(i) == "'");
  }

  /// "Chelsea and | England midfielder Ann Lee": both names belong to the role, unless the first belongs to a
  /// preposition before it ("from Chelsea and England midfielder Ann Lee").
  bool is_shared(uint32_t connector, IndexRange sentence) const {
    if (document_.lower(connector) != "and") return false;
    uint32_t first = connector;
    while (first > sentence.first && named_[first - 1]) --first;
    return first == connector || first == sentence.first || document_.grammar(first - 1).upos != Upos::kAdp;
  }

  /// Whether the person's name that holds token `i` is followed by a role.
  bool is_person_title(uint32_t i, uint32_t end) const {
    while (i < end && is_person(i)) ++i;
    return i < end && lexicons().titles.contains(document_.lower(i));
  }

  /// The title before a name; where there is none, the plural one that it shares with the name before ("Justices Ann
  /// Lee and Bo Park").
  void add_title(uint32_t index, IndexRange sentence) {
    const Mention& mention = analysis_.mentions[index];
    const IndexRange title = title_before(mention, sentence);
    const bool listed = index > 0 && index == shared_by_ + 1 && goes_on_list(analysis_.mentions[index - 1], mention);
    if (!title.empty()) {
      add(index, Description::Kind::kTitle, title);
      shared_title_ = is_plural_role(document_, title.last - 1) ? title : IndexRange{};
    } else if (listed) {
      add(index, Description::Kind::kSharedTitle, shared_title_);
    } else {
      return;
    }
    shared_by_ = index;
  }

  /// "Ann Lee and | Bo Park", "Ann Lee, | Bo Park".
  bool goes_on_list(const Mention& before, const Mention& mention) const {
    const uint32_t between = mention.tokens.first - before.tokens.last;
    if (between == 0 || between > 2) return false;
    for (uint32_t i = before.tokens.last; i < mention.tokens.first; ++i) {
      if (document_.lower(i) != "," && document_.lower(i) != "and") return false;
    }
    return document_.sentence_of(before.tokens.first) == document_.sentence_of(mention.tokens.first);
  }

  /// How many words before a token are a title of several words ("chief of staff").
  uint32_t long_title_before(uint32_t end, uint32_t limit) const {
    for (uint32_t n = std::min(kLongestSetTitle, end - limit); n > 1; --n) {
      if (lexicons().titles.longest_match(document_, end - n, end) == n) return n;
    }
    return 0;
  }

  /// "mother of | victim Ann Lee": a role of her own, in small letters, is no part of what stands before the "of".
  bool has_own_role(uint32_t first, uint32_t end) const {
    return first < end && document_.token(end - 1).shape == Shape::kLower && is_role(document_.lower(end - 1));
  }

  /// "NATO Secretary General Jens Stoltenberg": to the left while names, titles and capitals go on, with "of" and the
  /// like only between them.
  IndexRange title_before(const Mention& mention, IndexRange sentence) const {
    const uint32_t end = mention.tokens.first;
    const uint32_t limit = end - std::min(end - sentence.first, kLongestTitle);
    uint32_t first = end;
    bool role = false;
    for (uint32_t i = end; i > limit;) {
      --i;
      if (i == sentence.first && document_.grammar(i).upos == Upos::kAdv) break;  // "Then Senator Lee left"
      const std::string_view word = document_.lower(i);
      if (const uint32_t words = long_title_before(i + 1, limit); words > 0) {
        role = true;
        first = i = i + 1 - words;
        continue;
      }
      if (may_stand_in_title(i) || (first < end && is_attribute(i, mention))) {
        // Another person's name is no title, unless a role follows it ("Clinton adviser").
        if (is_person(i) && !is_person_title(i, end)) break;
        if (lexicons().titles.field(word, 1) == "honorific" && i + 1 == end) {
          if (i == limit) break;
          continue;  // "the minister, Mr X": what is before an honorific may still be a title
        }
        role = role || is_role(word);
        first = i;
        continue;
      }
      if (!is_connector(word) || i == limit || !may_stand_in_title(i - 1) || first == end) break;
      if (word != "-" && word != "'s" && word != "&" && has_own_role(first, end) && !is_shared(i, sentence)) break;
    }
    uint32_t last = end;
    while (last > first && long_title_before(last, first) == 0 &&
           lexicons().titles.field(document_.lower(last - 1), 1) == "honorific")
      --last;
    if (!role || last <= first) return {};
    return {first, last};
  }

  /// "German airline Lufthansa": a noun that the tree puts in apposition to the name behind it, with its attributes.
  /// The parser often takes the two for two subjects of one verb.
  IndexRange kind_before(const Mention& mention, IndexRange sentence, EntityType type) const {
    const uint32_t end = mention.tokens.first;
    if (end == sentence.first) return {};
    const TokenGrammar& noun = document_.grammar(end - 1);
    if (noun.xpos != "NN" || named_[end - 1] || document_.token(end - 1).shape != Shape::kLower) return {};
    const TokenGrammar& name = document_.grammar(head_word(document_, mention.tokens));
    const bool apposed = name.head == end - 1 && name.relation == "appos";
    const bool beside = name.head == noun.head && name.relation == noun.relation && noun.head != kNoHead;
    if (!apposed && !beside) return {};
    const uint32_t limit = end - 1 - std::min(end - 1 - sentence.first, kLongestKind);
    uint32_t first = end - 1;
    for (uint32_t i = first; i > limit;) {
      --i;
      const TokenGrammar& word = document_.grammar(i);
      if (word.head == kNoHead || word.head <= i || word.head >= end || !document_.token(i).is_word()) break;
      if (word.relation != "amod" && word.relation != "compound") break;
      first = i;
    }
    const IndexRange tokens{first, end};
    const bool thing = type == EntityType::kProduct || type == EntityType::kWork || type == EntityType::kOther;
    return thing || tells(tokens, type) ? tokens : IndexRange{};
  }

  bool ends_phrase(uint32_t i) const {
    const std::string_view word = document_.lower(i);
    return word == "," || word == ";" || word == "." || word == ":" || word == "(" || word == ")" || word == "--" ||
           word == "\"" || word == "\xE2\x80\x94" || word == "\xE2\x80\x93" || word == "!" || word == "?";
  }
  bool is_clause_word(uint32_t i) const { return lexicons().clause_words.contains(document_.lower(i)); }

  bool tells(IndexRange tokens, EntityType type) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const std::string_view word = document_.lower(i);
      if (type == EntityType::kPerson) {
        if (is_role(word) || lexicons().titles.field(word, 1) == "kin") return true;
        continue;
      }
      const NameClasses classes = Gazetteer::instance().classes_of(word);
      if (classes.has(NameClass::kOrgWord) || classes.has(NameClass::kPlaceWord) ||
          classes.has(NameClass::kEventWord) || word == "maker" || word == "manufacturer" || word == "firm" ||
          word == "giant" || word == "capital" || word == "parent")
        return true;
    }
    return false;
  }

  /// "Angela Merkel, the German chancellor, …", "Ann Lee, 42, a farmer from …".
  IndexRange apposition_after(const Mention& mention, IndexRange sentence, EntityType type) const {
    uint32_t i = mention.tokens.last;
    if (i + 1 >= sentence.last || document_.lower(i) != ",") return {};
    ++i;
    if (i + 2 < sentence.last && document_.token(i).shape == Shape::kNumber && document_.lower(i + 1) == ",") i += 2;
    const uint32_t first = i;
    const bool article = is_article(document_.lower(first));
    if (!article && !lexicons().titles.contains(document_.lower(first)) && !named_[first]) return {};
    if (type != EntityType::kPerson && !article) return {};
    const uint32_t limit = std::min(sentence.last, first + kLongestApposition);
    while (i < limit && !ends_phrase(i) && !is_clause_word(i)) ++i;
    if (i == limit && i != sentence.last) return {};
    if (i < sentence.last && lexicons().clause_words.field(document_.lower(i), 0) == "verb") return {};
    const IndexRange tokens{first, i};
    if (!tells(tokens, type)) return {};
    // "Lee, Prime Minister Kim and …" is a list: a person's name ends it. "Lee, Kim's lawyer" and "Lee, a spokeswoman
    // for Kim" are none.
    for (uint32_t k = first; k < i && type == EntityType::kPerson && !article; ++k) {
      if (is_person(k) && !owns(k, i)) return {};
    }
    return tokens;
  }

  /// "The German chancellor, Angela Merkel, …".
  IndexRange apposition_before(const Mention& mention, IndexRange sentence) const {
    const uint32_t comma = mention.tokens.first - 1;
    if (mention.tokens.first <= sentence.first + 2 || document_.lower(comma) != ",") return {};
    if (mention.tokens.last < sentence.last && document_.lower(mention.tokens.last) != "," &&
        document_.lower(mention.tokens.last) != ".")
      return {};
    const uint32_t limit = comma - std::min(comma - sentence.first, kLongestTitle);
    for (uint32_t i = comma; i > limit;) {
      --i;
      if (ends_phrase(i) || is_clause_word(i)) return {};
      const std::string_view word = document_.lower(i);
      if (!is_article(word) && !is_possessive(word)) continue;
      // "praise of | the president, Ann Lee": the tree tells what the name stands beside.
      const TokenGrammar& name = document_.grammar(head_word(document_, mention.tokens));
      const uint32_t owner = document_.grammar(i).head;  // "her husband's lawyer, Bo Park"
      const bool opens = owner == name.head || (owner != kNoHead && document_.grammar(owner).head == name.head &&
                                                document_.grammar(owner).relation == "nmod:poss");
      const bool apposed = (name.relation == "appos" || name.relation == "conj") && opens;
      if (!apposed && i > sentence.first && is_connector(document_.lower(i - 1))) continue;
      const IndexRange tokens{i, comma};
      return tells(tokens, EntityType::kPerson) ? tokens : IndexRange{};
    }
    return {};
  }

  /// "Angela Merkel is the chancellor of Germany".
  IndexRange copula_after(const Mention& mention, IndexRange sentence, EntityType type) const {
    uint32_t i = mention.tokens.last;
    if (i + 2 >= sentence.last) return {};
    if (document_.lower(i) != "is" && document_.lower(i) != "was") return {};
    // "The inclusion of Norland is the first …" says nothing of Norland.
    const Role role = role_of(document_, head_word(document_, mention.tokens));
    if (role == Role::kModifier || is_area_of_place(mention)) return {};
    const uint32_t first = i + 1;
    if (!is_article(document_.lower(first))) return {};
    i = first;
    const uint32_t limit = std::min(sentence.last, first + kLongestApposition);
    while (i < limit && !ends_phrase(i) && !is_clause_word(i)) ++i;
    if (i == limit && i != sentence.last) return {};
    return tells({first, i}, type) ? IndexRange{first, i} : IndexRange{};
  }

  /// "Leeds, | England is …": what is said is said of the place before the comma.
  bool is_area_of_place(const Mention& mention) const {
    const uint32_t first = mention.tokens.first;
    if (analysis_.entities[mention.entity].type != EntityType::kPlace || first < 2) return false;
    return document_.lower(first - 1) == "," && named_[first - 2] &&
           document_.sentence_of(first) == document_.sentence_of(first - 2);
  }

  const Document& document_;
  const EntityAnalysis& analysis_;
  std::vector<bool> named_;
  IndexRange shared_title_;         // the last plural title
  uint32_t shared_by_ = kNoEntity;  // the last mention that has it
  std::vector<Description> out_;
};

}  // namespace

std::vector<Description> find_descriptions(const Document& document, const EntityAnalysis& analysis) {
  return Finder(document, analysis).run();
}

}  // namespace dateline
