#include "summary/sentence_features.h"

#include <algorithm>
#include <cmath>

#include "lexicon/lexicon.h"
#include "summary/sentence_grammar.h"
#include "summary/word_runs.h"

namespace dateline {
namespace {

constexpr uint32_t kFewestWords = 3;

enum Feature : size_t {
  kFirst,
  kNearStart,
  kDepth,
  kNearEnd,
  kOpensBlock,
  kBlockDepth,
  kAloneInBlock,
  kWords,
  kShort,
  kLong,
  kHeadlineCover,
  kHeadlineShare,
  kCentrality,
  kDensity,
  kMass,
  kLeadLikeness,
  kSalience,
  kTopEntity,
  kNames,
  kNewNames,
  kKeyphrases,
  kFigures_,
  kEvents,
  kQuoted,
  kOpensQuote,
  kSaid,
  kPronoun,
  kConnective,
  kQuestion,
  kList,
  kFirstPerson,
  kTermsNew,
  kUnfinished,
  kNoVerb,
  kOrder,
  kDefinition,
  kAboutTop,
  kAboutName,
  kAlso,
  kOnItself,
  kSecondPerson,
  kBrackets,
  kLikeness,
  kOpensSection,
  kBeforeSections,
  kPast,
  kTalk,
  kHalfQuote,
  kEnd
};
static_assert(kEnd == kFeatures);

struct SentenceLexicons {
  Lexicon connectives{"data/summary/connectives.txt"};
  Lexicon open_pronouns{"data/summary/open_pronouns.txt"};
  Lexicon anaphoric_nouns{"data/summary/anaphoric_nouns.txt"};
  Lexicon said_verbs{"data/summary/said_verbs.txt"};
  Lexicon first_person{"data/summary/first_person.txt"};
  Lexicon second_person{"data/summary/second_person.txt"};
  Lexicon text_verbs{"data/summary/text_verbs.txt"};
};

const SentenceLexicons& lexicons() {
  static const SentenceLexicons instance;
  return instance;
}

float share(double part, double whole) {
  return whole > 0 ? static_cast<float>(std::min(1.0, part / whole)) : 0;
}

bool is_quotation_mark(const Token& token) {
  return token.is_punctuation() && (token.norm == "\"" || token.norm == "“" || token.norm == "”" ||
                                    token.norm == "''" || token.norm == "``" || token.norm == "«" || token.norm == "»");
}

/// Numbers a sentence at a time that hold something: how many spans begin in it.
template <typename Items, typename StartOf>
std::vector<uint32_t> counts_by_sentence(const Document& document, const Items& items, StartOf start_of) {
  std::vector<uint32_t> counts(document.sentences().size());
  for (const auto& item : items) {
    const uint32_t token = document.token_at(start_of(item));
    if (token < document.tokens().size()) ++counts[document.sentence_of(token)];
  }
  return counts;
}

class FeatureMaker {
 public:
  FeatureMaker(const SummaryInputs& inputs, const TermCounts& counts) : inputs_(inputs), counts_(counts) {
    const Document& document = inputs.document;
    figures_ = counts_by_sentence(document, inputs.figures, [](const Figure& figure) { return figure.span.start; });
    events_ =
        counts_by_sentence(document, inputs.timeline, [](const TimelineEvent& event) { return event.clause.start; });
    keyphrases_.resize(document.sentences().size());
    for (const Keyphrase& phrase : inputs.keyphrases)
      for (const Span mention : phrase.mentions) {
        const uint32_t token = document.token_at(mention.start);
        if (token < document.tokens().size())
          keyphrases_[document.sentence_of(token)] += static_cast<float>(phrase.score);
      }
    read_entities();
    read_quotes();
    read_headline_and_terms();
    read_sections();
  }

  std::vector<SummaryCandidate> make() {
    const Document& document = inputs_.document;
    std::vector<SummaryCandidate> candidates;
    for (uint32_t index = 0; index < document.sentences().size(); ++index) {
      const Sentence& sentence = document.sentence(index);
      if (!document.block_of(sentence).is_running_text() || words_of(sentence) < kFewestWords) continue;
      SummaryCandidate candidate;
      candidate.sentence = index;
      candidate.runs = word_runs(document, sentence.tokens);
      candidates.push_back(std::move(candidate));
    }
    if (candidates.empty()) return candidates;
    lead_terms_.assign(counts_.rarity.size(), false);
    seen_.assign(counts_.rarity.size(), false);
    last_use_.assign(counts_.rarity.size(), kNoTerm);
    for (size_t rank = 0; rank < candidates.size(); ++rank) describe(candidates, rank);
    return candidates;
  }

