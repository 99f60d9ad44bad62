#include "training/grammar/treebank.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "grammar/sentence_marks.h"
#include "grammar/word_classes.h"
#include "training/corpus_file.h"

namespace dateline::training {
WordRows choose_words(const std::vector<std::string>& treebanks, uint32_t least, size_t most) {
  const WordClasses& classes = word_classes();
  std::vector<uint32_t> counts(classes.size(), 0);
  for (const std::string& path : treebanks) {
    std::ifstream in = opened(path);
    cli::TreebankReader reader(in);
    for (auto treebank = reader.next(); !treebank.empty(); treebank = reader.next()) {
      const Document document = cli::document_of_words(treebank);
      for (uint32_t i = 0; i < document.tokens().size(); ++i) {
        const uint32_t word = classes.find(class_key(document.lower(i)));
        if (word != WordClasses::kNone) ++counts[word];
      }
    }
  }
  std::vector<uint32_t> order;
  for (uint32_t word = 0; word < counts.size(); ++word) {
    if (counts[word] >= least) order.push_back(word);
  }
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return counts[a] > counts[b]; });
  if (order.size() > most) order.resize(most);
  std::sort(order.begin(), order.end());
  WordRows out;
  out.row_of_word.assign(classes.size(), 0);
  for (const uint32_t word : order) {
    out.counts.push_back(counts[word]);
    out.row_of_word[word] = static_cast<uint32_t>(out.counts.size());
  }
  return out;
}

std::vector<GoldSentence> read_sentences(const std::string& path, const WordRows& words) {
  std::vector<GoldSentence> out;
  std::ifstream in = opened(path);
  cli::TreebankReader reader(in);
  for (auto treebank = reader.next(); !treebank.empty(); treebank = reader.next()) {
    const Document document = cli::document_of_words(treebank);
    if (document.sentences().size() != treebank.size()) throw std::runtime_error(path + ": a sentence without words");
    for (uint32_t s = 0; s < treebank.size(); ++s) {
      GoldSentence sentence;
      sentence.words = std::move(treebank[s].words);
      const IndexRange tokens = document.sentence(s).tokens;
      for (uint32_t i = tokens.first; i < tokens.last; ++i) {
        sentence.rows.push_back(lexical_rows(document.token(i), words.row_of_word));
        sentence.lower.emplace_back(document.lower(i));
      }
      sentence.marks = sentence_marks(document.tokens().data() + tokens.first, tokens.size());
      out.push_back(std::move(sentence));
    }
  }
  return out;
}

void start_from_vectors(const std::string& file, const WordRows& words, std::vector<float>& table, uint32_t width) {
  std::ifstream in = opened(file);
  const WordClasses& classes = word_classes();
  std::vector<std::pair<size_t, std::vector<float>>> vectors;
  double square = 0;
  size_t numbers = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string word;
    double count = 0;
    fields >> word >> count;
    const uint32_t index = classes.find(word);
    if (index == WordClasses::kNone || words.row_of_word[index] == 0) continue;
    std::vector<float> vector;
    for (float value = 0; fields >> value;) {
      vector.push_back(value);
      square += value * value;
      ++numbers;
    }
    vectors.emplace_back(lexical::kWordsAt + words.row_of_word[index] - 1, std::move(vector));
  }
  const auto scale = static_cast<float>(0.12 / std::sqrt(square / static_cast<double>(std::max<size_t>(1, numbers))));
  for (const auto& [row, vector] : vectors) {
    for (size_t d = 0; d < width && d < vector.size(); ++d) table[row * width + d] = vector[d] * scale;
  }
}

Settings::Settings(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const size_t equals = argument.find('=');
    if (equals == std::string::npos) throw std::runtime_error("not name=value: " + argument);
    values_[argument.substr(0, equals)] = argument.substr(equals + 1);
  }
}

double Settings::number(const std::string& name, double otherwise) const {
  const auto place = values_.find(name);
  return place == values_.end() ? otherwise : std::stod(place->second);
}

std::string Settings::text(const std::string& name, const std::string& otherwise) const {
  const auto place = values_.find(name);
  return place == values_.end() ? otherwise : place->second;
}

}  // namespace dateline::training
