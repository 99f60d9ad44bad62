// What the name tagger sees of a token: hashed features, the same in training and at run time.
//
// Three groups: those of a word alone (its letters, shape, gazetteer classes), which are wanted for the words around
// too and are made once for each different word; those of a place in the text (neighbours together, block, sentence);
// and what a first pass over the whole document found out about the word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "entity/gazetteer.h"

namespace dateline {

/// A feature: a hash of kFeatureBits bits.
using FeatureId = uint32_t;
inline constexpr unsigned kFeatureBits = 24;
inline constexpr int kWindow = 2;  // words to either side

/// The labels: outside, and the begin and inside of four types.
enum class NameType : uint8_t { kPer, kOrg, kLoc, kMisc };
inline constexpr size_t kNameTypes = 4;
inline constexpr size_t kLabels = 1 + 2 * kNameTypes;
inline constexpr uint8_t kOutside = 0;
constexpr uint8_t begin_label(NameType type) {
  return static_cast<uint8_t>(1 + 2 * static_cast<unsigned>(type));
}
constexpr uint8_t inside_label(NameType type) {
  return static_cast<uint8_t>(2 + 2 * static_cast<unsigned>(type));
}
constexpr bool is_begin(uint8_t label) {
  return label % 2 == 1;
}
constexpr NameType type_of_label(uint8_t label) {
  return static_cast<NameType>((label - 1) / 2);
}
/// Inside a name only after a label of the same type.
constexpr bool may_follow(uint8_t before, uint8_t label) {
  return label == kOutside || is_begin(label) || before == label || before + 1 == label;
}

/// Features that belong together, so that what each brings can be measured by learning without it.
enum class Family : uint8_t {
  kWords,       // the words themselves
  kShapes,      // how they are written
  kAffixes,     // their first and last letters, groups of letters inside
  kGazetteer,   // what the lists know
  kClasses,     // word classes
  kCase,        // whether the word usually has a capital
  kUsualLabel,  // what the word usually is in news
  kPairs,       // two words together
  kRuns,        // the run of capitalised words that a word stands in
  kLines,       // what kind of line and text it is
  kUse,         // how the word is used elsewhere in the text
  kFirstPass,   // how it was labelled there
  kCount
};

class NameFeatures {
 public:
  /// `off` has a bit for each family that is left out: none but where that is measured.
  explicit NameFeatures(const Document& document, uint32_t off = 0);

  /// The number of a token's word; words are told apart by their letters, case included. kOutsideWord stands for what
  /// is before and after the sentence.
  uint32_t word_of(uint32_t token) const { return words_of_tokens_[token]; }
  static constexpr uint32_t kOutsideWord = 0;
  size_t word_count() const { return words_.size(); }

  /// The features of a word that stands `distance` (-kWindow..kWindow) tokens from the one that is labelled.
  void add_word_features(uint32_t word, int distance, std::vector<FeatureId>& out) const;

  /// The features of a token's place.
  void add_place_features(uint32_t token, std::vector<FeatureId>& out) const;

  /// The features of what a first pass found in the whole document: `labels` has one for each token. Call
  /// learn_from_first_pass() before. Only words with a capital have any.
  void learn_from_first_pass(const std::vector<uint8_t>& labels);
  void add_document_features(uint32_t token, std::vector<FeatureId>& out) const;

  NameClasses classes(uint32_t token) const { return words_[words_of_tokens_[token]].classes; }

 private:
  static constexpr uint32_t kNoClass = 0xFFFFFFFF;
  struct Word {
    std::string_view norm, lower;
    Shape shape = Shape::kLower;
    uint32_t pattern = 0;  // hash of the collapsed shape: "Xx", "X.X.", "d-x"
    NameClasses classes;
    uint32_t word_class = kNoClass;
    uint32_t usual_case = 0;   // see WordCase
    uint32_t usual_label = 0;  // see WordLabels
    uint32_t evidence = 0;     // index into evidence_
  };
  /// How a word, whatever its case, is used in the document.
  struct Evidence {
    uint32_t lower = 0, capital_inside = 0, upper = 0;  // as "bush", as "Bush" not at a sentence's start, as "BUSH"
    bool after_given_name = false, after_title = false, before_org_word = false, after_place_preposition = false;
    uint32_t labels[1 + kNameTypes] = {};
    uint32_t longest_name = 0;  // tokens of the longest name of the first pass that holds it
    NameType longest_type = NameType::kPer;
    uint8_t longest_place = 0;  // 0 first, 1 middle, 2 last
  };

  /// Adds the features of one family, unless it is off.
  class Sink {
   public:
    Sink(uint32_t off, std::vector<FeatureId>& out) : off_(off), out_(out) {}
    bool wants(Family family) const { return !((off_ >> static_cast<unsigned>(family)) & 1U); }
    void add(uint32_t name, uint32_t value);

   private:
    uint32_t off_;
    std::vector<FeatureId>& out_;
  };

  void number_words();
  void find_runs();
  void find_phrases();
  void collect_evidence();
  bool is_pair(uint32_t token) const;
  uint64_t pair_key(uint32_t token) const;
  size_t pair_label(uint32_t token) const;
  /// What stands between a token and the one before: 0 nothing, 1 a blank, 2 the end of a line.
  uint32_t gap_before_token(uint32_t token) const;
  bool in_sentence(uint32_t token, int distance) const;
  const Word& word_at(uint32_t token, int distance) const;

  const Document& document_;
  const uint32_t off_;
  std::vector<Word> words_;
  std::vector<Evidence> evidence_;
  std::vector<uint32_t> words_of_tokens_;
  std::vector<uint32_t> phrase_bits_;       // of each token: classes of the phrases that cover it
  std::vector<uint8_t> phrase_position_;    // 1 at a phrase's first token, 2 inside
  std::vector<IndexRange> runs_;            // of each token: the run of capitalised words around it, or none
  std::vector<uint32_t> sentence_profile_;  // of each sentence: what kind of line it is
  uint32_t document_profile_ = 0;
  std::vector<uint8_t> labels_;  // of the first pass
  /// Of two capitalised words in a row: how often they stood in one name of each type, and first, in none.
  std::unordered_map<uint64_t, std::array<uint32_t, 1 + kNameTypes>> pairs_;
};

}  // namespace dateline
