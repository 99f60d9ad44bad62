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

#include "document.h"
#include "grammar/sentence_marks.h"
#include "training/grammar/joint_trainer.h"
#include "training/grammar/label_set.h"
#include "training/grammar/model_reader.h"
#include "training/grammar/model_writer.h"
#include "training/grammar/network_file.h"
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

/// Analyses sentences of the text, evenly from all of it, until about `most` tokens are written.
void write_treebank(const std::string& text, const std::string& path, size_t most, const WordRows& words,
                    const TagSet& tags, const LabelSet& labels, Teachers& teachers) {
  std::ifstream in(text);
  std::ofstream out(path);
  std::vector<std::string> lines;
  size_t bytes = 0;
  for (std::string line; std::getline(in, line);) {
    bytes += line.size();
    lines.push_back(line);
  }
  const size_t every = std::max<size_t>(1, bytes / 6 / std::max<size_t>(1, most));  // about six bytes a token
  out << "# newdoc\n";
  size_t tokens = 0, written = 0;
  for (size_t l = 0; l < lines.size() && tokens < most; l += every) {
    const Document document = build_document(clean_utf8(lines[l]));
    for (const Sentence& s : document.sentences()) {
      const IndexRange range = s.tokens;
      if (range.size() < 4 || range.size() > 60) continue;
      GoldSentence sentence;
      for (uint32_t i = range.first; i < range.last; ++i) {
        sentence.rows.push_back(lexical_rows(document.token(i), words.row_of_word));
      }
      sentence.marks = sentence_marks(document.tokens().data() + range.first, range.size());
      const Analysis analysis = teachers.analyze(sentence);
      out << "# sent_id = " << ++written << "\n# text = " << s.span.of(document.text()) << "\n";
      for (uint32_t w = 0; w < range.size(); ++w) {
        const uint32_t i = range.first + w;
        const uint32_t head = analysis.tree.heads[w + 1];
        const bool glued = w + 1 < range.size() && document.token(i).span.end == document.token(i + 1).span.start;
        out << w + 1 << '\t' << document.surface(i) << "\t_\t" << tags.upos(analysis.tags[w]) << '\t'
            << tags.xpos(analysis.tags[w]) << "\t_\t" << head << '\t'
            << (head == 0 ? "root" : labels.name(analysis.tree.labels[w + 1])) << "\t_\t"
            << (glued ? "SpaceAfter=No" : "_") << '\n';
      }
      out << '\n';
      tokens += range.size();
    }
  }
  std::cerr << tokens << " tokens written\n";
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

  NetworkShape shape;
  shape.lexical_rows = lexical::kWordsAt + static_cast<uint32_t>(words.counts.size());
  shape.width = size("width", 48);
  shape.first = size("first", 64);
  shape.second = size("second", 48);
  shape.hidden = size("hidden", 128);
  shape.tags = static_cast<uint32_t>(tags.size());
  shape.word_slots = kParseWords;
  shape.groups = {{shape.tags + 2, 16, kParseTags}, {labels.size(), 16, kParseLabels}, {kNumberRows, 8, kParseNumbers}};
  shape.heads = {3, labels.size(), labels.size()};
  const auto part = [&](const char* name, double otherwise) {
    return static_cast<float>(settings.number(name, otherwise));
  };
  JointNetwork network(shape, {part("dropwords", 0.15), part("droplayers", 0.25), part("drophidden", 0.2)},
                       size("seed", 3));
  if (const std::string path = settings.text("vectors", ""); !path.empty()) {
    start_from_vectors(path, words, network.words.value, shape.width);
  }
  if (const std::string path = settings.text("start", ""); !path.empty()) start_from_model(path, network);
  JointTrainer trainer(words, network, teachers);
  std::cerr << all.size() << " sentences, " << tags.size() << " tags, " << labels.size() << " labels, "
            << words.counts.size() << " words\n";

  const uint32_t epochs = size("epochs", 12), batch = size("batch", 100);
  const double rate = settings.number("rate", 0.002);
  const auto share = settings.number("share", 0.25);
  std::vector<size_t> order(gold), further(all.size() - gold);
  for (size_t i = 0; i < gold; ++i) order[i] = i;
  for (size_t i = 0; i < further.size(); ++i) further[i] = gold + i;
  order.resize(gold + static_cast<size_t>(share * static_cast<double>(further.size())));
  const float lean = teachers.empty() ? 0.0f : part("lean", 0.5), lean_further = teachers.empty() ? 0.0f : 1.0f;
  const Lesson of_gold{part("explore", 0.9), 1, lean}, of_further{of_gold.explore, part("moretags", 0.3), lean_further};
  const auto write = [&] {
    if (const std::string path = settings.text("keep", ""); !path.empty()) save_network(path, network);
    const std::string path = settings.text("out", "");
    if (path.empty()) return;
    std::string head;
    for (uint32_t t = 0; t < tags.size(); ++t) head += tags.name(t) + "\n";
    head += "\n";
    for (uint32_t l = 0; l < labels.size(); ++l) head += labels.name(l) + "\n";
    for (const int levels : {7, 15, 31, 63, 100}) {  // the words' table, coarser and finer: size against accuracy
      write_model(path + "." + std::to_string(levels), head, words.row_of_word, network, levels);
    }
  };
  const bool fresh = settings.text("start", "").empty();
  Random random(17);
  size_t done = 0;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    const auto start = std::chrono::steady_clock::now();
    // All of the treebanks, and from the further one as many as fit.
    for (size_t i = further.size(); i > 1; --i) std::swap(further[i - 1], further[random.below(i)]);
    for (size_t i = 0; i < gold; ++i) order[i] = i;
    std::copy(further.begin(), further.begin() + static_cast<long>(order.size() - gold),
              order.begin() + static_cast<long>(gold));
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    size_t waiting = 0, tokens = 0;
    for (const size_t s : order) {
      Lesson lesson = s < gold ? of_gold : of_further;
      if (epoch == 0 && fresh) lesson.explore = 0;
      trainer.learn(all[s], trees[s], lesson);
      ++done;
      tokens += all[s].words.size();
      waiting += all[s].words.size();
      if (waiting < batch && s != order.back()) continue;
      const double progress = static_cast<double>(done) / static_cast<double>(order.size() * epochs);
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
    write();
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
