// train_tagger: learns the part-of-speech tagger, a greedy network from left to right that sees its own earlier tags.
//
//   train=A,B dev=C,D vectors=FILE out=FILE [epochs= hidden= second= width= words= fold= folds= tagged=FILE]
//
// With folds, the sentences of every folds-th document part are kept out; `tagged` gets their predicted tags, which the
// parser learns from: it must know the tagger as it will meet it.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#include "grammar/tag_slots.h"
#include "training/grammar/float_network.h"
#include "training/grammar/model_writer.h"
#include "training/grammar/tag_set.h"
#include "training/grammar/treebank.h"

namespace dateline::training {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) out.push_back(part);
  return out;
}

class TaggerTrainer {
 public:
  TaggerTrainer(const TagSet& tags, const WordRows& words, FloatNetwork& network)
      : tags_(tags), words_(words), network_(network) {}

  /// Tags a sentence; with `learning`, against its gold tags.
  std::vector<uint32_t> run(const GoldSentence& sentence, bool learning, float own_tags) {
    network_.begin_sentence(learning, {0.15f, 0.25f});
    const auto size = static_cast<uint32_t>(sentence.rows.size());
    const uint32_t left = lexical::kLeftEdge, right = lexical::kRightEdge;
    network_.add_item(0, &left, 1);
    network_.add_item(0, &right, 1);
    for (LexicalRows rows : sentence.rows) {
      if (learning && rows.word_row != 0) {
        const auto count = static_cast<float>(words_.counts[rows.word_row - lexical::kWordsAt]);
        if (random_.uniform() < 0.4f / (0.4f + count)) {
          rows.rows[--rows.count] = 0;
          // A word left out may be one that has no class either.
          if (random_.uniform() < 0.5f)
            rows.rows[0] = lexical::kCoarseAt + lexical::kCoarse - 1, rows.rows[1] = rows.rows[--rows.count];
        }
      }
      network_.add_item(0, rows.rows.data(), rows.count);
    }
    const uint32_t tags_at = size + 2;
    for (uint32_t t = 0; t < tags_.size(); ++t) network_.add_item(1, &t, 1);
    const uint32_t marks_at = network_.add_item(2, &sentence.marks, 1);
    std::vector<uint32_t> history, predicted, items;
    std::vector<float> gradient;
    for (uint32_t i = 0; i < size; ++i) {
      tag_slots(i, size, history, tags_at, marks_at, items);
      network_.forward(items);
      const std::vector<float>& out = network_.outputs(0);
      const auto best = static_cast<uint32_t>(std::max_element(out.begin(), out.end()) - out.begin());
      predicted.push_back(best);
      if (learning) {
        const float top = out[best];
        float sum = 0;
        gradient.resize(out.size());
        for (size_t t = 0; t < out.size(); ++t) sum += gradient[t] = std::exp(out[t] - top);
        for (float& g : gradient) g /= sum;
        gradient[sentence.tags[i]] -= 1;
        network_.add_gradient(0, gradient);
        network_.backward();
      }
      history.push_back(learning && random_.uniform() >= own_tags ? sentence.tags[i] : best);
    }
    if (learning) network_.end_sentence();
    return predicted;
  }

 private:
  const TagSet& tags_;
  const WordRows& words_;
  FloatNetwork& network_;
  Random random_{5};
};

