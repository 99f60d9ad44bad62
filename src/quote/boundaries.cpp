#include "quote/boundaries.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

class Boundaries {
 public:
  Boundaries(const Reading& reading, std::vector<CueContent>& found)
      : reading_(reading), document_(reading.document), found_(found) {
    owner_.assign(document_.tokens().size(), kNobody);
    for (uint32_t i = 0; i < found.size(); ++i) owner_[found[i].cue_token] = i;
    nearest_.assign(reading.quotations.all.size(), kNobody);
    for (uint32_t i = 0; i < found.size(); ++i) note_nearest(i);
  }

  void run() {
    for (CueContent& one : found_) {
      keep_behind_colon(one);
      end_at_closing_mark(one);
      keep_one_of_neighbours(one);
      leave_to_nearest(one);
      fill_quotations(one);
      drop_circumstance(one);
      end_before_occasion(one);
      reach_to_cue(one);
      reach_to_opening(one);
      keep_compounds_whole(one);
      end_before_rival(one);
      end_with_opening_clause(one);
      add_other_side(one);
      drop_empty(one);
      drop_relative(one);
    }
  }

 private:
  static constexpr uint32_t kNobody = 0xFFFFFFFF;

  uint32_t quotation(uint32_t token) const { return reading_.quotations.outermost[token]; }

  /// "Reyes: the bridge is safe": what a colon leads to stands behind it. ("Bridge is safe: report" has nothing there.)
  void keep_behind_colon(CueContent& one) const {
    if (document_.norm(one.cue_token) != ":" || one.content.empty() || one.content.back().first < one.cue_token) return;
    const auto stays = [&](IndexRange range) { return range.first > one.cue_token; };
    one.content.erase(one.content.begin(), std::find_if(one.content.begin(), one.content.end(), stays));
  }

  void end_at_closing_mark(CueContent& one) const {
    if (document_.norm(one.cue_token) == ":") return;
    for (IndexRange& range : one.content) {
      const uint32_t index = quotation(range.first);
      if (index == kNoQuotation) continue;
      const Quotation& around = reading_.quotations.all[index];
      const uint32_t end = around.outer().last;
      if (range.first > around.inner.first || end >= range.last) continue;
      if (range.first > one.cue_token && reading_.traits[around.inner.last - 1].divider == Divider::kStop &&
          quotation(end) == kNoQuotation) {
        range.last = end;  // `shouted "Shame!" at the minister`
        continue;
      }
      for (uint32_t i = end; i < range.last; ++i) {
        if (owner_[i] == kNobody || quotation(i) != kNoQuotation || i == one.cue_token) continue;
        range.last = end;
        break;
      }
    }
  }

  /// Whose cue stands in the sentence that a quotation ends in.
  void note_nearest(uint32_t index) {
    const CueContent& one = found_[index];
    for (const IndexRange range : one.content) {
      const uint32_t q = quotation(range.first);
      if (q == kNoQuotation || q == quotation(one.cue_token)) continue;
      const uint32_t end = reading_.quotations.all[q].outer().last - 1;
      if (document_.sentence_of(end) == document_.sentence_of(one.cue_token)) nearest_[q] = index;
    }
  }

  /// `"A," she replied. "B," he said.`: B is no second piece of what she replied.
  void leave_to_nearest(CueContent& one) const {
    if (one.content.size() < 2) return;
    const auto is_anothers = [&](IndexRange range) {
      const uint32_t q = quotation(range.first);
      if (q == kNoQuotation || q == quotation(one.cue_token) || nearest_[q] == kNobody) return false;
      return found_[nearest_[q]].cue_token != one.cue_token &&
             document_.sentence_of(range.first) > document_.sentence_of(one.cue_token);
    };
    one.content.erase(std::remove_if(one.content.begin() + 1, one.content.end(), is_anothers), one.content.end());
  }

  /// Sentences of a quotation are said together: where the cue stands outside, and a content holds the first of them
  /// and ends with a sentence, or begins with one and holds the last, it holds all.
  void fill_quotations(CueContent& one) const {
    for (size_t r = 0; r < one.content.size(); ++r) {
      IndexRange& range = one.content[r];
      const uint32_t last = quotation(range.last - 1), first = quotation(range.first);
      if (last != kNoQuotation && last != quotation(one.cue_token)) {
        const IndexRange inner = reading_.quotations.all[last].inner;
        const uint32_t limit = r + 1 < one.content.size() ? one.content[r + 1].first : inner.last;
        if (range.first <= inner.first && range.last < inner.last && limit >= inner.last && ends_sentence(range.last)) {
          range.last = inner.last;
        }
      }
      if (first != kNoQuotation && first != quotation(one.cue_token)) {
        const IndexRange inner = reading_.quotations.all[first].inner;
        const uint32_t limit = r > 0 ? one.content[r - 1].last : inner.first;
        if (range.last >= inner.last && range.first > inner.first && limit <= inner.first &&
            document_.sentence(document_.sentence_of(range.first)).tokens.first == range.first) {
          range.first = inner.first;
        }
      }
    }
  }

  /// Whether a sentence ends with the token before this one, or with it.
  bool ends_sentence(uint32_t token) const {
    const IndexRange sentence = document_.sentence(document_.sentence_of(token - 1)).tokens;
    return sentence.last == token || (sentence.last == token + 1 && document_.token(token).is_punctuation());
  }

