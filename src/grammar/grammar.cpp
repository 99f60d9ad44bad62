#include "grammar/grammar.h"

namespace dateline {
namespace {

constexpr std::string_view kNames[kUposCount] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view name_of(Upos upos) {
  return kNames[static_cast<size_t>(upos)];
}

Upos upos_named(std::string_view name) {
  for (size_t i = 0; i < kUposCount; ++i) {
    if (kNames[i] == name) return static_cast<Upos>(i);
  }
  return Upos::kX;
}

}  // namespace dateline
