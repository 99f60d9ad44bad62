// Reading treebanks in CoNLL-U, and rebuilding the texts that their sentences came from.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "document.h"

namespace dateline::cli {

/// One word of a sentence. A multiword token ("don't") counts as its words; only they are kept.
struct TreebankWord {
  std::string form, lemma, upos, xpos, relation;
  int head = 0;             // 1-based within the sentence; 0 for the root
  bool space_after = true;  // white space, or the sentence's end, follows it
};

struct TreebankSentence {
  std::string text;              // of the line "# text ="
  bool opens_paragraph = false;  // "# newpar" or "# newdoc" stands before it
  std::vector<TreebankWord> words;
};

using TreebankDocument = std::vector<TreebankSentence>;

/// The next document ("# newdoc" begins one); empty at the end of the input. Lines that are no CoNLL-U are passed over.
class TreebankReader {
 public:
  explicit TreebankReader(std::istream& in) : in_(in) {}
  TreebankDocument next();

 private:
  bool next_sentence(TreebankSentence& sentence, bool& opens_document);

  std::istream& in_;
  TreebankSentence waiting_;
  bool has_waiting_ = false;
};

/// The document's raw text: its sentences joined by a blank, paragraphs by an empty line.
std::string text_of(const TreebankDocument& document);

/// The document with the treebank's own words, sentences and paragraphs. Sentences without words are left out.
Document document_of_words(const TreebankDocument& treebank);

}  // namespace dateline::cli
