// From left to right in each sentence: a number, the currency before it, a second number that makes it a range or a
// result, the unit behind it, the modifiers around it. What is a date, a name or a label is left out (not_figures.h).
// Then each figure is told what it counts, when, and who says so.
#include <algorithm>

#include "figure/figure.h"
#include "figure/figure_links.h"
#include "figure/not_figures.h"
#include "figure/number.h"
#include "figure/unit.h"
#include "figure/what_counted.h"
#include "lexicon/lexicon.h"
#include "text/characters.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestModifier = 5;
constexpr uint32_t kLongestName = 5;

struct FigureLexicons {
  Lexicon modifiers{"data/figure/modifiers.tsv"};
  Lexicon score_words{"data/figure/score_words.txt"};
};

const FigureLexicons& lexicons() {
  static const FigureLexicons instance;
  return instance;
}

/// A figure while it is put together.
struct Draft {
  Number number;
  std::optional<Number> upper;
  std::string_view currency;  // ISO 4217; empty for none
  Unit unit;
  uint32_t first = 0;      // of its tokens, the modifier included
  uint32_t number_at = 0;  // the number's or its currency's first token
  bool negative = false, result = false;
  std::string modifier;
  std::string bearer;  // whose age it is, where the number is set off behind a name
};

class FigureFinder {
 public:
  FigureFinder(const Document& document, const EntityAnalysis& entities, const std::vector<Timex>& times)
      : document_(document), times_(times), not_figures_(document, entities, times) {}

  std::vector<Figure> find() {
    for (const Sentence& sentence : document_.sentences()) {
      const BlockKind kind = document_.block_of(sentence).kind;
      if (kind == BlockKind::kByline || kind == BlockKind::kCredit || kind == BlockKind::kOther) continue;
      sentence_ = sentence.tokens;
      taken_ = sentence_.first;
      for (uint32_t i = sentence_.first; i < sentence_.last;) i = std::max(i + 1, read_at(i));
    }
    return std::move(figures_);
  }

 private:
  std::string_view lower(uint32_t at) const { return sentence_.contains(at) ? document_.lower(at) : ""; }
  bool space_before(uint32_t at) const { return document_.token(at).space_before; }

  /// Reads a figure whose number begins at a token. Returns the token to go on from.
  uint32_t read_at(uint32_t at) {
    auto number = read_number(document_, at, sentence_.last);
    if (!number) return at + 1;
    if (const uint32_t run = not_figures_.run_length(at, sentence_.last)) return at + run;
    Draft draft;
    draft.number = *number;
    draft.number_at = at;
    if (!read_currency(draft)) return at + 1;
    if (!read_upper(draft)) return pair_end(at);
    if (number->digits && lower(number->tokens.last) == "/" && !space_before(number->tokens.last)) return pair_end(at);
    const Number& last = draft.upper ? *draft.upper : draft.number;
    const auto unit = unit_after(document_, last, sentence_.last);
    if (!unit) return last.tokens.last;
    draft.unit = *unit;
    settle_unit(draft);
    read_ratio(draft);
    if (draft.unit.is_time || (!draft.unit.is_age && not_figures_.is_time({at, last.tokens.last})))
      return last.tokens.last;
    if (draft.number.form == NumberForm::kOrdinal && draft.unit.kind != FigureKind::kOrdinal) return last.tokens.last;
    if (draft.result) {
      draft.unit.name = "score";
      draft.unit.last = last.tokens.last;
    }
    read_modifier_before(draft);
    const bool marked =
        !draft.modifier.empty() || !draft.currency.empty() || draft.unit.kind != FigureKind::kCount || draft.result;
    if (not_figures_.is_name(draft.number, marked)) return last.tokens.last;
    const bool bare = !marked && draft.unit.name.empty() && !draft.upper;
    if (bare && (is_bare_entry(draft.number) || not_figures_.tells_which(draft.number))) return last.tokens.last;
    if (not_figures_.is_idle_word(draft.number, !draft.unit.name.empty())) return last.tokens.last;
    read_modifier_after(draft);
    if (draft.unit.is_time) return draft.unit.last;
    read_age(draft);
    return add(draft);
  }

