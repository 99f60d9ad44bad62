// The relations that are learnt, the commonest first.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "training/grammar/treebank.h"

namespace dateline::training {

inline std::string base_of(const std::string& relation) {
  return relation.substr(0, relation.find(':'));
}

class LabelSet {
 public:
  explicit LabelSet(const std::vector<GoldSentence>& sentences) {
    std::map<std::string, size_t> counts;
    for (const GoldSentence& s : sentences) {
      for (const cli::TreebankWord& word : s.words) ++counts[word.relation];
    }
    for (const auto& [name, count] : counts) {
      if (count >= 20) names_.push_back(name);
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  }

  uint32_t size() const { return static_cast<uint32_t>(names_.size()); }
  const std::string& name(uint32_t label) const { return names_[label]; }

  /// A relation's number; of a rare one, that of the commonest of its kind; else that of "dep".
  uint32_t number(const std::string& name) const {
    const std::string base = base_of(name);
    uint32_t of_kind = size(), dep = 0;
    for (uint32_t i = 0; i < size(); ++i) {
      if (names_[i] == name) return i;
      if (of_kind == size() && base_of(names_[i]) == base) of_kind = i;
      if (names_[i] == "dep") dep = i;
    }
    return of_kind < size() ? of_kind : dep;
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace dateline::training
