// The dependency parser: the moves of transitions.h, each chosen by a network that looks at a few places around it.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/network.h"
#include "grammar/parse_slots.h"
#include "grammar/transitions.h"

namespace dateline {

/// The learnt parser; read-only, one for the whole program. Its tags are numbered as the tagger's.
class ParserModel {
 public:
  explicit ParserModel(std::string_view model);
  const Network& network() const { return network_; }
  const std::vector<std::string_view>& labels() const { return labels_; }
  uint32_t tag_count() const { return tag_count_; }

 private:
  Network network_;
  uint32_t tag_count_ = 0;
  std::vector<std::string_view> labels_;
};

const ParserModel& parser_model();  // data/grammar/parser.model

/// Parses the sentences of one document, one after the other.
class Parser {
 public:
  explicit Parser(const ParserModel& model) : model_(model), cache_(model.network()) {}

  /// Every word's head and label, in the state returned (words from 1; head 0 is the root). Linear.
  const ParseState& run(const std::vector<LexicalRows>& rows, const std::vector<uint32_t>& tags, uint32_t marks);

 private:
  const int16_t* hidden_layer();

  const ParserModel& model_;
  WordCache cache_;
  ParseState state_;
  ParseItems sentence_;
  std::vector<uint32_t> entries_, items_;
  std::vector<const int16_t*> rows_;
  std::vector<int16_t> hidden_, top_;
  std::vector<int32_t> outputs_;
};

}  // namespace dateline
