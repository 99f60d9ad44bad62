// train_entities FOLDER MODEL [option=value]...: learns the name tagger from the sets in FOLDER and writes MODEL.
//
// 1. Sentences become chains of hashed features; those seen fewer than `least` times are left out.
// 2. Jackknife: the texts are divided into folds; each fold is labelled by a model learnt from the others, so that the
//    document features of the second pass are as unsure in training as they will be at run time.
// 3. The final model is learnt with those features seen most of the time, and left out at times: it serves both passes.
// 4. Features are kept by weight, the kept ones learnt further, and written a byte a weight.
// Every corpus has habits of its own: features that name the corpus soak them up and are dropped in the end.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <map>
#include <thread>

#include "entities/corpora.h"
#include "entities/crf.h"
#include "entities/evaluate.h"

namespace dateline::training {
namespace {

using Options = std::map<std::string, double>;

constexpr uint32_t kNoRow = 0xFFFFFFFF;

class Trainer {
 public:
  Trainer(std::string folder, Options options) : folder_(std::move(folder)), options_(std::move(options)) {}

  std::string run() {
    read();
    build_chains();
    jackknife();
    Crf crf(rows_);
    const auto rate = static_cast<float>(option("rate", 0.06));
    crf.set_decay(static_cast<float>(option("decay", 2e-3)));
    crf.set_dropout(static_cast<float>(option("dropout", 0.3)));
    learn(crf, chains_, static_cast<int>(option("epochs", 8)), 0, rate);
    prune(crf, static_cast<size_t>(option("keep", 36000)));
    learn(crf, chains_, static_cast<int>(option("more", 4)), 100, rate);
    return pack(quantised(crf));
  }

  void evaluate_all(const std::string& packed) {
    const NameModel model(packed);
    for (const char* file : {"conll03.valid", "gum.dev", "ewt.dev", "wnut17.dev", "meantime.airbus-apple"}) {
      std::printf("%-22s %s\n", file, evaluate(model, folder_ + "/" + file + ".jsonl").c_str());
      std::fflush(stdout);
    }
  }

 private:
  double option(const std::string& name, double otherwise) const {
    const auto row = options_.find(name);
    return row == options_.end() ? otherwise : row->second;
  }

  void say(const std::string& what) {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    std::printf("%7.1f s  %s\n", seconds, what.c_str());
    std::fflush(stdout);
  }

  void read() {
    const Corpus corpora[] = {
        {"conll03.train", option("conll", 1), true},
        {"gum.train", option("gum", 1), true},
        {"wikigold", option("wikigold", 1), true},
        {"wnut17.train", option("wnut", 1), true},
        {"crossner-politics.train", option("crossner", 1), true},
        {"sec.train", option("sec", 1), true},
        {"btc", option("btc", 0.5), false},
        {"wikineural.val", option("wikineural", 1), true},
        {"wikineural.test", option("wikineural2", 1), true},
    };
    uint32_t number = 0;
    for (const Corpus& corpus : corpora) {
      corpora_.push_back(corpus);
      if (corpus.share > 0) {
        std::vector<Example> examples = read_examples(folder_ + "/" + corpus.file + ".jsonl", corpus.share, number);
        const size_t originals = examples.size();
        for (size_t i = 0; i < originals; ++i) {
          if (option("headlines", 1) > 0 && i % 2 == 0) {
            examples_.push_back(with_headlines(examples[i], static_cast<uint32_t>(i)));
          }
          examples_.push_back(std::move(examples[i]));
        }
      }
      ++number;
    }
    say("read " + std::to_string(examples_.size()) + " texts");
  }

