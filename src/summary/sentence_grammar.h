// What a sentence's tree says of how it reads alone: its main verb and subject, and whether these lean on what was told
// before it.
#pragma once

#include "document.h"

namespace dateline {

struct SentenceGrammar {
  uint32_t root = kNoHead;     // token of the main word; kNoHead where the grammar has not been worked out
  uint32_t subject = kNoHead;  // token of the main clause's subject; kNoHead where there is none
  IndexRange subject_words;    // its tokens that stand before the main word
  bool has_verb = false;       // a finite verb, or an order ("Boil the rice")
  bool is_order = false;
  bool is_definition = false;  // "Ostrel is a town …": a noun, an article and a form of "be"
  bool leans = false;          // the main subject is, or belongs to, a pronoun whose noun the sentence has not named
  bool also = false;           // an adverb of the main clause ties it to what was told: "also", "however"
  bool on_itself = false;      // says what the text is: "This paper …", "In this interview …"
};

/// One pass over the sentence's tokens.
SentenceGrammar read_sentence_grammar(const Document& document, const Sentence& sentence);

}  // namespace dateline
