#include "entity/predicated_nominals.h"

#include <algorithm>

#include "entity/grammatical_role.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kNear = 12;  // tokens between a name and its apposition
constexpr int kHighest = 8;     // steps up a tree

class PredicateFinder {
 public:
  PredicateFinder(const Document& document, EntityAnalysis& analysis)
      : document_(document), analysis_(analysis), named_(document.tokens().size()) {}

  void run() {
    const size_t before = analysis_.mentions.size();
    for (const Mention& mention : analysis_.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) named_[i] = 1;
    }
    for (size_t m = 0; m < before; ++m) {
      const Mention mention = analysis_.mentions[m];
      if (mention.kind != MentionKind::kName) continue;
      if (const uint32_t noun = apposition(mention.tokens); noun != kNoHead) add(noun, mention);
      if (const uint32_t noun = predicate(mention.tokens); noun != kNoHead) add(noun, mention);
    }
  }

 private:
  /// The noun that stands in apposition behind a name.
  uint32_t apposition(IndexRange name) const {
    const uint32_t head = head_word(document_, name);
    const uint32_t limit = std::min(name.last + kNear, document_.sentence(document_.sentence_of(head)).tokens.last);
    for (uint32_t i = name.last; i < limit; ++i) {
      const std::string_view mark = document_.lower(i);
      if (mark == "(" || mark == ":" || mark == "[") return kNoHead;
      const TokenGrammar& word = document_.grammar(i);
      if (word.head == head && word.relation == "appos") return is_noun(i) ? i : kNoHead;
    }
    return kNoHead;
  }

  /// The noun that a clause says its subject is, unless it denies or asks it.
  uint32_t predicate(IndexRange name) const {
    const TokenGrammar& subject = document_.grammar(head_word(document_, name));
    if (subject.relation != "nsubj" || subject.head == kNoHead || subject.head < name.last) return kNoHead;
    const uint32_t noun = subject.head;
    if (is_one_of_several(name)) return kNoHead;
    if (!is_noun(noun) || noun - name.last > kLongestPredicated) return kNoHead;
    bool is = false;
    for (uint32_t i = name.last; i < noun; ++i) {
      const TokenGrammar& word = document_.grammar(i);
      if (word.head != noun) continue;
      if (word.lemma == "not" || word.lemma == "never" || word.lemma == "no" || word.lemma == "like") return kNoHead;
      if (word.relation == "case") return kNoHead;  // "was in the room"
      is = is || word.relation == "cop";
    }
    return is ? noun : kNoHead;
  }

  /// "Acme and Volta were rivals", "Leeds, England, is a town": what is said is not said of this name alone.
  bool is_one_of_several(IndexRange name) const {
    const uint32_t head = head_word(document_, name);
    const IndexRange row = document_.sentence(document_.sentence_of(head)).tokens;
    if (name.first > row.first + 1 && document_.lower(name.first - 1) == "," && named_[name.first - 2] != 0)
      return true;
    for (uint32_t i = name.last; i < std::min(row.last, name.last + kNear); ++i) {
      const TokenGrammar& word = document_.grammar(i);
      if (word.relation == "conj" && word.head == head) return true;
    }
    return false;
  }

  bool is_noun(uint32_t word) const {
    return document_.grammar(word).upos == Upos::kNoun && named_[word] == 0 &&
           document_.token(word).shape == Shape::kLower;
  }

  bool depends_on(uint32_t word, uint32_t head) const {
    for (int step = 0; step < kHighest && word != kNoHead; ++step) {
      if (word == head) return true;
      word = document_.grammar(word).head;
    }
    return false;
  }

  /// The phrase of a noun: its determiners and attributes, and what depends on it behind it.
  IndexRange phrase(uint32_t noun) const {
    const IndexRange row = document_.sentence(document_.sentence_of(noun)).tokens;
    IndexRange tokens{noun, noun + 1};
    while (tokens.first > row.first && noun - tokens.first < kLongestPredicated) {
      const uint32_t i = tokens.first - 1;
      const std::string_view relation = document_.grammar(i).relation;
      if (!depends_on(i, noun) || relation == "cop" || relation.starts_with("nsubj") || relation.starts_with("aux") ||
          relation == "mark" || relation == "cc" || (document_.token(i).is_punctuation() && !is_hyphen(i)) ||
          (relation == "advmod" && document_.grammar(i).head == noun))
        break;
      --tokens.first;
    }
    while (tokens.last < row.last && tokens.last - noun < kLongestPredicated) {
      const uint32_t i = tokens.last;
      if (!depends_on(i, noun) || document_.lower(i) == "," || ends_phrase(i, noun)) break;
      ++tokens.last;
    }
    while (tokens.last > noun + 1 && document_.token(tokens.last - 1).is_punctuation()) --tokens.last;
    return tokens;
  }

  /// The hyphen of "two-term".
  bool is_hyphen(uint32_t i) const {
    return document_.norm(i) == "-" && !document_.token(i).space_before && i + 1 < document_.tokens().size() &&
           !document_.token(i + 1).space_before;
  }

  /// "a fan; | …", "a supporter | and has paid": another clause begins.
  bool ends_phrase(uint32_t i, uint32_t noun) const {
    const std::string_view mark = document_.norm(i);
    if (mark == ";" || mark == ":") return true;
    const TokenGrammar& word = document_.grammar(i);
    if (word.relation != "cc" || word.head == kNoHead) return false;
    const TokenGrammar& joined = document_.grammar(word.head);
    return joined.head == noun && (joined.upos == Upos::kVerb || joined.upos == Upos::kAux);
  }

  /// "34 delegates", "120 kilometers north of Ombra": a measure of one, and no name for it.
  bool counts(IndexRange tokens, uint32_t noun) const {
    return document_.grammar(tokens.first).upos == Upos::kNum && document_.grammar(noun).xpos == "NNS";
  }

  void add(uint32_t noun, const Mention& name) {
    Mention mention;
    mention.tokens = phrase(noun);
    const Entity& entity = analysis_.entities[name.entity];
    if (!entity.plural && counts(mention.tokens, noun)) return;
    static const Lexicon titles("data/entity/titles.tsv");
    if (entity.type == EntityType::kPlace && titles.field(document_.lower(noun), 1) == "role") return;
    const bool behind_mark = document_.token(mention.tokens.first - 1).is_punctuation();
    const bool is_apposition = document_.grammar(noun).relation == "appos";
    if (document_.grammar(mention.tokens.first).upos == Upos::kAdp || (is_apposition && !behind_mark)) return;
    mention.span = document_.span_of(mention.tokens);
    mention.kind = MentionKind::kNominal;
    mention.entity = name.entity;
    analysis_.mentions.push_back(mention);
  }

  const Document& document_;
  EntityAnalysis& analysis_;
  std::vector<uint8_t> named_;
};

}  // namespace

void add_predicated_nominals(const Document& document, EntityAnalysis& analysis) {
  PredicateFinder(document, analysis).run();
}

}  // namespace dateline
