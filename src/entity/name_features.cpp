// What the features are made of: the words of a document, the runs and phrases that they stand in, how each is used.
// The features themselves are in name_templates.cpp.
#include "entity/name_features.h"

#include <algorithm>

#include "entity/feature_values.h"
#include "entity/word_case.h"
#include "entity/word_labels.h"
#include "grammar/word_classes.h"
#include "text/characters.h"

namespace dateline {
namespace {

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

bool is_place_preposition(std::string_view lower) {
  return lower == "in" || lower == "at" || lower == "near" || lower == "from" || lower == "across";
}

}  // namespace

NameFeatures::NameFeatures(const Document& document, uint32_t off) : document_(document), off_(off) {
  number_words();
  find_runs();
  find_phrases();
  collect_evidence();
}

void NameFeatures::number_words() {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const WordCase& usual = WordCase::instance();
  const WordLabels& labels = WordLabels::instance();
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
      const uint32_t known = word_classes().find(class_key(token.lower));
      word.word_class = known == WordClasses::kNone ? kNoClass : word_classes().path(known);
      word.usual_case = usual.of(token.lower);
      word.usual_label = labels.of(token.lower);
      const auto [lower_row, new_lower] = lower_numbers.emplace(token.lower, static_cast<uint32_t>(evidence_.size()));
      if (new_lower) evidence_.push_back({});
      word.evidence = lower_row->second;
      words_.push_back(word);
    }
    words_of_tokens_.push_back(row->second);
  }
}

/// A run: words with a capital, and between two of them "of", "of the", "&" or a hyphen without blanks.
void NameFeatures::find_runs() {
  runs_.assign(document_.tokens().size(), {0, 0});
  const auto capital = [&](uint32_t token) { return has_capital(document_.token(token).shape); };
  for (const Sentence& sentence : document_.sentences()) {
    const uint32_t last = sentence.tokens.last;
    /// How many small tokens stand between a run that ends before `token` and its next word; 0 where it ends there.
    const auto link = [&](uint32_t token) -> uint32_t {
      if (token + 1 >= last) return 0;
      const std::string_view lower = document_.lower(token);
      const bool hyphen = lower == "-" && !document_.token(token).space_before;
      if (capital(token + 1) && (lower == "of" || lower == "&" || hyphen)) return 1;
      const bool of_the = lower == "of" && document_.lower(token + 1) == "the";
      return of_the && token + 2 < last && capital(token + 2) ? 2 : 0;
    };
    for (uint32_t i = sentence.tokens.first; i < last;) {
      if (!capital(i)) {
        ++i;
        continue;
      }
      uint32_t end = i + 1;
      while (end < last) {
        const uint32_t small = capital(end) ? 0 : link(end);
        if (!capital(end) && small == 0) break;
        end += small + 1;
      }
      for (uint32_t k = i; k < end; ++k) runs_[k] = {i, end};
      i = end;
    }
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
    const bool no_capitals = capital + upper == 0 && lower > 1;
    const bool table = lower <= 1 && numbers > 0 && !full_stop;
    if (table) ++table_lines;
    sentence_profile_.push_back(kind | (numbers > 0 ? 4U : 0U) | (full_stop ? 8U : 0U) |
                                length_class(sentence.tokens.size()) << 4 | (no_capitals ? 128U : 0U));
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

uint32_t NameFeatures::gap_before_token(uint32_t token) const {
  if (token == 0 || token >= document_.tokens().size()) return 2;
  const uint32_t from = document_.token(token - 1).span.end, to = document_.token(token).span.start;
  if (from >= to) return 0;
  return document_.text().substr(from, to - from).find('\n') == std::string_view::npos ? 1 : 2;
}

const NameFeatures::Word& NameFeatures::word_at(uint32_t token, int distance) const {
  if (!in_sentence(token, distance)) return words_[kOutsideWord];
  return words_[words_of_tokens_[static_cast<uint32_t>(static_cast<int64_t>(token) + distance)]];
}

void NameFeatures::learn_from_first_pass(const std::vector<uint8_t>& labels) {
  for (Evidence& seen : evidence_) {
    std::fill(std::begin(seen.labels), std::end(seen.labels), 0U);
    seen.longest_name = 0;
  }
  labels_ = labels;
  pairs_.clear();
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
  for (uint32_t i = 0; i + 1 < labels.size(); ++i) {
    if (is_pair(i)) ++pairs_[pair_key(i)][pair_label(i)];
  }
}

bool NameFeatures::is_pair(uint32_t token) const {
  return has_capital(document_.token(token).shape) && in_sentence(token, 1) &&
         has_capital(document_.token(token + 1).shape);
}

uint64_t NameFeatures::pair_key(uint32_t token) const {
  return uint64_t{words_[words_of_tokens_[token]].evidence} << 32 | words_[words_of_tokens_[token + 1]].evidence;
}

size_t NameFeatures::pair_label(uint32_t token) const {
  const uint8_t next = labels_[token + 1];
  return next == kOutside || is_begin(next) ? 0 : 1 + static_cast<size_t>(type_of_label(next));
}

}  // namespace dateline
