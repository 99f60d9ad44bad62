// A scan from left to right. At each place the first rule that fits takes its characters: address, number, word (then
// cut at clitics), run of a repeated mark, single mark. What a word may hold beside letters is decided by its
// neighbours: an apostrophe or a full stop between letters stays inside ("O'Neill", "U.S."), a hyphen does not
// ("adult-learned" is three tokens in both treebanks) unless the word is listed in data/token/hyphenated.txt.
#include "token/tokenizer.h"

#include <algorithm>
#include <string>

#include "lexicon/lexicon.h"
#include "text/characters.h"
#include "token/addresses.h"

namespace dateline {
namespace {

struct TokenLexicons {
  Lexicon abbreviations{"data/token/abbreviations.tsv"};
  Lexicon hyphenated{"data/token/hyphenated.txt"};
  Lexicon prefixes{"data/token/hyphen_prefixes.txt"};
  Lexicon units{"data/token/number_units.txt"};
  Lexicon emoticons{"data/token/emoticons.txt"};
  Lexicon contractions{"data/token/contractions.tsv"};
};

const TokenLexicons& lexicons() {
  static const TokenLexicons instance;
  return instance;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span block, StringArena& arena, std::vector<Token>& tokens)
      : text_(text.substr(0, block.end)), position_(block.start), arena_(arena), tokens_(tokens) {}

  void run() {
    bool space = true;
    while (position_ < text_.size()) {
      const CodePoint point = decode(text_, position_);
      if (is_space(point.value) || is_line_end(point.value) || point.value < 0x20) {
        position_ += point.length;
        space = true;
        continue;
      }
      if (is_invisible(point.value)) {
        position_ += point.length;
        continue;
      }
      const size_t first = tokens_.size();
      take(point);
      if (tokens_.size() > first) tokens_[first].space_before = space;
      space = false;
    }
  }

 private:
  void take(CodePoint point) {
    if (const uint32_t length = address_length(text_, position_)) return add(length, Shape::kSymbol);
    if (const uint32_t length = site_length(text_, position_)) return add(length, Shape::kSymbol);
    if (is_digit(point.value)) return add(number_length(), Shape::kNumber);
    if (is_letter(point.value) || is_combining(point.value)) return take_word();
    if (is_decade_apostrophe(point)) return add(number_length(), Shape::kNumber);
    if (const uint32_t length = elision_length(point)) return add(length, Shape::kLower);
    if (is_emoji(point.value)) return add(emoji_length(), Shape::kSymbol);
    if (const uint32_t length = emoticon_length()) return add(length, Shape::kSymbol);
    take_mark(point);
  }

  /// How far one token may be looked for: a word that goes on beyond is cut, so that no character is read again and
  /// again.
  size_t scan_limit() const { return std::min<size_t>(text_.size(), position_ + kLongestToken + 1); }

  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char32_t code_at(size_t at) const { return at < text_.size() ? decode(text_, at).value : 0; }
  bool letter_at(size_t at) const { return at < text_.size() && is_letter(code_at(at)); }

