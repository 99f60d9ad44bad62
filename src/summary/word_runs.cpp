#include "summary/word_runs.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

constexpr size_t kRun = 8;  // words: longer than nearly all names
constexpr uint64_t kBasis = 0xCBF29CE484222325U, kPrime = 0x100000001B3U;

}  // namespace

std::vector<uint64_t> word_runs(const Document& document, IndexRange tokens) {
  std::vector<std::string_view> words;
  std::vector<uint64_t> runs;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (document.token(i).is_punctuation()) continue;
    words.push_back(document.lower(i));
    if (words.size() < kRun) continue;
    uint64_t hash = kBasis;
    for (size_t k = words.size() - kRun; k < words.size(); ++k) {
      for (const char c : words[k]) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
      hash = (hash ^ ' ') * kPrime;
    }
    runs.push_back(hash);
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

bool share_a_run(const std::vector<uint64_t>& one, const std::vector<uint64_t>& other) {
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) return true;
    ++(*a < *b ? a : b);
  }
  return false;
}

}  // namespace dateline
