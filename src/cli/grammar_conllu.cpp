#include "cli/grammar_conllu.h"

#include <algorithm>
#include <istream>
#include <string_view>

namespace dateline::cli {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const size_t end = line.find('\t');
    columns.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return columns;
    line.remove_prefix(end + 1);
  }
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > 100000) return -1;
    number = 10 * number + (c - '0');
  }
  return digits.empty() ? -1 : number;
}

bool has_no_space_after(std::string_view notes) {
  return notes.find("SpaceAfter=No") != std::string_view::npos;
}

}  // namespace

bool TreebankReader::next_sentence(TreebankSentence& sentence, bool& opens_document) {
  sentence = {};
  opens_document = false;
  std::string line;
  int surface_end = 0;  // the last word of a multiword token whose surface line says how it ends
  bool surface_space = true, any = false;
  while (std::getline(in_, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      if (any) return true;
      continue;
    }
    if (line[0] == '#') {
      opens_document |= line.starts_with("# newdoc");
      sentence.opens_paragraph |= line.starts_with("# newdoc") || line.starts_with("# newpar");
      if (line.starts_with("# text = ")) sentence.text = line.substr(9);
      continue;
    }
    const std::vector<std::string_view> columns = columns_of(line);
    if (columns.size() != 10) continue;
    const size_t dash = columns[0].find('-');
    if (dash != std::string_view::npos) {
      surface_end = number_of(columns[0].substr(dash + 1));
      surface_space = !has_no_space_after(columns[9]);
      continue;
    }
    const int number = number_of(columns[0]);
    if (number <= 0) continue;
    TreebankWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.upos = columns[3];
    word.xpos = columns[4];
    word.head = std::max(0, number_of(columns[6]));
    word.relation = columns[7];
    word.space_after = !has_no_space_after(columns[9]);
    if (number <= surface_end) word.space_after = number == surface_end && surface_space;
    sentence.words.push_back(std::move(word));
    any = true;
  }
  return any;
}

TreebankDocument TreebankReader::next() {
  TreebankDocument document;
  if (has_waiting_) document.push_back(std::move(waiting_));
  has_waiting_ = false;
  TreebankSentence sentence;
  bool opens_document = false;
  while (next_sentence(sentence, opens_document)) {
    if (opens_document && !document.empty()) {
      waiting_ = std::move(sentence);
      has_waiting_ = true;
      break;
    }
    document.push_back(std::move(sentence));
  }
  return document;
}

std::string text_of(const TreebankDocument& document) {
  std::string text;
  for (const TreebankSentence& sentence : document) {
    if (!text.empty()) text += sentence.opens_paragraph ? "\n\n" : " ";
    text += sentence.text;
  }
  return text;
}

Document document_of_words(const TreebankDocument& treebank) {
  std::string text;
  std::vector<GivenSentence> sentences;
  bool space = true;
  for (const TreebankSentence& sentence : treebank) {
    if (!text.empty()) text += sentence.opens_paragraph ? "\n\n" : space ? "" : " ";
    GivenSentence given;
    given.opens_block = sentence.opens_paragraph;
    for (const TreebankWord& word : sentence.words) {
      const auto start = static_cast<uint32_t>(text.size());
      text += word.form;
      given.tokens.push_back({start, static_cast<uint32_t>(text.size())});
      space = word.space_after;
      if (space) text += ' ';
    }
    sentences.push_back(std::move(given));
  }
  return build_document(clean_utf8(text), sentences);
}

}  // namespace dateline::cli
