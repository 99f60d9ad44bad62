// Templates have a number each; a feature is the hash of its template, its value and, for words, the distance.
#include "entity/name_features.h"

#include <algorithm>

#include "text/characters.h"

namespace dateline {
namespace {

/// Mixes two numbers (the finaliser of MurmurHash3).
uint32_t mix(uint32_t a, uint32_t b) {
  uint32_t h = a * 0x9E3779B1U + b + 0x7F4A7C15U;
  h ^= h >> 16;
  h *= 0x85EBCA6BU;
  h ^= h >> 13;
  h *= 0xC2B2AE35U;
  h ^= h >> 16;
  return h;
}

uint32_t hash_of(std::string_view text) {
  uint32_t h = 0x811C9DC5U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return h;
}

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
  kQuoted,
};

FeatureId feature(uint32_t name, uint32_t value) {
  return mix(name, value) >> (32 - kFeatureBits);
}

/// "Xx", "X.X.", "x-x", "d": runs of one kind of character written once, at most eight of them.
uint32_t collapsed_shape(std::string_view text) {
  uint32_t h = 17;
  char before = '\0';
  int runs = 0;
  for (size_t i = 0; i < text.size() && runs < 8;) {
    const CodePoint point = decode(text, i);
    i += point.length;
    const char kind = is_upper(point.value)    ? 'X'
                      : is_letter(point.value) ? 'x'
                      : is_digit(point.value)  ? 'd'
                      : point.value < 0x80     ? static_cast<char>(point.value)
                                               : '?';
    if (kind == before) continue;
    before = kind;
    h = mix(h, static_cast<unsigned char>(kind));
    ++runs;
  }
  return h;
}

uint32_t length_class(size_t n) {
  return n <= 3 ? static_cast<uint32_t>(n) : n <= 6 ? 4 : n <= 10 ? 5 : n <= 20 ? 6 : 7;
}

bool is_place_preposition(std::string_view lower) {
  return lower == "in" || lower == "at" || lower == "near" || lower == "from" || lower == "across";
}

}  // namespace

NameFeatures::NameFeatures(const Document& document) : document_(document) {
  number_words();
  find_phrases();
  collect_evidence();
}

void NameFeatures::number_words() {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const size_t count = document_.tokens().size();
  std::unordered_map<std::string_view, uint32_t> numbers, lower_numbers;
  numbers.reserve(count / 2 + 16);
  lower_numbers.reserve(count / 2 + 16);
  words_.push_back({});
  evidence_.push_back({});
  words_of_tokens_.reserve(count);
  for (const Token& token : document_.tokens()) {
    const auto [row, added] = numbers.emplace(token.norm, static_cast<uint32_t>(words_.size()));
    if (added) {
      Word word;
      word.norm = token.norm;
      word.lower = token.lower;
      word.shape = token.shape;
      word.pattern = collapsed_shape(token.norm.substr(0, 40));
      word.classes = gazetteer.classes_of(token.lower);
      const auto [lower_row, new_lower] = lower_numbers.emplace(token.lower, static_cast<uint32_t>(evidence_.size()));
      if (new_lower) evidence_.push_back({});
      word.evidence = lower_row->second;
      words_.push_back(word);
    }
    words_of_tokens_.push_back(row->second);
  }
}

void NameFeatures::find_phrases() {
  const Gazetteer& gazetteer = Gazetteer::instance();
  phrase_bits_.assign(document_.tokens().size(), 0);
  phrase_position_.assign(document_.tokens().size(), 0);
  for (const Sentence& sentence : document_.sentences()) {
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!document_.token(i).is_word()) continue;
      const Gazetteer::Match match = gazetteer.longest_phrase(document_, i, sentence.tokens.last);
      for (uint32_t k = 0; k < match.tokens; ++k) {
        phrase_bits_[i + k] |= match.classes.bits();
        if (phrase_position_[i + k] != 2) phrase_position_[i + k] = k == 0 ? 1 : 2;
      }
    }
  }
}