  bool read_currency(Draft& draft) {
    if (!draft.number.prefix.empty()) {
      draft.currency = currency_of_prefix(draft.number.prefix);
      return !draft.currency.empty();
    }
    if (const auto currency = currency_before(document_, draft.number_at, taken_)) {
      draft.currency = currency->code;
      draft.number_at = currency->first;
    }
    if (!draft.number.digits || draft.number_at == taken_) return true;
    const uint32_t sign = draft.number_at - 1;
    const bool minus = (lower(sign) == "-" && !space_before(draft.number_at) && space_before(sign)) ||
                       (lower(sign) == "minus" && lower(sign - 1) != "or");  // "plus or minus 3"
    if (minus) {
      draft.negative = true;
      draft.number_at = sign;
    }
    return true;
  }

  /// The second number of a range or result. False where two joined numbers are neither ("a 9-5 job").
  bool read_upper(Draft& draft) {
    uint32_t at = draft.number.tokens.last;
    if (draft.number.form == NumberForm::kOrdinal || draft.number.form == NumberForm::kVague) return true;
    const bool percent = lower(at) == "%" || lower(at) == "percent";  // "10% to 15%"
    if (percent) ++at;
    const std::string_view joiner = lower(at);
    const bool dash = joiner == "-" || joiner == "–";
    const bool in_sentence = at + 1 < sentence_.last;
    const bool glued = dash && !space_before(at) && in_sentence && !space_before(at + 1);
    const bool apart = dash && space_before(at) && in_sentence && space_before(at + 1);  // "won 1 – 0"
    const std::string_view opener = draft.number_at > sentence_.first ? lower(draft.number_at - 1) : "";
    const bool between = joiner == "and" && opener == "between";
    const bool or_next = joiner == "or" && !draft.number.digits;
    if (!glued && !apart && !between && !or_next && (joiner != "to" || is_change(draft))) return true;
    ++at;
    while (at < sentence_.last && at < draft.number.tokens.last + 4 && document_.token(at).shape == Shape::kSymbol)
      ++at;
    const auto upper = read_number(document_, at, sentence_.last);
    if (!upper || upper->form != draft.number.form) return true;
    const auto second_currency = currency_before(document_, at, draft.number.tokens.last);
    if (second_currency && second_currency->code != draft.currency) return true;
    if (percent && lower(upper->tokens.last) != "%" && lower(upper->tokens.last) != "percent") return true;
    if ((glued || apart) && is_result(draft.number, *upper)) {
      draft.result = true;
      draft.upper = upper;
      return true;
    }
    if (apart) return true;
    const double base = upper->value / upper->scale;
    if (draft.number.scale == 1 && upper->scale > 1 && draft.number.value <= base) {
      draft.number.value *= upper->scale;
      draft.number.scale = upper->scale;
    }
    if (upper->value > draft.number.value && (!or_next || upper->value <= 2 * draft.number.value + 1)) {
      draft.upper = upper;
      return true;
    }
    return !glued;
  }

  /// "rose from 10 to 12" tells two numbers; "From 10 to 20 people came" is a range.
  bool is_change(const Draft& draft) const {
    return draft.number_at > sentence_.first + 1 && lower(draft.number_at - 1) == "from";
  }

  bool is_result(const Number& first, const Number& second) const {
    if (!first.plain || !second.plain || first.value > 999 || second.value > 999 || !second.suffix.empty())
      return false;
    const uint32_t begin = first.tokens.first > sentence_.first + 5 ? first.tokens.first - 5 : sentence_.first;
    for (uint32_t i = begin; i < std::min(sentence_.last, second.tokens.last + 3); ++i)
      if (lexicons().score_words.contains(lower(i))) return true;
    const auto is_team = [&](uint32_t at) { return sentence_.contains(at) && document_.token(at).is_capitalized(); };
    const bool stands_between_teams = first.tokens.first > sentence_.first && is_team(first.tokens.first - 1) &&
                                      is_team(second.tokens.last);  // "Norden 19-33 Velda"
    return stands_between_teams || is_pair(second.tokens.last) || is_pair(second.tokens.last + 1) ||
           (!figures_.empty() && follows_result(first));
  }

  bool is_pair(uint32_t at) const {
    return at + 2 < sentence_.last && document_.token(at).shape == Shape::kNumber && lower(at + 1) == "-" &&
           document_.token(at + 2).shape == Shape::kNumber;
  }

  bool follows_result(const Number& number) const {
    const Figure& before = figures_.back();
    return before.unit == "score" && before.tokens.last + 2 >= number.tokens.first;
  }

  /// A figure's tokens; those of the first of several results with all of them: "6-4 6-4".
  IndexRange with_next_results(const Draft& draft) const {
    IndexRange tokens{draft.first, draft.unit.last};
    while (draft.result && is_pair(tokens.last)) tokens.last += 3;
    return tokens;
  }

