#include "example.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

#include "analysis.h"
#include "entity/entity.h"
#include "event/timeline.h"
#include "figure/figure.h"
#include "quote/quote.h"
#include "quote/quoted_first_person.h"

namespace dateline::training {
namespace {

using Words = std::vector<uint32_t>;

/// Numbers for words, the same for a whole set.
class WordNumbers {
 public:
  /// Lower-cased runs of [a-z0-9], as the scorer has them.
  Words of(std::string_view text) {
    Words words;
    std::string word;
    const auto finish = [&] {
      if (!word.empty()) words.push_back(numbers_.emplace(word, static_cast<uint32_t>(numbers_.size())).first->second);
      word.clear();
    };
    for (const char c : text) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        word += lower;
      } else {
        finish();
      }
    }
    finish();
    return words;
  }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
};

double f_of(double shared, double mine, double theirs) {
  return shared > 0 ? 2 * shared / (mine + theirs) : 0;
}

double rouge_n(const Words& mine, const Words& theirs, size_t n) {
  std::map<std::pair<uint32_t, uint32_t>, int> left;
  const auto gram = [n](const Words& words, size_t i) {
    return std::pair<uint32_t, uint32_t>{words[i], n == 2 ? words[i + 1] : 0};
  };
  for (size_t i = 0; i + n <= theirs.size(); ++i) ++left[gram(theirs, i)];
  double shared = 0;
  for (size_t i = 0; i + n <= mine.size(); ++i) {
    const auto row = left.find(gram(mine, i));
    if (row == left.end() || row->second == 0) continue;
    --row->second;
    ++shared;
  }
  const auto count = [n](const Words& words) {
    return words.size() < n ? 0.0 : static_cast<double>(words.size() - n + 1);
  };
  return f_of(shared, count(mine), count(theirs));
}

/// Bytes of a text by code point, for the spans of the gold data.
std::vector<uint32_t> code_points(std::string_view text) {
  std::vector<uint32_t> starts;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  starts.push_back(static_cast<uint32_t>(text.size()));
  return starts;
}

/// The share of each candidate that the extract covers.
void set_extract_targets(const nlohmann::json& extract, const Document& document, Example& example) {
  const auto starts = code_points(document.text());
  std::vector<bool> covered(document.text().size());
  for (const auto& span : extract)
    for (uint32_t i = starts[span[0].get<size_t>()]; i < starts[span[1].get<size_t>()]; ++i) covered[i] = true;
  for (size_t i = 0; i < example.candidates.size(); ++i) {
    const Span span = document.sentence(example.candidates[i].sentence).span;
    double inside = 0;
    for (uint32_t at = span.start; at < span.end; ++at) inside += covered[at] ? 1 : 0;
    example.target[i] = inside / span.size() > 0.5 ? 1.0f : 0.0f;
  }
}

/// How well each candidate alone would do as the summary, on average over all summaries there are.
void set_abstract_targets(Example& example) {
  std::vector<Words> wanted = example.references;
  wanted.insert(wanted.end(), example.teachers.begin(), example.teachers.end());
  for (size_t i = 0; i < example.candidates.size(); ++i) {
    const Words& words = example.sentence_words[example.candidates[i].sentence];
    double total = 0;
    for (const Words& summary : wanted) total += 0.7 * rouge_n(words, summary, 1) + 0.3 * rouge_n(words, summary, 2);
    example.target[i] = static_cast<float>(total / static_cast<double>(wanted.size()));
  }
}

}  // namespace

std::vector<Example> read_examples(const std::string& path) {
  std::vector<Example> examples;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto record = nlohmann::json::parse(line);
    Example example;
    example.id = record["id"].get<std::string>();
    const Document document = build_document(clean_utf8(record["text"].get<std::string>()), Depth::kGrammar);
    std::optional<Date> date;
    if (record["date"].is_string()) date = parse_date(record["date"].get<std::string>());
    const ReferenceDate reference = find_reference_date(document, date);
    EntityAnalysis entities = find_entities(document);
    const auto times = find_times(document, reference);
    const auto quotes = find_quotes(document, entities);
    add_quoted_first_person(document, quotes, entities);
    const auto timeline = build_timeline(document, entities, times, quotes, reference);
    const auto figures = find_figures(document, entities, times, quotes);
    const auto keyphrases = find_keyphrases(document, entities, times);
    example.counts = count_terms(document);
    example.candidates =
        summary_candidates({document, entities, timeline, quotes, figures, keyphrases}, example.counts);
    example.target.resize(example.candidates.size());
    WordNumbers numbers;
    for (const Sentence& sentence : document.sentences())
      example.sentence_words.push_back(numbers.of(sentence.span.of(document.text())));
    for (const auto& summary : record["summaries"])
      example.references.push_back(numbers.of(summary.get<std::string>()));
    for (const auto& summary : record.value("model_summaries", nlohmann::json::array()))
      example.teachers.push_back(numbers.of(summary["summary"].get<std::string>()));
    example.extractive = record.contains("extract") && record["extract"].is_array();
    if (example.extractive) {
      set_extract_targets(record["extract"], document, example);
    } else {
      set_abstract_targets(example);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

Rouge rouge_of(const Example& example, const std::vector<uint32_t>& order) {
  Rouge best;
  for (const Words& reference : example.references) {
    const size_t budget = std::max<size_t>(reference.size(), 30);
    std::set<uint32_t> chosen;
    size_t used = 0;
    for (const uint32_t sentence : order) {
      const size_t words = example.sentence_words[sentence].size();
      if (chosen.count(sentence) != 0 || words == 0) continue;
      if (!chosen.empty() && used + words > budget) break;
      chosen.insert(sentence);
      used += words;
    }
    Words mine;
    for (const uint32_t sentence : chosen)
      mine.insert(mine.end(), example.sentence_words[sentence].begin(), example.sentence_words[sentence].end());
    best.one = std::max(best.one, rouge_n(mine, reference, 1));
    best.two = std::max(best.two, rouge_n(mine, reference, 2));
  }
  return best;
}

}  // namespace dateline::training
