// A backtracking matcher over short compiled patterns (no repetition, so a rule looks at no more tokens than it has
// elements). An expression inside a pattern is matched by the same rules from its token on and remembered. Patterns
// that begin with an expression grow what was found: "Friday" to "Friday morning" to "early Friday morning".
#include "time/rule_matcher.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int kMaxDepth = 6;
constexpr int kMaxGrowth = 4;
constexpr size_t kMaxCandidates = 24;

}  // namespace

RuleMatcher::RuleMatcher(const Document& document, Resolver& resolver)
    : rules_(time_rules()), resolver_(resolver), words_(document, time_rules().vocabulary()) {}

void RuleMatcher::read(IndexRange tokens) {
  words_.read(tokens);
  readings_.clear();
  known_.assign(tokens.size(), nullptr);
  is_known_.assign(tokens.size(), false);
}

void RuleMatcher::forget(uint32_t token) {
  constexpr uint32_t kAhead = 8;
  const uint32_t first = token - words_.range().first;
  for (uint32_t i = first; i < std::min(first + kAhead, words_.range().size()); ++i) is_known_[i] = false;
}

const TimeReading* RuleMatcher::expression_at(uint32_t token, int depth) {
  if (token >= words_.range().last) return nullptr;
  const uint32_t at = token - words_.range().first;
  if (is_known_[at]) return known_[at];
  if (depth > kMaxDepth) return nullptr;
  const TimeReading* reading = primary_at(token, depth);
  if (reading != nullptr && reading->is_time) reading = grown(reading, depth);
  is_known_[at] = true;
  known_[at] = reading;
  return reading;
}

const TimeReading* RuleMatcher::primary_at(uint32_t token, int depth) {
  const TimeWord& word = words_[token];
  if (!rules_.is_in_patterns(word)) return nullptr;
  const bool goes_on = token + 1 < words_.range().last && rules_.is_in_patterns(words_[token + 1]);
  std::vector<Match> found;
  if (word.literal != 0 && (goes_on || rules_.can_stand_alone(word.literal))) {
    try_rules(rules_.by_literal(word.literal), token, nullptr, depth, found);
  }
  ClassBits classes = word.classes;
  // Words that only combine to a number or an ordinal.
  static const uint8_t kParts[] = {rules_.vocabulary().class_named("below_twenty"),
                                   rules_.vocabulary().class_named("tens"), rules_.vocabulary().class_named("scale"),
                                   rules_.vocabulary().class_named("vague")};
  for (const uint8_t part : kParts) {
    if (word.is(part)) classes |= ClassBits{1} << kNumberClass;
  }
  static const uint8_t kOrdinalWord = rules_.vocabulary().class_named("ordinal_word");
  if (word.is(kOrdinalWord)) classes |= ClassBits{1} << kOrdinalClass | ClassBits{1} << kDayClass;
  if (word.is(kParts[1])) classes |= ClassBits{1} << kOrdinalClass | ClassBits{1} << kDayClass;
  if (word.is(kParts[0]) || word.is(kParts[1])) classes |= ClassBits{1} << kYearClass;
  classes &= rules_.openers();
  for (uint8_t i = 0; classes != 0; ++i, classes >>= 1) {
    if ((classes & 1) != 0 && (goes_on || rules_.class_can_stand_alone(i)))
      try_rules(rules_.by_class(i), token, nullptr, depth, found);
  }
  return best_of(found);
}

const TimeReading* RuleMatcher::grown(const TimeReading* reading, int depth) {
  for (int i = 0; i < kMaxGrowth; ++i) {
    std::vector<Match> found;
    try_rules(rules_.by_grain(reading->grain), reading->tokens.first, reading, depth, found);
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const Match& match) { return match.tokens.last <= reading->tokens.last; }),
                found.end());
    const TimeReading* more = best_of(found);
    if (more == nullptr || !more->is_time) return more == nullptr ? reading : more;
    reading = more;
  }
  return reading;
}

const TimeReading* RuleMatcher::best_of(std::vector<Match>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    return a.tokens.last != b.tokens.last ? a.tokens.last > b.tokens.last : a.rule < b.rule;
  });
  for (const Match& match : found) {
    std::optional<TimeReading> reading = resolver_.resolve(match);
    if (!reading) continue;
    reading->tokens = match.tokens;
    readings_.push_back(std::move(*reading));
    return &readings_.back();
  }
  return nullptr;
}

