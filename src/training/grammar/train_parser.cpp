// train_parser: learns the dependency parser.
//
//   train=A,B tags=FILE dev=C,D devtags=FILE vectors=FILE out=FILE [epochs= hidden= second= width= words= explore=]
//
// The arc-hybrid system with its dynamic oracle (Goldberg and Nivre 2013, "Training deterministic parsers with
// non-deterministic oracles"): the parser learns from the states into which its own moves lead it, and in each the
// moves are right that lose no further arc. `tags` holds the tags that the tagger gave the sentences while they were
// kept out of its training (train_tagger, folds), a sentence a line: its number and its tags.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#include "grammar/parse_slots.h"
#include "training/grammar/float_network.h"
#include "training/grammar/model_writer.h"
#include "training/grammar/oracle.h"
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

struct Tree {
  std::vector<uint32_t> heads, labels;  // from 1; 0 unused
};

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
  size_t size() const { return names_.size(); }
  const std::string& name(uint32_t label) const { return names_[label]; }
  uint32_t number(const std::string& name) const {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) return i;
    }
    const std::string base = name.substr(0, name.find(':'));
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].substr(0, names_[i].find(':')) == base) return i;
    }
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == "dep") return i;
    }
    return 0;
  }

 private:
  std::vector<std::string> names_;
};

class ParserTrainer {
 public:
  ParserTrainer(const WordRows& words, size_t tags, size_t labels, FloatNetwork& network, Dropout dropout)
      : words_(words), tag_count_(tags), label_count_(labels), network_(network), dropout_(dropout) {}

  /// Parses; with `gold`, learns too. -> heads and labels
  Tree run(const GoldSentence& sentence, const std::vector<uint32_t>& tags, const Tree* gold, float explore) {
    network_.begin_sentence(gold != nullptr, dropout_);
    const auto size = static_cast<uint32_t>(sentence.rows.size());
    const uint32_t left = lexical::kLeftEdge, right = lexical::kRightEdge;
    network_.add_item(0, &left, 1);
    for (LexicalRows rows : sentence.rows) {
      if (gold && rows.word_row != 0) {
        const auto count = static_cast<float>(words_.counts[rows.word_row - lexical::kWordsAt]);
        if (random_.uniform() < 0.4f / (0.4f + count)) --rows.count;
      }
      network_.add_item(0, rows.rows.data(), rows.count);
    }
    network_.add_item(0, &right, 1);
    ParseItems items;
    items.words = size;
    items.marks = sentence.marks;
    items.tags_at = size + 2;
    for (uint32_t t = 0; t < tag_count_ + 2; ++t) network_.add_item(1, &t, 1);
    items.labels_at = items.tags_at + static_cast<uint32_t>(tag_count_) + 2;
    for (uint32_t l = 0; l < label_count_; ++l) network_.add_item(2, &l, 1);
    items.numbers_at = items.labels_at + static_cast<uint32_t>(label_count_);
    for (uint32_t k = 0; k < kNumberRows; ++k) network_.add_item(3, &k, 1);
    items.tags.push_back(static_cast<uint32_t>(tag_count_));
    items.tags.insert(items.tags.end(), tags.begin(), tags.end());
    items.tags.push_back(static_cast<uint32_t>(tag_count_) + 1);

    state_.begin(size);
    if (gold) oracle_.begin(gold->heads);
    while (!state_.done()) {
      parse_slots(state_, items, slots_);
      network_.forward(slots_);
      const std::vector<float>& scores = network_.outputs(0);
      float score[3];
      std::copy(scores.begin(), scores.end(), score);
      int best = -1, best_right = -1;
      uint32_t cost[3] = {0, 0, 0}, least = 0xFFFFFFFF;
      for (int m = 0; m < 3; ++m) {
        if (!state_.allows(static_cast<Move>(m))) continue;
        if (best < 0 || score[m] > score[best]) best = m;
        if (gold) least = std::min(least, cost[m] = oracle_.cost(state_, static_cast<Move>(m)));
      }
      int take = best;
      uint32_t label = 0;
      if (gold) {
        float sum = 0, right_sum = 0, p[3] = {0, 0, 0};
        for (int m = 0; m < 3; ++m) {
          if (!state_.allows(static_cast<Move>(m))) continue;
          p[m] = std::exp(score[m] - score[best]);
          sum += p[m];
          if (cost[m] == least) {
            right_sum += p[m];
            if (best_right < 0 || score[m] > score[best_right]) best_right = m;
          }
        }
        std::vector<float> gradient(3, 0.0f);
        for (int m = 0; m < 3; ++m) {
          if (!state_.allows(static_cast<Move>(m))) continue;
          gradient[m] = p[m] / sum - (cost[m] == least ? p[m] / std::max(right_sum, 1e-20f) : 0.0f);
        }
        network_.add_gradient(0, gradient);
        loss_ += -std::log(std::max(right_sum / sum, 1e-9f));
        take = random_.uniform() < explore ? best : best_right;
      }
      const auto move = static_cast<Move>(take);
      if (move != Move::kShift) {
        const size_t head = move == Move::kLeft ? 1 : 2;
        const std::vector<float>& out = network_.outputs(head);
        label = static_cast<uint32_t>(std::max_element(out.begin(), out.end()) - out.begin());
        const uint32_t child = state_.stack(0);
        const uint32_t parent = move == Move::kLeft ? state_.buffer(0) : state_.stack(1);
        if (gold && gold->heads[child] == parent) {
          std::vector<float> gradient(out.size());
          const float top = out[label];
          float sum = 0;
          for (size_t o = 0; o < out.size(); ++o) sum += gradient[o] = std::exp(out[o] - top);
          for (float& g : gradient) g /= sum;
          gradient[gold->labels[child]] -= 1;
          network_.add_gradient(head, gradient);
        }
      }
      if (gold) network_.backward();
      state_.take(move, label);
    }
    if (gold) network_.end_sentence();
    Tree tree;
    for (uint32_t w = 0; w <= size; ++w) {
      tree.heads.push_back(state_.head(w));
      tree.labels.push_back(state_.label(w));
    }
    return tree;
  }