  /// The features of a token by id: `ids` as at run time, `corpus_ids` those that name the corpus.
  void features_of(const Example& example, const Sentence& sentence, uint32_t token, std::vector<FeatureId>& ids) {
    ids.clear();
    example.features->add_place_features(token, ids);
    for (int distance = -kWindow; distance <= kWindow; ++distance) {
      const int64_t place = static_cast<int64_t>(token) + distance;
      const bool inside = place >= sentence.tokens.first && place < sentence.tokens.last;
      const uint32_t word =
          inside ? example.features->word_of(static_cast<uint32_t>(place)) : uint32_t{NameFeatures::kOutsideWord};
      if (distance == 0) own_first_ = ids.size();
      example.features->add_word_features(word, distance, ids);
      if (distance == 0) own_last_ = ids.size();
    }
  }

  void build_chains() {
    std::vector<uint8_t> counts(size_t{1} << kFeatureBits);
    std::vector<FeatureId> ids;
    size_t tokens = 0;
    const auto for_tokens = [&](const auto& visit) {
      for (uint32_t e = 0; e < examples_.size(); ++e) {
        for (uint32_t s = 0; s < examples_[e].used.size(); ++s) {
          if (examples_[e].used[s]) visit(e, s);
        }
      }
    };
    for_tokens([&](uint32_t e, uint32_t s) {
      const Sentence& sentence = examples_[e].document->sentences()[s];
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        features_of(examples_[e], sentence, i, ids);
        for (const FeatureId id : ids) counts[id] = static_cast<uint8_t>(std::min(counts[id] + 1, 255));
        ++tokens;
      }
    });
    row_of_.assign(size_t{1} << kFeatureBits, kNoRow);
    const int least = static_cast<int>(option("least", 3));
    for (FeatureId id = 0; id < counts.size(); ++id) {
      if (counts[id] < least) continue;
      row_of_[id] = static_cast<uint32_t>(ids_.size());
      ids_.push_back(id);
      counts_.push_back(counts[id]);
    }
    corpus_row_.assign(size_t{1} << kCorpusBits, kNoRow);
    rows_ = ids_.size();
    for_tokens([&](uint32_t e, uint32_t s) {
      const Example& example = examples_[e];
      const Sentence& sentence = example.document->sentences()[s];
      Chain chain;
      chain.example = e;
      chain.sentence = s;
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        features_of(example, sentence, i, ids);
        for (const FeatureId id : ids) {
          if (row_of_[id] != kNoRow) chain.features.push_back(row_of_[id]);
        }
        if (option("habits", 0) > 0) {
          chain.features.push_back(corpus_row(example.corpus, 0));
          for (size_t k = own_first_; k < own_last_; ++k) {
            if (row_of_[ids[k]] != kNoRow && counts_[row_of_[ids[k]]] >= 5) {
              chain.features.push_back(corpus_row(example.corpus, ids[k] + 1));
            }
          }
        }
        chain.ends.push_back(static_cast<uint32_t>(chain.features.size()));
        chain.labels.push_back(example.labels[i]);
        if (!corpora_[example.corpus].has_misc) {
          const uint8_t gold = example.labels[i];
          chain.allowed.push_back(static_cast<uint16_t>(gold != kOutside ? 1U << gold : 1U | 3U << 7));
        }
      }
      chains_.push_back(std::move(chain));
    });
    say(std::to_string(tokens) + " tokens, " + std::to_string(ids_.size()) + " features, " +
        std::to_string(rows_ - ids_.size()) + " of corpora");
  }

  uint32_t corpus_row(uint32_t corpus, uint32_t value) {
    const uint32_t hash = ((value * 0x9E3779B1U) ^ (corpus * 0x85EBCA6BU)) >> (32 - kCorpusBits);
    if (corpus_row_[hash] == kNoRow) corpus_row_[hash] = static_cast<uint32_t>(rows_++);
    return corpus_row_[hash];
  }

  uint32_t document_row(FeatureId id) {
    if (row_of_[id] == kNoRow) {
      row_of_[id] = static_cast<uint32_t>(rows_++);
      late_ids_.emplace_back(row_of_[id], id);
    }
    return row_of_[id];
  }

