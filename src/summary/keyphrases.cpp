// Candidates are the names of the entities, each entity one; and each noun phrase outside names with each of its ends
// ("Russian air strikes", "air strikes"), as the head of an English noun phrase stands last. Candidates with the same
// terms are one. What is said often, early, in the headline, of the chief entities and in rare words ranks first; a
// candidate that shares its words with a better one is a fragment of it, and goes.
#include "summary/keyphrases.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "lexicon/lexicon.h"
#include "summary/noun_phrases.h"
#include "summary/rarity.h"

namespace dateline {
namespace {

constexpr size_t kMostKeyphrases = 12;
constexpr size_t kMostNames = 6;  // of them
constexpr size_t kFewest = 8;     // where there are so many, one below kWeakest of the best score is left out
constexpr double kWeakest = 0.12;
constexpr size_t kMostCompared = 400;  // best candidates among which the phrases are chosen
constexpr size_t kMostTerms = 4;
constexpr double kLengthWeight[] = {0, 0.55, 1.0, 1.1, 1.0};  // by terms
constexpr double kRarest = 9.5;
constexpr double kCommon = 3.5;  // an adjective this common ("big", "new") says nothing of its noun

struct MeasureLexicons {
  Lexicon units{"data/figure/units.tsv"};
  Lexicon currencies{"data/figure/currencies.tsv"};
};

const MeasureLexicons& lexicons() {
  static const MeasureLexicons instance;
  return instance;
}

struct Candidate {
  std::vector<uint32_t> terms;
  std::vector<IndexRange> mentions;  // in text order
  IndexRange shown;                  // the mention whose words it takes
  uint32_t inside = 0;               // how many of its mentions are the end of a longer phrase
  bool is_name = false;
  double score = 0;
};

class KeyphraseFinder {
 public:
  KeyphraseFinder(const Document& document, const EntityAnalysis& entities, const std::vector<Timex>& times)
      : document_(document), entities_(entities), counts_(count_terms(document)) {
    in_headline_.resize(counts_.rarity.size());
    for (const Sentence& sentence : document.sentences()) {
      if (document.block_of(sentence).kind != BlockKind::kHeadline) continue;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
        if (counts_.term_of_token[i] != kNoTerm) in_headline_[counts_.term_of_token[i]] = true;
    }
    salience_.resize(document.tokens().size());
    taken_.resize(document.tokens().size());
    in_time_.resize(document.tokens().size());
    for (const Mention& mention : entities.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      const auto salience = static_cast<float>(entities.entities[mention.entity].salience);
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
        salience_[i] = salience;
        taken_[i] = true;
      }
    }
    for (const Timex& time : times)
      for (uint32_t i = time.tokens.first; i < time.tokens.last; ++i) taken_[i] = in_time_[i] = true;
  }

  std::vector<Keyphrase> find() {
    for (const Entity& entity : entities_.entities) collect_name(entity);
    for (const IndexRange phrase : find_noun_phrases(document_))
      if (!taken_[phrase.last - 1] && !is_title(phrase)) collect(phrase);
    for (Candidate& candidate : candidates_) candidate.score = score(candidate);
    std::vector<uint32_t> order(candidates_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return candidates_[a].score > candidates_[b].score; });
    if (order.size() > kMostCompared) order.resize(kMostCompared);
    return chosen(order);
  }

 private:
  /// An entity by its fullest name; its names in the story are the mentions. One that only lends its name to others
  /// ("Russian") is none.
  void collect_name(const Entity& entity) {
    Candidate candidate;
    candidate.is_name = true;
    bool only_describes = true;
    for (const uint32_t index : entity.mentions) {
      const Mention& mention = entities_.mentions[index];
      if (mention.kind != MentionKind::kName) continue;
      const Block& block = document_.block_of(document_.sentence(document_.sentence_of(mention.tokens.first)));
      if (!block.is_story() || is_part_of_time(mention.tokens)) continue;
      if (document_.grammar(mention.tokens.last - 1).upos != Upos::kAdj) only_describes = false;
      const IndexRange tokens = document_.tokens_in(mention.span);  // without a possessive
      candidate.mentions.push_back(tokens);
      if (tokens.size() > candidate.shown.size()) candidate.shown = tokens;
    }
    if (candidate.mentions.empty() || only_describes) return;
    for (uint32_t i = candidate.shown.first; i < candidate.shown.last; ++i)
      if (counts_.term_of_token[i] != kNoTerm) candidate.terms.push_back(counts_.term_of_token[i]);
    if (!candidate.terms.empty()) candidates_.push_back(std::move(candidate));
  }

