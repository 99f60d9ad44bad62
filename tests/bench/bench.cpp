// How long each stage takes. It calls the stages by their own headers, in pipeline.cpp's order, so the library needs no
// clock; the document's inner layers are called once more by themselves to tell them apart.
//
//   dateline_bench FILE [RUNS] [--whole]
//
// FILE is one text. Prints "bytes", "token count" and the median seconds over RUNS (default 5) of every stage, a line
// each, name and number divided by a tab; with --whole only of analyze() and of writing the JSON. One run before is not
// counted: it reads the lexicons and models.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis.h"
#include "dateline.h"
#include "report_json.h"
#include "token/sentence_splitter.h"
#include "token/tokenizer.h"

namespace dateline {
namespace {

/// The seconds of every run of every stage, in the order in which stages first ran.
class Stopwatch {
 public:
  /// What `work` returns; its time goes to `stage`.
  template <typename Work>
  auto time(const char* stage, Work work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    add(stage, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return result;
  }

  void add(const char* stage, double seconds) {
    for (auto& [name, runs] : stages_) {
      if (name == stage) return runs.push_back(seconds);
    }
    stages_.push_back({stage, {seconds}});
  }

  double last(std::string_view stage) const {
    for (const auto& [name, runs] : stages_) {
      if (name == stage) return runs.back();
    }
    return 0;
  }

  void print() {
    for (auto& [name, runs] : stages_) {
      std::sort(runs.begin(), runs.end());
      std::printf("%s\t%.9f\n", name.c_str(), runs[runs.size() / 2]);
    }
  }

 private:
  std::vector<std::pair<std::string, std::vector<double>>> stages_;
};

size_t time_stages(std::string_view text, const Date& date, Stopwatch& watch) {
  CleanText clean = watch.time("clean text", [&] { return clean_utf8(text); });
  const Oddities oddities = clean.oddities;
  const std::vector<Block> blocks = watch.time("blocks", [&] { return find_blocks(clean.bytes); });
  {
    StringArena arena;
    std::vector<Token> tokens;
    std::vector<IndexRange> ranges;
    watch.time("tokens", [&] {
      for (const Block& block : blocks) {
        const auto first = static_cast<uint32_t>(tokens.size());
        tokenize(clean.bytes, block.span, arena, tokens);
        ranges.push_back({first, static_cast<uint32_t>(tokens.size())});
      }
      return tokens.size();
    });
    watch.time("sentences", [&] {
      size_t count = 0;
      for (const IndexRange& range : ranges) count += split_sentences(clean.bytes, tokens, range).size();
      return count;
    });
  }
  Analysis found;
  Stopwatch documents;
  documents.time("without", [&] { return build_document(clean); });
  found.document = documents.time("with grammar", [&] { return build_document(std::move(clean), Depth::kGrammar); });
  watch.add("grammar", std::max(0.0, documents.last("with grammar") - documents.last("without")));

  const Document& document = found.document;
  found.reference = find_reference_date(document, date);
  found.entities = watch.time("entities", [&] { return find_entities(document); });
  found.times = watch.time("times", [&] { return find_times(document, found.reference); });
  found.quotes = watch.time("quotes", [&] { return find_quotes(document, found.entities); });
  found.timeline = watch.time(
      "timeline", [&] { return build_timeline(document, found.entities, found.times, found.quotes, found.reference); });
  found.figures =
      watch.time("figures", [&] { return find_figures(document, found.entities, found.times, found.quotes); });
  found.keyphrases = watch.time("keyphrases", [&] { return find_keyphrases(document, found.entities); });
  found.summary = watch.time("summary", [&] {
    return score_sentences(document, found.entities, found.timeline, found.quotes, found.figures, found.keyphrases);
  });
  const Report report = watch.time("report", [&] { return build_report(found, oddities, OffsetUnit::kUtf16); });
  watch.time("JSON", [&] { return to_json(report); });
  return document.tokens().size();
}

void time_whole(std::string_view text, const Date& date, Stopwatch& watch) {
  const Options options{date, OffsetUnit::kUtf16};
  const Report report = watch.time("analyze", [&] { return analyze(text, options); });
  watch.time("JSON", [&] { return to_json(report); });
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty()) {
    std::fprintf(stderr, "usage: dateline_bench FILE [RUNS] [--whole]\n");
    return 2;
  }
  std::ifstream in(arguments[0], std::ios::binary);
  std::ostringstream read;
  read << in.rdbuf();
  if (!in) {
    std::fprintf(stderr, "dateline_bench: cannot read %s\n", arguments[0].c_str());
    return 1;
  }
  const std::string text = read.str();
  const int runs = arguments.size() > 1 ? std::max(1, std::atoi(arguments[1].c_str())) : 5;
  const bool whole = arguments.size() > 2 && arguments[2] == "--whole";
  const dateline::Date date{2016, 2, 11};

  dateline::Stopwatch first, watch;
  size_t tokens = 0;
  for (int run = 0; run <= runs; ++run) {
    dateline::Stopwatch& counted = run == 0 ? first : watch;
    if (whole) {
      dateline::time_whole(text, date, counted);
    } else {
      tokens = dateline::time_stages(text, date, counted);
    }
  }
  std::printf("bytes\t%zu\n", text.size());
  if (!whole) std::printf("token count\t%zu\n", tokens);
  watch.print();
  return 0;
}
