#include "summary/noun_phrases.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 4;
constexpr uint32_t kFarthestHead = 8;  // steps up the tree from a modifier to its phrase's head

const Lexicon& function_words() {
  static const Lexicon instance{"data/text/function_words.txt"};
  return instance;
}

bool is_noun(const TokenGrammar& grammar) {
  return grammar.upos == Upos::kNoun || grammar.upos == Upos::kPropn;
}

/// Relations of a noun that is a part of another's phrase.
bool is_part(std::string_view relation) {
  return relation == "compound" || relation == "flat" || relation == "amod" || relation == "goeswith" ||
         relation == "fixed";
}

bool is_hyphen(const Document& document, uint32_t token) {
  return document.lower(token) == "-" && !document.token(token).space_before;
}

bool joined_to_next(const Document& document, uint32_t token, uint32_t limit) {
  return token + 2 < limit && is_hyphen(document, token + 1) && !document.token(token + 2).space_before;
}

/// "bigger", "last": adjectives that say how much or which, not of what kind.
bool says_kind(const Document& document, uint32_t token) {
  const TokenGrammar& grammar = document.grammar(token);
  return grammar.xpos != "JJR" && grammar.xpos != "JJS" && !function_words().contains(document.lower(token));
}

/// Whether a token right before a phrase describes it: an adjective, participle or noun that hangs on one of the
/// phrase's tokens, or a piece of a hyphenated word that does.
bool describes(const Document& document, uint32_t token, uint32_t first, uint32_t head) {
  const TokenGrammar& grammar = document.grammar(token);
  if (is_hyphen(document, token)) return token > 0 && document.sentence_of(token - 1) == document.sentence_of(token);
  if (!document.token(token).is_word()) return false;
  if (joined_to_next(document, token, head + 1)) return true;
  if (!is_part(grammar.relation) || !says_kind(document, token) || document.lower(token).size() < 2) return false;
  uint32_t above = grammar.head;
  for (uint32_t step = 0; step < kFarthestHead && above != kNoHead; ++step) {
    if (above >= first && above <= head) return true;
    above = document.grammar(above).head;
  }
  return false;
}

}  // namespace

std::vector<IndexRange> find_noun_phrases(const Document& document) {
  std::vector<IndexRange> phrases;
  uint32_t free = 0;  // tokens before this one belong to earlier phrases
  for (const Sentence& sentence : document.sentences()) {
    if (!document.block_of(sentence).is_running_text()) continue;
    free = sentence.tokens.first;
    for (uint32_t head = sentence.tokens.first; head < sentence.tokens.last; ++head) {
      const TokenGrammar& grammar = document.grammar(head);
      const std::string_view lower = document.lower(head);
      if (!is_noun(grammar) || is_part(grammar.relation) || !document.token(head).is_word() || lower.size() < 2 ||
          function_words().contains(lower))
        continue;
      uint32_t last = head + 1;  // a name's first word is its head: "Jens | Stoltenberg"
      while (last < sentence.tokens.last && document.grammar(last).relation == "flat" &&
             document.grammar(last).head == head)
        ++last;
      uint32_t first = head, words = last - head;
      while (first > free && words < kMostWords && describes(document, first - 1, first, head)) {
        --first;
        if (!is_hyphen(document, first)) ++words;
      }
      while (first < head && (is_hyphen(document, first) ||
                              (first > free && is_hyphen(document, first - 1) && !document.token(first).space_before)))
        ++first;  // a phrase does not begin inside a hyphenated word
      if (words > kMostWords) continue;
      phrases.push_back({first, last});
      free = last;
      head = last - 1;
    }
  }
  return phrases;
}

}  // namespace dateline
