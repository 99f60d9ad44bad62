#include "summary/sentence_grammar.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct ReadingLexicons {
  Lexicon connectives{"data/summary/connectives.txt"};
  Lexicon open_pronouns{"data/summary/open_pronouns.txt"};
  Lexicon texts{"data/summary/kinds_of_text.txt"};
};

const ReadingLexicons& lexicons() {
  static const ReadingLexicons instance;
  return instance;
}

bool is_subject(std::string_view relation) {
  return relation == "nsubj" || relation == "nsubj:pass" || relation == "csubj";
}

bool is_finite(std::string_view xpos) {
  return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
}

bool is_noun(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

class Reader {
 public:
  Reader(const Document& document, const Sentence& sentence) : document_(document), tokens_(sentence.tokens) {}

  SentenceGrammar read() {
    for (uint32_t i = tokens_.first; i < tokens_.last; ++i) {
      const TokenGrammar& grammar = document_.grammar(i);
      if (grammar.head == kNoHead && out_.root == kNoHead && !grammar.relation.empty()) out_.root = i;
      if (is_finite(grammar.xpos)) out_.has_verb = true;
    }
    if (out_.root == kNoHead) return out_;
    bool copula = false, article = false;
    for (uint32_t i = tokens_.first; i < tokens_.last; ++i) {
      const TokenGrammar& grammar = document_.grammar(i);
      if (grammar.head != out_.root) continue;
      if (is_subject(grammar.relation) && out_.subject == kNoHead) out_.subject = i;
      if (grammar.relation == "cop") copula = true;
      if (grammar.relation == "det") article = true;
      if ((grammar.relation == "advmod" || grammar.relation == "cc") && words_.connectives.contains(document_.lower(i)))
        out_.also = true;
    }
    const TokenGrammar& root = document_.grammar(out_.root);
    out_.is_definition = copula && article && is_noun(root.upos) && out_.subject != kNoHead;
    if (root.xpos == "VB" && out_.subject == kNoHead && !out_.has_verb) out_.is_order = out_.has_verb = true;
    read_subject();
    for (uint32_t i = tokens_.first; i < tokens_.last; ++i) {  // "…," he said
      const TokenGrammar& grammar = document_.grammar(i);
      if (is_subject(grammar.relation) && grammar.upos == Upos::kPron && grammar.head != kNoHead &&
          document_.grammar(grammar.head).relation == "parataxis" && words_.open_pronouns.contains(document_.lower(i)))
        out_.leans = true;
    }
    for (uint32_t i = tokens_.first; i < tokens_.last && !out_.on_itself; ++i) out_.on_itself = names_text(i);
    return out_;
  }

 private:
  void read_subject() {
    if (out_.subject == kNoHead) return;
    out_.subject_words = {out_.subject, out_.subject + 1};
    while (out_.subject_words.first > tokens_.first && belongs(out_.subject_words.first - 1, out_.subject))
      --out_.subject_words.first;
    while (out_.subject_words.last < tokens_.last && belongs(out_.subject_words.last, out_.subject))
      ++out_.subject_words.last;
    for (uint32_t i = out_.subject_words.first; i <= out_.subject; ++i) {
      const TokenGrammar& grammar = document_.grammar(i);
      const bool stands_for = grammar.relation != "expl" && (i == out_.subject || grammar.head == out_.subject) &&
                              (grammar.upos == Upos::kPron || grammar.upos == Upos::kDet) &&
                              words_.open_pronouns.contains(document_.lower(i));
      if (stands_for && (follows_speech() || !named_before(out_.subject_words.first))) out_.leans = true;
    }
  }

  /// "…," he said: what is said stands first.
  bool follows_speech() const {
    for (uint32_t i = tokens_.first; i < out_.subject; ++i)
      if (document_.grammar(i).head == out_.root && document_.grammar(i).relation == "ccomp") return true;
    return false;
  }

  bool belongs(uint32_t token, uint32_t head) const {
    uint32_t above = token;
    for (int step = 0; step < 4 && above != kNoHead; ++step) {
      if (above == head) return true;
      above = document_.grammar(above).head;
    }
    return false;
  }

  /// Whether a subject or object stands before a token, for which a pronoun there may stand.
  bool named_before(uint32_t token) const {
    for (uint32_t i = tokens_.first; i < token; ++i) {
      const TokenGrammar& grammar = document_.grammar(i);
      if (is_noun(grammar.upos) && (is_subject(grammar.relation) || grammar.relation == "obj")) return true;
    }
    return false;
  }

  /// "this paper", "our study", "the present article": a kind of text behind a word that points to the one at hand.
  bool names_text(uint32_t token) const {
    if (document_.grammar(token).upos != Upos::kNoun || !words_.texts.contains(document_.lower(token))) return false;
    for (uint32_t i = token; i > tokens_.first && i + 3 > token; --i) {
      const std::string_view before = document_.lower(i - 1);
      if (before == "this" || before == "our" || before == "present") return true;
    }
    return false;
  }

  const ReadingLexicons& words_ = lexicons();
  const Document& document_;
  const IndexRange tokens_;
  SentenceGrammar out_;
};

}  // namespace

SentenceGrammar read_sentence_grammar(const Document& document, const Sentence& sentence) {
  return Reader(document, sentence).read();
}

}  // namespace dateline
