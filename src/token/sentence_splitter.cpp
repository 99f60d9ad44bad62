// A sentence ends behind a final mark (. ? ! …) and the closers that follow it, unless what comes next speaks against
// it: a lower-case word, a comma or colon, a reporting clause behind a quotation mark. Abbreviations keep their own
// stop as part of the token; whether a sentence may end with one is written in data/token/abbreviations.tsv.
#include "token/sentence_splitter.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "text/characters.h"

namespace dateline {
namespace {

struct SentenceLexicons {
  Lexicon abbreviations{"data/token/abbreviations.tsv"};
  Lexicon openers{"data/token/sentence_openers.txt"};
};

const SentenceLexicons& lexicons() {
  static const SentenceLexicons instance;
  return instance;
}

bool is_one_of(std::string_view token, std::string_view marks) {
  return token.size() == 1 && marks.find(token[0]) != std::string_view::npos;
}

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const std::vector<Token>& tokens, IndexRange block)
      : text_(text), tokens_(tokens), block_(block) {}

  std::vector<IndexRange> run() {
    uint32_t first = block_.first;
    for (uint32_t i = block_.first; i < block_.last;) {
      uint32_t next = end_behind(i);
      if (next == 0 && i + 1 - first >= kLongestSentence) next = i + 1;
      if (next == 0) {
        ++i;
        continue;
      }
      out_.push_back({first, next});
      first = i = next;
    }
    if (first < block_.last) out_.push_back({first, block_.last});
    return std::move(out_);
  }

 private:
  std::string_view surface(uint32_t i) const { return tokens_[i].span.of(text_); }

  bool is_final_mark(uint32_t i) const {
    if (!tokens_[i].is_punctuation()) return false;
    const std::string_view mark = tokens_[i].norm;
    return mark == "." || mark[0] == '!' || mark[0] == '?' || is_ellipsis(i);
  }
  bool is_ellipsis(uint32_t i) const { return tokens_[i].norm.starts_with("..") || tokens_[i].norm.starts_with("…"); }

  bool is_quote(uint32_t i) const {
    if (!tokens_[i].is_punctuation()) return false;
    const char32_t first = decode(text_, tokens_[i].span.start).value;
    return is_double_quote(first) || is_apostrophe(first);
  }
  bool is_opening_quote(uint32_t i) const {
    if (!is_quote(i)) return false;
    const char32_t first = decode(text_, tokens_[i].span.start).value;
    if (first == 0x201C || first == 0x2018 || first == 0xAB || first == '`') return true;
    if (first == 0x201D || first == 0xBB) return false;
    return tokens_[i].space_before && i + 1 < block_.last && !tokens_[i + 1].space_before;
  }
  bool is_closer(uint32_t i) const {
    return tokens_[i].is_punctuation() && !tokens_[i].space_before &&
           (is_one_of(tokens_[i].norm, ")]}") || (is_quote(i) && !is_opening_quote(i)));
  }

  /// The first token of the next sentence if one ends at or behind token `i`, else 0.
  uint32_t end_behind(uint32_t i) const {
    const bool final = is_final_mark(i);
    if (!final && !ends_with_stop(i)) return 0;
    uint32_t next = i + 1;
    while (next < block_.last && (is_closer(next) || (final && is_final_mark(next) && !tokens_[next].space_before)))
      ++next;
    if (next >= block_.last) return 0;
    if (!final) return next == i + 1 && abbreviation_ends(i, next) ? next : 0;
    return opens_sentence(i, next) ? next : 0;
  }

  bool ends_with_stop(uint32_t i) const {
    return tokens_[i].is_word() && tokens_[i].norm.size() > 1 && tokens_[i].norm.back() == '.';
  }

  bool opens_sentence(uint32_t mark, uint32_t next) const {
    const Token& token = tokens_[next];
    if (token.is_punctuation()) {
      if (is_opening_quote(next) || is_one_of(token.norm, "(["))
        return next + 1 >= block_.last || begins(next + 1, mark);
      if (token.norm == "-" || token.norm.starts_with("--") || token.norm == "*")
        return token.space_before && next + 1 < block_.last && begins(next + 1, mark);
      return false;
    }
    return begins(next, mark);
  }

  bool begins(uint32_t next, uint32_t mark) const {
    const Token& token = tokens_[next];
    const bool apart = tokens_[mark + 1].space_before || token.space_before;
    switch (token.shape) {
      case Shape::kLower:
        return false;
      case Shape::kNumber:
        return apart && !is_ellipsis(mark);
      case Shape::kSymbol:
        return apart;
      default:
        // "end.The" run together is a boundary too; "Yahoo! Inc." is none, nor is "… Smith" in a quotation cut short.
        if (is_ellipsis(mark)) return apart && lexicons().openers.contains(token.lower);
        return apart || (tokens_[mark].norm == "." && !is_symbol(next, mark));
    }
  }

  /// The stop in a stock symbol: "Acme (ACM.L) fell".
  bool is_symbol(uint32_t next, uint32_t stop) const {
    return tokens_[next].shape == Shape::kUpper && tokens_[next].norm.size() <= 3 && stop > block_.first &&
           tokens_[stop - 1].shape == Shape::kUpper && next + 1 < block_.last &&
           is_one_of(tokens_[next + 1].norm, ")>");
  }

  bool abbreviation_ends(uint32_t i, uint32_t next) const {
    const std::string_view rule = lexicons().abbreviations.field(tokens_[i].lower, 0);
    const Token& after = tokens_[next];
    if (rule == "never" || !after.space_before) return false;
    if (rule == "number")
      return !tokens_[next].is_word() ? false : after.is_capitalized() && lexicons().openers.contains(after.lower);
    uint32_t word = next;
    if (is_opening_quote(word) && word + 1 < block_.last) ++word;
    if (!tokens_[word].is_capitalized()) return false;
    if (lexicons().openers.contains(tokens_[word].lower)) return !is_initial(i) || rule.empty() == false;
    return word > next && rule == "often";
  }

  /// "J.": a single letter with its stop.
  bool is_initial(uint32_t i) const { return tokens_[i].norm.size() == 2; }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  IndexRange block_;
  std::vector<IndexRange> out_;
};

}  // namespace

std::vector<IndexRange> split_sentences(std::string_view text, const std::vector<Token>& tokens, IndexRange block) {
  return SentenceSplitter(text, tokens, block).run();
}

}  // namespace dateline
