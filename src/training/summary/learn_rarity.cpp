// Counts in how many articles each term stands, and keeps the commonest. Input: paragraphs a line, an empty line behind
// each article. Output: the table that src/summary/rarity.cpp reads; hashes and numbers, no words.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "document.h"
#include "summary/rarity.h"
#include "summary_training.h"

namespace dateline::training {
namespace {

constexpr size_t kKept = 9900;

}  // namespace

int learn_rarity(std::istream& in, const std::string& out_path) {
  std::unordered_map<std::string, uint32_t> articles_with;
  uint32_t articles = 0;
  std::string line, article;
  const auto finish = [&] {
    if (article.empty()) return;
    const Document document = build_document(clean_utf8(article));
    std::unordered_set<std::string> seen;
    for (uint32_t i = 0; i < document.tokens().size(); ++i)
      if (document.token(i).is_word()) seen.insert(std::string(term_of(document.lower(i))));
    for (const std::string& term : seen) ++articles_with[term];
    ++articles;
    article.clear();
  };
  while (std::getline(in, line)) {
    if (line.empty()) {
      finish();
    } else {
      article += line + "\n\n";
    }
  }
  finish();
  std::vector<std::pair<uint32_t, std::string>> rows;
  for (const auto& [term, count] : articles_with) rows.emplace_back(count, term);
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::map<uint32_t, int> table;  // the commoner of two terms with one hash is kept
  for (size_t i = 0; i < std::min(kKept, rows.size()); ++i) {
    const double rarity = std::log2(static_cast<double>(articles) / rows[i].first);
    table.emplace(term_hash(rows[i].second), std::min(255, static_cast<int>(std::lround(rarity * 16))));
  }
  std::ofstream out(out_path, std::ios::binary);
  for (const auto& [hash, value] : table) {
    const char bytes[4] = {static_cast<char>(hash >> 16), static_cast<char>(hash >> 8), static_cast<char>(hash),
                           static_cast<char>(value)};
    out.write(bytes, 4);
  }
  std::cout << articles << " articles, " << rows.size() << " terms, " << table.size() << " kept, the rarest of them in "
            << rows[std::min(kKept, rows.size()) - 1].first << "\n";
  return out ? 0 : 1;
}

}  // namespace dateline::training
