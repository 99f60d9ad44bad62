// What a token is in its sentence: part of speech, lemma, and its place in the dependency tree (Universal Dependencies
// 2).
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// Universal part-of-speech tags. kX where the tagger has not said.
enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};

inline constexpr size_t kUposCount = 17;

/// "ADJ", "ADP" …
std::string_view name_of(Upos upos);
/// The tag of that name; kX for any other.
Upos upos_named(std::string_view name);

inline constexpr uint32_t kNoHead = 0xFFFFFFFF;

struct TokenGrammar {
  Upos upos = Upos::kX;
  std::string_view xpos = {};      // Penn tag: "NNP", "VBD" …; lives as long as the program
  std::string_view lemma = {};     // lives as long as the document
  uint32_t head = kNoHead;         // index into the document's tokens, in the same sentence; kNoHead for a root
  std::string_view relation = {};  // "nsubj", "nmod:poss" …; lives as long as the program
};

}  // namespace dateline
