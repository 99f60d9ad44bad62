#include "entity/name_trimming.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 8;      // of a name that is looked up
constexpr uint32_t kLongestSymbol = 6;  // tokens between the brackets of a stock symbol
constexpr size_t kMostGoals = 2;        // digits on either side of a result; "737-800" is an aircraft

struct TrimmingLexicons {
  Lexicon titles{"data/entity/titles.tsv"};
};

const TrimmingLexicons& lexicons() {
  static const TrimmingLexicons instance;
  return instance;
}

bool is_goals(const Document& document, uint32_t token) {
  const std::string_view word = document.lower(token);
  return word.size() <= kMostGoals &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "16-16", "4-0" at the end of a name: how many tokens.
uint32_t result_length(const Document& document, IndexRange name) {
  if (name.size() < 4) return 0;
  const std::string_view mark = document.norm(name.last - 2);
  const bool result =
      is_goals(document, name.last - 1) && (mark == "-" || mark == "\xE2\x80\x93") && is_goals(document, name.last - 3);
  return result ? 3 : 0;
}

class Trimmer {
 public:
  Trimmer(const Document& document, std::vector<Name> names) : document_(document), names_(std::move(names)) {
    for (const Name& name : names_) {
      if (name.tokens.size() <= kMostWords) ++types_[lower_words(document_, name.tokens)][index(name.type)];
    }
  }

  std::vector<Name> run() {
    std::vector<Name> out;
    out.reserve(names_.size());
    for (Name name : names_) {
      if (is_stock_symbol(name.tokens)) continue;
      name.tokens.last -= result_length(document_, name.tokens);
      trim_office(name);
      if (!split(name, out)) out.push_back(name);
    }
    return out;
  }

 private:
  static size_t index(NameType type) { return static_cast<size_t>(type); }

  bool is_upper(uint32_t token) const {
    const Token& word = document_.token(token);
    const auto is = [&](char low, char high) {
      return std::any_of(word.norm.begin(), word.norm.end(), [=](char c) { return c >= low && c <= high; });
    };
    return is('A', 'Z') && !is('a', 'z');
  }

  /// A part of what stands in brackets and is capitals, numbers and a stop or colon between them.
  bool is_stock_symbol(IndexRange tokens) const {
    const IndexRange row = document_.sentence(document_.sentence_of(tokens.first)).tokens;
    uint32_t first = tokens.first, last = tokens.last;
    const auto is_part = [&](uint32_t i) {
      const std::string_view word = document_.norm(i);
      return is_upper(i) || word == "." || word == ":" || document_.token(i).shape == Shape::kNumber;
    };
    while (first > row.first && last - first < kLongestSymbol && is_part(first - 1)) --first;
    while (last < row.last && last - first < kLongestSymbol && is_part(last)) ++last;
    if (first == row.first || last >= row.last) return false;
    const bool round = document_.norm(first - 1) == "(" && document_.norm(last) == ")";
    const bool pointed = document_.norm(first - 1) == "<" && document_.norm(last) == ">";
    if (!round && !pointed) return false;
    bool divided = false;
    for (uint32_t i = first; i < last; ++i) {
      if (!is_part(i)) return false;
      const std::string_view word = document_.norm(i);
      const size_t mark = word.find_first_of(".:");  // "SIE.DE" is one token, as an address is
      const bool inside = mark != std::string_view::npos && mark > 0 && word.back() != '.';
      divided = divided || inside || ((word == "." || word == ":") && i > first && i + 1 < last);
    }
    return divided;
  }

  /// "Justice Ann Lee"; titles that tell the gender ("King", "Lady") are called with the name.
  void trim_office(Name& name) const {
    if (name.type != NameType::kPer) return;
    while (name.tokens.size() > 2) {
      const std::string_view word = document_.lower(name.tokens.first);
      if (lexicons().titles.field(word, 1) != "role" || !lexicons().titles.field(word, 0).empty()) return;
      ++name.tokens.first;
    }
  }

  /// "Acme and Bolt" where both are known apart.
  bool split(const Name& name, std::vector<Name>& out) const {
    if (name.type != NameType::kOrg || name.tokens.size() > kMostWords || is_listed(name.tokens)) return false;
    for (uint32_t i = name.tokens.first + 1; i + 1 < name.tokens.last; ++i) {
      if (document_.lower(i) != "and") continue;
      const IndexRange left{name.tokens.first, i}, right{i + 1, name.tokens.last};
      if (!stands_alone(left) && !stands_alone(right)) continue;
      const std::optional<NameType> first = type_of_words(left), second = type_of_words(right);
      if (!first || !second || *first != NameType::kOrg || *second != NameType::kOrg) continue;
      out.push_back({left, *first});
      out.push_back({right, *second});
      return true;
    }
    return false;
  }

  bool stands_alone(IndexRange tokens) const { return types_.count(lower_words(document_, tokens)) != 0; }

  bool is_listed(IndexRange tokens) const {
    const NameClasses classes = Gazetteer::instance().classes_of(document_, tokens);
    return classes.has(NameClass::kBody) || classes.has(NameClass::kCompany);
  }

  /// What the article names so, else what the lexicons know.
  std::optional<NameType> type_of_words(IndexRange tokens) const {
    if (const auto row = types_.find(lower_words(document_, tokens)); row != types_.end()) {
      return static_cast<NameType>(std::max_element(row->second.begin(), row->second.end()) - row->second.begin());
    }
    const NameClasses classes = Gazetteer::instance().classes_of(document_, tokens);
    if (classes.has(NameClass::kDemonym) || classes.has(NameClass::kGroup)) return NameType::kMisc;
    if (classes.has(NameClass::kBody) || classes.has(NameClass::kCompany)) return NameType::kOrg;
    if (classes.has(NameClass::kCountry) || classes.has(NameClass::kRegion) || classes.has(NameClass::kPlace))
      return NameType::kLoc;
    return std::nullopt;
  }

  const Document& document_;
  const std::vector<Name> names_;
  std::unordered_map<std::string, std::array<uint32_t, kNameTypes>> types_;  // by the words in lower case
};

}  // namespace

std::vector<Name> with_trimmed_names(const Document& document, std::vector<Name> names) {
  return Trimmer(document, std::move(names)).run();
}

}  // namespace dateline
