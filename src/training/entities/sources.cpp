#include "entities/sources.h"

#include "entities/weak_corpora.h"

namespace dateline::training {
namespace {

struct Annotated {
  const char* file;
  const char* name;
  double share;
  double weight;
  bool has_misc;
};

constexpr Annotated kAnnotated[] = {
    {"conll03.train", "conll", 1, 1, true},
    {"gum.train", "gum", 1, 1.5, true},
    {"wikigold", "wikigold", 1, 1, true},
    {"wnut17.train", "wnut", 1, 1, true},
    {"crossner-politics.train", "crossner", 1, 1, true},
    {"sec.train", "sec", 1, 1, true},
    {"btc", "btc", 0.5, 1, false},
    {"wikineural.val", "wikineural", 0, 1, true},
    {"wikineural.test", "wikineural2", 0, 1, true},
};

/// Where in text/news.txt.gz the texts of a publisher stand (see its README).
struct Plain {
  const char* name;
  uint32_t first, last, step;
};

constexpr Plain kPlain[] = {
    {"reuters", 0, 16570, 24},
    {"agencies", 16570, 19022, 2},
    {"bbc", 19856, 20279, 1},
};

}  // namespace

Sources read_sources(const std::string& data, const std::string& unpacked, const Options& options) {
  Sources out;
  const auto add = [&](Source source, std::vector<Example> examples) {
    out.list.push_back(std::move(source));
    for (Example& example : examples) out.examples.push_back(std::move(example));
  };
  const auto number = [&] { return static_cast<uint32_t>(out.list.size()); };
  const auto weight = [&](const std::string& name, double otherwise) {
    return options.real("weight_" + name, otherwise);
  };
  for (const Annotated& set : kAnnotated) {
    const double share = options.get(set.name, set.share);
    if (share <= 0) continue;
    std::vector<Example> read = read_examples(data + "/entities/" + set.file + ".jsonl", share, number());
    std::vector<Example> all;
    // An altered copy stands before its original.
    for (size_t i = 0; i < read.size(); ++i) {
      if (options.get("headlines", 1) > 0 && i % 2 == 0) {
        all.push_back(with_headlines(read[i], static_cast<uint32_t>(i), options.get("lowered", 1) > 0));
      }
      all.push_back(std::move(read[i]));
    }
    add({set.name, weight(set.name, set.weight), set.has_misc, true}, std::move(all));
  }
  if (options.get("ewt", 1) > 0) {
    add({"ewt", weight("ewt", 1), true, false}, read_treebank(unpacked + "/ewt.conllu", number()));
  }
  if (const int step = options.whole("polnear", 3); step > 0) {
    add({"polnear", weight("polnear", 0.5), true, false},
        read_machine_labelled(data + "/quotes/polnear.train.jsonl", unpacked + "/polnear.tsv",
                              static_cast<uint32_t>(step), number()));
  }
  for (const Plain& set : kPlain) {
    if (options.get(set.name, 0) <= 0) continue;
    add({set.name, weight(set.name, 0.3), true, false},
        read_plain(unpacked + "/news.txt", set.first, set.last, set.step, number()));
  }
  return out;
}

std::vector<std::string> files_left_out(const Options& options) {
  std::vector<std::string> files;
  for (const Annotated& set : kAnnotated) {
    if (options.get(set.name, 1) <= 0) files.emplace_back(set.file);
  }
  return files;
}

}  // namespace dateline::training
