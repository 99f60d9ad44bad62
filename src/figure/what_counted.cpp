// Without a parser the clause is cut by its marks and conjunctions. Behind the figure auxiliaries are skipped
// ("people have been | killed"), and the words end where another clause, a date or another number begins.
#include "figure/what_counted.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 14;
constexpr uint32_t kMostAuxiliaries = 5;

struct ClauseLexicons {
  Lexicon clause_ends{"data/figure/clause_ends.txt"};
  Lexicon auxiliaries{"data/figure/auxiliaries.txt"};
  Lexicon modifiers{"data/figure/modifiers.tsv"};
  Lexicon numbers{"data/figure/numbers.tsv"};
  Lexicon closed_class{"data/figure/closed_class.txt"};
  Lexicon weak_ends{"data/figure/weak_ends.txt"};
};

const ClauseLexicons& lexicons() {
  static const ClauseLexicons instance;
  return instance;
}

class Clause {
 public:
  Clause(const Document& document, IndexRange figure, bool is_share, const std::vector<Timex>& times)
      : document_(document), figure_(figure), is_share_(is_share), times_(times) {
    sentence_ = document.sentence(document.sentence_of(figure.first)).tokens;
  }

  std::string what() const {
    bool auxiliary = false;
    const IndexRange after = words_after(auxiliary);
    if (!after.empty() && (auxiliary || looks_like_participle(after.first))) return text(after);
    const IndexRange before = words_before();
    if (before.empty() && after.empty()) return text(words_before_comma());
    if (before.empty()) return text(after);
    std::string out = text(before);
    if (!after.empty() && after.size() <= 9) out += " … " + text(after);
    return out;
  }

 private:
  std::string text(IndexRange range) const {
    if (range.empty()) return {};
    std::string out;
    bool space = false;
    for (const char c : document_.span_of(range).of(document_.text())) {  // on one line
      if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
        space = !out.empty();
        continue;
      }
      if (space) out += ' ';
      space = false;
      out += c;
    }
    return out;
  }

  bool is_time(uint32_t token) const {
    const auto row = std::upper_bound(times_.begin(), times_.end(), token,
                                      [](uint32_t at, const Timex& time) { return at < time.tokens.last; });
    return row != times_.end() && row->tokens.contains(token);
  }

  bool is_number(uint32_t token) const {
    return document_.token(token).shape == Shape::kNumber || words_.numbers.contains(document_.lower(token));
  }

  /// A mark that ends a clause: not a hyphen, an apostrophe or a slash inside words.
  bool is_stop(uint32_t token) const {
    const Token& mark = document_.token(token);
    if (!mark.is_punctuation()) return false;
    const bool joins = !mark.space_before && token + 1 < sentence_.last && !document_.token(token + 1).space_before;
    return !(joins && (mark.norm == "-" || mark.norm == "/" || mark.norm == "'"));
  }

  bool is_weak(uint32_t token) const {
    return words_.weak_ends.contains(document_.lower(token)) || document_.token(token).is_punctuation() ||
           (document_.token(token).shape == Shape::kSymbol && document_.lower(token) != "%");
  }

  bool looks_like_participle(uint32_t token) const {
    const std::string_view word = document_.lower(token);
    const bool compound = figure_.size() > 1 && document_.lower(figure_.last - 2) == "-";  // "a 12-mile crossing"
    if (compound) return false;
    return word.ends_with("ed") || word.ends_with("ing");
  }

  IndexRange words_after(bool& auxiliary) const {
    uint32_t first = figure_.last;
    if (is_share_ && first < sentence_.last && document_.lower(first) == "of") ++first;
    for (uint32_t skipped = 0; skipped < kMostAuxiliaries && first < sentence_.last; ++skipped, ++first) {
      if (!words_.auxiliaries.contains(document_.lower(first)) && !(skipped == 0 && document_.lower(first) == "others"))
        break;
      auxiliary = true;
    }
    uint32_t last = first;
    while (last < sentence_.last && last - first < kMostWords && !ends_before(last, first)) ++last;
    while (last > first && is_weak(last - 1)) --last;
    while (last > first && is_time(last - 1)) --last;
    while (last > first && is_weak(last - 1)) --last;
    return {first, last};
  }

  bool ends_before(uint32_t token, uint32_t first) const {
    if (is_stop(token) || is_time(token)) return true;
    const std::string_view word = document_.lower(token);
    if (token > first && words_.clause_ends.contains(word)) return true;
    if (is_number(token) && token > first && word != "one") return true;
    if (word != "and" && word != "or") return false;
    for (uint32_t i = token + 1; i < std::min(token + 4, sentence_.last); ++i)
      if (is_number(i) || words_.modifiers.contains(document_.lower(i))) return true;
    return false;
  }

  IndexRange words_before() const {
    uint32_t first = figure_.first;
    while (first > sentence_.first && figure_.first - first < kMostWords && !is_stop(first - 1) &&
           !words_.clause_ends.contains(document_.lower(first - 1)) && !is_time(first - 1))
      --first;
    uint32_t last = figure_.first;
    while (last > first && is_weak(last - 1)) --last;
    while (first < last && starts_weakly(first)) ++first;
    for (uint32_t i = first; i < last; ++i)
      if (!words_.closed_class.contains(document_.lower(i)) && !document_.token(i).is_punctuation())
        return {first, last};
    return {first, first};
  }

  /// For a figure set off by commas ("Net debt, | at £1.4bn, | is …"): the words before the first comma.
  IndexRange words_before_comma() const {
    uint32_t last = figure_.first;
    while (last > sentence_.first && !is_stop(last - 1) && figure_.first - last < kMostAuxiliaries) --last;
    if (last == sentence_.first || document_.norm(last - 1) != ",") return {last, last};
    --last;
    uint32_t first = last;
    while (first > sentence_.first && last - first < kMostWords && !is_stop(first - 1)) --first;
    return {first, last};
  }

  bool starts_weakly(uint32_t token) const {
    const std::string_view word = document_.lower(token);
    return word == "and" || word == "but" || word == "or" || word == "that" || document_.token(token).is_punctuation();
  }

  const ClauseLexicons& words_ = lexicons();
  const Document& document_;
  IndexRange figure_, sentence_;
  bool is_share_;
  const std::vector<Timex>& times_;
};

}  // namespace

std::string what_is_counted(const Document& document, IndexRange tokens, bool is_share,
                            const std::vector<Timex>& times) {
  return Clause(document, tokens, is_share, times).what();
}

}  // namespace dateline
