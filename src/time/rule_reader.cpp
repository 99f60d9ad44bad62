// From a line of a rule file to a compiled rule. A pattern becomes a list of steps: match an element, or try a group
// and go on behind it where that fails; the matcher tries the group first, so the longest reading wins.
#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "time/rule.h"

namespace dateline {
namespace {

constexpr std::string_view kFiles[] = {
    "time/rules/not_times.rules",  // first: of two equally long matches the earlier rule wins
    "time/rules/calendar_dates.rules", "time/rules/numeric_dates.rules", "time/rules/years.rules",
    "time/rules/weekdays.rules",       "time/rules/relative.rules",      "time/rules/anaphoric.rules",
    "time/rules/quarters.rules",       "time/rules/seasons.rules",       "time/rules/holidays.rules",
    "time/rules/clock.rules",          "time/rules/durations.rules",     "time/rules/sets.rules",
    "time/rules/references.rules",     "time/rules/modifiers.rules"};

constexpr std::string_view kSlotNames[kSlotCount] = {
    "year", "month", "day",  "weekday", "number", "unit", "part",  "season", "hour", "minute", "half",
    "zone", "base",  "from", "sign",    "shift",  "mod",  "value", "type",   "a",    "b",      "c"};

constexpr std::string_view kGrainNames[] = {"clock", "part",   "day",     "week",     "month", "quarter",  "season",
                                            "year",  "decade", "century", "duration", "set",   "reference"};

constexpr std::string_view kOperatorNames[] = {"calendar", "numeric", "weekday",     "relative", "anaphoric",
                                               "quarter",  "period",  "half_year",   "season",   "decade",
                                               "century",  "easter",  "nth_weekday", "part",     "clock",
                                               "duration", "set",     "constant",    "modify",   "like"};

template <size_t N>
size_t index_in(const std::string_view (&names)[N], std::string_view name) {
  return static_cast<size_t>(std::find(names, names + N, name) - names);
}

std::vector<std::string_view> words_of_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (const std::string_view word : fields_of(line, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

class RuleReader {
 public:
  explicit RuleReader(RuleSet& set) : set_(set) {}

  void run() {
    for (const std::string_view file : kFiles) {
      for (const std::string_view line : lines_of(resource(file))) read_line(line);
    }
    index();
  }

 private:
  void problem(std::string_view line, const std::string& what) {
    set_.problems_.push_back(what + ": " + std::string(line));
  }

  void read_line(std::string_view line) {
    if (line.starts_with("define ")) {
      const size_t equals = line.find(" = ");
      if (equals == std::string_view::npos) return problem(line, "a definition without '='");
      definitions_[line.substr(7, equals - 7)] = line.substr(equals + 3);
      return;
    }
    const size_t arrow = line.find("=>");
    if (arrow == std::string_view::npos) return problem(line, "no '=>'");
    Rule rule;
    rule.source = line;
    rule.constants.fill(kUnset);
    failed_.clear();
    read_pattern(rule, line.substr(0, arrow));
    rule.steps.push_back({Step::Kind::kEnd, 0, 0});
    const auto parts = fields_of(line.substr(arrow + 2), ';');
    read_operator(rule, parts[0]);
    for (size_t i = 1; i < parts.size(); ++i) read_condition(rule, parts[i]);
    if (!failed_.empty()) return problem(line, failed_);
    set_.rules_.push_back(std::move(rule));
  }

  void read_pattern(Rule& rule, std::string_view pattern) {
    std::vector<size_t> open;
    read_words(rule, pattern, open, 0);
    if (!open.empty()) failed_ = "a group is not closed";
    if (rule.elements.empty()) failed_ = "an empty pattern";
  }

  void read_words(Rule& rule, std::string_view pattern, std::vector<size_t>& open, int depth) {
    for (const std::string_view word : words_of_line(pattern)) {
      if (word == "[") {
        open.push_back(rule.steps.size());
        rule.steps.push_back({Step::Kind::kOptional, 0, 0});
      } else if (word == "]") {
        if (open.empty()) {
          failed_ = "a group is closed that is not open";
          return;
        }
        rule.steps[open.back()].skip = static_cast<uint16_t>(rule.steps.size());
        open.pop_back();
      } else if (word == ">") {
        rule.steps.push_back({Step::Kind::kLook, 0, 0});
      } else if (word[0] == '@') {
        const auto definition = definitions_.find(word.substr(1));
        if (definition == definitions_.end() || depth > 4) {
          failed_ = "an unknown definition";
        } else {
          read_words(rule, definition->second, open, depth + 1);
        }
      } else {
        rule.steps.push_back({Step::Kind::kMatch, static_cast<uint16_t>(rule.elements.size()), 0});
        rule.elements.push_back(read_element(word));
      }
    }
  }

  Element read_element(std::string_view word) {
    Element element;
    if (word.size() > 1 && word[0] == '~') {
      element.adjacent = true;
      word.remove_prefix(1);
    }
    const size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < word.size()) {
      const size_t slot = index_in(kSlotNames, word.substr(0, colon));
      if (slot == kSlotCount) failed_ = "an unknown slot";
      element.slot = static_cast<Slot>(slot);
      word.remove_prefix(colon + 1);
    }
    element.alternatives = read_alternatives(word);
    if (element.slot == Slot::kSlots && element.alternatives.size() == 1) {
      const Alternative& only = element.alternatives[0];
      if (only.kind == Alternative::Kind::kExpression) element.slot = Slot::kBase;
      if (only.kind == Alternative::Kind::kClass) {
        element.slot = static_cast<Slot>(index_in(kSlotNames, word.substr(1, word.size() - 2)));
      }
    }
    return element;
  }

  std::vector<Alternative> read_alternatives(std::string_view word) {
    std::vector<Alternative> out;
    for (const std::string_view piece : fields_of(word, '|')) {
      if (piece.empty()) {
        failed_ = "an empty alternative";
      } else if (piece.size() > 2 && piece[0] == '<' && piece.back() == '>') {
        const uint8_t number = set_.vocabulary_.class_named(piece.substr(1, piece.size() - 2));
        if (number == 0xFF) failed_ = "an unknown class";
        out.push_back({Alternative::Kind::kClass, number});
      } else if (piece.size() > 2 && piece[0] == '{' && piece.back() == '}') {
        const size_t grain = index_in(kGrainNames, piece.substr(1, piece.size() - 2));
        if (grain == std::size(kGrainNames)) failed_ = "an unknown kind of expression";
        out.push_back({Alternative::Kind::kExpression, static_cast<uint16_t>(grain)});
      } else {
        out.push_back({Alternative::Kind::kLiteral, set_.vocabulary_.literal(piece)});
      }
    }
    return out;
  }

  void read_operator(Rule& rule, std::string_view text) {
    const auto words = words_of_line(text);
    if (words.empty()) {
      failed_ = "no operator";
      return;
    }
    const size_t op = index_in(kOperatorNames, words[0]);
    if (op == std::size(kOperatorNames)) failed_ = "an unknown operator";
    rule.op = static_cast<Operator>(op);
    for (size_t i = 1; i < words.size(); ++i) read_constant(rule, words[i]);
  }

  void read_constant(Rule& rule, std::string_view word) {
    const size_t equals = word.find('=');
    const size_t slot = index_in(kSlotNames, word.substr(0, equals));
    if (equals == std::string_view::npos || slot == kSlotCount) {
      failed_ = "an unknown argument";
      return;
    }
    const std::string_view value = word.substr(equals + 1);
    switch (static_cast<Slot>(slot)) {
      case Slot::kValue:
        rule.value = value;
        return;
      case Slot::kMod:
        rule.mod = value;
        return;
      case Slot::kType:
        rule.type = value;
        return;
      case Slot::kUnit: {  // by name, with the number that the word list gives it
        const TimeVocabulary::Row* row = set_.vocabulary_.find(value);
        const uint8_t unit = set_.vocabulary_.class_named("unit");
        for (size_t i = 0; row != nullptr && i < row->values.size(); ++i) {
          if (row->values[i].first == unit) rule.constants[slot] = row->values[i].second;
        }
        if (rule.constants[slot] == kUnset) failed_ = "an unknown unit";
        return;
      }
      default:
        break;
    }
    int number = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), number).ptr != value.data() + value.size()) {
      failed_ = "an argument that is no number";
    }
    rule.constants[slot] = number;
  }