void NameFeatures::collect_evidence() {
  uint32_t table_lines = 0;
  sentence_profile_.reserve(document_.sentences().size());
  for (const Sentence& sentence : document_.sentences()) {
    uint32_t lower = 0, capital = 0, upper = 0, numbers = 0;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      switch (document_.token(i).shape) {
        case Shape::kLower:
          ++lower;
          break;
        case Shape::kCapitalized:
          ++capital;
          break;
        case Shape::kUpper:
          ++upper;
          break;
        case Shape::kNumber:
          ++numbers;
          break;
        default:
          break;
      }
    }
    const uint32_t words = lower + capital + upper;
    const bool all_upper = words > 1 && upper * 4 > words * 3;
    const bool title_case = !all_upper && words > 2 && (capital + upper) * 4 > words * 3;
    const bool full_stop = document_.lower(sentence.tokens.last - 1) == ".";
    const uint32_t kind = all_upper ? 1 : title_case ? 2 : lower == 0 ? 3 : 0;
    const bool table = lower <= 1 && numbers > 0 && !full_stop;
    if (table) ++table_lines;
    sentence_profile_.push_back(kind | (numbers > 0 ? 4U : 0U) | (full_stop ? 8U : 0U) |
                                length_class(sentence.tokens.size()) << 4);
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Word& word = words_[words_of_tokens_[i]];
      Evidence& seen = evidence_[word.evidence];
      if (word.shape == Shape::kLower) {
        ++seen.lower;
        continue;
      }
      if (kind == 1) continue;
      if (word.shape == Shape::kUpper) ++seen.upper;
      if (word.shape == Shape::kCapitalized && kind == 0 && i > sentence.tokens.first) ++seen.capital_inside;
      if (!document_.token(i).is_capitalized()) continue;
      if (i > sentence.tokens.first) {
        const Word& before = words_[words_of_tokens_[i - 1]];
        if (before.shape == Shape::kCapitalized && before.classes.has(NameClass::kGivenName) &&
            !before.classes.has(NameClass::kCommonWord))
          seen.after_given_name = true;
        if (before.classes.has(NameClass::kTitle)) seen.after_title = true;
        if (is_place_preposition(before.lower)) seen.after_place_preposition = true;
      }
      if (i + 1 < sentence.tokens.last) {
        const Word& after = words_[words_of_tokens_[i + 1]];
        if (after.classes.has(NameClass::kOrgWord) && document_.token(i + 1).is_capitalized())
          seen.before_org_word = true;
      }
    }
  }
  const auto sentences = static_cast<uint32_t>(document_.sentences().size());
  document_profile_ = sentences < 2 ? 0 : table_lines * 2 > sentences ? 3 : table_lines * 6 > sentences ? 2 : 1;
}

bool NameFeatures::in_sentence(uint32_t token, int distance) const {
  const IndexRange sentence = document_.sentence(document_.sentence_of(token)).tokens;
  const int64_t place = static_cast<int64_t>(token) + distance;
  return place >= sentence.first && place < sentence.last;
}

const NameFeatures::Word& NameFeatures::word_at(uint32_t token, int distance) const {
  if (!in_sentence(token, distance)) return words_[kOutsideWord];
  return words_[words_of_tokens_[static_cast<uint32_t>(static_cast<int64_t>(token) + distance)]];
}

void NameFeatures::add_word_features(uint32_t number, int distance, std::vector<FeatureId>& out) const {
  const Word& word = words_[number];
  const uint32_t where = static_cast<uint32_t>(distance + kWindow);
  const auto add = [&](Template name, uint32_t value) { out.push_back(feature(name * 8U + where + 1000U, value)); };
  if (number == kOutsideWord) return add(kLower, 0);
  add(kLower, hash_of(word.lower));
  add(kPattern, word.pattern);
  const int far = std::abs(distance);
  if (far > 1) {
    if (word.classes.has(NameClass::kTitle)) add(kClass, static_cast<uint32_t>(NameClass::kTitle));
    return;
  }
  if (word.norm != word.lower) add(kNorm, hash_of(word.norm));
  for (uint32_t c = 0; c < static_cast<uint32_t>(NameClass::kCount); ++c) {
    if (word.classes.has(static_cast<NameClass>(c))) add(kClass, c);
  }
  if (!word.classes.none()) add(kClassSet, mix(word.classes.bits(), word.pattern));
  const std::string_view text = far == 0 ? word.norm : word.lower;
  for (size_t n = far == 0 ? 1 : 3; n <= (far == 0 ? 4U : 3U) && n < text.size(); ++n) {
    add(kPrefix, mix(static_cast<uint32_t>(n), hash_of(text.substr(0, n))));
  }
  for (size_t n = far == 0 ? 1 : 3; n <= (far == 0 ? 4U : 3U) && n < text.size(); ++n) {
    add(kSuffix, mix(static_cast<uint32_t>(n), hash_of(word.lower.substr(word.lower.size() - n))));
  }
  if (far == 0) add(kShape, mix(static_cast<uint32_t>(word.shape), length_class(word.norm.size())));
}