  uint32_t pair_end(uint32_t at) const { return std::min(at + 3, sentence_.last); }

  void settle_unit(Draft& draft) {
    const bool percent = draft.unit.kind == FigureKind::kPercent;
    if (!draft.currency.empty() && !percent) {
      const bool repeated = draft.unit.kind == FigureKind::kMoney;  // "$5 dollars"
      const uint32_t end = (draft.upper ? *draft.upper : draft.number).tokens.last;
      if (!repeated) draft.unit.last = end;
      draft.unit.kind = FigureKind::kMoney;
      draft.unit.name = std::string(draft.currency);
      draft.unit.is_time = false;
      draft.unit.is_age = false;
      draft.unit.factor = 1;
      return;
    }
    if (draft.unit.kind == FigureKind::kPercent || draft.unit.kind == FigureKind::kMoney) return;
    if (draft.number.form == NumberForm::kOrdinal && draft.unit.kind == FigureKind::kCount)
      draft.unit.kind = FigureKind::kOrdinal;
  }

  void read_modifier_before(Draft& draft) {
    draft.first = draft.number_at;
    uint32_t begin = draft.number_at;
    const uint32_t least = draft.unit.kind == FigureKind::kOrdinal ? 2 : 1;  // not "a win over third seed Jane Roe"
    for (int chained = 0; chained < 2; ++chained) {
      uint32_t found = 0;
      for (uint32_t length = std::min(kLongestModifier, begin - taken_); length >= least && found == 0; --length)
        if (lexicons().modifiers.find(lower_words(document_, {begin - length, begin})) == "before") found = length;
      if (found == 0) break;
      begin -= found;
    }
    if (draft.upper && begin > taken_ && lower(begin - 1) == "between") --begin;
    if (!draft.number.hedge.empty()) draft.modifier = to_lower(draft.number.hedge);
    if (begin == draft.number_at) return;
    std::string words = lower_words(document_, {begin, draft.number_at});
    if (!draft.modifier.empty()) words += " " + draft.modifier;
    draft.modifier = words;
    draft.first = begin;
  }

  void read_modifier_after(Draft& draft) {
    uint32_t at = draft.unit.last;
    if (lower(at) == "-" && lower(at + 1) == "plus") ++at;
    if (at >= sentence_.last) return;
    const uint32_t length = lexicons().modifiers.longest_match(document_, at, sentence_.last);
    if (length == 0) return;
    const std::string words = lower_words(document_, {at, at + length});
    const bool may_follow = lexicons().modifiers.find(words) == "after" || words == "at least" || words == "at most";
    const bool is_number_next = read_number(document_, at + length, sentence_.last).has_value();
    if (!may_follow || is_number_next || (words == "plus" && space_before(at)) || (words == "+" && space_before(at)))
      return;
    if (draft.modifier.empty()) draft.modifier = words;
    draft.unit.last = at + length;
    if (draft.unit.name.empty() && draft.unit.last < sentence_.last) {  // "500+ people"
      Number bare = draft.number;
      bare.tokens.last = draft.unit.last;
      bare.suffix = {};
      const auto unit = unit_after(document_, bare, sentence_.last);
      if (unit && unit->is_time) draft.unit.is_time = true;  // "90-plus minutes"
      if (unit && !unit->is_time && !unit->is_age) {
        const auto kind = draft.unit.kind;
        draft.unit = *unit;
        if (kind == FigureKind::kMoney) draft.unit.kind = kind;
      }
    }
  }

  /// "one in five voters", "nine out of 10".
  void read_ratio(Draft& draft) {
    if (draft.upper || draft.unit.kind != FigureKind::kCount || !draft.unit.name.empty()) return;
    uint32_t at = draft.number.tokens.last;
    const bool out_of = lower(at) == "out" && lower(at + 1) == "of";
    const bool in = lower(at) == "in" || lower(at) == "in every";
    if (!out_of && !in) return;
    at += out_of ? 2 : 1;
    if (lower(at) == "every") ++at;
    const auto whole = read_number(document_, at, sentence_.last);
    if (!whole || whole->form != NumberForm::kCardinal || whole->value <= draft.number.value) return;
    if (in && draft.number.value != 1 && whole->value > 10) return;
    if ((whole->plain && whole->value > 1900) || not_figures_.is_time(whole->tokens)) return;
    const auto unit = unit_after(document_, *whole, sentence_.last);
    if (!unit || unit->is_time || unit->kind != FigureKind::kCount) return;
    draft.number.value /= whole->value;
    draft.number.form = NumberForm::kFraction;
    draft.unit = *unit;
  }

