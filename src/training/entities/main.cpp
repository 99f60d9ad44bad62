// train_entities DATA UNPACKED MODEL [option=value]...: learns the name tagger and writes MODEL.
//
// 1. Sentences become chains of hashed features; those seen fewer than `least` times are left out.
// 2. Jackknife: the annotated texts are divided into folds; each fold is labelled by a model learnt from the others, so
//    that the document features of the second pass are as unsure in training as they will be at run time.
// 3. A teacher is learnt from the annotated texts, with those features seen most of the time and left out at times. It
//    labels the other texts, helped by what is known of them (Hint); where it is unsure, several labels stay right.
// 4. The final model is learnt from all. Features are kept by weight, the kept ones learnt further, and written a byte
//    a weight.
//
// Option label=1 also writes MODEL.labels, how the model labels the words of unlabelled news (word_labels.h).
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <thread>

#include "entities/chains.h"
#include "entities/evaluate.h"
#include "entities/word_labels.h"

namespace dateline::training {
namespace {

class Trainer {
 public:
  Trainer(const Options& options, Sources sources)
      : options_(options), sources_(std::move(sources)), table_(sources_, options.whole("least", 3)) {
    chains_ = table_.chains(sources_);
    say(std::to_string(chains_.size()) + " sentences, " + std::to_string(table_.rows()) + " features");
  }

  /// The packed model. `tried` gets those of other sizes, where option curve=1 asks for them.
  std::string run(std::vector<std::pair<size_t, std::string>>& tried) {
    jackknife();
    const float rate = options_.real("rate", 0.06);
    const bool more =
        std::any_of(sources_.list.begin(), sources_.list.end(), [](const Source& s) { return !s.annotated; });
    if (more) {
      Crf teacher = new_crf();
      learn(teacher, options_.whole("teacher_epochs", 3), 50, rate, annotated());
      label_the_rest(teacher);
    }
    Crf crf = mean_of_several(new_crf(), 0, [&](Crf& one, uint32_t seed, bool loud) {
      learn(one, options_.whole("epochs", 4), seed, rate, all(), true, false, loud);
    });
    if (options_.get("curve", 0) > 0) {
      for (const size_t keep : {15000, 25000, 40000, 90000, 140000}) tried.emplace_back(keep, finished(crf, keep));
    }
    return finished(std::move(crf), static_cast<size_t>(options_.get("keep", 57000)));
  }

 private:
  void say(const std::string& what) const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    std::printf("%7.1f s  %s\n", seconds, what.c_str());
    std::fflush(stdout);
  }

  Crf new_crf() {
    Crf crf(table_.rows());
    crf.set_decay(options_.real("decay", 2e-3));
    crf.set_dropout(options_.real("dropout", 0.3));
    return crf;
  }

  /// With the `keep` best features only, learnt further and packed.
  std::string finished(Crf crf, size_t keep) {
    prune(crf, keep);
    return pack(quantised(mean_of_several(crf, 100, [&](Crf& one, uint32_t seed, bool loud) {
      learn(one, options_.whole("more", 2), seed, options_.real("rate", 0.06), all(), true, true, loud);
      one.use_average();
    })));
  }

  /// Learnt several times from the same start, two at a time.
  template <typename Learn>
  Crf mean_of_several(const Crf& start, uint32_t seed, const Learn& learn_one) const {
    std::vector<Crf> several(static_cast<size_t>(options_.whole("several", 4)), start);
    const auto work = [&](size_t k) {
      several[k].set_seed(static_cast<uint32_t>(k));
      learn_one(several[k], seed + 10 * static_cast<uint32_t>(k), k == 0);
    };
    for (size_t k = 0; k < several.size(); k += 2) {
      std::thread other([&] {
        if (k + 1 < several.size()) work(k + 1);
      });
      work(k);
      other.join();
    }
    return Crf::mean_of(std::move(several));
  }

  const Example& example_of(const Chain& chain) const { return sources_.examples[chain.example]; }
  bool is_annotated(const Chain& chain) const { return sources_.list[example_of(chain).corpus].annotated; }
  int fold_of(const Chain& chain) const { return static_cast<int>(example_of(chain).source % kFolds); }

  std::vector<uint32_t> all() const {
    std::vector<uint32_t> which(chains_.size());
    for (uint32_t i = 0; i < which.size(); ++i) which[i] = i;
    return which;
  }
  std::vector<uint32_t> annotated(int without_fold = -1) const {
    std::vector<uint32_t> which;
    for (uint32_t i = 0; i < chains_.size(); ++i) {
      if (is_annotated(chains_[i]) && fold_of(chains_[i]) != without_fold) which.push_back(i);
    }
    return which;
  }

