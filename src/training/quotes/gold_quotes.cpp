// A cue of several words ("has said in a statement") has one main word: the one that is most often a cue by itself in
// the same data, with a little for those that the lexicon knows ("according to").
#include "quotes/gold_quotes.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "quotes/ablate.h"
#include "training/corpus_file.h"

namespace dateline::training {
namespace {

using Json = nlohmann::json;

struct GoldQuote {
  std::vector<uint32_t> content, source, cue;  // tokens
};

class ArticleReader {
 public:
  void read(const Json& record, const std::string& without) {
    const std::string text = record["text"];
    const std::vector<uint32_t> bytes = bytes_of_code_points(text);
    auto article = std::make_unique<Article>();
    article->document = build_document(clean_utf8(text), Depth::kGrammar);
    const Document& document = article->document;
    article->reading = std::make_unique<Reading>(read_for_quotes(document));
    ablate(without, *article->reading);
    article->is_cue.assign(document.tokens().size(), 0);
    article->ignored.assign(document.tokens().size(), 0);
    const auto tokens_of = [&](const Json& pieces) {
      std::vector<uint32_t> tokens;
      for (const Json& piece : pieces) {
        const Span span{bytes[piece[0].get<size_t>()], bytes[piece[1].get<size_t>()]};
        const IndexRange range = document.tokens_in(span);
        for (uint32_t i = range.first; i < range.last; ++i) tokens.push_back(i);
      }
      return tokens;
    };
    if (record.contains("ignore")) {
      for (const uint32_t token : tokens_of(record["ignore"])) article->ignored[token] = 1;
    }
    std::vector<GoldQuote> quotes;
    for (const Json& quote : record["quotes"]) {
      GoldQuote gold{tokens_of(quote["content"]), tokens_of(quote["source"]), tokens_of(quote["cue"])};
      if (gold.cue.size() == 1) ++alone_[std::string(document.lower(gold.cue[0]))];
      quotes.push_back(std::move(gold));
    }
    for (uint32_t i = 0; i < document.tokens().size(); ++i) ++all_[std::string(document.lower(i))];
    quotes_.push_back(std::move(quotes));
    articles_.push_back(std::move(article));
  }

  std::vector<std::unique_ptr<Article>> finish() {
    for (size_t i = 0; i < articles_.size(); ++i) {
      for (const GoldQuote& gold : quotes_[i]) add_example(*articles_[i], gold);
    }
    return std::move(articles_);
  }

 private:
  double share_alone(const Document& document, uint32_t token) const {
    const std::string word(document.lower(token));
    const auto alone = alone_.find(word);
    const double often = alone == alone_.end() ? 0 : alone->second;
    return often / (all_.at(word) + 5.0);
  }

  /// Whether a word is one of the small ones that never report by themselves while another stands beside them.
  static bool is_small(const Reading& reading, uint32_t token) {
    return reading.traits[token].cue == CueClass::kNone && reading.traits[token].is_small;
  }

  void add_example(Article& article, const GoldQuote& gold) const {
    const Reading& reading = *article.reading;
    uint32_t cue = 0;
    double best = -1;
    for (const uint32_t token : gold.cue) {
      const Token& word = article.document.token(token);
      const bool known = reading.traits[token].cue != CueClass::kNone;
      const double score = share_alone(article.document, token) + (known ? 0.004 : 0) +
                           (word.is_punctuation() ? -0.5 : 0) + (is_small(reading, token) ? -0.3 : 0);
      if (score > best) {
        best = score;
        cue = token;
      }
    }
    if (best < -0.9 || article.is_cue[cue]) return;
    article.is_cue[cue] = 1;
    Example example{window_of(reading, cue), {}};
    std::map<uint32_t, QuoteRole> roles;
    for (const uint32_t token : gold.source) roles[token] = QuoteRole::kSource;
    for (const uint32_t token : gold.content) roles[token] = QuoteRole::kContent;
    for (const uint32_t token : gold.cue) roles[token] = QuoteRole::kCue;
    roles[cue] = QuoteRole::kCue;
    bool has_content = false;
    for (const uint32_t token : example.window.tokens) {
      const auto role = roles.find(token);
      example.roles.push_back(role == roles.end() ? QuoteRole::kNone : role->second);
      has_content |= example.roles.back() == QuoteRole::kContent;
    }
    join_marks(reading, example);
    if (has_content) article.examples.push_back(std::move(example));
  }

  /// A mark or stop between two pieces of content is content: the pieces are one stretch here.
  static void join_marks(const Reading& reading, Example& example) {
    for (size_t k = 1; k + 1 < example.roles.size(); ++k) {
      if (example.roles[k] != QuoteRole::kNone || example.roles[k - 1] != QuoteRole::kContent) continue;
      if (example.roles[k + 1] != QuoteRole::kContent || k == example.window.cue) continue;
      if (reading.document.token(example.window.tokens[k]).is_punctuation()) example.roles[k] = QuoteRole::kContent;
    }
  }

  std::vector<std::unique_ptr<Article>> articles_;
  std::vector<std::vector<GoldQuote>> quotes_;
  std::map<std::string, int> alone_, all_;
};

}  // namespace

bool agrees(const Document& document, const CueContent& claim, const Example& gold) {
  if (gold.window.tokens[gold.window.cue] != claim.cue_token) return false;
  std::vector<uint32_t> mine, theirs;
  for (const IndexRange range : claim.content) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (!document.token(i).is_punctuation()) mine.push_back(i);
    }
  }
  for (size_t k = 0; k < gold.roles.size(); ++k) {
    const uint32_t token = gold.window.tokens[k];
    if (gold.roles[k] == QuoteRole::kContent && !document.token(token).is_punctuation()) theirs.push_back(token);
  }
  std::vector<uint32_t> both;
  std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(both));
  return 3 * both.size() >= mine.size() + theirs.size();
}

Corpus read_articles(const std::string& path, unsigned of, unsigned hold, const std::string& without) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  ArticleReader reader;
  std::string line;
  unsigned number = 0;
  for (; std::getline(in, line); ++number) reader.read(Json::parse(line), without);
  Articles articles = reader.finish();
  Corpus corpus;
  for (unsigned i = 0; i < number; ++i) {
    (of > 0 && i % of == hold ? corpus.held_out : corpus.train).push_back(std::move(articles[i]));
  }
  return corpus;
}

}  // namespace dateline::training
