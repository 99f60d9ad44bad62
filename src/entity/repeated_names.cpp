#include "entity/repeated_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "entity/gazetteer.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 5;
constexpr uint32_t kMostPassedOver = 4;  // for each time that it was found

struct Known {
  std::array<uint32_t, kNameTypes> found = {};
  uint32_t passed_over = 0;

  uint32_t times_found() const { return found[0] + found[1] + found[2] + found[3]; }
  NameType type() const { return static_cast<NameType>(std::max_element(found.begin(), found.end()) - found.begin()); }
};

class Repeater {
 public:
  Repeater(const Document& document, std::vector<Name> names)
      : document_(document), names_(std::move(names)), covered_(document.tokens().size(), false) {}

  std::vector<Name> run() {
    if (names_.empty()) return std::move(names_);
    collect();
    std::vector<Name> again;
    for (const IndexRange tokens : occurrences()) ++known_[words_of(tokens)].passed_over;
    for (const IndexRange tokens : occurrences()) {
      const Known& known = known_[words_of(tokens)];
      if (known.passed_over <= kMostPassedOver * known.times_found()) again.push_back({tokens, known.type()});
    }
    if (again.empty()) return std::move(names_);
    std::vector<Name> merged;
    std::merge(names_.begin(), names_.end(), again.begin(), again.end(), std::back_inserter(merged),
               [](const Name& a, const Name& b) { return a.tokens.first < b.tokens.first; });
    return merged;
  }

 private:
  std::string words_of(IndexRange tokens) const {
    std::string words;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (i > tokens.first) words += ' ';
      words += document_.norm(i);
    }
    return words;
  }

  bool has_capital(uint32_t token) const { return document_.token(token).is_capitalized(); }
  bool is_proper(uint32_t token) const { return has_capital(token) && document_.grammar(token).upos == Upos::kPropn; }

  void collect() {
    for (const Name& name : names_) {
      for (uint32_t i = name.tokens.first; i < name.tokens.last; ++i) covered_[i] = true;
    }
    for (uint32_t i = 0; i < covered_.size(); ++i) {
      if (document_.token(i).shape == Shape::kLower) in_lower_case_.insert(document_.lower(i));
    }
    for (const Name& name : names_) {
      const IndexRange tokens = name.tokens;
      if (tokens.size() > kMostWords || !has_capital(tokens.first) || !has_capital(tokens.last - 1)) continue;
      if (tokens.size() == 1 && document_.lower(tokens.first).size() < 2) continue;
      if (tokens.size() == 1 && in_lower_case_.count(document_.lower(tokens.first)) != 0) continue;
      ++known_[words_of(tokens)].found[static_cast<size_t>(name.type)];
      uint32_t& longest = longest_[document_.norm(tokens.first)];
      longest = std::max(longest, tokens.size());
    }
  }

  /// Where the words of a name stand and are none, the longest first.
  std::vector<IndexRange> occurrences() const {
    std::vector<IndexRange> out;
    for (const Sentence& sentence : document_.sentences()) {
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        if (covered_[i] || !is_proper(i)) continue;
        const auto row = longest_.find(document_.norm(i));
        if (row == longest_.end()) continue;
        for (uint32_t n = std::min(row->second, sentence.tokens.last - i); n > 0; --n) {
          const IndexRange tokens{i, i + n};
          if (!stands_alone(tokens, sentence.tokens) || known_.count(words_of(tokens)) == 0) continue;
          out.push_back(tokens);
          i += n - 1;
          break;
        }
      }
    }
    return out;
  }

  bool stands_alone(IndexRange tokens, IndexRange sentence) const {
    if (!is_proper(tokens.last - 1)) return false;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (covered_[i]) return false;
    }
    // "On Friday Acme": a day is no part of a name.
    const auto is_part = [&](uint32_t token) {
      if (covered_[token]) return true;
      return is_proper(token) && !Gazetteer::instance().classes_of(document_.lower(token)).has(NameClass::kCalendar);
    };
    if (tokens.first > sentence.first && is_part(tokens.first - 1)) return false;
    return tokens.last >= sentence.last || !is_part(tokens.last);
  }

  const Document& document_;
  std::vector<Name> names_;
  std::vector<bool> covered_;  // tokens in names
  std::unordered_set<std::string_view> in_lower_case_;
  std::unordered_map<std::string, Known> known_;
  std::unordered_map<std::string_view, uint32_t> longest_;  // by the first word: tokens of the longest name
};

}  // namespace

std::vector<Name> with_repeated_names(const Document& document, std::vector<Name> names) {
  return Repeater(document, std::move(names)).run();
}

}  // namespace dateline
