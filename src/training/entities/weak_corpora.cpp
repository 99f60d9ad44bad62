#include "entities/weak_corpora.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

#include "training/corpus_file.h"

namespace dateline::training {
namespace {

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream in(line);
  for (std::string column; std::getline(in, column, '\t');) columns.push_back(column);
  return columns;
}

struct HintedSpan {
  Span span;
  Hint hint = Hint::kNothing;
};

/// A token has the hint of the span that it begins in.
void set_hints(Example& example, const std::vector<HintedSpan>& spans) {
  example.hints.assign(example.document->tokens().size(), Hint::kNothing);
  size_t at = 0;
  for (uint32_t i = 0; i < example.hints.size(); ++i) {
    const uint32_t start = example.document->token(i).span.start;
    while (at < spans.size() && spans[at].span.end <= start) ++at;
    if (at < spans.size() && spans[at].span.start <= start) example.hints[i] = spans[at].hint;
  }
}

Hint hint_of_part_of_speech(const std::string& tag) {
  if (tag == "PROPN") return Hint::kName;
  for (const char* other : {"NOUN", "VERB", "AUX", "PRON", "ADV", "INTJ", "SCONJ"}) {
    if (tag == other) return Hint::kNoName;
  }
  return Hint::kNothing;
}

Hint hint_of_label(const std::string& label) {
  return label == "PERSON"         ? Hint::kPer
         : label == "ORGANIZATION" ? Hint::kOrg
         : label == "LOCATION"     ? Hint::kLoc
         : label == "MISC"         ? Hint::kMisc
                                   : Hint::kOutside;
}

/// Months, days and titles are proper nouns in a treebank, and no names here.
void forgive_titles(Example& example) {
  for (uint32_t i = 0; i < example.hints.size(); ++i) {
    const NameClasses classes = example.features->classes(i);
    const bool apart = classes.has(NameClass::kCalendar) || classes.has(NameClass::kTitle);
    if (example.hints[i] == Hint::kName && apart) example.hints[i] = Hint::kNothing;
  }
}

}  // namespace

std::vector<Example> read_treebank(const std::string& path, uint32_t corpus) {
  std::ifstream in = opened(path);
  std::vector<Example> examples;
  std::string text, line;
  std::vector<HintedSpan> spans;
  bool space = false, sentence_begins = true;
  const auto finish = [&] {
    if (spans.empty()) return;
    examples.push_back(plain_example(text, corpus, static_cast<uint32_t>(examples.size())));
    set_hints(examples.back(), spans);
    forgive_titles(examples.back());
    text.clear();
    spans.clear();
  };
  while (std::getline(in, line)) {
    if (line.starts_with("# newdoc")) finish();
    if (line.empty()) sentence_begins = true;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = columns_of(line);
    if (columns.size() != 10 || columns[0].find_first_not_of("0123456789") != std::string::npos) continue;
    if (!text.empty() && (sentence_begins || space)) text += sentence_begins ? '\n' : ' ';
    sentence_begins = false;
    const auto start = static_cast<uint32_t>(text.size());
    text += columns[1];
    spans.push_back({{start, static_cast<uint32_t>(text.size())}, hint_of_part_of_speech(columns[3])});
    space = columns[9].find("SpaceAfter=No") == std::string::npos;
  }
  finish();
  return examples;
}

std::vector<Example> read_machine_labelled(const std::string& texts, const std::string& labels, uint32_t step,
                                           uint32_t corpus) {
  struct Row {
    uint32_t begin, end;  // code points
    Hint hint;
  };
  std::unordered_map<std::string, std::vector<Row>> rows;
  std::ifstream label_file = opened(labels);
  std::vector<Row>* now = nullptr;
  for (std::string line; std::getline(label_file, line);) {
    if (line.starts_with("# doc ")) now = &rows[line.substr(6)];
    const std::vector<std::string> columns = columns_of(line);
    if (!now || columns.size() != 9) continue;
    const auto begin = static_cast<uint32_t>(std::strtoul(columns[8].c_str(), nullptr, 10));
    const auto length = static_cast<uint32_t>(bytes_of_code_points(columns[0]).size() - 1);
    now->push_back({begin, begin + length, hint_of_label(columns[3])});
  }
  std::ifstream text_file = opened(texts);
  std::vector<Example> examples;
  uint32_t number = 0;
  for (std::string line; std::getline(text_file, line);) {
    if (number++ % step != 0) continue;
    const nlohmann::json record = nlohmann::json::parse(line);
    const auto found = rows.find(record.at("id").get<std::string>());
    if (found == rows.end()) continue;
    const auto text = record.at("text").get<std::string>();
    const std::vector<uint32_t> places = bytes_of_code_points(text);
    std::vector<HintedSpan> spans;
    for (const Row& row : found->second) {
      if (row.end < places.size()) spans.push_back({{places[row.begin], places[row.end]}, row.hint});
    }
    examples.push_back(plain_example(text, corpus, static_cast<uint32_t>(examples.size())));
    set_hints(examples.back(), spans);
  }
  return examples;
}

std::vector<Example> read_plain(const std::string& path, uint32_t first, uint32_t last, uint32_t step,
                                uint32_t corpus) {
  std::ifstream in = opened(path);
  std::vector<Example> examples;
  std::string text;
  uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) {
      if (!text.empty()) text += "\n\n";
      text += line;
      continue;
    }
    if (number >= first && number < last && (number - first) % step == 0 && !text.empty()) {
      examples.push_back(plain_example(text, corpus, number));
      examples.back().hints.assign(examples.back().document->tokens().size(), Hint::kNothing);
    }
    text.clear();
    ++number;
  }
  return examples;
}

}  // namespace dateline::training
