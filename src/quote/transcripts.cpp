#include "quote/transcripts.h"

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
  std::vector<IndexRange> content;  // one range a paragraph
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
    for (const Turn& turn : turns_) {
      CueContent found;
      found.cue_token = turn.label.last;
      if (!turn.label.empty()) {
        found.cue.push_back({turn.label.last, turn.label.last + 1});
        found.source.push_back(turn.label);
      }
      found.content = turn.content;
      out.push_back(std::move(found));
    }
    return out;
  }

 private:
  /// Takes the block as a turn if it begins with capitalised words and a colon; one without a label goes on with the
  /// turn before it once the next turn has come.
  void read(IndexRange block, const Block& kind) {
    const uint32_t colon = kind.is_story() ? label_end(block) : block.first;
    if (colon != block.first) {
      give_waiting();
      Turn turn{{block.first, colon}, {{colon + 1, block.last}}, lower_words(document_, {block.first, colon})};
      ++times_[turn.name];
      turns_.push_back(std::move(turn));
    } else if (kind.kind == BlockKind::kParagraph && waiting_.size() <= kLongestTurn) {
      waiting_.push_back(block);
    }
  }

  /// The paragraphs between two turns go on with the first; behind a question they are its answer.
  void give_waiting() {
    if (turns_.empty() || waiting_.empty() || waiting_.size() > kLongestTurn) {
      waiting_.clear();
    } else if (is_question(turns_.back().name)) {
      const uint32_t first = waiting_.front().first;
      turns_.push_back({{first, first}, std::move(waiting_), {}});
      waiting_ = {};
    } else {
      std::vector<IndexRange>& content = turns_.back().content;
      content.insert(content.end(), waiting_.begin(), waiting_.end());
      waiting_.clear();
    }
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
    if (turn.label.empty()) return false;
    if (turn.name == "q" || turn.name == "a" || turn.name == "question" || turn.name == "answer") return true;
    if (times_.at(turn.name) > 1) return true;
    for (uint32_t i = turn.label.first; i < turn.label.last; ++i) {
      if (document_.token(i).shape != Shape::kUpper) return false;
    }
    uint32_t words = 0;
    for (uint32_t i = turn.content.front().first; i < turn.content.front().last; ++i)
      words += document_.token(i).is_word() ? 1 : 0;
    return words >= kShortestTurn;
  }

  const Document& document_;
  std::vector<Turn> turns_;
  std::vector<IndexRange> waiting_;  // paragraphs behind the last turn
  std::unordered_map<std::string, int> times_;
};

}  // namespace

std::vector<CueContent> find_turns(const Reading& reading) {
  return TurnFinder(reading.document).run();
}

}  // namespace dateline