  /// Some epochs over the chains of `order`, shuffled anew in each.
  void learn(Crf& crf, int epochs, uint32_t seed, float rate, std::vector<uint32_t> order, bool with_document = true,
             bool average = false, bool loud = true) const {
    uint32_t state = (seed + 1000 * static_cast<uint32_t>(options_.whole("seed", 0))) * 77U + 4321U;
    const auto next = [&](uint32_t below) {
      state = state * 1664525U + 1013904223U;
      return static_cast<uint32_t>((static_cast<uint64_t>(state) * below) >> 32);
    };
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (uint32_t i = static_cast<uint32_t>(order.size()); i > 1; --i) std::swap(order[i - 1], order[next(i)]);
      for (size_t k = 0; k < order.size(); ++k) {
        crf.learn(chains_[order[k]], with_document && next(10) < 7, rate);
        if (average && epoch * 2 >= epochs && (k + 1) % std::max<size_t>(1, order.size() / 4) == 0) crf.remember();
      }
      if (with_document && loud) say("epoch " + std::to_string(epoch + 1));
    }
  }

  void jackknife() {
    std::vector<std::vector<uint8_t>> labels(sources_.examples.size());
    for (size_t e = 0; e < labels.size(); ++e) labels[e].assign(sources_.examples[e].labels.size(), kOutside);
    const auto work = [&](int fold) {
      Crf crf(table_.rows());
      learn(crf, options_.whole("fold_epochs", 1), static_cast<uint32_t>(fold + 1), 0.25F, annotated(fold), false);
      for (const Chain& chain : chains_) {
        if (!is_annotated(chain) || fold_of(chain) != fold) continue;
        const std::vector<uint8_t> best = crf.best_labels(chain, false);
        const Sentence& sentence = example_of(chain).document->sentences()[chain.sentence];
        std::copy(best.begin(), best.end(), labels[chain.example].begin() + sentence.tokens.first);
      }
    };
    for (int first = 0; first < kFolds; first += 2) {
      std::thread other(work, first + 1);
      work(first);
      other.join();
      say("folds " + std::to_string(first + 1) + " and " + std::to_string(first + 2));
    }
    copy_unaltered_lines(labels);
    for (Chain& chain : chains_) {
      if (is_annotated(chain)) add_document_features(chain, labels[chain.example]);
    }
  }

  /// An altered copy has labels for its altered lines only; the rest of its text is as in the original, which follows.
  void copy_unaltered_lines(std::vector<std::vector<uint8_t>>& labels) const {
    for (size_t e = 0; e + 1 < labels.size(); ++e) {
      const Example& copy = sources_.examples[e];
      if (std::all_of(copy.used.begin(), copy.used.end(), [](bool used) { return used; })) continue;
      if (labels[e].size() != labels[e + 1].size()) continue;
      for (size_t s = 0; s < copy.used.size(); ++s) {
        if (copy.used[s]) continue;
        const IndexRange tokens = copy.document->sentences()[s].tokens;
        std::copy(labels[e + 1].begin() + tokens.first, labels[e + 1].begin() + tokens.last,
                  labels[e].begin() + tokens.first);
      }
    }
  }

  /// The chains of an example come one after the other; its features learn the labels at the first of them.
  void add_document_features(Chain& chain, const std::vector<uint8_t>& labels) {
    const std::vector<bool>& used = example_of(chain).used;
    const auto first_used = static_cast<uint32_t>(std::find(used.begin(), used.end(), true) - used.begin());
    if (chain.sentence == first_used) example_of(chain).features->learn_from_first_pass(labels);
    table_.add_document_features(example_of(chain), chain);
  }

  /// Labels and document features of the texts that no one annotated.
  void label_the_rest(Crf& teacher) {
    const HintScores hints = hint_scores();
    std::vector<std::vector<uint8_t>> labels(sources_.examples.size());
    for (const Chain& chain : chains_) {
      if (is_annotated(chain)) continue;
      labels[chain.example].resize(example_of(chain).labels.size());
      const std::vector<uint8_t> best = teacher.best_labels(chain, false);
      const Sentence& sentence = example_of(chain).document->sentences()[chain.sentence];
      std::copy(best.begin(), best.end(), labels[chain.example].begin() + sentence.tokens.first);
    }
    const float least = options_.real("unsure", 0.15);
    for (Chain& chain : chains_) {
      if (is_annotated(chain)) continue;
      add_document_features(chain, labels[chain.example]);
      chain.allowed = teacher.likely_labels(chain, true, hints, least);
    }
    say("labelled the rest");
  }