  void learn(Crf& crf, const std::vector<Chain>& chains, int epochs, uint32_t seed, float rate, int fold = -1) {
    std::vector<uint32_t> order;
    for (uint32_t i = 0; i < chains.size(); ++i) {
      if (fold < 0 || fold_of(chains[i]) != fold) order.push_back(i);
    }
    uint32_t state = seed * 77U + 4321U;
    const auto next = [&](uint32_t below) {
      state = state * 1664525U + 1013904223U;
      return static_cast<uint32_t>((static_cast<uint64_t>(state) * below) >> 32);
    };
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (uint32_t i = static_cast<uint32_t>(order.size()); i > 1; --i) std::swap(order[i - 1], order[next(i)]);
      for (const uint32_t i : order) {
        const bool with_document = fold < 0 && next(10) < 7;
        crf.learn(chains[i], with_document, rate);
      }
      if (fold < 0) say("epoch " + std::to_string(epoch + 1));
    }
  }

  static constexpr int kFolds = 4;
  int fold_of(const Chain& chain) const { return static_cast<int>(examples_[chain.example].source % kFolds); }

  void jackknife() {
    std::vector<std::vector<uint8_t>> labels(examples_.size());
    for (size_t e = 0; e < examples_.size(); ++e) labels[e].assign(examples_[e].labels.size(), kOutside);
    const auto work = [&](int fold) {
      Crf crf(rows_);
      learn(crf, chains_, static_cast<int>(option("fold_epochs", 3)), static_cast<uint32_t>(fold + 1), 0.25F, fold);
      // Habits stay on here: each corpus is labelled as it would be by one who knows it.
      for (const Chain& chain : chains_) {
        if (fold_of(chain) != fold) continue;
        const std::vector<uint8_t> best = crf.best_labels(chain, false);
        const Sentence& sentence = examples_[chain.example].document->sentences()[chain.sentence];
        std::copy(best.begin(), best.end(), labels[chain.example].begin() + sentence.tokens.first);
      }
    };
    for (int first = 0; first < kFolds; first += 2) {
      std::thread other(work, first + 1);
      work(first);
      other.join();
      say("folds " + std::to_string(first + 1) + " and " + std::to_string(first + 2));
    }
    // An altered copy has labels for its altered lines only; the rest of its text is as in the original, which follows.
    for (size_t e = 0; e + 1 < examples_.size(); ++e) {
      const Example& copy = examples_[e];
      if (std::all_of(copy.used.begin(), copy.used.end(), [](bool used) { return used; })) continue;
      if (copy.document->tokens().size() != examples_[e + 1].document->tokens().size()) continue;
      for (size_t s = 0; s < copy.used.size(); ++s) {
        if (copy.used[s]) continue;
        const IndexRange tokens = copy.document->sentences()[s].tokens;
        std::copy(labels[e + 1].begin() + tokens.first, labels[e + 1].begin() + tokens.last,
                  labels[e].begin() + tokens.first);
      }
    }
    std::vector<FeatureId> ids;
    for (Chain& chain : chains_) {
      NameFeatures& features = *examples_[chain.example].features;
      if (chain.sentence == first_used(chain.example)) features.learn_from_first_pass(labels[chain.example]);
      const Sentence& sentence = examples_[chain.example].document->sentences()[chain.sentence];
      for (uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        ids.clear();
        features.add_document_features(i, ids);
        for (const FeatureId id : ids) chain.document_features.push_back(document_row(id));
        chain.document_ends.push_back(static_cast<uint32_t>(chain.document_features.size()));
      }
    }
  }

  uint32_t first_used(uint32_t example) const {
    const std::vector<bool>& used = examples_[example].used;
    return static_cast<uint32_t>(std::find(used.begin(), used.end(), true) - used.begin());
  }

  /// The rows of run-time features, with their ids.
  std::vector<std::pair<uint32_t, FeatureId>> run_time_rows() const {
    std::vector<std::pair<uint32_t, FeatureId>> rows;
    for (uint32_t row = 0; row < ids_.size(); ++row) rows.emplace_back(row, ids_[row]);
    rows.insert(rows.end(), late_ids_.begin(), late_ids_.end());
    return rows;
  }

  void prune(Crf& crf, size_t keep) {
    struct Worth {
      float worth;
      uint32_t row;
    };
    std::vector<Worth> order;
    for (const auto& [row, id] : run_time_rows()) {
      float most = 0;
      for (size_t b = 0; b < kLabels; ++b) most = std::max(most, std::abs(crf.weights()[row * kLabels + b]));
      const float count = row < counts_.size() ? counts_[row] : 255.0F;
      order.push_back({most * std::pow(count, static_cast<float>(option("count_power", 0.5))), row});
    }
    std::sort(order.begin(), order.end(),
              [](const Worth& a, const Worth& b) { return a.worth != b.worth ? a.worth > b.worth : a.row < b.row; });
    std::vector<uint8_t> active(rows_, 1);  // those of the corpora stay while learning
    for (size_t i = keep; i < order.size(); ++i) active[order[i].row] = 0;
    active_ = active;
    crf.set_active(std::move(active));
    say("kept " + std::to_string(std::min(keep, order.size())) + " features");
  }

  NameWeights quantised(const Crf& crf) const {
    const auto scale = static_cast<float>(option("scale", 10));
    const int smallest = static_cast<int>(option("smallest", 1));
    NameWeights out;
    for (size_t a = 0; a < kLabels; ++a) {
      for (size_t b = 0; b < kLabels; ++b) {
        out.transitions[a][b] = static_cast<int32_t>(std::lround(crf.transitions()[a][b] * scale));
      }
    }
    for (const auto& [row, id] : run_time_rows()) {
      if (!active_[row]) continue;
      NameWeights::Row packed;
      packed.id = id;
      bool any = false;
      for (size_t b = 0; b < kLabels; ++b) {
        long value = std::lround(crf.weights()[row * kLabels + b] * scale);
        if (std::labs(value) < smallest) value = 0;
        packed.weights[b] = static_cast<int8_t>(std::clamp(value, -127L, 127L));
        any = any || value != 0;
      }
      if (any) out.rows.push_back(packed);
    }
    std::sort(out.rows.begin(), out.rows.end(),
              [](const NameWeights::Row& a, const NameWeights::Row& b) { return a.id < b.id; });
    return out;
  }

  static constexpr unsigned kCorpusBits = 20;
  const std::string folder_;
  const Options options_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::vector<Corpus> corpora_;
  std::vector<Example> examples_;
  std::vector<Chain> chains_;
  std::vector<uint32_t> row_of_, corpus_row_;
  std::vector<FeatureId> ids_;
  std::vector<uint8_t> counts_;
  std::vector<std::pair<uint32_t, FeatureId>> late_ids_;
  std::vector<uint8_t> active_;
  size_t rows_ = 0, own_first_ = 0, own_last_ = 0;
};

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: train_entities FOLDER MODEL [option=value]...\n");
    return 2;
  }
  try {
    dateline::training::Options options;
    for (int i = 3; i < argc; ++i) {
      const std::string argument = argv[i];
      const size_t equals = argument.find('=');
      if (equals == std::string::npos) continue;
      options[argument.substr(0, equals)] = std::strtod(argument.c_str() + equals + 1, nullptr);
    }
    dateline::training::Trainer trainer(argv[1], options);
    const std::string packed = trainer.run();
    std::ofstream(argv[2], std::ios::binary).write(packed.data(), static_cast<std::streamsize>(packed.size()));
    std::printf("wrote %zu bytes\n", packed.size());
    trainer.evaluate_all(packed);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "train_entities: %s\n", problem.what());
    return 1;
  }
  return 0;
}