  /// "Lund said A, speaking at a rally": the comma ends A.
  void end_before_occasion(CueContent& one) const {
    static const Lexicon occasions("data/quote/occasion.txt");
    if (quotation(one.cue_token) != kNoQuotation) return;
    for (IndexRange& range : one.content) {
      if (range.first < one.cue_token) continue;
      for (uint32_t i = range.first + 1; i + 1 < range.last; ++i) {
        if (document_.norm(i) != "," || quotation(i) != kNoQuotation || !occasions.contains(document_.lower(i + 1))) {
          continue;
        }
        range.last = i;
        break;
      }
    }
  }

  /// "No plan, no money and no vision, he said.": the whole sentence was said, from behind its "and" or "but".
  void reach_to_opening(CueContent& one) const {
    if (one.content.size() != 1 || one.source.size() != 1) return;
    IndexRange& range = one.content.front();
    const IndexRange sentence = document_.sentence(document_.sentence_of(one.cue_token)).tokens;
    const uint32_t end = std::max(one.source.front().last, one.cue_token + 1);
    if (range.last > one.cue_token || end + 2 < sentence.last || range.last + 1 < one.source.front().first) return;
    if (range.first <= sentence.first || document_.norm(range.first - 1) != ",") return;
    uint32_t first = sentence.first;
    if (reading_.traits[first].divider == Divider::kAnd) ++first;
    for (uint32_t i = first; i < range.first; ++i) {
      if (owner_[i] != kNobody || reading_.quotations.is_mark[i] != 0 || quotation(i) != kNoQuotation) return;
    }
    range.first = first;
  }

  /// "A, the minister said": A reaches to the comma, whatever the model says of its last words.
  void reach_to_cue(CueContent& one) const {
    if (one.content.empty() || one.source.size() != 1) return;
    IndexRange& range = one.content.back();
    const uint32_t aside = std::min(one.source.front().first, one.cue_token);
    if (range.last >= aside || quotation(range.last - 1) != kNoQuotation) return;
    if (document_.sentence_of(range.last - 1) != document_.sentence_of(aside) || document_.norm(aside - 1) != ",")
      return;
    for (uint32_t i = range.last; i + 1 < aside; ++i) {
      if (owner_[i] != kNobody || reading_.quotations.is_mark[i] != 0 || document_.norm(i) == ",") return;
    }
    range.last = aside - 1;
  }

  bool is_inside_compound(uint32_t token) const {
    return token > 0 && token < document_.tokens().size() && !document_.token(token).space_before &&
           (document_.norm(token) == "-" || document_.norm(token - 1) == "-");
  }

  /// No content ends or begins within "state-owned": it reaches to the end of the clause, or from the word's beginning.
  void keep_compounds_whole(CueContent& one) const {
    for (IndexRange& range : one.content) {
      while (is_inside_compound(range.first) && owner_[range.first - 1] == kNobody) --range.first;
      if (!is_inside_compound(range.last)) continue;
      const uint32_t limit = document_.sentence(document_.sentence_of(range.last)).tokens.last;
      while (range.last < limit && owner_[range.last] == kNobody &&
             (is_inside_compound(range.last) || !document_.token(range.last).is_punctuation())) {
        ++range.last;
      }
    }
  }

  /// "a storm which local officials say …": officials say it.
  void drop_relative(CueContent& one) const {
    if (one.source.empty()) return;
    IndexRange& source = one.source.front();
    const std::string_view tag = document_.grammar(source.first).xpos;
    if (source.size() > 1 && tag == "WDT") ++source.first;
  }

  /// `"This is the end," a man shouted as the buses left`: what goes on behind the cue of a quotation is its occasion.
  void drop_circumstance(CueContent& one) const {
    if (one.content.size() < 2) return;
    const IndexRange before = one.content[one.content.size() - 2], behind = one.content.back();
    if (before.last > one.cue_token || behind.first < one.cue_token) return;
    if (quotation(before.last - 1) == kNoQuotation && quotation(before.first) == kNoQuotation) return;
    if (reading_.traits[behind.first].divider != Divider::kWhen || quotation(behind.first) != kNoQuotation) return;
    one.content.pop_back();
  }

  /// `"A." "B," he said.`: of two quotations with nothing between them the farther one is another's.
  void keep_one_of_neighbours(CueContent& one) const {
    for (IndexRange& range : one.content) {
      for (uint32_t i = range.first + 1; i + 1 < range.last; ++i) {
        if (reading_.quotations.is_mark[i] != 2 || reading_.quotations.is_mark[i + 1] != 1) continue;
        if (quotation(i) == quotation(i + 1)) continue;
        if (reading_.traits[i - 1].divider != Divider::kStop) continue;
        if (range.last <= one.cue_token) {
          range.first = i + 1;
        } else if (range.first > one.cue_token) {
          range.last = i + 1;
        }
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
  std::vector<uint32_t> owner_;    // of each token: the cue whose main word it is
  std::vector<uint32_t> nearest_;  // of each quotation: the cue in the sentence of its end
};

}  // namespace

void correct_boundaries(const Reading& reading, std::vector<CueContent>& found) {
  Boundaries(reading, found).run();
}

}  // namespace dateline
