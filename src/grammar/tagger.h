// The part-of-speech tagger: from left to right, one tag a word, a pair of a universal and a Penn tag.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/network.h"
#include "token/token.h"

namespace dateline {

struct Tag {
  Upos upos = Upos::kX;
  std::string_view xpos;
};

/// The learnt tagger; read-only, one for the whole program.
class TaggerModel {
 public:
  explicit TaggerModel(std::string_view model);
  const Network& network() const { return network_; }
  const std::vector<Tag>& tags() const { return tags_; }

 private:
  Network network_;
  std::vector<Tag> tags_;
};

const TaggerModel& tagger_model();  // data/grammar/tagger.model

/// Tags the sentences of one document, one after the other.
class Tagger {
 public:
  explicit Tagger(const TaggerModel& model) : model_(model), cache_(model.network()) {}

  /// The numbers of the words' tags. `rows` describe the words (lexical_rows), `marks` the sentence (sentence_marks).
  /// Linear.
  const std::vector<uint32_t>& run(const std::vector<LexicalRows>& rows, uint32_t marks);

 private:
  const TaggerModel& model_;
  WordCache cache_;
  std::vector<uint32_t> tags_, entries_, items_;
  std::vector<const int16_t*> rows_;
  std::vector<int16_t> hidden_, top_;
  std::vector<int32_t> outputs_;
};

}  // namespace dateline
