#include "summary/noun_phrases.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestPhrase = 4;

struct PhraseLexicons {
  Lexicon function_words{"data/text/function_words.txt"};
  Lexicon breaks{"data/summary/phrase_breaks.txt"};
  Lexicon roles{"data/summary/word_roles.tsv"};  // of words that are hardly ever nouns
};

const PhraseLexicons& lexicons() {
  static const PhraseLexicons instance;
  return instance;
}

enum class Role : uint8_t { kNone, kBefore, kHead };  // outside, may open a phrase, may also close it

bool is_name_like(const Document& document, uint32_t token) {
  const std::string_view word = document.lower(token);
  return document.token(token).is_capitalized() && word.size() > 1 && !lexicons().function_words.contains(word);
}

/// "General" behind "Secretary": a capital letter inside a sentence, behind another.
bool continues_name(const Document& document, uint32_t token) {
  return token > 0 && document.token(token).space_before && is_name_like(document, token - 1) &&
         document.sentence_of(token - 1) == document.sentence_of(token);
}

/// "high" of "high-speed ferry".
bool opens_compound(const Document& document, uint32_t token) {
  return token + 2 < document.tokens().size() && document.lower(token).size() > 3 && document.lower(token + 1) == "-" &&
         !document.token(token + 1).space_before && !document.token(token + 2).space_before;
}

bool stands_between_names(const Document& document, uint32_t token) {
  return token > 0 && token + 1 < document.tokens().size() && document.token(token).space_before &&
         document.token(token + 1).space_before && is_name_like(document, token - 1) &&
         is_name_like(document, token + 1);
}

Role role_of(const Document& document, uint32_t token) {
  const Token& word = document.token(token);
  if (!word.is_word() || word.lower.size() < 2) return Role::kNone;
  switch (document.grammar(token).upos) {
    case Upos::kNoun:
    case Upos::kPropn:
      return lexicons().breaks.contains(word.lower) ? Role::kNone : Role::kHead;
    case Upos::kAdj:
      if (lexicons().breaks.contains(word.lower)) return Role::kNone;
      return !lexicons().function_words.contains(word.lower) || opens_compound(document, token) ? Role::kBefore
                                                                                                : Role::kNone;
    case Upos::kX:
      break;
    default:
      return Role::kNone;
  }
  if (lexicons().function_words.contains(word.lower))
    return opens_compound(document, token) ? Role::kBefore : Role::kNone;
  if (word.is_capitalized() && continues_name(document, token)) return Role::kHead;
  if (lexicons().breaks.contains(word.lower)) return Role::kNone;
  if (word.is_capitalized()) return Role::kHead;
  if (stands_between_names(document, token)) return Role::kNone;  // "Dana Reyes | beat | Spain"
  if (ends_like_verb(word.lower)) return Role::kNone;
  const std::string_view known = lexicons().roles.find(word.lower);
  if (!known.empty()) return known == "before" ? Role::kBefore : Role::kNone;
  const std::string_view lower = word.lower;
  const bool adjective = lower.ends_with("ous") || lower.ends_with("ful") || lower.ends_with("ical") ||
                         lower.ends_with("able") || lower.ends_with("ible") || lower.ends_with("less");
  return adjective ? Role::kBefore : Role::kHead;
}

}  // namespace

bool ends_like_verb(std::string_view lower) {
  return lower.size() > 4 && !lower.ends_with("eed") &&
         (lower.ends_with("ed") || lower.ends_with("ing") || lower.ends_with("ly"));
}

std::vector<IndexRange> find_noun_phrases(const Document& document) {
  std::vector<IndexRange> phrases;
  for (const Sentence& sentence : document.sentences()) {
    if (!document.block_of(sentence).is_running_text()) continue;
    uint32_t first = 0, last = 0;  // of the phrase so far; `last` behind its last noun
    bool open = false;
    const auto close = [&] {
      if (open && last > first)
        phrases.push_back({last - first > kLongestPhrase ? last - kLongestPhrase : first, last});
      open = false;
    };
    for (uint32_t token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
      const bool hyphen = open && document.lower(token) == "-" && !document.token(token).space_before &&
                          token + 1 < sentence.tokens.last && !document.token(token + 1).space_before;
      if (hyphen) continue;
      const Role role = role_of(document, token);
      if (role == Role::kNone) {
        close();
        continue;
      }
      if (!open) {
        first = last = token;
        open = true;
      }
      if (role == Role::kHead) last = token + 1;
    }
    close();
  }
  return phrases;
}

}  // namespace dateline