  void add(uint32_t length, Shape shape) {
    uint32_t end = position_ + length;
    if (length > kLongestToken) {
      end = position_ + kLongestToken;
      while ((static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    }
    push({position_, end}, shape);
    position_ = end;
  }

  void push(Span span, Shape shape) {
    tokens_.push_back(make_token(text_, span, arena_));
    tokens_.back().shape = shape;
  }

  /// ":-)", "^_^" (data/token/emoticons.txt), not before a letter or digit; the longest that fits, 0 for none.
  uint32_t emoticon_length() const {
    for (uint32_t length = 5; length >= 2; --length) {
      if (position_ + length > text_.size() || is_ascii_alphanumeric(byte(position_ + length))) continue;
      if (lexicons().emoticons.contains(to_lower(text_.substr(position_, length)))) return length;
    }
    return 0;
  }

  /// Digits with marks between digits ("1,400", "3.5", "14:02", "5/12/2004"), then letters that belong to it ("10th",
  /// "1990s"), but not a unit or am and pm ("5" "pm", "3" "bn"; data/token/number_units.txt).
  uint32_t number_length() const {
    size_t end = position_;
    if (is_apostrophe(code_at(end))) end += decode(text_, end).length;
    if (const size_t joined = joined_digits_end(end)) {
      end = joined;
    } else {
      while (end < scan_limit() &&
             (is_ascii_digit(byte(end)) || (std::string_view(".,:").find(byte(end)) != std::string_view::npos &&
                                            byte(end) != '\0' && is_ascii_digit(byte(end + 1))))) {
        ++end;
      }
    }
    const size_t digits_end = end;
    while (end < scan_limit() && (letter_at(end) || is_ascii_digit(byte(end)))) end += decode(text_, end).length;
    if (end > digits_end && end - digits_end < 12 &&
        lexicons().units.contains(to_lower(text_.substr(digits_end, end - digits_end)))) {
      end = digits_end;
    }
    return static_cast<uint32_t>(end - position_);
  }

  /// The end of digits joined by slashes (a date or a fraction, "9/11", "5/12/2004") or of a telephone number
  /// ("555-0134", "212-555-0134"); 0 where there is none.
  size_t joined_digits_end(size_t at) const {
    size_t lengths[4] = {};
    size_t groups = 0, end = at;
    char mark = '\0';
    for (; groups < 4; ++groups) {
      const size_t start = end;
      while (end - start < 5 && is_ascii_digit(byte(end))) ++end;
      lengths[groups] = end - start;
      if (lengths[groups] == 0 || is_ascii_digit(byte(end))) return 0;
      const char next = byte(end);
      if ((next != '/' && next != '-') || (mark != '\0' && next != mark) || !is_ascii_digit(byte(end + 1))) {
        ++groups;
        break;
      }
      mark = next;
      ++end;
    }
    if (mark == '/') {
      const bool year_first = groups == 3 && lengths[0] == 4 && lengths[2] <= 2;  // 2016/02/10
      return (groups == 2 || groups == 3) && (lengths[0] <= 2 || year_first) && lengths[1] <= 2 && lengths[2] <= 4 ? end
                                                                                                                   : 0;
    }
    const bool local = groups == 2 && lengths[0] == 3 && lengths[1] == 4;
    return mark == '-' && (local || (groups == 3 && lengths[0] == 3 && lengths[1] == 3 && lengths[2] == 4)) ? end : 0;
  }

  /// '90s, ’08: an apostrophe for left-out digits.
  bool is_decade_apostrophe(CodePoint point) const {
    const size_t next = position_ + point.length;
    return is_apostrophe(point.value) && point.value != '`' && is_ascii_digit(byte(next)) &&
           is_ascii_digit(byte(next + 1)) && !is_ascii_digit(byte(next + 2)) &&
           (byte(next + 2) == 's' || !letter_at(next + 2)) &&
           (position_ == 0 || is_space(decode_before(text_, position_).value));
  }

  /// 'em, 'til, ’twas: words that begin with an apostrophe (data/token/contractions.tsv, kind "elision").
  uint32_t elision_length(CodePoint point) const {
    if (!is_apostrophe(point.value)) return 0;
    size_t end = position_ + point.length;
    while (end < text_.size() && letter_at(end) && end - position_ < 12) end += decode(text_, end).length;
    if (end == position_ + point.length || letter_at(end)) return 0;
    const std::string key = to_lower(normalized(text_.substr(position_, end - position_)));
    return lexicons().contractions.field(key, 0) == "elision" ? static_cast<uint32_t>(end - position_) : 0;
  }

  uint32_t emoji_length() const {
    size_t end = position_;
    while (end < scan_limit()) {
      const CodePoint point = decode(text_, end);
      if (!is_emoji(point.value) && point.value != 0x200D && !(point.value >= 0xFE00 && point.value <= 0xFE0F)) break;
      end += point.length;
    }
    return static_cast<uint32_t>(end - position_);
  }

  // ---- words

  /// The end of the letters from `at` on, with apostrophes, full stops and ampersands that stand between letters.
  size_t word_end(size_t at) const {
    while (at < scan_limit()) {
      const CodePoint point = decode(text_, at);
      if (is_letter(point.value) || is_combining(point.value) || is_digit(point.value) || is_invisible(point.value)) {
        at += point.length;
      } else if (is_apostrophe(point.value) && point.value != '`' && letter_at(at + point.length)) {
        at += point.length;
      } else if (point.value == '.' && joins_acronym(at)) {
        at += 1;
      } else if (point.value == '&' && is_upper(code_at(at + 1)) && is_upper(decode_before(text_, at).value)) {
        at += 1;
      } else {
        break;
      }
    }
    return at;
  }

  /// A full stop between single letters: "U.S", "a.m", "e.g"; not between words run together ("end.The").
  bool joins_acronym(size_t dot) const {
    if (!letter_at(dot + 1) || dot == position_) return false;
    const size_t before = dot - 1;  // an ASCII letter
    if (!is_ascii_letter(text_[before])) return false;
    const bool single_before = before == position_ || text_[before - 1] == '.';
    const size_t next = dot + 1 + decode(text_, dot + 1).length;
    const bool single_after = !letter_at(next);
    return single_before && (single_after || byte(next) == '.');
  }

  void take_word() {
    const uint32_t start = position_;
    size_t end = word_end(position_);
    while (end > start && is_invisible(decode_before(text_, end).value)) end -= decode_before(text_, end).length;
    if (end == start) end = start + decode(text_, start).length;
    end = with_hyphens(start, end);
    end = with_full_stop(start, end);
    if (end - start > kLongestToken) return add(static_cast<uint32_t>(end - start), Shape::kLower);
    split_clitics(start, static_cast<uint32_t>(end));
    position_ = static_cast<uint32_t>(end);
  }

  /// Hyphenated words that stay one token: those listed, and those that begin with a listed prefix ("non-").
  size_t with_hyphens(uint32_t start, size_t end) const {
    size_t longest = end;
    if (byte(end) == '-' && letter_at(end + 1) && end - start < 12 &&
        lexicons().prefixes.contains(to_lower(text_.substr(start, end - start)))) {
      longest = end = word_end(end + 1);
    }
    size_t at = end;
    for (int parts = 0; parts < 3 && byte(at) == '-' && letter_at(at + 1); ++parts) {
      at = word_end(at + 1);
      if (at - start > 60) break;
      if (lexicons().hyphenated.contains(to_lower(normalized(text_.substr(start, at - start))))) longest = at;
    }
    return longest;
  }

  /// A full stop that belongs to the word: abbreviations, initials, acronyms with inner stops.
  size_t with_full_stop(uint32_t start, size_t end) const {
    if (byte(end) != '.' || byte(end + 1) == '.') return end;
    const std::string_view word = text_.substr(start, end - start);
    if (word.size() > 12) return end;
    const bool inner_stop = word.find('.') != std::string_view::npos;
    const bool initial = word.size() == 1 && is_upper(code_at(start)) && word != "I" && next_is_name(end + 1);
    if (inner_stop || initial || is_abbreviation(to_lower(word) + ".", end + 1)) return end + 1;
    return end;
  }

  /// Some keep their stop only before a number or comma ("No. 5"), one loses it where the sentence ends with it
  /// ("etc.").
  bool is_abbreviation(const std::string& word, size_t end) const {
    if (!lexicons().abbreviations.contains(word)) return false;
    const std::string_view kind = lexicons().abbreviations.field(word, 0);
    size_t next = end;
    while (next < text_.size() && is_space(code_at(next))) next += decode(text_, next).length;
    if (kind == "number") return is_ascii_digit(byte(next)) || byte(end) == ',' || byte(end) == ')';
    if (kind == "loose") return next < text_.size() && !is_upper(code_at(next));
    return true;
  }

  /// Whether a capital letter follows, over white space or none ("J. Smith", "J.P.").
  bool next_is_name(size_t at) const {
    while (at < text_.size() && is_space(code_at(at))) at += decode(text_, at).length;
    return at < text_.size() && is_upper(code_at(at));
  }

  void split_clitics(uint32_t start, uint32_t end) {
    const std::string lower = to_lower(normalized(text_.substr(start, end - start)));
    const std::string_view cut = lexicons().contractions.field(lower, 1);
    if (lexicons().contractions.field(lower, 0) == "split" && lower.size() == end - start) {
      const auto at = static_cast<uint32_t>(start + (cut[0] - '0'));
      push({start, at}, shape_of({start, at}));
      return push({at, end}, shape_of({at, end}));
    }
    const uint32_t clitic = clitic_start(start, end, lower);
    if (clitic > start && clitic < end) {
      push({start, clitic}, shape_of({start, clitic}));
      push({clitic, end}, Shape::kLower);
    } else {
      push({start, end}, shape_of({start, end}));
    }
  }

  /// Where 's, 're, 've, 'll, 'd, 'm or n't begins; `end` where there is none.
  uint32_t clitic_start(uint32_t start, uint32_t end, const std::string& lower) const {
    if (lower.ends_with("n't") && lower.size() > 3) {
      uint32_t at = end;
      for (int i = 0; i < 3; ++i) at -= decode_before(text_, at).length;
      return at;
    }
    const size_t quote = lower.rfind('\'');
    if (quote == std::string::npos || quote == 0) return end;
    const std::string_view tail = std::string_view(lower).substr(quote);
    for (const std::string_view clitic : {"'s", "'re", "'ve", "'ll", "'d", "'m"}) {
      if (tail != clitic) continue;
      uint32_t at = end;
      for (size_t i = 0; i < clitic.size(); ++i) at -= decode_before(text_, at).length;
      return at > start ? at : end;
    }
    return end;
  }

  Shape shape_of(Span span) const { return dateline::shape_of(span.of(text_)); }

  // ---- marks

  void take_mark(CodePoint point) {
    if (is_apostrophe(point.value) && ends_plural_possessive(point)) return add(point.length, Shape::kLower);
    add(run_length(point), is_symbol(point.value) ? Shape::kSymbol : Shape::kPunctuation);
  }

  /// The agents' offer: an apostrophe straight behind an s, not before a letter.
  bool ends_plural_possessive(CodePoint point) const {
    if (point.value == '`' || position_ == 0 || tokens_.empty() || tokens_.back().span.end != position_) return false;
    const std::string_view before = tokens_.back().lower;
    const size_t next = position_ + point.length;
    if (!tokens_.back().is_word() || before.size() < 3 || before.back() != 's' || letter_at(next)) return false;
    return !closes_single_quote(next);
  }

  /// Whether a single quotation mark opened earlier in this block is still waiting for its closer, and this looks like
  /// it.
  bool closes_single_quote(size_t next) const {
    if (!open_single_quote_) return false;
    return next >= text_.size() || !is_space(code_at(next)) || !is_lower(code_at(next + 1));
  }

  /// "...", "--", "!!!", "''": the same mark again. Quotation marks are taken two at most, other marks as they come.
  uint32_t run_length(CodePoint point) {
    if (is_apostrophe(point.value)) {
      const size_t next = position_ + point.length;
      if (point.value != U'´' && is_apostrophe(code_at(next)) && !letter_at(next + decode(text_, next).length)) {
        return point.length + decode(text_, next).length;
      }
      if ((point.value == '\'' || point.value == '`') && code_at(next) == point.value) return 2;
      open_single_quote_ = letter_at(next) && (position_ == 0 || !letter_at(position_ - 1));
      return point.length;
    }
    if (std::u32string_view(U".-!?*_=~+<>$…–—").find(point.value) == std::u32string_view::npos) return point.length;
    size_t end = position_ + point.length;
    const bool exclaims = point.value == '!' || point.value == '?' || point.value == '.';
    const auto ends = [&](char c) { return c == '!' || c == '?' || (c == '.' && point.value != '.'); };
    while (end < scan_limit() && (code_at(end) == point.value || (exclaims && ends(byte(end))))) {
      end += decode(text_, end).length;
    }
    return static_cast<uint32_t>(end - position_);
  }

  std::string_view text_;
  uint32_t position_;
  StringArena& arena_;
  std::vector<Token>& tokens_;
  bool open_single_quote_ = false;
};

}  // namespace

void tokenize(std::string_view text, Span block, StringArena& arena, std::vector<Token>& tokens) {
  Tokenizer(text, block, arena, tokens).run();
}

}  // namespace dateline
