#include "figure/not_figures.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct RejectLexicons {
  Lexicon labels{"data/figure/labels.txt"};
  Lexicon one_idioms{"data/figure/one_idioms.txt"};
  Lexicon not_counted_before{"data/figure/not_counted_before.txt"};
  Lexicon function_words{"data/text/function_words.txt"};
};

const RejectLexicons& lexicons() {
  static const RejectLexicons instance;
  return instance;
}

constexpr uint32_t kLongestRun = 12;
constexpr std::string_view kMostPoints = "40";  // two digits; in a set of any game

bool is_dash(std::string_view mark) {
  return mark == "-" || mark == "–";
}

}  // namespace

NotFigures::NotFigures(const Document& document, const EntityAnalysis& entities, const std::vector<Timex>& times)
    : document_(document), in_name_(document.tokens().size()), in_time_(document.tokens().size()) {
  for (const Mention& mention : entities.mentions)
    if (mention.kind == MentionKind::kName)
      for (uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) in_name_[i] = true;
  for (const Timex& time : times)
    for (uint32_t i = time.tokens.first; i < time.tokens.last; ++i) in_time_[i] = true;
}

bool NotFigures::is_time(IndexRange tokens) const {
  for (uint32_t i = tokens.first; i < tokens.last; ++i)
    if (in_time_[i]) return true;
  return false;
}

bool NotFigures::is_name(const Number& number, bool modified) const {
  const IndexRange tokens = number.tokens;
  const IndexRange sentence = document_.sentence(document_.sentence_of(tokens.first)).tokens;
  const Token& first = document_.token(tokens.first);
  if (in_name_[tokens.first]) return true;
  if (tokens.first == sentence.first) {  // "1." and "2)" open a list item
    const uint32_t next = tokens.last;
    const bool mark = next < sentence.last && !document_.token(next).space_before &&
                      (document_.norm(next) == "." || document_.norm(next) == ")");
    if (number.digits && (mark || tokens.last == sentence.last)) return true;
    return false;
  }
  const uint32_t before = tokens.first - 1;
  const std::string_view word = document_.lower(before);
  if (lexicons().labels.contains(word) && (number.digits || document_.token(before).is_capitalized()) && !modified)
    return true;
  if (!first.space_before) {
    if (word == "[" || word == "#" || word == "/" || word == "+" || word == "_" || word == "@") return true;
    if (is_dash(document_.norm(before)) && before > sentence.first && !document_.token(before).space_before)
      return document_.token(before - 1).is_word();  // "F-16", "mid-20s"
  }
  const bool capital_words = first.is_capitalized() && document_.token(before).is_capitalized();
  if (!number.digits && !modified && capital_words && document_.grammar(before).upos == Upos::kPropn)
    return true;  // "Round Two"
  if (!number.digits || modified) return false;
  const double value = number.value;
  if (number.plain && value >= 1900 && value <= 2100) return true;  // a year
  const bool leading_zero = first.norm.size() > 1 && first.norm[0] == '0' && number.plain;
  if (leading_zero) return true;
  const Block& block = document_.block_of(document_.sentence(document_.sentence_of(tokens.first)));
  if (!number.plain || value > 9999 || !document_.token(before).is_capitalized()) return false;
  if (block.kind == BlockKind::kHeadline || block.kind == BlockKind::kSubheading) return false;
  return !lexicons().function_words.contains(word);
}

bool NotFigures::tells_which(const Number& number) const {
  uint32_t at = number.tokens.first;
  const Sentence& sentence = document_.sentence(document_.sentence_of(at));
  if (!number.plain || !document_.block_of(sentence).is_running_text()) return false;
  const bool ranges = number.tokens.last < sentence.tokens.last && document_.lower(number.tokens.last) == "to";
  if (ranges) return false;  // "Gainers led losers 530 to 260"
  for (int step = 0; step < 3 && document_.token(at).shape == Shape::kNumber; ++step) {
    const uint32_t head = document_.grammar(at).head;
    if (head == kNoHead || head > at) return false;
    if (document_.grammar(at).relation != "conj")
      return head + 1 == at && document_.grammar(head).upos == Upos::kNoun && document_.lower(head) != "age";
    at = head;
  }
  return false;
}

