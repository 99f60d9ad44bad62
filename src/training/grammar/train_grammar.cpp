// train_grammar: learns the network that tags and parses.
//
//   train=A,B dev=C,D vectors=FILE out=FILE [epochs= width= first= second= hidden= words= rate= batch= seed=]
//   [more=FILE share=] learns from a further treebank too, of whose sentences each epoch sees a share
//   [start=MODEL] goes on from a written model of the same shape
//   [keep=FILE] keeps the network, not rounded, for the next run with the same treebanks:
//   [teachers=A,B] large networks, which small one learns from: what they hold likely is by the part lean= what is
//   right [read=NEWS written=FILE tokens=] instead of learning, the teachers analyse running text, a paragraph a line,
//   and write it as a treebank
//
// Large networks that read much text can so teach a small one (Kim and Rush 2016, "Sequence-level knowledge
// distillation"; teachers.h).
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>

#include "training/grammar/joint_trainer.h"
#include "training/grammar/label_set.h"
#include "training/grammar/lessons.h"
#include "training/grammar/model_reader.h"
#include "training/grammar/model_writer.h"
#include "training/grammar/network_file.h"
#include "training/grammar/news_reader.h"
#include "training/grammar/tag_set.h"

namespace dateline::training {
namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) out.push_back(part);
  return out;
}

Tree gold_tree(const GoldSentence& sentence, const LabelSet& labels) {
  Tree out;
  out.heads.push_back(0);
  out.labels.push_back(0);
  for (const cli::TreebankWord& word : sentence.words) {
    out.heads.push_back(static_cast<uint32_t>(word.head));
    out.labels.push_back(labels.number(word.relation));
  }
  make_projective(out.heads);
  return out;
}

using Analyzer = std::function<Analysis(const GoldSentence&)>;

/// How much of a dev set comes out right, in percent.
std::string scores_on(const std::vector<GoldSentence>& set, const TagSet& tags, const LabelSet& labels,
                      const Analyzer& analyze) {
  double total = 0, upos = 0, xpos = 0, heads = 0, both = 0;
  for (const GoldSentence& sentence : set) {
    const Analysis analysis = analyze(sentence);
    for (size_t w = 0; w < sentence.words.size(); ++w) {
      const cli::TreebankWord& word = sentence.words[w];
      ++total;
      upos += tags.upos(analysis.tags[w]) == word.upos;
      xpos += tags.xpos(analysis.tags[w]) == word.xpos;
      const bool head = analysis.tree.heads[w + 1] == static_cast<uint32_t>(word.head);
      heads += head;
      both += head && base_of(labels.name(analysis.tree.labels[w + 1])) == base_of(word.relation);
    }
  }
  std::ostringstream out;
  out.precision(4);
  out << "  | upos " << 100 * upos / total << " xpos " << 100 * xpos / total << " uas " << 100 * heads / total
      << " las " << 100 * both / total;
  return out.str();
}

NetworkShape shape_of(const Settings& settings, const WordRows& words, const TagSet& tags, const LabelSet& labels) {
  const auto size = [&](const char* name, double otherwise) {
    return static_cast<uint32_t>(settings.number(name, otherwise));
  };
  NetworkShape out;
  out.lexical_rows = lexical::kWordsAt + static_cast<uint32_t>(words.counts.size());
  out.width = size("width", 48);
  out.first = size("first", 64);
  out.second = size("second", 48);
  out.hidden = size("hidden", 128);
  out.tags = static_cast<uint32_t>(tags.size());
  out.word_slots = kParseWords;
  out.groups = {{out.tags + 2, 16, kParseTags}, {labels.size(), 16, kParseLabels}, {kNumberRows, 8, kParseNumbers}};
  out.heads = {3, labels.size(), labels.size()};
  return out;
}

/// What stands in front of a model's numbers.
std::string names_of(const TagSet& tags, const LabelSet& labels) {
  std::string out;
  for (uint32_t t = 0; t < tags.size(); ++t) out += tags.name(t) + "\n";
  out += "\n";
  for (uint32_t l = 0; l < labels.size(); ++l) out += labels.name(l) + "\n";
  return out;
}

