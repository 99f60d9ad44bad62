// Treebanks for learning: every sentence as the networks see it, beside what is right.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/grammar_conllu.h"
#include "grammar/lexical_rows.h"
#include "grammar/parse_slots.h"

namespace dateline::training {

/// Which words have a row of their own in the lexical table; and how often each occurs in the treebanks.
struct WordRows {
  std::vector<uint32_t> row_of_word;  // as lexical_rows() takes it
  std::vector<uint32_t> counts;       // by row
};

struct GoldSentence {
  std::vector<cli::TreebankWord> words;
  std::vector<LexicalRows> rows;
  std::vector<std::string> lower;
  uint32_t marks = 0;  // what the sentence is like as a whole: sentence_marks()
  std::vector<uint32_t> tags;
};

/// The sentence as parse_slots() takes it, with these tags of `tag_count`.
inline ParsedSentence parsed_sentence(const GoldSentence& sentence, const std::vector<uint32_t>& tags,
                                      size_t tag_count) {
  ParsedSentence out{static_cast<uint32_t>(tags.size()), sentence.marks, {static_cast<uint32_t>(tag_count)}};
  out.tags.insert(out.tags.end(), tags.begin(), tags.end());
  out.tags.push_back(static_cast<uint32_t>(tag_count) + 1);
  return out;
}

/// The words that stand at least `least` times in the treebanks, at most `most` of them, the commonest first.
WordRows choose_words(const std::vector<std::string>& treebanks, uint32_t least, size_t most);

std::vector<GoldSentence> read_sentences(const std::string& treebank, const WordRows& words);

/// Sets the words' rows of a lexical table to vectors from a file of train_word_classes, to about the size of the
/// others.
void start_from_vectors(const std::string& file, const WordRows& words, std::vector<float>& table, uint32_t width);

/// "name=value" arguments with defaults.
class Settings {
 public:
  Settings(int argc, char** argv);
  double number(const std::string& name, double otherwise) const;
  std::string text(const std::string& name, const std::string& otherwise) const;

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace dateline::training