void NameFeatures::add_place_features(uint32_t token, std::vector<FeatureId>& out) const {
  const auto add = [&](Template name, uint32_t value) { out.push_back(feature(name, value)); };
  const Word& word = word_at(token, 0);
  const Word& before = word_at(token, -1);
  const Word& after = word_at(token, 1);
  const uint32_t shape = static_cast<uint32_t>(word.shape);
  const uint32_t lower = hash_of(word.lower);
  const uint32_t lower_before = hash_of(before.lower);
  const uint32_t lower_after = hash_of(after.lower);
  add(kBias, 0);
  add(kPairBefore, mix(lower_before, lower));
  add(kPairAfter, mix(lower, lower_after));
  add(kBeforeAndShape, mix(lower_before, word.pattern));
  add(kAfterAndShape, mix(lower_after, word.pattern));
  add(kShapes, mix(mix(before.pattern, word.pattern), after.pattern));
  add(kShapes, mix(mix(word.pattern, after.pattern), word_at(token, 2).pattern + 7));
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
  const uint32_t sentence_number = document_.sentence_of(token);
  const Sentence& sentence = document_.sentence(sentence_number);
  const bool first = token == sentence.tokens.first;
  add(kBlockAndShape, mix(static_cast<uint32_t>(document_.block_of(sentence).kind), shape));
  add(kFirstAndShape, mix(first ? 1 : 0, mix(word.pattern, word.classes.bits())));
  const uint32_t profile = sentence_profile_[sentence_number];
  add(kProfile, mix(profile & 3U, mix(shape, first ? 1 : 0)));
  add(kProfile, mix(100 + profile, shape));
  const uint32_t position = std::min<uint32_t>(token - sentence.tokens.first, 3);
  add(kDocumentProfile, mix(document_profile_ * 4 + position, mix(profile & 7U, shape)));
  add(kDocumentProfile, mix(1000 + document_profile_, mix(shape, word.classes.bits())));
  if (word.shape == Shape::kCapitalized || word.shape == Shape::kUpper || word.shape == Shape::kMixed) {
    const Evidence& seen = evidence_[word.evidence];
    const uint32_t used = (seen.lower > 0 ? 1U : 0U) | (seen.capital_inside > 0 ? 2U : 0U) | (seen.upper > 0 ? 4U : 0U);
    add(kUsedAs, mix(used, mix(first ? 1 : 0, shape)));
    add(kNeighbours, (seen.after_given_name ? 1U : 0U) | (seen.after_title ? 2U : 0U) |
                         (seen.before_org_word ? 4U : 0U) | (seen.after_place_preposition ? 8U : 0U));
  }
}

void NameFeatures::learn_from_first_pass(const std::vector<uint8_t>& labels) {
  for (Evidence& seen : evidence_) {
    std::fill(std::begin(seen.labels), std::end(seen.labels), 0U);
    seen.longest_name = 0;
  }
  for (uint32_t i = 0; i < labels.size();) {
    if (!is_begin(labels[i])) {
      if (document_.token(i).is_capitalized()) ++evidence_[words_[words_of_tokens_[i]].evidence].labels[0];
      ++i;
      continue;
    }
    const NameType type = type_of_label(labels[i]);
    uint32_t end = i + 1;
    while (end < labels.size() && labels[end] == inside_label(type)) ++end;
    for (uint32_t k = i; k < end; ++k) {
      Evidence& seen = evidence_[words_[words_of_tokens_[k]].evidence];
      ++seen.labels[1 + static_cast<size_t>(type)];
      const uint32_t length = std::min<uint32_t>(end - i, 6);
      if (length > seen.longest_name) {
        seen.longest_name = length;
        seen.longest_type = type;
        seen.longest_place = static_cast<uint8_t>(k == i ? 0 : k + 1 == end ? 2 : 1);
      }
    }
    i = end;
  }
}

void NameFeatures::add_document_features(uint32_t token, std::vector<FeatureId>& out) const {
  const Word& word = word_at(token, 0);
  if (word.shape != Shape::kCapitalized && word.shape != Shape::kUpper && word.shape != Shape::kMixed) return;
  const auto add = [&](Template name, uint32_t value) { out.push_back(feature(name, value)); };
  const Evidence& seen = evidence_[word.evidence];
  uint32_t total = 0, best = 0;
  for (uint32_t c = 0; c <= kNameTypes; ++c) {
    total += seen.labels[c];
    if (seen.labels[c] > seen.labels[best]) best = c;
  }
  if (total > 1) {
    const uint32_t share = seen.labels[best] == total ? 2 : seen.labels[best] * 3 >= total * 2 ? 1 : 0;
    const uint32_t often = total > 4 ? 2 : total > 2 ? 1 : 0;
    add(kMostlyLabelled, mix(best * 16 + share * 4 + often, static_cast<uint32_t>(word.shape)));
    add(kMostlyLabelled, 777 + best);
    for (uint32_t c = 0; c <= kNameTypes; ++c) {
      if (c != best && seen.labels[c] > 0) add(kMostlyLabelled, 888 + c);
    }
  }
  if (seen.longest_name > 0 && total > 1) {
    add(kLongestName,
        mix(static_cast<uint32_t>(seen.longest_type) * 8 + seen.longest_place, seen.longest_name > 1 ? 1 : 0));
  }
}

}  // namespace dateline