int train(const Settings& settings) {
  const auto size = [&](const char* name, double otherwise) {
    return static_cast<uint32_t>(settings.number(name, otherwise));
  };
  const std::vector<std::string> files = split(settings.text("train", ""));
  const WordRows words = choose_words(files, size("least", 3), size("words", 8000));
  std::vector<GoldSentence> all;
  for (const std::string& file : files) {
    for (GoldSentence& s : read_sentences(file, words)) all.push_back(std::move(s));
  }
  const TagSet tags(all);
  const LabelSet labels(all);
  std::vector<Tree> trees;
  for (GoldSentence& s : all) {
    tags.assign(s);
    trees.push_back(gold_tree(s, labels));
  }
  const size_t gold = all.size();
  if (const std::string more = settings.text("more", ""); !more.empty()) {
    for (GoldSentence& s : read_sentences(more, words)) {
      tags.assign(s);
      trees.push_back(gold_tree(s, labels));
      all.push_back(std::move(s));
    }
  }
  std::vector<std::vector<GoldSentence>> dev;
  for (const std::string& file : split(settings.text("dev", ""))) dev.push_back(read_sentences(file, words));

  Teachers teachers(split(settings.text("teachers", "")));
  if (const std::string text = settings.text("read", ""); !text.empty()) {
    const auto asks = [&](const GoldSentence& sentence) { return teachers.analyze(sentence); };
    for (const auto& set : dev) std::cerr << scores_on(set, tags, labels, asks) << "\n";
    write_treebank(text, settings.text("written", ""), static_cast<size_t>(settings.number("tokens", 1e6)), words, tags,
                   labels, teachers);
    return 0;
  }

  const auto part = [&](const char* name, double otherwise) {
    return static_cast<float>(settings.number(name, otherwise));
  };
  JointNetwork network(shape_of(settings, words, tags, labels),
                       {part("dropwords", 0.15), part("droplayers", 0.25), part("drophidden", 0.2)}, size("seed", 3));
  if (const std::string path = settings.text("vectors", ""); !path.empty()) {
    start_from_vectors(path, words, network.words.value, network.shape().width);
  }
  if (const std::string path = settings.text("start", ""); !path.empty()) start_from_model(path, network);
  JointTrainer trainer(words, network, teachers);
  std::cerr << all.size() << " sentences, " << tags.size() << " tags, " << labels.size() << " labels, "
            << words.counts.size() << " words\n";

  const uint32_t epochs = size("epochs", 12), batch = size("batch", 100);
  const double rate = settings.number("rate", 0.002);
  Lessons lessons(gold, all.size(), settings.number("share", 0.25));
  const float lean = teachers.empty() ? 0.0f : part("lean", 0.5), lean_further = teachers.empty() ? 0.0f : 1.0f;
  const Lesson of_gold{part("explore", 0.9), 1, lean}, of_further{of_gold.explore, part("moretags", 0.3), lean_further};
  const bool fresh = settings.text("start", "").empty();
  size_t done = 0;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    const std::vector<size_t>& order = lessons.next_epoch();
    size_t waiting = 0, tokens = 0;
    for (const size_t s : order) {
      Lesson lesson = s < gold ? of_gold : of_further;
      if (epoch == 0 && fresh) lesson.explore = 0;
      trainer.learn(all[s], trees[s], lesson);
      ++done;
      tokens += all[s].words.size();
      waiting += all[s].words.size();
      if (waiting < batch && s != order.back()) continue;
      const double progress = static_cast<double>(done) / static_cast<double>(lessons.size() * epochs);
      network.update(static_cast<float>(rate * std::max(0.03, 1 - progress)));
      waiting = 0;
    }
    const auto [tag_loss, move_loss] = trainer.take_losses();
    std::cerr << epoch + 1 << " tags " << tag_loss / static_cast<double>(tokens) << " moves "
              << move_loss / static_cast<double>(tokens);
    network.swap_average();
    for (const auto& set : dev) {
      std::cerr << scores_on(set, tags, labels, [&](const GoldSentence& x) { return trainer.analyze(x); });
    }
    if (const std::string path = settings.text("keep", ""); !path.empty()) save_network(path, network);
    if (const std::string path = settings.text("out", ""); !path.empty()) {
      const std::string head = names_of(tags, labels);
      for (const int levels : {7, 15, 31, 63, 100}) {  // the words' table, coarser and finer: size against accuracy
        write_model(path + "." + std::to_string(levels), head, words.row_of_word, network, levels);
      }
    }
    if (epoch + 1 < epochs) network.swap_average();
    std::cerr << "  " << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s\n";
  }
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  try {
    return dateline::training::train({argc, argv});
  } catch (const std::exception& problem) {
    std::cerr << "train_grammar: " << problem.what() << "\n";
    return 1;
  }
}
