// train_word_classes OUT.model VECTORS NEWS TREEBANK...: learns vectors of common words from running text, and from the
// vectors a tree of classes.
//
// Vectors: skip-gram with negative sampling and one output table for each of the four neighbouring places (Ling et al.
// 2015, "Two/Too simple adaptations of word2vec"): what stands before a word and behind it tells its grammar. Tree:
// each set of words is cut in two by 2-means, weighted by the root of the words' counts, until the path has kBits bits.
// NEWS is one paragraph a line. VECTORS gets "word count numbers…" a line, for the other programs. One thread, fixed
// seed.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numeric>
#include <unordered_map>

#include "cli/grammar_conllu.h"
#include "document.h"
#include "grammar/word_classes.h"
#include "training/grammar/random.h"

namespace dateline::training {
namespace {

constexpr size_t kDimensions = 48, kNegatives = 5, kPlaces = 4, kEpochs = 15;
constexpr uint32_t kLeastCount = 8;
constexpr uint32_t kNoWord = 0xFFFFFFFF;

struct Corpus {
  std::vector<std::string> words;  // by falling count
  std::vector<uint32_t> counts;
  std::vector<std::vector<uint32_t>> sentences;  // numbers of words; kNoWord for a rare one
};

Corpus read_corpus(const std::vector<std::string>& files) {
  std::unordered_map<std::string, uint32_t> numbers;
  std::vector<std::string> words;
  std::vector<uint32_t> counts;
  Corpus corpus;
  const auto take = [&](const Document& document) {
    for (const Sentence& sentence : document.sentences()) {
      std::vector<uint32_t> row;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const auto [place, added] = numbers.emplace(class_key(document.lower(i)), words.size());
        if (added) words.push_back(place->first), counts.push_back(0);
        ++counts[place->second];
        row.push_back(place->second);
      }
      corpus.sentences.push_back(std::move(row));
    }
  };
  for (size_t f = 0; f < files.size(); ++f) {
    std::ifstream in(files[f]);
    if (!in) throw std::runtime_error("cannot read " + files[f]);
    if (f == 0) {
      for (std::string line; std::getline(in, line);) {
        if (!line.empty()) take(build_document(clean_utf8(line)));
      }
    } else {
      cli::TreebankReader reader(in);
      for (auto document = reader.next(); !document.empty(); document = reader.next()) {
        take(cli::document_of_words(document));
      }
    }
  }
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (counts[i] >= kLeastCount) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : words[a] < words[b];
  });
  std::vector<uint32_t> renumbered(words.size(), kNoWord);
  for (uint32_t i = 0; i < order.size(); ++i) {
    renumbered[order[i]] = i;
    corpus.words.push_back(words[order[i]]);
    corpus.counts.push_back(counts[order[i]]);
  }
  for (auto& sentence : corpus.sentences) {
    for (uint32_t& word : sentence) word = renumbered[word];
  }
  return corpus;
}

using Vectors = std::vector<float>;  // kDimensions numbers a word

Vectors learn_vectors(const Corpus& corpus) {
  Random random(7);
  const size_t size = corpus.words.size();
  Vectors in(size * kDimensions), out(kPlaces * size * kDimensions, 0.0f);
  for (float& value : in) value = (random.uniform() - 0.5f) / kDimensions;
  std::vector<uint32_t> noise;  // words in proportion to count ^ 0.75
  for (uint32_t i = 0; i < size; ++i)
    noise.insert(noise.end(), 1 + static_cast<size_t>(std::pow(corpus.counts[i], 0.75)), i);
  const double total = std::accumulate(corpus.counts.begin(), corpus.counts.end(), 0.0);
  size_t done = 0;
  const double work = static_cast<double>(kEpochs) * static_cast<double>(corpus.sentences.size());
  for (size_t epoch = 0; epoch < kEpochs; ++epoch) {
    for (const auto& sentence : corpus.sentences) {
      const float rate = 0.03f * std::max(0.01f, 1.0f - static_cast<float>(static_cast<double>(done++) / work));
      for (size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == kNoWord) continue;
        const double often = corpus.counts[sentence[i]] / total * 2000;
        if (often > 1 && random.uniform() > std::sqrt(1 / often)) continue;
        float* word = &in[sentence[i] * kDimensions];
        float change[kDimensions] = {};
        for (size_t place = 0; place < kPlaces; ++place) {
          const size_t at = place < 2 ? i + place - 2 : i + place - 1;
          if (at >= sentence.size() || sentence[at] == kNoWord) continue;
          for (size_t k = 0; k <= kNegatives; ++k) {
            const uint32_t target = k == 0 ? sentence[at] : noise[random.below(noise.size())];
            float* context = &out[(place * size + target) * kDimensions];
            float lanes[16] = {};
            for (size_t d = 0; d < kDimensions; d += 16) {
              for (size_t l = 0; l < 16; ++l) lanes[l] += word[d + l] * context[d + l];
            }
            float dot = 0;
            for (const float lane : lanes) dot += lane;
            const float step = rate * ((k == 0 ? 1.0f : 0.0f) - 1.0f / (1.0f + std::exp(-dot)));
            for (size_t d = 0; d < kDimensions; ++d) {
              change[d] += step * context[d];
              context[d] += step * word[d];
            }
          }
        }
        for (size_t d = 0; d < kDimensions; ++d) word[d] += change[d];
      }
    }
    std::cerr << "epoch " << epoch + 1 << "\n";
  }
  return in;
}