  void read_condition(Rule& rule, std::string_view text) {
    const auto words = words_of_line(text);
    if (words.size() == 1 && words[0] == "capital") {
      rule.capital = true;
      return;
    }
    if (words.size() != 2) {
      failed_ = "an unknown condition";
      return;
    }
    Condition condition;
    condition.wanted = !words[0].starts_with("not-");
    const std::string_view place = condition.wanted ? words[0] : words[0].substr(4);
    if (place != "after" && place != "before") failed_ = "an unknown condition";
    condition.place = place == "after" ? Condition::Place::kAfter : Condition::Place::kBefore;
    std::string_view list = words[1];
    if (list[0] == '@') {
      const auto definition = definitions_.find(list.substr(1));
      if (definition == definitions_.end()) {
        failed_ = "an unknown definition";
        return;
      }
      list = definition->second;
    }
    condition.words = read_alternatives(list);
    rule.conditions.push_back(std::move(condition));
  }

  void index() {
    set_.by_literal_.resize(set_.vocabulary_.literals());
    set_.by_class_.resize(64);
    set_.by_grain_.resize(static_cast<size_t>(Grain::kGrains));
    set_.in_patterns_.resize(set_.vocabulary_.literals());
    set_.literal_alone_.resize(set_.vocabulary_.literals());
    for (size_t rule = 0; rule < set_.rules_.size(); ++rule) {
      std::vector<uint16_t> seen;
      add_openers(static_cast<uint16_t>(rule), 0, seen);
      for (const Element& element : set_.rules_[rule].elements) {
        for (const Alternative& word : element.alternatives) {
          if (word.kind == Alternative::Kind::kLiteral) set_.in_patterns_[word.id] = true;
        }
      }
    }
  }

