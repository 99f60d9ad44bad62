// Each noun phrase is a candidate, and so is each of its ends ("Russian air strikes", "air strikes"): the head of an
// English noun phrase stands last. Candidates with the same terms are one. What is said often, early, in the headline,
// of the chief entities and in rare words ranks first; a candidate that shares its words with a better one is a
// fragment of it, and goes.
#include "summary/keyphrases.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "summary/noun_phrases.h"
#include "summary/rarity.h"

namespace dateline {
namespace {

constexpr size_t kMostKeyphrases = 12;
constexpr size_t kMostCompared = 400;  // best candidates among which the phrases are chosen
constexpr double kLengthWeight[] = {0, 0.55, 1.0, 1.1, 1.0};

struct Candidate {
  std::vector<uint32_t> terms;
  std::vector<IndexRange> mentions;
  uint32_t inside = 0;  // how many of its mentions are the end of a longer phrase
  double score = 0;
};

class KeyphraseFinder {
 public:
  KeyphraseFinder(const Document& document, const EntityAnalysis& entities)
      : document_(document), counts_(count_terms(document)) {
    in_headline_.resize(counts_.rarity.size());
    for (const Sentence& sentence : document.sentences()) {
      if (document.block_of(sentence).kind != BlockKind::kHeadline) continue;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i)
        if (counts_.term_of_token[i] != kNoTerm) in_headline_[counts_.term_of_token[i]] = true;
    }
    salience_.resize(document.tokens().size());
    for (const Mention& mention : entities.mentions) {
      if (mention.kind != MentionKind::kName) continue;
      const auto salience = static_cast<float>(entities.entities[mention.entity].salience);
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) salience_[i] = salience;
    }
  }

  std::vector<Keyphrase> find() {
    for (const IndexRange phrase : find_noun_phrases(document_)) collect(phrase);
    for (Candidate& candidate : candidates_) candidate.score = score(candidate);
    std::vector<uint32_t> order(candidates_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return candidates_[a].score > candidates_[b].score; });
    if (order.size() > kMostCompared) order.resize(kMostCompared);
    return chosen(order);
  }

 private:
  void collect(IndexRange phrase) {
    std::vector<uint32_t> terms;
    uint32_t at = phrase.last;
    while (at > phrase.first) {
      --at;
      const uint32_t term = counts_.term_of_token[at];
      if (term == kNoTerm) {
        if (document_.lower(at) == "-") continue;
        if (!terms.empty() && terms.size() < std::size(kLengthWeight) && document_.lower(at + 1) == "-")
          note({at, phrase.last}, terms, at > phrase.first);  // "high" of "high-speed ferry"
        break;
      }
      if (at > phrase.first && document_.lower(at - 1) == "-" && !document_.token(at).space_before) {
        terms.push_back(term);
        continue;  // no phrase begins inside a hyphenated word
      }
      terms.push_back(term);
      if (terms.size() < std::size(kLengthWeight)) note({at, phrase.last}, terms, at > phrase.first);
    }
  }

  void note(IndexRange tokens, const std::vector<uint32_t>& terms, bool inside) {
    uint64_t key = 1469598103934665603u;
    for (const uint32_t term : terms) key = (key ^ term) * 1099511628211u;
    const auto [row, is_new] = index_.emplace(key, static_cast<uint32_t>(candidates_.size()));
    if (is_new) candidates_.push_back({terms, {}, 0, 0});
    Candidate& candidate = candidates_[row->second];
    if (candidate.terms != terms) return;
    candidate.mentions.push_back(tokens);
    if (inside) ++candidate.inside;
  }

  double score(const Candidate& candidate) const {
    const size_t length = candidate.terms.size();
    const auto frequency = static_cast<double>(candidate.mentions.size());
    double rarity = 0, headline = 0;
    for (const uint32_t term : candidate.terms) {
      rarity += std::min(9.5f, counts_.rarity[term]);
      headline += in_headline_[term] ? 1 : 0;
    }
    const auto words = static_cast<double>(length);
    rarity /= words * 9.5;
    headline /= words;
    const IndexRange first = candidate.mentions.front();
    float salience = 0;
    bool name = true;
    for (uint32_t i = first.first; i < first.last; ++i) {
      salience = std::max(salience, salience_[i]);
      name = name && document_.token(i).is_capitalized();
    }
    const double place = 1 - static_cast<double>(first.first) / static_cast<double>(document_.tokens().size());
    // A phrase that mostly ends longer ones is their head, not a phrase of its own.
    const double alone = 1 - 0.5 * static_cast<double>(candidate.inside) / frequency;
    const double weight = length == 1 && name ? 0.8 : kLengthWeight[length];
    // What is said once may be no phrase at all, unless it is a name.
    const double often = std::sqrt(frequency) - (frequency < 2 ? (length == 1 ? 0.6 : name ? 0.1 : 0.35) : 0);
    return weight * often * rarity * alone * (1 + 0.8 * headline) * (0.6 + 0.4 * place) *
           (1 + 0.6 * static_cast<double>(salience));
  }

  std::vector<Keyphrase> chosen(const std::vector<uint32_t>& order) const {
    std::vector<Keyphrase> out;
    std::vector<uint32_t> uses(counts_.rarity.size());  // by term: in how many chosen phrases it stands
    for (const uint32_t index : order) {
      if (out.size() == kMostKeyphrases) break;
      const Candidate& candidate = candidates_[index];
      size_t shared = 0;
      for (const uint32_t term : candidate.terms) shared += uses[term] > 0 ? 1 : 0;
      if (2 * shared >= candidate.terms.size() && shared > 0) continue;
      for (const uint32_t term : candidate.terms) ++uses[term];
      Keyphrase row;
      const Span first = document_.span_of(candidate.mentions.front());
      row.text = std::string(first.of(document_.text()));
      row.score = candidate.score / candidates_[order[0]].score;
      for (const IndexRange mention : candidate.mentions) row.mentions.push_back(document_.span_of(mention));
      out.push_back(std::move(row));
    }
    return out;
  }

  const Document& document_;
  TermCounts counts_;
  std::vector<bool> in_headline_;
  std::vector<float> salience_;  // by token
  std::vector<Candidate> candidates_;
  std::unordered_map<uint64_t, uint32_t> index_;  // by the hash of the terms; never iterated
};

}  // namespace

std::vector<Keyphrase> find_keyphrases(const Document& document, const EntityAnalysis& entities) {
  return KeyphraseFinder(document, entities).find();
}

}  // namespace dateline