int train(const Settings& settings) {
  const std::vector<std::string> files = split(settings.text("train", ""));
  const WordRows words = choose_words(files, static_cast<uint32_t>(settings.number("least", 3)),
                                      static_cast<size_t>(settings.number("words", 6000)));
  std::vector<GoldSentence> all;
  for (const std::string& file : files) {
    for (GoldSentence& s : read_sentences(file, words)) all.push_back(std::move(s));
  }
  const TagSet tags(all);
  for (GoldSentence& s : all) tags.assign(s);
  const auto folds = static_cast<size_t>(settings.number("folds", 0));
  const auto fold = static_cast<size_t>(settings.number("fold", 0));
  std::vector<size_t> order, held;
  for (size_t i = 0; i < all.size(); ++i) (folds && i / 40 % folds == fold ? held : order).push_back(i);
  NetworkShape shape;
  const auto width = static_cast<uint32_t>(settings.number("width", 48));
  shape.groups = {{lexical::kWordsAt + static_cast<uint32_t>(words.counts.size()), width, kTagWords},
                  {static_cast<uint32_t>(tags.size()), 16, kTagHistory},
                  {kSentenceMarks, 8, 1}};
  shape.hidden = static_cast<uint32_t>(settings.number("hidden", 128));
  shape.second = static_cast<uint32_t>(settings.number("second", 0));
  shape.heads = {static_cast<uint32_t>(tags.size())};
  FloatNetwork network(shape, 3);
  start_from_vectors(settings.text("vectors", ""), words, network.table(0).value, width);
  TaggerTrainer trainer(tags, words, network);
  std::vector<std::vector<GoldSentence>> dev;
  for (const std::string& file : split(settings.text("dev", ""))) {
    dev.push_back(read_sentences(file, words));
    for (GoldSentence& s : dev.back()) tags.assign(s);
  }
  const auto epochs = static_cast<size_t>(settings.number("epochs", 8));
  std::cerr << all.size() << " sentences, " << tags.size() << " tags, " << words.counts.size() << " words\n";
  Random random(17);
  size_t done = 0;
  const double rate = settings.number("rate", 0.0015);
  for (size_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    size_t tokens = 0, right = 0, waiting = 0;
    for (const size_t s : order) {
      const auto predicted = trainer.run(all[s], true, epoch == 0 ? 0.0f : 0.8f);
      for (size_t i = 0; i < predicted.size(); ++i) right += predicted[i] == all[s].tags[i];
      tokens += predicted.size();
      waiting += predicted.size();
      ++done;
      if (waiting >= 48) {
        const double progress = static_cast<double>(done) / static_cast<double>(order.size() * epochs);
        network.update(static_cast<float>(rate * std::max(0.05, 1 - progress)));
        waiting = 0;
      }
    }
    std::cerr << "epoch " << epoch + 1 << " train " << 100.0 * static_cast<double>(right) / static_cast<double>(tokens);
    network.swap_average();
    for (const auto& set : dev) {
      size_t total = 0, upos = 0, both = 0;
      for (const GoldSentence& s : set) {
        const auto predicted = trainer.run(s, false, 1);
        for (size_t i = 0; i < predicted.size(); ++i) {
          ++total;
          upos += tags.upos(predicted[i]) == s.words[i].upos;
          both += tags.xpos(predicted[i]) == s.words[i].xpos;
        }
      }
      std::cerr << "  dev upos " << 100.0 * static_cast<double>(upos) / static_cast<double>(total) << " xpos "
                << 100.0 * static_cast<double>(both) / static_cast<double>(total);
    }
    if (epoch + 1 < epochs) network.swap_average();
    std::cerr << "  " << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s\n";
  }
  if (const std::string path = settings.text("tagged", ""); !path.empty()) {
    std::ofstream out(path);
    for (const size_t s : held) {
      out << s;
      for (const uint32_t tag : trainer.run(all[s], false, 1)) out << ' ' << tags.name(tag);
      out << '\n';
    }
  }
  const std::vector<std::string> dev_tagged = split(settings.text("devtagged", ""));
  for (size_t d = 0; d < dev_tagged.size() && d < dev.size(); ++d) {
    std::ofstream out(dev_tagged[d]);
    for (size_t s = 0; s < dev[d].size(); ++s) {
      out << s;
      for (const uint32_t tag : trainer.run(dev[d][s], false, 1)) out << ' ' << tags.name(tag);
      out << '\n';
    }
  }
  if (const std::string path = settings.text("out", ""); !path.empty()) {
    std::string head;
    for (uint32_t t = 0; t < tags.size(); ++t) head += tags.name(t) + "\n";
    for (const int levels : {7, 15, 31, 63, 100}) {  // the words' table, coarser and finer: size against accuracy
      write_model(path + "." + std::to_string(levels), head, words.row_of_word, network, levels);
    }
  }
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  try {
    return dateline::training::train({argc, argv});
  } catch (const std::exception& problem) {
    std::cerr << "train_tagger: " << problem.what() << "\n";
    return 1;
  }
}
