#include "quote/transcripts.h"

#include <string>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestLabel = 5;  // words
constexpr uint32_t kShortestTurn = 3;  // words behind the colon of a label that does not come back

struct Turn {
  IndexRange label, content;
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
      if (document_.blocks()[sentences[s].block].is_story()) {
        read({sentences[s].tokens.first, sentences[end - 1].tokens.last});
      }
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
      found.cue.push_back({turn.label.last, turn.label.last + 1});
      found.source.push_back(turn.label);
      found.content.push_back(turn.content);
      out.push_back(std::move(found));
    }
    return out;
  }

 private:
  /// Takes the block as a turn if it begins with capitalised words and a colon.
  void read(IndexRange block) {
    uint32_t colon = block.first;
    while (colon < block.last && colon <= block.first + kLongestLabel && document_.norm(colon) != ":") {
      const Token& token = document_.token(colon);
      if (!token.is_capitalized()) return;
      ++colon;
    }
    if (colon == block.first || colon + 1 >= block.last || document_.norm(colon) != ":") return;
    Turn turn{{block.first, colon}, {colon + 1, block.last}, lower_words(document_, {block.first, colon})};
    ++times_[turn.name];
    turns_.push_back(std::move(turn));
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
