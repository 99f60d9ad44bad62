#include "lexicon/lexicon.h"

#include <algorithm>
#include <string>

#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr uint32_t kMostWords = 12;

/// Words of a key as the tokenizer makes them, roughly: what blanks divide. Clitics and hyphens only make a match
/// shorter in tokens than allowed here, never longer, because the limit counts blanks and leaves room for them.
uint32_t words_in(std::string_view key) {
  const auto breaks = std::count_if(key.begin(), key.end(), [](char c) {
    return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '&' || c == '/';
  });
  return std::min(kMostWords, static_cast<uint32_t>(2 * breaks + 1));
}

std::string_view first_word(std::string_view key) {
  size_t end = 0;
  while (end < key.size() && key[end] != ' ' && key[end] != '-' && key[end] != '\'' && key[end] != '.' &&
         key[end] != '/')
    ++end;
  return key.substr(0, std::max<size_t>(end, 1));
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> fields_of(std::string_view line, char divider) {
  std::vector<std::string_view> fields;
  for (;;) {
    const size_t end = line.find(divider);
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

Lexicon::Lexicon(std::string_view path) {
  const std::vector<std::string_view> lines = lines_of(resource(path));
  rows_.reserve(lines.size());
  for (const std::string_view line : lines) {
    const size_t tab = line.find('\t');
    const std::string_view key = line.substr(0, tab);
    rows_.emplace(key, tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1));
    uint32_t& longest = longest_by_first_word_[first_word(key)];
    longest = std::max(longest, words_in(key));
  }
}

std::string_view Lexicon::find(std::string_view key) const {
  const auto row = rows_.find(key);
  return row == rows_.end() ? std::string_view() : row->second;
}

std::string_view Lexicon::field(std::string_view key, size_t index) const {
  std::string_view rest = find(key);
  for (; index > 0; --index) {
    const size_t tab = rest.find('\t');
    if (tab == std::string_view::npos) return {};
    rest.remove_prefix(tab + 1);
  }
  return rest.substr(0, rest.find('\t'));
}

uint32_t Lexicon::longest_match(const Document& document, uint32_t first, uint32_t limit) const {
  const auto start = longest_by_first_word_.find(first_word(document.lower(first)));
  if (start == longest_by_first_word_.end()) return 0;
  std::string key;
  uint32_t best = 0;
  for (uint32_t i = first; i < std::min(limit, first + start->second); ++i) {
    if (i > first && document.token(i).space_before) key += ' ';
    key += document.lower(i);
    if (contains(key)) best = i + 1 - first;
  }
  return best;
}

std::string lower_words(const Document& document, IndexRange tokens) {
  std::string words;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i > tokens.first && document.token(i).space_before) words += ' ';
    words += document.lower(i);
  }
  return words;
}

}  // namespace dateline