void RuleMatcher::try_rules(const std::vector<uint16_t>& rules, uint32_t token, const TimeReading* opening, int depth,
                            std::vector<Match>& found) {
  if (rules.empty()) return;
  Match match;
  match.numbers.fill(kUnset);
  match.readings.fill(nullptr);
  const size_t mark = trail_.size();
  for (const uint16_t number : rules) {
    if (found.size() >= kMaxCandidates) break;
    match.rule = &rules_.rules()[number];
    match.tokens = {token, 0};
    const uint32_t end = run(match, 0, token, opening, depth);
    if (end != kFail && end != token) {
      if (match.tokens.last == 0) match.tokens.last = end;
      if (conditions_hold(match)) found.push_back(match);
    }
    undo(match, mark);
  }
}

void RuleMatcher::set(Match& match, Slot slot, double number, const TimeReading* reading) {
  const auto index = static_cast<size_t>(slot);
  trail_.push_back({slot, match.numbers[index], match.readings[index]});
  match.numbers[index] = number;
  match.readings[index] = reading;
}

void RuleMatcher::undo(Match& match, size_t mark) {
  for (; trail_.size() > mark; trail_.pop_back()) {
    const auto index = static_cast<size_t>(trail_.back().slot);
    match.numbers[index] = trail_.back().number;
    match.readings[index] = trail_.back().reading;
  }
}

uint32_t RuleMatcher::run(Match& match, size_t step, uint32_t token, const TimeReading* opening, int depth) {
  for (;;) {
    const Step& at = match.rule->steps[step];
    if (at.kind == Step::Kind::kEnd) return token;
    if (at.kind == Step::Kind::kLook) {
      match.tokens.last = token;
      ++step;
      continue;
    }
    if (at.kind == Step::Kind::kOptional) {
      const size_t mark = trail_.size();
      const uint32_t looked = match.tokens.last;
      const uint32_t end = run(match, step + 1, token, opening, depth);
      if (end != kFail) return end;
      undo(match, mark);
      match.tokens.last = looked;
      step = at.skip;
      continue;
    }
    token = match_element(match, match.rule->elements[at.element], token, opening, depth);
    if (token == kFail) return kFail;
    opening = nullptr;
    ++step;
  }
}

uint32_t RuleMatcher::match_element(Match& match, const Element& element, uint32_t token, const TimeReading* opening,
                                    int depth) {
  if (token >= words_.range().last) return kFail;
  if (element.adjacent && words_.document().token(token).space_before) return kFail;
  const TimeWord& word = words_[token];
  for (const Alternative& alternative : element.alternatives) {
    if (alternative.kind == Alternative::Kind::kLiteral) {
      if (word.literal == alternative.id && opening == nullptr) return token + 1;
    } else if (alternative.kind == Alternative::Kind::kClass) {
      if (opening != nullptr) continue;
      const ClassMatch found = words_.match(static_cast<uint8_t>(alternative.id), token);
      if (found.length == 0) continue;
      if (element.slot != Slot::kSlots) set(match, element.slot, found.value, nullptr);
      return token + found.length;
    } else {
      // A pattern that opens with an expression is only tried on one that is there already.
      const bool first = &element == &match.rule->elements[0];
      const TimeReading* reading = opening;
      if (reading == nullptr) reading = first ? nullptr : expression_at(token, depth + 1);
      if (reading == nullptr || !reading->is_time || static_cast<uint16_t>(reading->grain) != alternative.id) continue;
      if (element.slot != Slot::kSlots) set(match, element.slot, kUnset, reading);
      return reading->tokens.last;
    }
  }
  return kFail;
}

bool RuleMatcher::is_one_of(const std::vector<Alternative>& words, uint32_t token) const {
  for (const Alternative& word : words) {
    if (word.kind == Alternative::Kind::kLiteral && words_[token].literal == word.id) return true;
    if (word.kind == Alternative::Kind::kClass && words_.match(static_cast<uint8_t>(word.id), token).length > 0)
      return true;
  }
  return false;
}

bool RuleMatcher::conditions_hold(const Match& match) const {
  const Rule& rule = *match.rule;
  if (rule.capital && !words_.document().token(match.tokens.first).is_capitalized()) return false;
  for (const Condition& condition : rule.conditions) {
    bool there = false;
    if (condition.place == Condition::Place::kAfter) {
      there = match.tokens.first > words_.range().first && is_one_of(condition.words, match.tokens.first - 1);
    } else {
      there = match.tokens.last < words_.range().last && is_one_of(condition.words, match.tokens.last);
    }
    if (there != condition.wanted) return false;
  }
  return true;
}

}  // namespace dateline
