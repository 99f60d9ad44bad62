#include "quote/boundaries.h"

#include <algorithm>

namespace dateline {
namespace {

class Boundaries {
 public:
  Boundaries(const Reading& reading, std::vector<CueContent>& found)
      : reading_(reading), document_(reading.document), found_(found) {
    owner_.assign(document_.tokens().size(), kNobody);
    for (uint32_t i = 0; i < found.size(); ++i) owner_[found[i].cue_token] = i;
  }

  void run() {
    for (CueContent& one : found_) {
      end_at_closing_mark(one);
      end_before_rival(one);
      end_with_opening_clause(one);
      add_other_side(one);
      drop_empty(one);
    }
  }

 private:
  static constexpr uint32_t kNobody = 0xFFFFFFFF;

  uint32_t quotation(uint32_t token) const { return reading_.quotations.outermost[token]; }

  void end_at_closing_mark(CueContent& one) const {
    for (IndexRange& range : one.content) {
      const uint32_t index = quotation(range.first);
      if (index == kNoQuotation) continue;
      const Quotation& around = reading_.quotations.all[index];
      const uint32_t end = around.outer().last;
      if (range.first > around.inner.first || end >= range.last) continue;
      for (uint32_t i = end; i < range.last; ++i) {
        if (owner_[i] == kNobody || quotation(i) != kNoQuotation || i == one.cue_token) continue;
        range.last = end;
        break;
      }
    }
  }

  /// "X said A, but Y said B": the comma ends A.
  void end_before_rival(CueContent& one) const {
    for (IndexRange& range : one.content) {
      if (range.first < one.cue_token) continue;
      for (uint32_t i = range.first + 1; i + 2 < range.last; ++i) {
        const std::string_view word = document_.lower(i);
        if (word != "but" && word != "while" && word != "and") continue;
        if (quotation(i) != quotation(one.cue_token)) continue;
        if (second_verb(one, i + 1)) {
          range.last = i;
          break;
        }
        if (document_.norm(i - 1) != ",") continue;
        if (rival_begins(one, i + 1, range.last)) {
          range.last = i - 1;
          break;
        }
      }
    }
  }

  /// "X accused Y of A and said B": a cue straight behind "and" that has the same source ends A.
  bool second_verb(const CueContent& one, uint32_t token) const {
    if (owner_[token] == kNobody || token == one.cue_token) return false;
    const CueContent& second = found_[owner_[token]];
    return !one.source.empty() && !second.source.empty() && one.source.front() == second.source.front() &&
           second.content.front().first > token;
  }

  /// Whether another cue's source begins at a token and its cue follows inside the range.
  bool rival_begins(const CueContent& one, uint32_t token, uint32_t limit) const {
    for (uint32_t i = token; i < std::min(limit, token + 12); ++i) {
      if (owner_[i] == kNobody || i == one.cue_token) continue;
      const CueContent& rival = found_[owner_[i]];
      return !rival.source.empty() && rival.source.front().first == token && rival.content.front().first > i;
    }
    return false;
  }

  /// "When X said A, B happened": the last comma ends A.
  void end_with_opening_clause(CueContent& one) const {
    if (one.source.empty() || one.content.size() != 1) return;
    const IndexRange sentence = document_.sentence(document_.sentence_of(one.cue_token)).tokens;
    IndexRange& range = one.content.front();
    if (reading_.traits[sentence.first].divider != Divider::kWhen || document_.lower(sentence.first) == "as") return;
    if (one.source.front().first != sentence.first + 1 || range.first < one.cue_token) return;
    if (range.last + 1 < sentence.last || quotation(range.last - 1) != kNoQuotation) return;
    for (uint32_t i = range.last - 1; i > range.first; --i) {
      if (document_.norm(i) != ",") continue;
      range.last = i;
      return;
    }
  }

  /// "The border, the minister said, would stay closed".
  void add_other_side(CueContent& one) const {
    if (one.content.size() != 1 || one.source.size() != 1 || quotation(one.cue_token) != kNoQuotation) return;
    IndexRange aside{one.cue_token, one.cue_token + 1};
    for (const auto* ranges : {&one.source, &one.cue}) {
      for (const IndexRange range : *ranges) {
        aside.first = std::min(aside.first, range.first);
        aside.last = std::max(aside.last, range.last);
      }
    }
    const IndexRange sentence = document_.sentence(document_.sentence_of(one.cue_token)).tokens;
    const IndexRange content = one.content.front();
    if (aside.size() > 12 || aside.first < sentence.first + 2 || aside.last + 1 >= sentence.last) return;
    if (document_.norm(aside.first - 1) != "," || document_.norm(aside.last) != ",") return;
    if (content.first != aside.last + 1 || quotation(content.first) != kNoQuotation) return;
    const IndexRange other{sentence.first, aside.first - 1};
    for (uint32_t i = other.first; i < other.last; ++i) {
      if (owner_[i] != kNobody || quotation(i) != kNoQuotation) return;
    }
    one.content.insert(one.content.begin(), other);
  }

  static void drop_empty(CueContent& one) {
    one.content.erase(std::remove_if(one.content.begin(), one.content.end(), [](IndexRange r) { return r.empty(); }),
                      one.content.end());
  }

  const Reading& reading_;
  const Document& document_;
  std::vector<CueContent>& found_;
  std::vector<uint32_t> owner_;  // of each token: the cue whose main word it is
};

}  // namespace

void correct_boundaries(const Reading& reading, std::vector<CueContent>& found) {
  Boundaries(reading, found).run();
}

}  // namespace dateline
