// The templates of the name tagger's features. Each has a number; a feature is the hash of its template, its value and,
// for words, the distance.
#include <algorithm>

#include "entity/feature_values.h"
#include "entity/name_features.h"
#include "grammar/word_classes.h"

namespace dateline {
namespace {

enum Template : uint32_t {
  kBias = 1,
  kNorm,
  kLower,
  kPattern,
  kShape,
  kPrefix,
  kSuffix,
  kClass,
  kClassSet,
  kPhrase,
  kPairBefore,
  kPairAfter,
  kBeforeAndShape,
  kAfterAndShape,
  kShapes,
  kClassesBefore,
  kClassesAfter,
  kBlockAndShape,
  kFirstAndShape,
  kProfile,
  kDocumentProfile,
  kUsedAs,
  kNeighbours,
  kMostlyLabelled,
  kLongestName,
  kWordClass,
  kClassAndShape,
  kPairOfBefore,
  kPairOfAfter,
  kRunEnd,
  kRunStart,
  kRunBefore,
  kRunAfter,
  kRunPlace,
  kLabelledPair,
  kLineAndClasses,
  kGaps,
  kUsualCase,
  kUsualLabel,
};

FeatureId feature(uint32_t name, uint32_t value) {
  return mix(name, value) >> (32 - kFeatureBits);
}

}  // namespace

void NameFeatures::Sink::add(uint32_t name, uint32_t value) {
  out_.push_back(feature(name, value));
}

void NameFeatures::add_word_features(uint32_t number, int distance, std::vector<FeatureId>& out) const {
  const Word& word = words_[number];
  const uint32_t where = static_cast<uint32_t>(distance + kWindow);
  Sink sink(off_, out);
  const auto add = [&](Template name, uint32_t value) { sink.add(name * 8U + where + 1000U, value); };
  if (number == kOutsideWord) return add(kLower, 0);
  const int far = std::abs(distance);
  if (sink.wants(Family::kWords)) {
    add(kLower, text_hash(word.lower));
    if (far <= 1 && word.norm != word.lower) add(kNorm, text_hash(word.norm));
  }
  if (sink.wants(Family::kShapes)) {
    if (far <= 2) add(kPattern, word.pattern);
    if (far == 0) add(kShape, mix(static_cast<uint32_t>(word.shape), length_class(word.norm.size())));
  }
  if (sink.wants(Family::kClasses) && word.word_class != kNoClass) {
    for (const unsigned bits : {4U, 6U, 8U, 10U}) {
      if (far > 2 && bits != 6 && bits != 10) continue;
      add(kWordClass, mix(bits, word.word_class >> (WordClasses::kBits - bits)));
      if (far == 0 && bits != 10) {
        add(kClassAndShape, mix(mix(bits, word.word_class >> (WordClasses::kBits - bits)), word.pattern));
      }
    }
  }
  if (sink.wants(Family::kCase) && far <= 1) {
    add(kUsualCase, mix(word.usual_case, static_cast<uint32_t>(word.shape)));
  }
  if (sink.wants(Family::kUsualLabel) && far <= 1 && (word.usual_label != 0 || word.shape != Shape::kLower)) {
    add(kUsualLabel, mix(word.usual_label, word.pattern));
  }
  if (sink.wants(Family::kGazetteer)) {
    if (far > 1) {
      if (word.classes.has(NameClass::kTitle)) add(kClass, static_cast<uint32_t>(NameClass::kTitle));
    } else {
      for (uint32_t c = 0; c < static_cast<uint32_t>(NameClass::kCount); ++c) {
        if (word.classes.has(static_cast<NameClass>(c))) add(kClass, c);
      }
      if (!word.classes.none()) add(kClassSet, mix(word.classes.bits(), word.pattern));
    }
  }
  if (far > 1 || !sink.wants(Family::kAffixes)) return;
  const std::string_view text = far == 0 ? word.norm : word.lower;
  const size_t least = far == 0 ? 1 : 3, most = far == 0 ? 4 : 3;
  for (size_t n = least; n <= most && n < text.size(); ++n) {
    add(kPrefix, mix(static_cast<uint32_t>(n), text_hash(text.substr(0, n))));
    add(kSuffix, mix(static_cast<uint32_t>(n), text_hash(word.lower.substr(word.lower.size() - n))));
  }
}

void NameFeatures::add_place_features(uint32_t token, std::vector<FeatureId>& out) const {
  Sink sink(off_, out);
  const auto add = [&](Template name, uint32_t value) { sink.add(name, value); };
  const Word& word = word_at(token, 0);
  const Word& before = word_at(token, -1);
  const Word& after = word_at(token, 1);
  const uint32_t shape = static_cast<uint32_t>(word.shape);
  const uint32_t lower = text_hash(word.lower);
  const uint32_t lower_before = text_hash(before.lower);
  const uint32_t lower_after = text_hash(after.lower);
  add(kBias, 0);
  if (sink.wants(Family::kPairs)) {
    add(kPairBefore, mix(lower_before, lower));
    add(kPairAfter, mix(lower, lower_after));
    add(kBeforeAndShape, mix(lower_before, word.pattern));
    add(kAfterAndShape, mix(lower_after, word.pattern));
    add(kPairOfBefore, mix(text_hash(word_at(token, -2).lower), lower_before));
    add(kPairOfAfter, mix(lower_after, text_hash(word_at(token, 2).lower)));
  }
  if (sink.wants(Family::kShapes)) {
    add(kShapes, mix(mix(before.pattern, word.pattern), after.pattern));
    add(kShapes, mix(mix(word.pattern, after.pattern), word_at(token, 2).pattern + 7));
    const uint32_t gap_before = gap_before_token(token), gap_after = gap_before_token(token + 1);
    add(kGaps, mix(gap_before * 4 + gap_after, word.pattern));
    add(kGaps, mix(100 + gap_before, mix(before.pattern, word.pattern)));
    add(kGaps, mix(200 + gap_after, mix(word.pattern, after.pattern)));
  }
  if (sink.wants(Family::kGazetteer)) {
    if (!word.classes.none() || !before.classes.none()) {
      add(kClassesBefore, mix(before.classes.bits(), mix(word.classes.bits(), shape)));
    }
    if (!word.classes.none() || !after.classes.none()) {
      add(kClassesAfter, mix(after.classes.bits(), mix(word.classes.bits(), shape)));
    }
    for (int distance = -1; distance <= 1; ++distance) {
      if (!in_sentence(token, distance)) continue;
      const auto place = static_cast<uint32_t>(static_cast<int64_t>(token) + distance);
      for (uint32_t c = 0; c < static_cast<uint32_t>(NameClass::kCount); ++c) {
        if ((phrase_bits_[place] >> c) & 1U)
          add(kPhrase, mix(c * 8 + phrase_position_[place], static_cast<uint32_t>(distance + 1)));
      }
    }
  }
  if (sink.wants(Family::kCase)) {
    const uint32_t around = before.usual_case * 6 + after.usual_case;
    add(kUsualCase, mix(1000 + word.usual_case * 36 + around, mix(before.pattern, mix(word.pattern, after.pattern))));
  }
  if (sink.wants(Family::kUsualLabel) && (has_capital(word.shape) || word.usual_label != 0)) {
    add(kUsualLabel, mix(1000 + word.usual_label, mix(before.usual_label, before.pattern)));
    add(kUsualLabel, mix(2000 + word.usual_label, mix(after.usual_label, after.pattern)));
  }
  const uint32_t sentence_number = document_.sentence_of(token);
  const Sentence& sentence = document_.sentence(sentence_number);
  const bool first = token == sentence.tokens.first;
  if (sink.wants(Family::kLines)) {
    add(kBlockAndShape, mix(static_cast<uint32_t>(document_.block_of(sentence).kind), shape));
    add(kFirstAndShape, mix(first ? 1 : 0, mix(word.pattern, word.classes.bits())));
    const uint32_t profile = sentence_profile_[sentence_number];
    add(kProfile, mix(profile & 3U, mix(shape, first ? 1 : 0)));
    if (sink.wants(Family::kCase)) {
      const uint32_t kind = (profile & 128U) != 0 ? 4 : profile & 3U;
      add(kUsualCase, mix(2000 + kind * 2 + (first ? 1 : 0), mix(word.usual_case, shape)));
    }
    add(kProfile, mix(100 + profile, shape));
    if (((profile & 3U) != 0 || (profile & 128U) != 0)) {
      const uint32_t kind = (profile & 128U) != 0 ? 4 : profile & 3U;
      add(kLineAndClasses, mix(kind, word.classes.bits()));
      add(kLineAndClasses, mix(kind + 10, lower));
      if (word.word_class != kNoClass) add(kLineAndClasses, mix(kind + 20, word.word_class));
    }
    const uint32_t position = std::min<uint32_t>(token - sentence.tokens.first, 3);
    add(kDocumentProfile, mix(document_profile_ * 4 + position, mix(profile & 7U, shape)));
    add(kDocumentProfile, mix(1000 + document_profile_, mix(shape, word.classes.bits())));
  }
  if (!has_capital(word.shape)) {
    const Evidence& seen = evidence_[word.evidence];
    if (sink.wants(Family::kUse) && word.shape == Shape::kLower && seen.capital_inside > 0) {
      add(kUsedAs, mix(1000 + (seen.lower > seen.capital_inside ? 1 : 0), length_class(word.lower.size())));
    }
    return;
  }
  if (sink.wants(Family::kUse)) {
    const Evidence& seen = evidence_[word.evidence];
    const uint32_t used = (seen.lower > 0 ? 1U : 0U) | (seen.capital_inside > 0 ? 2U : 0U) | (seen.upper > 0 ? 4U : 0U);
    add(kUsedAs, mix(used, mix(first ? 1 : 0, shape)));
    add(kNeighbours, (seen.after_given_name ? 1U : 0U) | (seen.after_title ? 2U : 0U) |
                         (seen.before_org_word ? 4U : 0U) | (seen.after_place_preposition ? 8U : 0U));
  }
  const IndexRange run = runs_[token];
  if (sink.wants(Family::kRuns) && run.size() > 0) {
    const auto at = [&](int64_t place) -> const Word& {
      return word_at(token, static_cast<int>(place - static_cast<int64_t>(token)));
    };
    const Word& start = at(run.first);
    const Word& end = at(int64_t{run.last} - 1);
    const Word& outside_before = at(int64_t{run.first} - 1);
    const Word& outside_after = at(run.last);
    const uint32_t length = std::min<uint32_t>(run.size(), 4);
    const uint32_t place = token == run.first ? 0 : token + 1 == run.last ? 2 : 1;
    add(kRunPlace, mix(length, mix(place, shape)));
    add(kRunPlace, mix(100 + length, mix(place, mix(start.classes.bits(), end.classes.bits()))));
    if (length > 1) {
      add(kRunEnd, mix(place, text_hash(end.lower)));
      add(kRunEnd, mix(place + 10, mix(end.classes.bits(), length)));
      add(kRunStart, mix(place, text_hash(start.lower)));
      add(kRunStart, mix(place + 10, mix(start.classes.bits(), length)));
      add(kRunBefore, mix(place, text_hash(outside_before.lower)));
      add(kRunAfter, mix(place, text_hash(outside_after.lower)));
    }
    if (outside_before.word_class != kNoClass)
      add(kRunBefore, mix(place + 10, mix(outside_before.word_class >> 2, length)));
    if (outside_after.word_class != kNoClass)
      add(kRunAfter, mix(place + 10, mix(outside_after.word_class >> 2, length)));
    if (outside_after.word_class != kNoClass && outside_before.word_class != kNoClass)
      add(kRunAfter, mix(place + 20, mix(outside_after.word_class >> 4, mix(outside_before.word_class >> 4, length))));
  }
}

void NameFeatures::add_document_features(uint32_t token, std::vector<FeatureId>& out) const {
  const Word& word = word_at(token, 0);
  const Evidence& seen = evidence_[word.evidence];
  if (!has_capital(word.shape) && (word.shape != Shape::kLower || seen.longest_name == 0)) return;
  Sink sink(off_, out);
  if (!sink.wants(Family::kFirstPass)) return;
  const auto add = [&](Template name, uint32_t value) { sink.add(name, value); };
  // Elsewhere: this token itself does not count.
  const uint8_t own = labels_[token];
  const size_t own_kind = own == kOutside ? 0 : 1 + static_cast<size_t>(type_of_label(own));
  uint32_t counts[1 + kNameTypes], total = 0, best = 0;
  for (uint32_t c = 0; c <= kNameTypes; ++c) {
    counts[c] = seen.labels[c];
    if (c == own_kind && counts[c] > 0) --counts[c];
    total += counts[c];
    if (counts[c] > counts[best]) best = c;
  }
  if (total > 0) {
    const uint32_t share = counts[best] == total ? 2 : counts[best] * 3 >= total * 2 ? 1 : 0;
    const uint32_t often = total > 4 ? 2 : total > 2 ? 1 : 0;
    add(kMostlyLabelled, mix(best * 16 + share * 4 + often, static_cast<uint32_t>(word.shape)));
    add(kMostlyLabelled, 777 + best);
    for (uint32_t c = 0; c <= kNameTypes; ++c) {
      if (c != best && counts[c] > 0) add(kMostlyLabelled, 888 + c);
    }
    if (seen.longest_name > 0) {
      add(kLongestName,
          mix(static_cast<uint32_t>(seen.longest_type) * 8 + seen.longest_place, seen.longest_name > 1 ? 1 : 0));
    }
  }
  const auto add_pair = [&](uint32_t first, uint32_t side) {
    const auto row = pairs_.find(pair_key(first));
    if (row == pairs_.end()) return;
    std::array<uint32_t, 1 + kNameTypes> seen_pair = row->second;
    --seen_pair[pair_label(first)];
    const auto top = std::max_element(seen_pair.begin(), seen_pair.end());
    if (*top == 0) return;
    add(kLabelledPair, mix(side, static_cast<uint32_t>(top - seen_pair.begin())));
  };
  if (in_sentence(token, -1) && is_pair(token - 1)) add_pair(token - 1, 0);
  if (in_sentence(token, 1) && is_pair(token)) add_pair(token, 1);
}

}  // namespace dateline