  /// "aged 34", "Anna Smith, 34, said", "Anna Smith (34)".
  void read_age(Draft& draft) {
    const Number& number = draft.number;
    const bool in_words = !number.digits && number.form == NumberForm::kCardinal && number.scale == 1;
    if ((!number.plain && !in_words) || number.value < 1 || number.value > 115 || draft.upper ||
        draft.number_at == sentence_.first || draft.unit.kind != FigureKind::kCount)
      return;
    const uint32_t before = number.tokens.first - 1;
    const std::string_view word = lower(before), after = lower(number.tokens.last);
    const bool aged =
        word == "aged" || word == "age" || (word == "of" && before > sentence_.first && lower(before - 1) == "age");
    if (!has_verb(sentence_) && word != "aged" && word != "age") return;  // "(Brandt, 53)" in a team's list
    const bool set_off = (word == "," && (after == "," || after == ".")) || (word == "(" && after == ")");
    const bool after_name = before > sentence_.first && document_.token(before - 1).is_capitalized() &&
                            document_.token(before - 1).shape == Shape::kCapitalized;
    if (!aged && !(number.plain && set_off && after_name && after != ".")) return;
    draft.unit.kind = FigureKind::kMeasure;
    draft.unit.name = "years old";
    draft.unit.last = number.tokens.last;
    if (!aged) draft.bearer = name_before(before);
  }

  /// A number without a unit before a name ("2 Wikid"), or in a line of a list or table, where no verb says what it
  /// counts ("Brandt 53").
  bool is_bare_entry(const Number& number) const {
    if (number.form != NumberForm::kCardinal || !number.plain) return false;
    const Block& block = document_.block_of(document_.sentence(document_.sentence_of(number.tokens.first)));
    if (!block.is_running_text()) return false;
    const uint32_t next = number.tokens.last;
    return !has_verb(sentence_) || (sentence_.contains(next) && document_.token(next).shape == Shape::kCapitalized);
  }

  bool has_verb(IndexRange tokens) const {
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const Upos upos = document_.grammar(i).upos;
      if (upos == Upos::kVerb || upos == Upos::kAux) return true;
    }
    return false;
  }

  /// The capitalised words that end before a token: whose age it is.
  std::string name_before(uint32_t last) const {
    uint32_t first = last;
    while (first > sentence_.first && last - first < kLongestName && document_.token(first - 1).is_capitalized())
      --first;
    return first < last ? std::string(document_.span_of({first, last}).of(document_.text())) : std::string();
  }

  uint32_t add(const Draft& draft) {
    Figure figure;
    figure.tokens = {draft.first, draft.unit.last};
    figure.span = document_.span_of(figure.tokens);
    figure.kind = draft.unit.kind;
    const double sign = draft.negative ? -1 : 1;
    figure.value = sign * scaled(draft.number.value, draft.unit.factor);
    if (draft.upper) figure.value_to = scaled(draft.upper->value, draft.unit.factor);
    figure.modifier = draft.modifier;
    figure.unit = draft.unit.name;
    const bool is_share = figure.kind == FigureKind::kPercent || draft.number.form == NumberForm::kFraction;
    if (draft.result && !figures_.empty() && follows_result(draft.number))
      figure.what = figures_.back().what;  // "6-4, 6-3"
    else
      figure.what =
          draft.bearer.empty() ? what_is_counted(document_, with_next_results(draft), is_share, times_) : draft.bearer;
    taken_ = figure.tokens.last;
    figures_.push_back(std::move(figure));
    return taken_;
  }

  /// A factor below one divides, so that 50 pence are exactly half a pound.
  static double scaled(double value, double factor) {
    return factor < 1 ? value / static_cast<double>(static_cast<int64_t>(1 / factor + 0.5)) : value * factor;
  }

  const Document& document_;
  const std::vector<Timex>& times_;
  NotFigures not_figures_;
  IndexRange sentence_;
  uint32_t taken_ = 0;  // tokens before this one belong to earlier figures
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(const Document& document, const EntityAnalysis& entities,
                                 const std::vector<Timex>& times, const std::vector<Quote>& quotes) {
  std::vector<Figure> figures = FigureFinder(document, entities, times).find();
  link_figures(document, times, quotes, figures);
  return figures;
}

const char* name_of(FigureKind kind) {
  constexpr const char* kNames[] = {"count", "money", "percent", "measure", "ordinal"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace dateline