 private:
  /// "The statement …", "The dispute …": no name, but what the sentence before told.
  bool means_what_was_told(const Sentence& sentence) const {
    const uint32_t first = sentence.tokens.first;
    return first + 2 < sentence.tokens.last && inputs_.document.lower(first) == "the" &&
           lexicons().anaphoric_nouns.contains(inputs_.document.lower(first + 1)) &&
           !inputs_.document.token(first + 2).is_capitalized();
  }

  uint32_t words_of(const Sentence& sentence) const {
    uint32_t words = 0;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
      words += inputs_.document.token(i).is_word() || inputs_.document.token(i).shape == Shape::kNumber ? 1 : 0;
    return words;
  }

  void read_entities() {
    const Document& document = inputs_.document;
    salience_.resize(document.sentences().size());
    top_entity_.resize(document.sentences().size());
    in_name_.resize(document.tokens().size());
    in_top_.resize(document.tokens().size());
    size_t most_mentions = 1;
    for (const Entity& entity : inputs_.entities.entities)
      most_mentions = std::max(most_mentions, entity.mentions.size());
    for (const Mention& mention : inputs_.entities.mentions) {
      const uint32_t sentence = document.sentence_of(mention.tokens.first);
      const Entity& entity = inputs_.entities.entities[mention.entity];
      const double by_mentions = static_cast<double>(entity.mentions.size()) / static_cast<double>(most_mentions);
      salience_[sentence] += static_cast<float>(entity.salience > 0 ? entity.salience : by_mentions);
      if (mention.entity == 0) top_entity_[sentence] = true;
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
        if (mention.kind == MentionKind::kName) in_name_[i] = true;
        if (mention.entity == 0) in_top_[i] = true;
      }
    }
  }

  /// The share of each sentence that stands inside quotation marks: by the quotes found.
  void read_quotes() {
    const Document& document = inputs_.document;
    quoted_.resize(document.tokens().size());
    for (const Quote& quote : inputs_.quotes) {
      if (quote.kind == QuoteKind::kIndirect) continue;
      for (const Span part : quote.parts) {
        const IndexRange tokens = document.tokens_in(part);
        for (uint32_t i = tokens.first; i < tokens.last; ++i) quoted_[i] = true;
      }
    }
    if (!inputs_.quotes.empty()) return;
    for (const Sentence& sentence : document.sentences()) {  // no quotes known: by the marks
      bool inside = false;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        if (is_quotation_mark(document.token(i))) inside = !inside;
        quoted_[i] = inside;
      }
    }
  }

