#include "entities/corpora.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "text/clean_text.h"
#include "training/corpus_file.h"

namespace dateline::training {
namespace {

uint32_t off_now = 0;

}  // namespace

uint32_t families_off() {
  return off_now;
}

void set_families_off(uint32_t off) {
  off_now = off;
}

namespace {

NameType type_named(const std::string& name) {
  return name == "PER"   ? NameType::kPer
         : name == "ORG" ? NameType::kOrg
         : name == "LOC" ? NameType::kLoc
                         : NameType::kMisc;
}

void label_tokens(Example& example) {
  example.labels.assign(example.document->tokens().size(), kOutside);
  for (const GoldName& name : example.names) {
    const IndexRange tokens = example.document->tokens_in(name.span);
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const bool begin = i == tokens.first || example.document->sentence_of(i) != example.document->sentence_of(i - 1);
      example.labels[i] = begin ? begin_label(name.type) : inside_label(name.type);
    }
  }
  // A label inside a name may stand only after its like.
  for (const Sentence& sentence : example.document->sentences()) {
    uint8_t before = kOutside;
    for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!may_follow(before, example.labels[i])) example.labels[i] = begin_label(type_of_label(example.labels[i]));
      before = example.labels[i];
    }
  }
}

void finish(Example& example, std::string text) {
  example.document = std::make_unique<Document>(build_document(clean_utf8(text)));
  label_tokens(example);
  example.used.assign(example.document->sentences().size(), true);
  example.features = std::make_unique<NameFeatures>(*example.document, families_off());
}

class Dice {
 public:
  explicit Dice(uint32_t seed) : state_(seed * 2654435761U + 12345U) {}
  uint32_t roll(uint32_t sides) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 10) % sides;
  }

 private:
  uint32_t state_;
};

}  // namespace

Example plain_example(const std::string& text, uint32_t corpus, uint32_t source) {
  Example example;
  example.corpus = corpus;
  example.source = source;
  finish(example, text);
  return example;
}

std::vector<Example> read_examples(const std::string& path, double share, uint32_t corpus) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Example> examples;
  std::string line;
  double due = 0;
  for (uint32_t number = 0; std::getline(in, line); ++number) {
    due += share;
    if (due < 1) continue;
    due -= 1;
    const nlohmann::json record = nlohmann::json::parse(line);
    Example example;
    example.corpus = corpus;
    example.source = number;
    const auto text = record.at("text").get<std::string>();
    const std::vector<uint32_t> places = bytes_of_code_points(text);
    for (const auto& entity : record.at("entities")) {
      example.names.push_back({{places.at(entity.at("start").get<size_t>()), places.at(entity.at("end").get<size_t>())},
                               type_named(entity.at("type").get<std::string>())});
    }
    finish(example, text);
    examples.push_back(std::move(example));
  }
  return examples;
}

Example with_headlines(const Example& example, uint32_t seed, bool without_capitals) {
  Dice dice(seed);
  std::string text(example.document->text());
  std::vector<Span> altered;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find('\n', start);
    if (end == std::string::npos) end = text.size();
    // "Miami, Florida" as people type it: a comma between two places is left out.
    bool commas = false;
    for (size_t n = 0; n + 1 < example.names.size(); ++n) {
      const Span first = example.names[n].span, second = example.names[n + 1].span;
      if (first.start < start || second.end > end) continue;
      if (example.names[n].type != NameType::kLoc || example.names[n + 1].type != NameType::kLoc) continue;
      if (second.start != first.end + 2 || text[first.end] != ',' || dice.roll(2) == 0) continue;
      text[first.end] = ' ';
      commas = true;
    }
    if (commas && end - start < 1000) altered.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    if (end - start > 20 && end - start < 200 && dice.roll(4) == 0) {
      const uint32_t kind = dice.roll(without_capitals ? 3 : 2);
      const bool all = kind == 0;
      for (size_t i = start; i < end; ++i) {
        if (kind == 2) {
          if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] - 'A' + 'a');
          continue;
        }
        const bool first = i == start || text[i - 1] == ' ' || text[i - 1] == '"' || text[i - 1] == '-';
        if ((all || first) && text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
      }
      altered.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    }
    start = end + 1;
  }
  Example copy;
  copy.corpus = example.corpus;
  copy.source = example.source;
  copy.names = example.names;
  finish(copy, text);
  for (size_t i = 0; i < copy.used.size(); ++i) {
    copy.used[i] = false;
    for (const Span& span : altered) {
      if (span.overlaps(copy.document->sentences()[i].span)) copy.used[i] = true;
    }
  }
  return copy;
}

}  // namespace dateline::training