class Tree {
 public:
  Tree(const Corpus& corpus, Vectors vectors) : corpus_(corpus), vectors_(std::move(vectors)) {
    for (size_t i = 0; i < corpus.words.size(); ++i) {  // by direction alone: lengths follow counts
      float* v = &vectors_[i * kDimensions];
      float square = 1e-9f;
      for (size_t d = 0; d < kDimensions; ++d) square += v[d] * v[d];
      for (size_t d = 0; d < kDimensions; ++d) v[d] /= std::sqrt(square);
    }
  }

  std::vector<uint16_t> paths() {
    std::vector<uint16_t> paths(corpus_.words.size(), 0);
    std::vector<uint32_t> all(corpus_.words.size());
    std::iota(all.begin(), all.end(), 0u);
    split(all, 0, 0, paths);
    return paths;
  }

 private:
  void split(const std::vector<uint32_t>& words, uint32_t depth, uint32_t path, std::vector<uint16_t>& paths) {
    if (depth == WordClasses::kBits || words.size() < 2) {
      for (const uint32_t word : words) paths[word] = static_cast<uint16_t>(path << (WordClasses::kBits - depth));
      return;
    }
    std::vector<double> axis(kDimensions, 0.0), mean(kDimensions, 0.0);
    double weight = 0;
    for (const uint32_t word : words) {
      const double w = std::sqrt(corpus_.counts[word]);
      weight += w;
      for (size_t d = 0; d < kDimensions; ++d) mean[d] += w * vector(word)[d];
    }
    for (double& m : mean) m /= weight;
    // The first axis: the widest direction, by a few power iterations.
    for (size_t d = 0; d < kDimensions; ++d) axis[d] = random_.uniform() - 0.5;
    for (int round = 0; round < 12; ++round) {
      std::vector<double> next(kDimensions, 0.0);
      for (const uint32_t word : words) {
        double dot = 0;
        for (size_t d = 0; d < kDimensions; ++d) dot += axis[d] * (vector(word)[d] - mean[d]);
        dot *= std::sqrt(corpus_.counts[word]);
        for (size_t d = 0; d < kDimensions; ++d) next[d] += dot * (vector(word)[d] - mean[d]);
      }
      double norm = 1e-12;
      for (const double n : next) norm += n * n;
      for (size_t d = 0; d < kDimensions; ++d) axis[d] = next[d] / std::sqrt(norm);
    }
    double threshold = 0;
    for (size_t d = 0; d < kDimensions; ++d) threshold += axis[d] * mean[d];
    std::vector<uint32_t> left, right;
    for (int round = 0; round < 8; ++round) {  // 2-means: the axis turns to the line between the two centres
      left.clear(), right.clear();
      std::vector<double> centre[2] = {std::vector<double>(kDimensions, 0.0), std::vector<double>(kDimensions, 0.0)};
      double mass[2] = {1e-9, 1e-9};
      for (const uint32_t word : words) {
        double dot = 0;
        for (size_t d = 0; d < kDimensions; ++d) dot += axis[d] * vector(word)[d];
        const int side = dot > threshold;
        (side ? right : left).push_back(word);
        const double w = std::sqrt(corpus_.counts[word]);
        mass[side] += w;
        for (size_t d = 0; d < kDimensions; ++d) centre[side][d] += w * vector(word)[d];
      }
      if (left.empty() || right.empty()) break;
      threshold = 0;
      for (size_t d = 0; d < kDimensions; ++d) {
        const double a = centre[0][d] / mass[0], b = centre[1][d] / mass[1];
        axis[d] = b - a;
        threshold += (b - a) * (a + b) / 2;
      }
    }
    if (left.empty() || right.empty()) {  // all alike: by number
      left.assign(words.begin(), words.begin() + static_cast<long>(words.size() / 2));
      right.assign(words.begin() + static_cast<long>(words.size() / 2), words.end());
    }
    split(left, depth + 1, path << 1, paths);
    split(right, depth + 1, path << 1 | 1, paths);
  }

  const float* vector(uint32_t word) const { return &vectors_[word * kDimensions]; }

  const Corpus& corpus_;
  Vectors vectors_;
  Random random_{11};
};

void write_classes(const std::string& path, const Corpus& corpus, const std::vector<uint16_t>& paths) {
  std::vector<uint32_t> order(corpus.words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return corpus.words[a] < corpus.words[b]; });
  std::string shared, more, tails, high, low, before;
  for (const uint32_t word : order) {
    const std::string& text = corpus.words[word];
    size_t same = 0;
    while (same < text.size() && same < before.size() && text[same] == before[same]) ++same;
    shared += static_cast<char>(same);
    more += static_cast<char>(text.size() - same);
    tails += text.substr(same);
    high += static_cast<char>(paths[word] >> 8);
    low += static_cast<char>(paths[word] & 255);
    before = text;
  }
  const size_t n = order.size();
  std::string head = {static_cast<char>(n & 255), static_cast<char>(n >> 8 & 255), static_cast<char>(n >> 16 & 255), 0};
  std::ofstream(path, std::ios::binary) << head << shared << more << tails << high << low;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  using namespace dateline::training;
  if (argc < 4) {
    std::cerr << "usage: train_word_classes OUT.model VECTORS NEWS TREEBANK...\n";
    return 2;
  }
  const Corpus corpus = read_corpus({argv + 3, argv + argc});
  std::cerr << corpus.words.size() << " words, " << corpus.sentences.size() << " sentences\n";
  const Vectors vectors = learn_vectors(corpus);
  std::ofstream out(argv[2]);
  for (size_t i = 0; i < corpus.words.size(); ++i) {
    out << corpus.words[i] << ' ' << corpus.counts[i];
    for (size_t d = 0; d < kDimensions; ++d) out << ' ' << vectors[i * kDimensions + d];
    out << '\n';
  }
  write_classes(argv[1], corpus, Tree(corpus, vectors).paths());
  return 0;
}