  void read_headline_and_terms() {
    const Document& document = inputs_.document;
    headline_.assign(counts_.rarity.size(), false);
    for (const Sentence& sentence : document.sentences()) {
      const BlockKind kind = document.block_of(sentence).kind;
      if (kind != BlockKind::kHeadline) continue;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const uint32_t term = counts_.term_of_token[i];
        if (term == kNoTerm || headline_[term]) continue;
        headline_[term] = true;
        headline_mass_ += counts_.rarity[term];
      }
    }
    for (uint32_t term = 0; term < counts_.rarity.size(); ++term) {
      heaviest_ = std::max(heaviest_, weight_of(term));
      const double size = static_cast<double>(counts_.rarity[term]) * counts_.frequency[term];
      length_of_all_ += size * size;
    }
    length_of_all_ = std::sqrt(length_of_all_);
  }

  /// How much a term stands for the document: said often, and rare elsewhere; a term said once counts little.
  double weight_of(uint32_t term) const {
    const double frequency = counts_.frequency[term];
    return frequency < 2 ? 0.25 * counts_.rarity[term] : std::sqrt(frequency) * counts_.rarity[term];
  }

  /// Which blocks stand under a subheading, and which right below one.
  void read_sections() {
    const auto& blocks = inputs_.document.blocks();
    under_subheading_.resize(blocks.size());
    opens_section_.resize(blocks.size());
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kSubheading) has_sections_ = true;
      under_subheading_[i] = has_sections_;
      opens_section_[i] = i > 0 && blocks[i - 1].kind == BlockKind::kSubheading;
    }
  }

  void describe(std::vector<SummaryCandidate>& candidates, size_t rank) {
    SummaryCandidate& candidate = candidates[rank];
    const Document& document = inputs_.document;
    const Sentence& sentence = document.sentence(candidate.sentence);
    SentenceFeatures& f = candidate.features;
    const auto count = static_cast<double>(candidates.size());
    const auto place = static_cast<double>(rank);
    f[kFirst] = rank == 0 ? 1 : 0;
    f[kNearStart] = static_cast<float>(1 / (1 + place));
    f[kDepth] = static_cast<float>(place / count);
    f[kNearEnd] = static_cast<float>(1 / (count - place));
    describe_block(candidates, rank);
    describe_words(sentence, candidate);
    describe_grammar(sentence, candidate);
    const uint32_t index = candidate.sentence;
    f[kSalience] = share(salience_[index], 3);
    f[kTopEntity] = top_entity_[index] ? 1 : 0;
    f[kKeyphrases] = share(keyphrases_[index], 3);
    f[kFigures_] = share(figures_[index], 3);
    f[kEvents] = share(events_[index], 2);
    f[kList] = document.block_of(sentence).kind == BlockKind::kList ? 1 : 0;
  }

  void describe_block(std::vector<SummaryCandidate>& candidates, size_t rank) {
    const auto block_at = [&](size_t i) { return inputs_.document.sentence(candidates[i].sentence).block; };
    SentenceFeatures& f = candidates[rank].features;
    const bool opens = rank == 0 || block_at(rank - 1) != block_at(rank);
    const bool closes = rank + 1 == candidates.size() || block_at(rank + 1) != block_at(rank);
    if (opens) {
      in_block_ = 0;
    }
    f[kOpensBlock] = opens ? 1 : 0;
    f[kBlockDepth] = static_cast<float>(1 / (1 + static_cast<double>(in_block_)));
    f[kAloneInBlock] = opens && closes ? 1 : 0;
    f[kOpensSection] = opens && opens_section_[block_at(rank)] ? 1 : 0;
    f[kBeforeSections] = has_sections_ && !under_subheading_[block_at(rank)] ? 1 : 0;
    ++in_block_;
  }

  void describe_grammar(const Sentence& sentence, SummaryCandidate& candidate) {
    const Document& document = inputs_.document;
    SentenceFeatures& f = candidate.features;
    const SentenceGrammar grammar = read_sentence_grammar(document, sentence);
    f[kNoVerb] = grammar.has_verb ? 0 : 1;
    f[kOrder] = grammar.is_order ? 1 : 0;
    f[kDefinition] = grammar.is_definition ? 1 : 0;
    f[kAlso] = grammar.also ? 1 : 0;
    f[kOnItself] = grammar.on_itself ? 1 : 0;
    f[kTalk] = grammar.root != kNoHead && lexicons().text_verbs.contains(document.grammar(grammar.root).lemma) ? 1 : 0;
    for (uint32_t i = grammar.subject_words.first; i < grammar.subject_words.last; ++i) {
      if (in_name_[i]) f[kAboutName] = 1;
      if (in_top_[i]) f[kAboutTop] = 1;
    }
    const std::string_view opener = document.lower(sentence.tokens.first);
    const bool opens_with_pronoun =
        lexicons().open_pronouns.contains(opener) && document.grammar(sentence.tokens.first).relation != "expl";
    const bool told = f[kFirst] == 0 && means_what_was_told(sentence);
    f[kPronoun] = opens_with_pronoun || grammar.leans || told ? 1 : 0;
    candidate.dependence = std::max(f[kPronoun], f[kConnective]);
  }

  /// Whether a full stop or its like ends the sentence, a closing bracket or quotation mark not counted. Lines of a
  /// table and cut-off text have none.
  bool ends_with_stop(const Sentence& sentence) const {
    uint32_t last = sentence.tokens.last;
    while (last > sentence.tokens.first + 1) {
      const Token& token = inputs_.document.token(last - 1);
      if (!is_quotation_mark(token) && token.norm != ")" && token.norm != "'" && token.norm != "]") break;
      --last;
    }
    const std::string_view end = inputs_.document.norm(last - 1);
    return !end.empty() && (end.back() == '.' || end.back() == '!' || end.back() == '?' || end == "…");
  }

  /// Whether a quotation begins before the sentence or goes on behind it: its marks do not stand in pairs.
  bool half_quoted(const Sentence& sentence) const {
    int open = 0;
    bool inside = false;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = inputs_.document.token(i);
      if (!is_quotation_mark(token)) continue;
      const bool opens =
          token.norm == "“" || token.norm == "``" || token.norm == "«" || (token.norm == "\"" && !inside);
      inside = opens;
      open += opens ? 1 : -1;
    }
    return open != 0;
  }

  void describe_words(const Sentence& sentence, SummaryCandidate& candidate) {
    const Document& document = inputs_.document;
    SentenceFeatures& f = candidate.features;
    uint32_t words = 0, names = 0, new_names = 0, quoted = 0, first_person = 0, second_person = 0, unseen = 0;
    uint32_t finite = 0, past = 0, bracketed = 0, brackets = 0;
    double weight = 0, rarity = 0, headline = 0, lead = 0, product = 0, square = 0;
    bool said = false;
    const bool is_lead = candidate.features[kFirst] > 0;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = document.token(i);
      if (quoted_[i]) ++quoted;
      if (token.norm == "(" || token.norm == "[") ++brackets;
      if (brackets > 0) ++bracketed;
      if (brackets > 0 && (token.norm == ")" || token.norm == "]")) --brackets;
      const std::string_view tag = document.grammar(i).xpos;
      if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") ++finite;
      if (tag == "VBD") ++past;
      if (!token.is_word() && token.shape != Shape::kNumber) continue;
      ++words;
      if (!quoted_[i] && lexicons().first_person.contains(token.lower)) ++first_person;
      if (!quoted_[i] && lexicons().second_person.contains(token.lower)) ++second_person;
      if (lexicons().said_verbs.contains(token.lower)) said = true;
      const uint32_t term = counts_.term_of_token[i];
      if (term == kNoTerm) continue;
      const bool name = token.is_capitalized() && i > sentence.tokens.first;
      if (name) {
        ++names;
        if (!seen_[term]) ++new_names;
      }
      if (!seen_[term]) ++unseen;
      seen_[term] = true;
      if (last_use_[term] == candidate.sentence) continue;  // each term once
      last_use_[term] = candidate.sentence;
      candidate.terms.push_back(term);
      weight += weight_of(term);
      rarity += counts_.rarity[term];
      const double size = counts_.rarity[term];
      product += size * size * counts_.frequency[term];
      square += size * size;
      if (headline_[term]) headline += counts_.rarity[term];
      if (is_lead) {
        lead_terms_[term] = true;
        lead_mass_ += counts_.rarity[term];
      } else if (lead_terms_[term]) {
        lead += counts_.rarity[term];
      }
    }
    const auto length = static_cast<double>(words);
    const auto terms = static_cast<double>(candidate.terms.size());
    f[kWords] = share(length, 50);
    f[kShort] = static_cast<float>(std::max(0.0, 1 - length / 12));
    f[kLong] = share(std::max(0.0, length - 30), 30);
    f[kHeadlineCover] = share(headline, headline_mass_);
    f[kHeadlineShare] = share(headline, rarity);
    f[kCentrality] = terms > 0 ? share(weight / terms, heaviest_) : 0;
    f[kDensity] = share(terms, length);
    f[kMass] = share(std::sqrt(weight), 16);
    f[kLeadLikeness] = is_lead ? 0 : share(lead, lead_mass_);
    f[kNames] = share(names, 10);
    f[kNewNames] = share(new_names, 6);
    f[kQuoted] = share(quoted, static_cast<double>(sentence.tokens.size()));
    f[kOpensQuote] = is_quotation_mark(document.token(sentence.tokens.first)) ? 1 : 0;
    f[kSaid] = said ? 1 : 0;
    const std::string_view opener = document.lower(sentence.tokens.first);
    f[kConnective] = lexicons().connectives.contains(opener) ? 1 : 0;
    f[kQuestion] = document.lower(sentence.tokens.last - 1) == "?" ? 1 : 0;
    f[kFirstPerson] = share(first_person, 3);
    f[kSecondPerson] = share(second_person, 3);
    f[kBrackets] = share(bracketed, static_cast<double>(sentence.tokens.size()));
    f[kLikeness] = square > 0 ? share(product, std::sqrt(square) * length_of_all_) : 0;
    f[kPast] = share(past, finite);
    f[kHalfQuote] = half_quoted(sentence) ? 1 : 0;
    f[kUnfinished] = ends_with_stop(sentence) && brackets == 0 ? 0 : 1;
    f[kTermsNew] = share(unseen, 15);
  }

  const SummaryInputs& inputs_;
  const TermCounts& counts_;
  std::vector<uint32_t> figures_, events_;  // by sentence
  std::vector<float> keyphrases_, salience_;
  std::vector<bool> top_entity_;
  std::vector<bool> quoted_, in_name_, in_top_;         // by token
  std::vector<bool> under_subheading_, opens_section_;  // by block
  bool has_sections_ = false;
  std::vector<bool> headline_, lead_terms_, seen_;  // by term
  std::vector<uint32_t> last_use_;                  // by term: the sentence that had it last
  double headline_mass_ = 0, lead_mass_ = 0, heaviest_ = 0, length_of_all_ = 0;
  uint32_t in_block_ = 0;
};

}  // namespace

std::vector<SummaryCandidate> summary_candidates(const SummaryInputs& inputs, const TermCounts& counts) {
  return FeatureMaker(inputs, counts).make();
}

}  // namespace dateline
