#include "quote/transcripts.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestLabel = 5;  // words
constexpr uint32_t kShortestTurn = 3;  // words behind the colon of a label that does not come back
constexpr size_t kLongestTurn = 6;     // paragraphs without a label that go on with a turn, where another turn follows

struct Turn {
  IndexRange label;
  IndexRange content;
  std::vector<IndexRange> behind;  // the paragraphs without a label before the next turn
  std::string name;
};

class TurnFinder {
 public:
  explicit TurnFinder(const Document& document) : document_(document) {}

  std::vector<CueContent> run() {
    const auto& sentences = document_.sentences();
    for (size_t s = 0; s < sentences.size();) {
      size_t end = s;
      while (end < sentences.size() && sentences[end].block == sentences[s].block) ++end;
      read({sentences[s].tokens.first, sentences[end - 1].tokens.last}, document_.blocks()[sentences[s].block]);
      s = end;
    }
    // Two labels that are surely speakers make a conversation; then every label is one.
    uint32_t sure = 0;
    for (const Turn& turn : turns_) sure += is_speaker(turn) ? 1 : 0;
    std::vector<CueContent> out;
    if (sure < 2) return out;
    for (size_t i = 0; i < turns_.size(); ++i) {
      const Turn& turn = turns_[i];
      CueContent found;
      found.cue_token = turn.label.last;
      found.cue.push_back({turn.label.last, turn.label.last + 1});
      found.source.push_back(turn.label);
      found.content.push_back(turn.content);
      out.push_back(std::move(found));
      const bool goes_on = std::any_of(turn.behind.begin(), turn.behind.end(),
                                       [&](IndexRange paragraph) { return speaks_of_itself(paragraph); });
      if (goes_on && i + 1 < turns_.size() && is_speaker(turn) && is_speaker(turns_[i + 1])) give_behind(turn, out);
    }
    return out;
  }

 private:
  /// Takes the block as a turn if it begins with capitalised words and a colon; one without a label goes on with the
  /// turn before it once the next turn has come.
  void read(IndexRange block, const Block& kind) {
    const uint32_t colon = kind.is_story() ? label_end(block) : block.first;
    if (colon != block.first) {
      Turn turn{{block.first, colon}, {colon + 1, block.last}, {}, lower_words(document_, {block.first, colon})};
      ++times_[turn.name];
      turns_.push_back(std::move(turn));
    } else if (kind.kind == BlockKind::kParagraph && !turns_.empty() && turns_.back().behind.size() <= kLongestTurn) {
      turns_.back().behind.push_back(block);
    }
  }

  /// The paragraphs between two turns go on with the first; behind a question they are its answer.
  static void give_behind(const Turn& turn, std::vector<CueContent>& out) {
    if (turn.behind.empty() || turn.behind.size() > kLongestTurn) return;
    if (is_question(turn.name)) {
      CueContent answer;
      answer.cue_token = turn.behind.front().first;
      answer.content = turn.behind;
      out.push_back(std::move(answer));
    } else {
      std::vector<IndexRange>& content = out.back().content;
      content.insert(content.end(), turn.behind.begin(), turn.behind.end());
    }
  }

  /// Whether whoever is asked speaks in a paragraph, not the writer of the interview.
  bool speaks_of_itself(IndexRange block) const {
    static const Lexicon pronouns("data/entity/pronouns.tsv");
    for (uint32_t i = block.first; i < block.last; ++i) {
      if (pronouns.field(document_.lower(i), 0) == "1") return true;
    }
    return false;
  }

  static bool is_question(const std::string& label) { return label == "q" || label == "question"; }

  /// The colon behind the label that a block begins with; the block's first token where it begins with none.
  uint32_t label_end(IndexRange block) const {
    uint32_t colon = block.first;
    while (colon < block.last && colon <= block.first + kLongestLabel && document_.norm(colon) != ":") {
      if (!document_.token(colon).is_capitalized()) return block.first;
      ++colon;
    }
    if (colon + 1 >= block.last || document_.norm(colon) != ":") return block.first;
    for (uint32_t i = colon + 1; i < block.last; ++i) {
      if (document_.token(i).is_word()) return colon;
    }
    return block.first;  // "Reyes: 1,769" is a result
  }

  bool is_speaker(const Turn& turn) const {
    if (turn.name == "q" || turn.name == "a" || turn.name == "question" || turn.name == "answer") return true;
    if (times_.at(turn.name) > 1) return true;
    for (uint32_t i = turn.label.first; i < turn.label.last; ++i) {
      if (document_.token(i).shape != Shape::kUpper) return false;
    }
    uint32_t words = 0;
    for (uint32_t i = turn.content.first; i < turn.content.last; ++i) words += document_.token(i).is_word() ? 1 : 0;
    return words >= kShortestTurn;
  }

  const Document& document_;
  std::vector<Turn> turns_;
  std::unordered_map<std::string, int> times_;
};

}  // namespace

std::vector<CueContent> find_turns(const Reading& reading) {
  return TurnFinder(reading.document).run();
}

}  // namespace dateline