bool NotFigures::is_idle_word(const Number& number, bool has_unit) const {
  const IndexRange tokens = number.tokens;
  const IndexRange sentence = document_.sentence(document_.sentence_of(tokens.first)).tokens;
  const std::string_view before =
      tokens.first > sentence.first ? document_.lower(tokens.first - 1) : std::string_view();
  const std::string_view after = tokens.last < sentence.last ? document_.lower(tokens.last) : std::string_view();
  const bool pointed = lexicons().not_counted_before.contains(before);
  if (number.form == NumberForm::kOrdinal) {
    if (!has_unit || after == "-") return true;
    // "the Fifth Amendment", "World War Two": part of a name that nobody has seen as one.
    if (tokens.last < sentence.last && document_.token(tokens.last).is_capitalized() &&
        document_.grammar(tokens.last).upos == Upos::kPropn)
      return true;
    return !number.digits && number.value < 20 && pointed && before != "its";
  }
  if (number.digits || number.form == NumberForm::kFraction || number.form == NumberForm::kVague) return false;
  if (number.value == 1 && number.tokens.size() == 1) {
    const bool name = tokens.last < sentence.last && document_.grammar(tokens.last).xpos == "NNP" &&
                      document_.grammar(tokens.last).relation != "compound";
    if (name) return true;  // "one Tom Brandt"
    if (!has_unit || after == "-" || lexicons().one_idioms.contains(after)) return true;
    return pointed || before == "only" || lexicons().one_idioms.contains(before);
  }
  if (number.value == 2 && before == "or" && !has_unit) return true;  // "a thing or two"
  return pointed && number.scale == 1 && (!has_unit || before == "no" || before == "each" || before == "every");
}

/// "6-4 3-6 7-5": pairs of short numbers, as sets are told one behind the other.
bool NotFigures::are_results(uint32_t first, uint32_t limit) const {
  const auto is_short = [&](uint32_t i) {
    return i < limit && document_.token(i).shape == Shape::kNumber && document_.norm(i).size() <= 2 &&
           (document_.norm(i).size() == 1 || (document_.norm(i)[0] != '0' && document_.norm(i) < kMostPoints));
  };
  uint32_t pairs = 0, i = first;
  while (is_short(i) && is_short(i + 2) && is_dash(document_.norm(i + 1)) && !document_.token(i + 1).space_before &&
         !document_.token(i + 2).space_before && (pairs == 0 || document_.token(i).space_before)) {
    ++pairs;
    i += 3;
  }
  return pairs >= 2 && (i >= limit || document_.token(i).shape != Shape::kNumber);
}

uint32_t NotFigures::run_length(uint32_t first, uint32_t limit) const {
  if (are_results(first, limit)) return 0;
  uint32_t numbers = 0, marks = 0, last = first;
  bool phone = first > 0 && document_.norm(first - 1) == "+" && !document_.token(first).space_before;
  for (uint32_t i = first; i < limit && i < first + kLongestRun;) {
    const Token& token = document_.token(i);
    if (token.shape != Shape::kNumber || (numbers > 0 && marks == 0 && !token.space_before)) break;
    ++numbers;
    if (token.norm[0] == '0' && token.norm.size() > 2 && token.norm.find('.') == std::string_view::npos) phone = true;
    last = ++i;
    marks = 0;
    if (i < limit && !document_.token(i).space_before && i + 1 < limit && !document_.token(i + 1).space_before &&
        (is_dash(document_.norm(i)) || document_.norm(i) == "/" || document_.norm(i) == ".")) {
      ++i;
      ++marks;
    }
  }
  return numbers >= 3 || (phone && numbers >= 2) ? last - first : 0;
}

}  // namespace dateline