  /// In logarithms of odds, by Hint.
  HintScores hint_scores() const {
    HintScores scores(kHints);
    const float name = options_.real("hint_name", 3), none = options_.real("hint_none", 3);
    const float type = options_.real("hint_type", 1.5), outside = options_.real("hint_outside", 1);
    scores[static_cast<size_t>(Hint::kName)][kOutside] = -name;
    scores[static_cast<size_t>(Hint::kNoName)][kOutside] = none;
    scores[static_cast<size_t>(Hint::kOutside)][kOutside] = outside;
    for (size_t t = 0; t < kNameTypes; ++t) {
      auto& row = scores[static_cast<size_t>(Hint::kPer) + t];
      row[begin_label(static_cast<NameType>(t))] = row[inside_label(static_cast<NameType>(t))] = type;
      row[kOutside] = -outside;
    }
    return scores;
  }

  void prune(Crf& crf, size_t keep) {
    struct Worth {
      float worth;
      uint32_t row;
    };
    std::vector<Worth> order;
    for (uint32_t row = 0; row < table_.rows(); ++row) {
      float most = 0;
      for (size_t b = 0; b < kLabels; ++b) most = std::max(most, std::abs(crf.weight(row, b)));
      const auto count = static_cast<float>(table_.count(row));
      order.push_back({most * std::pow(count, options_.real("count_power", 0.5)), row});
    }
    std::sort(order.begin(), order.end(),
              [](const Worth& a, const Worth& b) { return a.worth != b.worth ? a.worth > b.worth : a.row < b.row; });
    active_.assign(table_.rows(), 1);
    for (size_t i = keep; i < order.size(); ++i) active_[order[i].row] = 0;
    crf.set_active(active_);
    say("kept " + std::to_string(std::min(keep, order.size())) + " features");
  }

  NameWeights quantised(const Crf& crf) const {
    const float scale = options_.real("scale", 10);
    NameWeights out;
    for (size_t a = 0; a < kLabels; ++a) {
      for (size_t b = 0; b < kLabels; ++b) {
        out.transitions[a][b] = static_cast<int32_t>(std::lround(crf.transitions()[a][b] * scale));
      }
    }
    for (uint32_t row = 0; row < table_.rows(); ++row) {
      if (!active_[row]) continue;
      NameWeights::Row packed;
      packed.id = table_.id(row);
      bool any = false;
      for (size_t b = 0; b < kLabels; ++b) {
        const long value = std::lround(crf.weight(row, b) * scale);
        packed.weights[b] = static_cast<int8_t>(std::clamp(value, -127L, 127L));
        any = any || value != 0;
      }
      if (any) out.rows.push_back(packed);
    }
    std::sort(out.rows.begin(), out.rows.end(),
              [](const NameWeights::Row& a, const NameWeights::Row& b) { return a.id < b.id; });
    return out;
  }

  static constexpr int kFolds = 4;
  const Options& options_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Sources sources_;
  FeatureTable table_;
  std::vector<Chain> chains_;
  std::vector<uint8_t> active_;
};

/// On the sets that are never learnt from and on those that the options leave out.
void evaluate_all(const std::string& packed, const std::string& folder, const Options& options) {
  const NameModel model(packed);
  std::vector<std::string> files = {"conll03.valid", "gum.dev", "ewt.dev", "wnut17.dev", "meantime.airbus-apple"};
  for (const std::string& file : files_left_out(options)) files.push_back(file);
  for (const std::string& file : files) {
    std::printf("%-22s %s\n", file.c_str(), evaluate(model, folder + "/entities/" + file + ".jsonl").c_str());
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_entities DATA UNPACKED MODEL [option=value]...\n");
    return 2;
  }
  try {
    dateline::training::Options options;
    for (int i = 4; i < argc; ++i) {
      const std::string argument = argv[i];
      const size_t equals = argument.find('=');
      if (equals == std::string::npos) continue;
      options.set(argument.substr(0, equals), std::strtod(argument.c_str() + equals + 1, nullptr));
    }
    dateline::training::set_families_off(static_cast<uint32_t>(options.get("off", 0)));
    dateline::training::Trainer trainer(options, dateline::training::read_sources(argv[1], argv[2], options));
    std::vector<std::pair<size_t, std::string>> models;
    models.emplace_back(0, trainer.run(models));
    for (const auto& [keep, packed] : models) {
      std::string path = argv[3];
      if (keep > 0) path.append(".").append(std::to_string(keep));
      std::ofstream(path, std::ios::binary).write(packed.data(), static_cast<std::streamsize>(packed.size()));
      std::printf("wrote %s: %zu bytes\n", path.c_str(), packed.size());
      if (options.get("label", 0) > 0) {
        dateline::training::write_word_labels(dateline::NameModel(packed), std::string(argv[2]) + "/news.txt",
                                              std::string(argv[3]) + ".labels");
      }
      dateline::training::evaluate_all(packed, argv[1], options);
    }
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "train_entities: %s\n", problem.what());
    return 1;
  }
  return 0;
}