  /// Whether a match may be over before a step: only groups that may be left out follow. What is looked at behind the
  /// match has to be there all the same.
  static bool can_end_at(const Rule& rule, uint16_t step) {
    while (rule.steps[step].kind == Step::Kind::kOptional) step = rule.steps[step].skip;
    return rule.steps[step].kind == Step::Kind::kEnd;
  }

  void add_openers(uint16_t number, uint16_t step, std::vector<uint16_t>& seen) {
    const Rule& rule = set_.rules_[number];
    if (std::find(seen.begin(), seen.end(), step) != seen.end()) return;
    seen.push_back(step);
    const Step& at = rule.steps[step];
    if (at.kind == Step::Kind::kEnd) return;
    if (at.kind == Step::Kind::kLook) return;
    if (at.kind == Step::Kind::kOptional) {
      add_openers(number, static_cast<uint16_t>(step + 1), seen);
      add_openers(number, at.skip, seen);
      return;
    }
    for (const Alternative& word : rule.elements[at.element].alternatives) {
      auto& list = word.kind == Alternative::Kind::kLiteral ? set_.by_literal_[word.id]
                   : word.kind == Alternative::Kind::kClass ? set_.by_class_[word.id]
                                                            : set_.by_grain_[word.id];
      if (word.kind == Alternative::Kind::kClass) set_.openers_ |= ClassBits{1} << word.id;
      if (can_end_at(rule, static_cast<uint16_t>(step + 1))) {
        if (word.kind == Alternative::Kind::kLiteral) set_.literal_alone_[word.id] = true;
        if (word.kind == Alternative::Kind::kClass) set_.classes_alone_ |= ClassBits{1} << word.id;
      }
      if (list.empty() || list.back() != number) list.push_back(number);
    }
  }

  RuleSet& set_;
  std::map<std::string_view, std::string_view> definitions_;
  std::string failed_;
};

RuleSet::RuleSet() {
  RuleReader(*this).run();
}

const RuleSet& time_rules() {
  static const RuleSet instance;
  return instance;
}

}  // namespace dateline