  /// The "GMT" of "14:02 GMT"; not Christmas.
  bool is_part_of_time(IndexRange tokens) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i)
      if (!in_time_[i]) return false;
    return (tokens.first > 0 && in_time_[tokens.first - 1]) || (tokens.last < in_time_.size() && in_time_[tokens.last]);
  }

  /// "Judge", "founder" before a name; an abbreviation ("Dr."); a unit alone ("percent", "euros").
  bool is_title(IndexRange phrase) const {
    const bool before_name = phrase.last < taken_.size() && taken_[phrase.last] &&
                             document_.sentence_of(phrase.last) == document_.sentence_of(phrase.first);
    const std::string_view head = document_.lower(phrase.last - 1);
    const bool is_unit =
        phrase.size() == 1 && (lexicons().units.contains(head) || lexicons().currencies.contains(head));
    return before_name || head.back() == '.' || is_unit || lexicons().units.field(head, 1) == "percent";
  }

  void collect(IndexRange phrase) {
    std::vector<uint32_t> terms;
    for (uint32_t at = phrase.last; at > phrase.first && terms.size() < kMostTerms;) {
      --at;
      if (in_time_[at]) break;
      const uint32_t term = counts_.term_of_token[at];
      const bool joined = at + 1 < phrase.last && document_.lower(at + 1) == "-";  // "high" of "high-speed ferry"
      if (term == kNoTerm) {
        if (document_.lower(at) == "-") continue;
        if (!terms.empty() && joined) note({at, phrase.last}, terms, at > phrase.first);
        break;
      }
      if (!joined && document_.grammar(at).upos == Upos::kAdj && counts_.rarity[term] < kCommon) break;
      terms.push_back(term);
      const bool inside_word = at > phrase.first && document_.lower(at - 1) == "-" && !document_.token(at).space_before;
      if (!inside_word) note({at, phrase.last}, terms, at > phrase.first);
    }
  }

  void note(IndexRange tokens, const std::vector<uint32_t>& terms, bool inside) {
    uint64_t key = 1469598103934665603u;
    for (const uint32_t term : terms) key = (key ^ term) * 1099511628211u;
    const auto [row, is_new] = index_.emplace(key, static_cast<uint32_t>(candidates_.size()));
    if (is_new) candidates_.push_back({terms, {}, tokens, 0, false, 0});
    Candidate& candidate = candidates_[row->second];
    if (candidate.terms != terms) return;
    candidate.mentions.push_back(tokens);
    if (inside) ++candidate.inside;
  }

  double score(const Candidate& candidate) const {
    const size_t length = std::min(candidate.terms.size(), kMostTerms);
    const auto frequency = static_cast<double>(candidate.mentions.size());
    double rarity = 0, headline = 0;
    for (const uint32_t term : candidate.terms) {
      rarity += std::min(kRarest, static_cast<double>(counts_.rarity[term]));
      headline += in_headline_[term] ? 1 : 0;
    }
    const auto words = static_cast<double>(candidate.terms.size());
    rarity /= words * kRarest;
    headline /= words;
    float salience = 0;
    for (uint32_t i = candidate.shown.first; i < candidate.shown.last; ++i) salience = std::max(salience, salience_[i]);
    const IndexRange first = candidate.mentions.front();
    const double place = 1 - static_cast<double>(first.first) / static_cast<double>(document_.tokens().size());
    // A phrase that mostly ends longer ones is their head, not a phrase of its own.
    const double alone = 1 - 0.5 * static_cast<double>(candidate.inside) / frequency;
    const double weight = length == 1 && candidate.is_name ? 0.8 : kLengthWeight[length];
    // What is said once may be no phrase at all, unless it is a name.
    const bool all_once = std::all_of(candidate.terms.begin(), candidate.terms.end(),
                                      [&](uint32_t term) { return counts_.frequency[term] < 2; });  // "holy grail"
    const double once = candidate.is_name ? (length == 1 ? 0.4 : 0.1) : (length == 1 || all_once ? 0.6 : 0.35);
    const double often = std::sqrt(frequency) - (frequency < 2 ? once : 0);
    return weight * often * rarity * alone * (1 + 0.8 * headline) * (0.6 + 0.4 * place) *
           (1 + 0.6 * static_cast<double>(salience));
  }

  std::vector<Keyphrase> chosen(const std::vector<uint32_t>& order) const {
    std::vector<Keyphrase> out;
    std::vector<uint32_t> uses(counts_.rarity.size());  // by term: in how many chosen phrases it stands
    size_t names = 0;
    std::vector<const Candidate*> before;
    for (const uint32_t index : order) {
      if (out.size() == kMostKeyphrases) break;
      const Candidate& candidate = candidates_[index];
      if (out.size() >= kFewest && candidate.score < kWeakest * candidates_[order[0]].score) break;
      if (candidate.is_name && names == kMostNames) continue;
      size_t shared = 0;
      for (const uint32_t term : candidate.terms) shared += uses[term] > 0 ? 1 : 0;
      if (candidate.is_name ? is_inside(candidate, before) : 2 * shared >= candidate.terms.size() && shared > 0)
        continue;
      before.push_back(&candidate);
      for (const uint32_t term : candidate.terms) ++uses[term];
      if (candidate.is_name) ++names;
      Keyphrase row;
      row.text = std::string(document_.span_of(candidate.shown).of(document_.text()));
      row.score = candidate.score / candidates_[order[0]].score;
      for (const IndexRange mention : candidate.mentions) row.mentions.push_back(document_.span_of(mention));
      out.push_back(std::move(row));
    }
    return out;
  }

  /// Whether a name is part of a chosen phrase, or one of them part of it: "PAC", "Super PAC".
  static bool is_inside(const Candidate& name, const std::vector<const Candidate*>& before) {
    const auto holds = [](const Candidate& whole, const Candidate& part) {
      return std::all_of(part.terms.begin(), part.terms.end(), [&](uint32_t term) {
        return std::find(whole.terms.begin(), whole.terms.end(), term) != whole.terms.end();
      });
    };
    return std::any_of(before.begin(), before.end(),
                       [&](const Candidate* other) { return holds(*other, name) || holds(name, *other); });
  }

  const Document& document_;
  const EntityAnalysis& entities_;
  TermCounts counts_;
  std::vector<bool> in_headline_;
  std::vector<float> salience_;  // by token
  std::vector<bool> in_time_;    // by token: part of a time expression
  std::vector<bool> taken_;      // by token: part of a name or a time expression
  std::vector<Candidate> candidates_;
  std::unordered_map<uint64_t, uint32_t> index_;  // by the hash of the terms; never iterated
};

}  // namespace

std::vector<Keyphrase> find_keyphrases(const Document& document, const EntityAnalysis& entities,
                                       const std::vector<Timex>& times) {
  return KeyphraseFinder(document, entities, times).find();
}

}  // namespace dateline
