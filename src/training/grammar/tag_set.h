// The tags that are learnt: pairs of a universal and a Penn tag, "NOUN|NN", the commonest first.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "training/grammar/treebank.h"

namespace dateline::training {

class TagSet {
 public:
  explicit TagSet(const std::vector<GoldSentence>& sentences) {
    std::map<std::string, size_t> counts;
    for (const GoldSentence& sentence : sentences) {
      for (const cli::TreebankWord& word : sentence.words) ++counts[word.upos + "|" + word.xpos];
    }
    for (const auto& [name, count] : counts) {
      if (count >= 5) names_.push_back(name);
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
    for (uint32_t i = 0; i < names_.size(); ++i) numbers_[names_[i]] = i;
  }

  size_t size() const { return names_.size(); }
  const std::string& name(uint32_t tag) const { return names_[tag]; }
  std::string upos(uint32_t tag) const { return names_[tag].substr(0, names_[tag].find('|')); }
  std::string xpos(uint32_t tag) const { return names_[tag].substr(names_[tag].find('|') + 1); }

  /// A pair's number; of a rare pair, that of the commonest pair with the same universal tag.
  uint32_t number(const std::string& upos, const std::string& xpos) const {
    const auto place = numbers_.find(upos + "|" + xpos);
    if (place != numbers_.end()) return place->second;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].starts_with(upos + "|")) return i;
    }
    return 0;
  }
  uint32_t number(const std::string& name) const {
    const size_t bar = name.find('|');
    return number(name.substr(0, bar), name.substr(bar + 1));
  }

  void assign(GoldSentence& sentence) const {
    sentence.tags.clear();
    for (const cli::TreebankWord& word : sentence.words) sentence.tags.push_back(number(word.upos, word.xpos));
  }

 private:
  std::vector<std::string> names_;
  std::map<std::string, uint32_t> numbers_;
};

}  // namespace dateline::training
