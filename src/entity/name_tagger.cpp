#include "entity/name_tagger.h"

#include <algorithm>
#include <limits>

#include "lexicon/resource.h"

namespace dateline {
namespace {

/// The scores of a word at each distance, made when first wanted and kept while there is room: a table in which a new
/// word takes the place of an older one.
class WordScores {
 public:
  WordScores(const NameFeatures& features, const NameModel& model)
      : features_(features), model_(model), rows_(std::min<size_t>(kRows, round_up(features.word_count()))) {}

  const LabelScores& of(uint32_t word, int distance) {
    Row& row = rows_[word & (rows_.size() - 1)];
    if (row.word != word) {
      row.word = word;
      row.known = 0;
    }
    const auto where = static_cast<size_t>(distance + kWindow);
    LabelScores& scores = row.scores[where];
    if ((row.known >> where) & 1U) return scores;
    row.known |= 1U << where;
    scores = {};
    ids_.clear();
    features_.add_word_features(word, distance, ids_);
    model_.add(ids_, scores);
    return scores;
  }

 private:
  static constexpr size_t kRows = 1U << 14;
  static size_t round_up(size_t n) {
    size_t size = 16;
    while (size < n) size *= 2;
    return size;
  }
  struct Row {
    uint32_t word = 0xFFFFFFFF;
    uint32_t known = 0;
    std::array<LabelScores, 2 * kWindow + 1> scores;
  };
  const NameFeatures& features_;
  const NameModel& model_;
  std::vector<Row> rows_;
  std::vector<FeatureId> ids_;
};

void find_best_path(const std::vector<LabelScores>& scores, IndexRange tokens, const NameModel& model,
                    std::vector<std::array<uint8_t, kLabels>>& from, std::vector<uint8_t>& labels) {
  constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 2;
  from.assign(tokens.size(), {});
  LabelScores best = {};
  for (uint8_t label = 0; label < kLabels; ++label) {
    best[label] =
        may_follow(kOutside, label) ? scores[tokens.first][label] + model.transition(kOutside, label) : kNever;
  }
  for (uint32_t i = 1; i < tokens.size(); ++i) {
    LabelScores next;
    // What may come before a label that begins, or outside, is anything; before one inside, its own type only.
    for (uint8_t label = 0; label < kLabels; ++label) {
      int32_t top = kNever;
      uint8_t top_before = 0;
      for (uint8_t before = 0; before < kLabels; ++before) {
        if (!may_follow(before, label)) continue;
        const int32_t score = best[before] + model.transition(before, label);
        if (score > top) {
          top = score;
          top_before = before;
        }
      }
      next[label] = top + scores[tokens.first + i][label];
      from[i][label] = top_before;
    }
    best = next;
  }
  auto label = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (uint32_t i = tokens.size(); i-- > 0;) {
    labels[tokens.first + i] = label;
    label = from[i][label];
  }
}

/// What each token scores for each label without the document features.
std::vector<LabelScores> score_places(const Document& document, const NameFeatures& features, const NameModel& model) {
  std::vector<LabelScores> scores(document.tokens().size());
  WordScores word_scores(features, model);
  std::vector<FeatureId> ids;
  for (const Sentence& sentence : document.sentences()) {
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      LabelScores& sum = scores[i];
      sum = {};
      ids.clear();
      features.add_place_features(i, ids);
      model.add(ids, sum);
      for (int distance = -kWindow; distance <= kWindow; ++distance) {
        const int64_t place = static_cast<int64_t>(i) + distance;
        const bool inside = place >= sentence.tokens.first && place < sentence.tokens.last;
        const uint32_t word =
            inside ? features.word_of(static_cast<uint32_t>(place)) : uint32_t{NameFeatures::kOutsideWord};
        const LabelScores& part = word_scores.of(word, distance);
        for (size_t label = 0; label < kLabels; ++label) sum[label] += part[label];
      }
    }
  }
  return scores;
}

std::vector<uint8_t> best_labels(const Document& document, const std::vector<LabelScores>& scores,
                                 const NameModel& model) {
  std::vector<uint8_t> labels(document.tokens().size(), kOutside);
  std::vector<std::array<uint8_t, kLabels>> from;
  for (const Sentence& sentence : document.sentences()) find_best_path(scores, sentence.tokens, model, from, labels);
  return labels;
}

/// Whether a name is one word that the lists know as a body and as nothing else ("Greenpeace").
bool is_only_body(const NameFeatures& features, uint32_t first, uint32_t last) {
  NameClasses body;
  body.add(NameClass::kBody);
  return last == first + 1 && features.classes(first).bits() == body.bits();
}

}  // namespace

const NameModel& name_model() {
  static const NameModel model(resource("data/entity/names.model"));
  return model;
}

std::vector<Name> tag_names(const Document& document, const NameModel& model, uint32_t off) {
  NameFeatures features(document, off);
  std::vector<LabelScores> scores = score_places(document, features, model);
  features.learn_from_first_pass(best_labels(document, scores, model));
  std::vector<FeatureId> ids;
  for (uint32_t i = 0; i < scores.size(); ++i) {
    ids.clear();
    features.add_document_features(i, ids);
    model.add(ids, scores[i]);
  }
  const std::vector<uint8_t> labels = best_labels(document, scores, model);
  std::vector<Name> names;
  for (const Sentence& sentence : document.sentences()) {
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last;) {
      if (!is_begin(labels[i])) {
        ++i;
        continue;
      }
      const NameType type = type_of_label(labels[i]);
      uint32_t end = i + 1;
      while (end < sentence.tokens.last && labels[end] == inside_label(type)) ++end;
      uint32_t last = end;
      while (last > i + 1 && (document.lower(last - 1) == "'s" || document.lower(last - 1) == "'")) --last;
      names.push_back({{i, last}, is_only_body(features, i, last) ? NameType::kOrg : type});
      i = end;
    }
  }
  return names;
}

}  // namespace dateline
