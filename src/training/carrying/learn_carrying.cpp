// Learns when an event without a date takes over one told before: logistic regression with an L2 penalty, by gradient
// descent, on every second article of a corpus of dated events (the others are for testing). A way to carry is right
// where a gold event inside the sentence has a compatible day. Five folds by article tell what each threshold gives.
#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "event/anchoring.h"
#include "text/clean_text.h"
#include "time/timex.h"
#include "training/corpus_file.h"

namespace dateline::training {
namespace {

using Json = nlohmann::json;

constexpr double kPenalty = 2.0;
constexpr int kRounds = 3000;
constexpr double kRate = 0.5;
constexpr size_t kFolds = 5;

struct Example {
  CarryBits features = 0;
  bool right = false;
  size_t found = 0;  // gold events that it would find
  size_t article = 0;
  uint32_t sentence = 0;
};

struct Weights {
  double bias = 0;
  std::array<double, kCarryFeatures> of{};

  double sum(CarryBits features) const {
    double total = bias;
    for (size_t i = 0; i < kCarryFeatures; ++i) {
      if ((features >> i & 1) != 0) total += of[i];
    }
    return total;
  }
};

/// A gold date "2016", "2016-02", "2016-02-10" or "BEGIN/END" as its first and last day.
struct GoldDays {
  Date first, last;
};

std::optional<GoldDays> days_of_gold(const std::string& date) {
  const size_t slash = date.find('/');
  if (slash != std::string::npos) {
    const auto a = parse_date(date.substr(0, slash)), b = parse_date(date.substr(slash + 1));
    return a && b ? std::optional(GoldDays{*a, *b}) : std::nullopt;
  }
  if (const auto day = parse_date(date)) return GoldDays{*day, *day};
  if (date.size() == 4) {
    const int year = std::stoi(date);
    return GoldDays{{year, 1, 1}, {year, 12, 31}};
  }
  if (date.size() != 7) return std::nullopt;
  const Date first{std::stoi(date.substr(0, 4)), std::stoi(date.substr(5)), 1};
  return GoldDays{first, {first.year, first.month, days_in_month(first.year, first.month)}};
}

bool is_inside(const GoldDays& a, Date first, Date last) {
  return !(a.first < first) && !(last < a.last);
}

bool is_compatible(const GoldDays& gold, const Anchored& event) {
  const Date last = event.end.value_or(event.begin);
  return is_inside(gold, event.begin, last) || is_inside({event.begin, last}, gold.first, gold.last);
}

void read_article(const Json& record, size_t article, std::vector<Example>& out) {
  const std::string text = record["text"];
  const std::vector<uint32_t> bytes = bytes_of_code_points(text);
  const Document document = build_document(clean_utf8(text), Depth::kGrammar);
  const auto given = record["date"].is_null() ? std::nullopt : parse_date(record["date"].get<std::string>());
  const ReferenceDate reference = find_reference_date(document, given);
  const std::vector<Timex> times = find_times(document, reference);
  for (const CarryCandidate& way : all_carry_candidates(document, times, reference)) {
    Example example{way.features, false, 0, article, way.event.sentence};
    const Span span = document.span_of(document.sentence(way.event.sentence).tokens);
    for (const char* layer : {"events", "events_dct"}) {
      if (!record.contains(layer)) continue;
      for (const Json& event : record[layer]) {
        const uint32_t start = bytes[event["start"].get<size_t>()];
        const auto days = days_of_gold(event["date"]);
        if (start < span.start || start >= span.end || !days || !is_compatible(*days, way.event)) continue;
        example.right = true;
        example.found += std::string(layer) == "events" ? 1 : 0;
      }
    }
    out.push_back(example);
  }
}

Weights learn(const std::vector<Example>& examples, size_t left_out) {
  Weights weights;
  size_t used = 0;
  for (const Example& example : examples) used += example.article % kFolds != left_out ? 1 : 0;
  if (used == 0) return weights;
  for (int round = 0; round < kRounds; ++round) {
    Weights slope;
    for (const Example& example : examples) {
      if (example.article % kFolds == left_out) continue;
      const double error = (example.right ? 1.0 : 0.0) - 1.0 / (1.0 + std::exp(-weights.sum(example.features)));
      slope.bias += error;
      for (size_t i = 0; i < kCarryFeatures; ++i) {
        if ((example.features >> i & 1) != 0) slope.of[i] += error;
      }
    }
    const double step = kRate / static_cast<double>(used);
    weights.bias += step * slope.bias;
    for (size_t i = 0; i < kCarryFeatures; ++i) weights.of[i] += step * (slope.of[i] - kPenalty * weights.of[i]);
  }
  return weights;
}

/// What carrying at each threshold gives, every article scored by weights that have not seen it.
void print_thresholds(const std::vector<Example>& examples) {
  std::vector<double> scores(examples.size());
  for (size_t fold = 0; fold < kFolds; ++fold) {
    const Weights weights = learn(examples, fold);
    for (size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].article % kFolds == fold) scores[i] = weights.sum(examples[i].features);
    }
  }
  for (const double threshold : {-1.5, -1.2, -0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9}) {
    size_t carried = 0, right = 0, found = 0;
    for (size_t i = 0; i < examples.size(); ++i) {
      const bool same_as_last =
          i > 0 && examples[i - 1].article == examples[i].article && examples[i - 1].sentence == examples[i].sentence;
      const bool same_as_next = i + 1 < examples.size() && examples[i + 1].article == examples[i].article &&
                                examples[i + 1].sentence == examples[i].sentence;
      if (scores[i] <= threshold || (same_as_last && scores[i - 1] >= scores[i]) ||
          (same_as_next && scores[i + 1] > scores[i])) {
        continue;
      }
      ++carried;
      right += examples[i].right ? 1 : 0;
      found += examples[i].found;
    }
    std::cerr << "threshold " << threshold << ": " << carried << " carried, " << right << " right, " << found
              << " gold events found\n";
  }
}

int thousandths(double value) {
  return static_cast<int>(std::lround(value * 1000));
}

}  // namespace

int learn_carrying(const std::string& corpus, const std::string& out_path, double threshold) {
  std::ifstream in(corpus);
  std::vector<Example> examples;
  size_t number = 0, article = 0;
  for (std::string line; std::getline(in, line); ++number) {
    if (!line.empty() && number % 2 == 0) read_article(Json::parse(line), article++, examples);
  }
  std::cerr << article << " articles, " << examples.size() << " ways to carry\n";
  if (examples.empty()) return 1;
  print_thresholds(examples);
  const Weights weights = learn(examples, kFolds);
  std::ofstream out(out_path);
  out << "# When an event without a date takes over one told before: weights of a logistic model, in thousandths.\n"
         "# Written by build-scripts/train carrying; what each feature means is said in event/carrying.h.\n"
      << "threshold\t" << thousandths(threshold) << "\nbias\t" << thousandths(weights.bias) << "\n";
  for (size_t i = 0; i < kCarryFeatures; ++i) {
    out << name_of(static_cast<CarryFeature>(i)) << "\t" << thousandths(weights.of[i]) << "\n";
  }
  return out ? 0 : 1;
}

}  // namespace dateline::training

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: train_carrying EVENTS.jsonl OUT.tsv THRESHOLD\n";
    return 2;
  }
  return dateline::training::learn_carrying(argv[1], argv[2], std::stod(argv[3]));
}
