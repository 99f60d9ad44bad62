// Gold quotes as training examples: which token is the cue, and the role of every token of its window.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline::training {

struct Example {
  CueWindow window;
  std::vector<Role> roles;
};

/// An article: its reading, and what the annotators say of its tokens.
struct Article {
  Document document;
  std::unique_ptr<Reading> reading;
  std::vector<uint8_t> is_cue;   // 1 where a token is the main word of a cue
  std::vector<uint8_t> ignored;  // 1 where the annotators passed over the text
  std::vector<Example> examples;
};

/// All records of a .jsonl file in the layer's format (offsets in code points). A record whose index is `hold` modulo
/// `of` is left out where `of` > 0. Throws where the file cannot be read.
std::vector<std::unique_ptr<Article>> read_articles(const std::string& path, unsigned of, unsigned hold);

}  // namespace dateline::training
