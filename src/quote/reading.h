// Reading: what the quote stage knows of every token before it looks for cues: its class among the small words and
// marks that divide clauses, whether it may report speech, and numbers to make features from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "quote/quotation_marks.h"
#include "quote/tree.h"

namespace dateline {

/// What a reporting word reports; see data/quote/cues.tsv.
enum class CueClass : uint8_t { kNone, kSpeech, kOrder, kStance, kThought, kShow, kNoun };

/// Marks and words that the distance between a cue and a word is counted in.
enum class Divider : uint8_t { kNone, kComma, kStop, kMark, kAnd, kThat, kRelative, kWhen, kTo, kBe, kModal, kVerb };

struct TokenTraits {
  uint32_t word = 0;      // hashes: of the lower form,
  uint32_t stem = 0;      // of the lemma of a reporting word, else of the word without its ending,
  uint32_t ending = 0;    // of its last letters,
  uint32_t group = 0;     // of its class: a small word's, a mark's, else how it is written and ends,
  uint32_t fine = 0;      // of its class among words used alike (grammar/word_classes.h), all ten decisions,
  uint32_t coarse = 0;    // and the first five; the group's where the word is not among them
  uint32_t pos = 0;       // of its part of speech,
  uint32_t relation = 0;  // of its relation in the tree; 0 where the document has no tree
  CueClass cue = CueClass::kNone;
  Divider divider = Divider::kNone;
  uint8_t chance = 0;     // that it is a cue's main word, from 0 to 3; see weigh_cues
  bool is_small = false;  // a small word of data/quote/word_classes.tsv
};

struct Reading {
  const Document& document;
  Quotations quotations;
  std::vector<TokenTraits> traits;  // of each token
  std::vector<TokenTree> trees;     // of each token
  std::vector<int32_t> cue_scores;  // of each token, once weigh_cues has read them
};

/// Linear.
Reading read_for_quotes(const Document& document);

/// The class that the lexicon has for a word form ("said", "urging"); kNone for other words.
CueClass cue_class_of(std::string_view lower);

/// The hash that all features are made with (FNV-1a, then mixed); the same on every platform.
uint32_t feature_hash(std::string_view bytes);

/// Two numbers into one, well mixed.
inline uint32_t mixed(uint32_t a, uint32_t b) {
  uint32_t h = (a ^ (b * 0x9E3779B1u)) * 0x85EBCA6Bu;
  h ^= h >> 15;
  h *= 0xC2B2AE35u;
  return h ^ (h >> 13);
}

}  // namespace dateline
