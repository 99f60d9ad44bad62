#include "grammar/lemmatizer.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {

Lemmatizer::Lemmatizer(std::string_view table) {
  none_of_names_.of_names = true;
  for (const std::string_view line : lines_of(table)) {
    const std::vector<std::string_view> fields = fields_of(line);
    const size_t blank = fields[0].find(' ');
    if (fields.size() < 2 || blank == std::string_view::npos || blank + 1 >= fields[0].size()) continue;
    LemmaRule rule;
    for (const char c : fields[1]) rule.cut = 10 * rule.cut + static_cast<uint32_t>(c - '0');
    if (fields.size() > 2) rule.add = fields[2];
    LemmaRules& rules = by_tag_[fields[0].substr(0, blank)];
    rules.of_names = fields[0].starts_with("NNP");
    const std::string_view end = fields[0].substr(blank + 2);
    if (fields[0][blank + 1] == '=') {
      rules.words.emplace(end, rule);
      rules.longest_word = std::max(rules.longest_word, end.size());
    } else {
      rules.endings.emplace(end, rule);
      rules.longest_ending = std::max(rules.longest_ending, end.size());
    }
  }
}

const LemmaRules& Lemmatizer::rules_of(std::string_view xpos) const {
  const auto place = by_tag_.find(xpos);
  if (place != by_tag_.end()) return place->second;
  return xpos.starts_with("NNP") ? none_of_names_ : none_;
}

std::string_view Lemmatizer::lemma(const Token& token, const LemmaRules& rules, StringArena& arena) const {
  const std::string_view own = rules.of_names ? token.norm : token.lower;
  const std::string_view word = token.lower;
  const LemmaRule* rule = nullptr;
  if (word.size() <= rules.longest_word) {
    const auto place = rules.words.find(word);
    if (place != rules.words.end()) rule = &place->second;
  }
  for (size_t length = std::min(word.size(), rules.longest_ending); rule == nullptr && !rules.endings.empty();
       --length) {
    const auto place = rules.endings.find(word.substr(word.size() - length));
    if (place != rules.endings.end()) rule = &place->second;
    if (length == 0) break;
  }
  if (rule == nullptr || rule->cut > word.size() || (rule->cut == 0 && rule->add.empty())) return own;
  const std::string_view base = own.size() == word.size() ? own : word;
  if (rule->add.empty()) return base.substr(0, base.size() - rule->cut);
  return arena.keep(std::string(base.substr(0, base.size() - rule->cut)) + std::string(rule->add));
}

const Lemmatizer& lemmatizer() {
  static const Lemmatizer instance(resource("data/grammar/lemma_rules.tsv"));
  return instance;
}

}  // namespace dateline