  double take_loss() {
    const double loss = loss_;
    loss_ = 0;
    return loss;
  }

 private:
  const WordRows& words_;
  size_t tag_count_, label_count_;
  FloatNetwork& network_;
  Dropout dropout_;
  Random random_{23};
  ParseState state_;
  Oracle oracle_;
  std::vector<uint32_t> slots_;
  double loss_ = 0;
};

std::string base_of(const std::string& label) {
  return label.substr(0, label.find(':'));
}

int train(const Settings& settings) {
  const std::vector<std::string> files = split(settings.text("train", ""));
  const WordRows words = choose_words(files, static_cast<uint32_t>(settings.number("least", 3)),
                                      static_cast<size_t>(settings.number("words", 6000)));
  std::vector<GoldSentence> all;
  for (const std::string& file : files) {
    for (GoldSentence& s : read_sentences(file, words)) all.push_back(std::move(s));
  }
  const TagSet tags(all);
  const LabelSet labels(all);
  for (GoldSentence& s : all) tags.assign(s);
  std::vector<std::vector<uint32_t>> predicted(all.size());
  const auto read_tags = [&](const std::string& path, std::vector<std::vector<uint32_t>>& out) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      size_t number = 0;
      fields >> number;
      if (out.size() <= number) out.resize(number + 1);
      for (std::string tag; fields >> tag;) out[number].push_back(tags.number(tag));
    }
  };
  if (const std::string path = settings.text("tags", ""); !path.empty()) {
    read_tags(path, predicted);
  }
  for (size_t s = 0; s < all.size(); ++s) {
    if (predicted[s].size() != all[s].tags.size()) predicted[s] = all[s].tags;
  }
  std::vector<Tree> gold(all.size());
  for (size_t s = 0; s < all.size(); ++s) {
    gold[s].heads.push_back(kNoWord);
    gold[s].labels.push_back(0);
    for (const cli::TreebankWord& word : all[s].words) {
      gold[s].heads.push_back(static_cast<uint32_t>(word.head));
      gold[s].labels.push_back(labels.number(word.relation));
    }
    make_projective(gold[s].heads);
  }
  NetworkShape shape;
  const auto width = static_cast<uint32_t>(settings.number("width", 48));
  shape.groups = {{lexical::kWordsAt + static_cast<uint32_t>(words.counts.size()), width, kParseWords},
                  {static_cast<uint32_t>(tags.size()) + 2, 16, kParseTags},
                  {static_cast<uint32_t>(labels.size()), 12, kParseLabels},
                  {kNumberRows, 8, kParseNumbers}};
  shape.hidden = static_cast<uint32_t>(settings.number("hidden", 192));
  shape.second = static_cast<uint32_t>(settings.number("second", 0));
  shape.heads = {3, static_cast<uint32_t>(labels.size()), static_cast<uint32_t>(labels.size())};
  FloatNetwork network(shape, 3);
  if (const std::string path = settings.text("vectors", ""); !path.empty()) {
    start_from_vectors(path, words, network.table(0).value, width);
  }
  ParserTrainer trainer(
      words, tags.size(), labels.size(), network,
      {static_cast<float>(settings.number("dropitem", 0.15)), static_cast<float>(settings.number("drophidden", 0.2))});
  std::vector<std::vector<GoldSentence>> dev;
  std::vector<std::vector<std::vector<uint32_t>>> dev_tags;
  const std::vector<std::string> dev_files = split(settings.text("dev", ""));
  const std::vector<std::string> dev_tag_files = split(settings.text("devtags", ""));
  for (size_t f = 0; f < dev_files.size(); ++f) {
    dev.push_back(read_sentences(dev_files[f], words));
    dev_tags.emplace_back();
    read_tags(dev_tag_files.at(f), dev_tags.back());
  }
  const auto epochs = static_cast<size_t>(settings.number("epochs", 8));
  std::cerr << all.size() << " sentences, " << tags.size() << " tags, " << labels.size() << " labels, "
            << words.counts.size() << " words\n";
  std::vector<size_t> order(all.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(17);
  size_t done = 0;
  const double rate = settings.number("rate", 0.0015);
  const auto batch = static_cast<size_t>(settings.number("batch", 48));
  for (size_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    size_t waiting = 0, tokens = 0;
    for (const size_t s : order) {
      trainer.run(all[s], predicted[s], &gold[s],
                  epoch == 0 ? 0.0f : static_cast<float>(settings.number("explore", 0.9)));
      ++done;
      tokens += all[s].words.size();
      waiting += all[s].words.size();
      if (waiting >= batch) {
        const double progress = static_cast<double>(done) / static_cast<double>(order.size() * epochs);
        network.update(static_cast<float>(rate * std::max(0.03, 1 - progress)));
        waiting = 0;
      }
    }
    std::cerr << "epoch " << epoch + 1 << " loss " << trainer.take_loss() / static_cast<double>(tokens);
    network.swap_average();
    for (size_t d = 0; d < dev.size(); ++d) {
      size_t total = 0, heads = 0, both = 0;
      for (size_t s = 0; s < dev[d].size(); ++s) {
        const Tree tree = trainer.run(dev[d][s], dev_tags[d][s], nullptr, 1);
        for (size_t w = 0; w < dev[d][s].words.size(); ++w) {
          const bool same = tree.heads[w + 1] == static_cast<uint32_t>(dev[d][s].words[w].head);
          ++total;
          heads += same;
          both += same && base_of(labels.name(tree.labels[w + 1])) == base_of(dev[d][s].words[w].relation);
        }
      }
      std::cerr << "  dev uas " << 100.0 * static_cast<double>(heads) / static_cast<double>(total) << " las "
                << 100.0 * static_cast<double>(both) / static_cast<double>(total);
    }
    if (epoch + 1 < epochs) network.swap_average();
    std::cerr << "  " << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s\n";
  }
  if (const std::string path = settings.text("out", ""); !path.empty()) {
    std::string head;
    for (uint32_t t = 0; t < tags.size(); ++t) head += tags.name(t) + "\n";
    head += "\n";
    for (uint32_t l = 0; l < labels.size(); ++l) head += labels.name(l) + "\n";
    for (const int levels : {7, 15, 31, 63, 100}) {  // the words' table, coarser and finer: size against accuracy
      write_model(path + "." + std::to_string(levels), head, {}, network, levels);
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
    std::cerr << "train_parser: " << problem.what() << "\n";
    return 1;
  }
}
