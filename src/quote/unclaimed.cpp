// A speech of several paragraphs opens each of them and closes the last: its cue may stand by any. Within a paragraph a
// quotation that follows straight on the sentence of a quoted cue is its second piece ("…," she said. "…").
//
// Short quotations without a cue are titles, nicknames and words held at arm's length, and are left alone.
#include "quote/unclaimed.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kShortestSpeech = 5;     // words of a quotation without a cue
constexpr uint32_t kLongestSignature = 14;  // words behind a dash that may name a source
constexpr uint32_t kNobody = 0xFFFFFFFF;

class Claims {
 public:
  Claims(const Reading& reading, const QuoteModel& model, const std::vector<CueCandidate>& weak,
         std::vector<CueContent>& found)
      : reading_(reading), document_(reading.document), model_(model), weak_(weak), found_(found) {
    owner_.assign(document_.tokens().size(), kNobody);
    for (uint32_t i = 0; i < found.size(); ++i) claim(i);
    for (uint32_t q = 0; q < reading.quotations.all.size(); ++q) {
      if (reading.quotations.all[q].depth == 0 && tells_story(reading.quotations.all[q].opener)) outer_.push_back(q);
    }
  }

  void run() {
    for (size_t i = 0; i < outer_.size(); ++i) {
      const Quotation& quotation = at(i);
      if (is_claimed(quotation.inner) || claim_by_signature(quotation)) continue;
      if (!is_title(quotation.inner) && words_in(quotation.inner) >= kShortestSpeech) claim_by_weak_cue(quotation);
    }
    for (size_t i = outer_.size(); i-- > 1;) join_before(at(i - 1), at(i));
    for (size_t i = 1; i < outer_.size(); ++i) join_behind(at(i - 1), at(i));
    for (size_t i = 0; i < outer_.size(); ++i) {
      const Quotation& quotation = at(i);
      if (is_claimed(quotation.inner) || is_title(quotation.inner)) continue;
      if (words_in(quotation.inner) < kShortestSpeech && !is_line_of_dialogue(quotation)) continue;
      CueContent nobody;
      nobody.cue_token = quotation.opener;
      nobody.content.push_back(quotation.inner);
      add(std::move(nobody));
    }
  }

 private:
  const Quotation& at(size_t i) const { return reading_.quotations.all[outer_[i]]; }

  bool tells_story(uint32_t token) const {
    return document_.block_of(document_.sentence(document_.sentence_of(token))).is_story();
  }

  void claim(uint32_t index) {
    for (const IndexRange range : found_[index].content) {
      std::fill(owner_.begin() + range.first, owner_.begin() + range.last, index);
    }
  }

  void add(CueContent content) {
    found_.push_back(std::move(content));
    claim(static_cast<uint32_t>(found_.size() - 1));
  }

  bool is_claimed(IndexRange range) const {
    return std::any_of(owner_.begin() + range.first, owner_.begin() + range.last,
                       [](uint32_t owner) { return owner != kNobody; });
  }

  uint32_t words_in(IndexRange range) const {
    uint32_t words = 0;
    for (uint32_t i = range.first; i < range.last; ++i) words += document_.token(i).is_word() ? 1 : 0;
    return words;
  }

  /// "The Long Road Home": nearly all its words are capitalised.
  bool is_title(IndexRange range) const {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (!document_.token(i).is_word() || document_.surface(i).size() < 4) continue;
      ++words;
      capitals += document_.token(i).is_capitalized() ? 1 : 0;
    }
    return words > 0 && capitals * 10 >= words * 8;
  }

  /// A dash and a name behind the closing mark: "…" - Ana Reyes, mayor of Ombra
  bool claim_by_signature(const Quotation& quotation) {
    const uint32_t dash = quotation.outer().last;
    if (!quotation.closed || dash + 1 >= document_.tokens().size()) return false;
    if (!document_.token(dash).is_punctuation() || !document_.norm(dash).starts_with("-")) return false;
    const uint32_t first = dash + 1;
    if (!document_.token(first).is_capitalized() || words_in(quotation.inner) < kShortestSpeech) return false;
    const uint32_t end = document_.sentence(document_.sentence_of(first)).tokens.last;
    uint32_t last = end;
    if (document_.norm(last - 1) == ".") --last;
    if (last <= first || last - first > kLongestSignature) return false;
    for (uint32_t i = first; i < last; ++i) {
      const Divider divider = reading_.traits[i].divider;
      if (divider == Divider::kBe || divider == Divider::kModal || reading_.quotations.is_mark[i] != 0) return false;
    }
    CueContent signed_by;
    signed_by.cue_token = dash;
    signed_by.content.push_back(quotation.inner);
    signed_by.cue.push_back({dash, dash + 1});
    signed_by.source.push_back({first, last});
    add(std::move(signed_by));
    return true;
  }

  /// Whether a quotation is a whole sentence and all that its paragraph holds.
  bool is_line_of_dialogue(const Quotation& quotation) const {
    const uint32_t first = document_.sentence_of(quotation.opener);
    const uint32_t last = document_.sentence_of(quotation.outer().last - 1);
    const uint32_t block = document_.sentence(first).block;
    const auto in_block = [&](uint32_t s) {
      return s < document_.sentences().size() && document_.sentence(s).block == block;
    };
    return document_.sentence(first).tokens.first == quotation.opener && (first == 0 || !in_block(first - 1)) &&
           document_.sentence(last).tokens.last == quotation.outer().last && !in_block(last + 1) &&
           reading_.traits[quotation.inner.last - 1].divider == Divider::kStop;
  }

  void claim_by_weak_cue(const Quotation& quotation) {
    const uint32_t first = document_.sentence(document_.sentence_of(quotation.opener)).tokens.first;
    const uint32_t last = document_.sentence(document_.sentence_of(quotation.outer().last - 1)).tokens.last;
    auto place = std::lower_bound(weak_.begin(), weak_.end(), first,
                                  [](const CueCandidate& cue, uint32_t token) { return cue.token < token; });
    const CueCandidate* best = nullptr;
    for (; place != weak_.end() && place->token < last; ++place) {
      if (quotation.outer().contains(place->token)) continue;
      if (best == nullptr || place->score > best->score) best = &*place;
    }
    if (best == nullptr) return;
    CueContent content = content_of(reading_, model_, best->token);
    const bool covers = std::any_of(content.content.begin(), content.content.end(),
                                    [&](IndexRange range) { return range.overlaps(quotation.inner); });
    if (covers) add(std::move(content));
  }

  /// A paragraph of a speech whose cue stands in a later one.
  void join_before(const Quotation& quotation, const Quotation& next) {
    if (!quotation.continues || is_claimed(quotation.inner)) return;
    const uint32_t owner = owner_[next.inner.first];
    if (owner == kNobody) return;
    std::vector<IndexRange>& content = found_[owner].content;
    if (content.front().first < quotation.opener) return;
    content.insert(content.begin(), quotation.inner);
    claim(owner);
  }

  /// A paragraph of a speech whose cue stands in an earlier one, or a piece behind the cue's sentence.
  void join_behind(const Quotation& quotation, const Quotation& next) {
    if (is_claimed(next.inner)) return;
    const uint32_t owner = owner_[quotation.inner.last - 1];
    if (owner == kNobody) return;
    CueContent& found = found_[owner];
    if (found.content.back().last > next.opener) return;
    if (!quotation.continues && !follows(found, next)) return;
    found.content.push_back(next.inner);
    claim(owner);
  }

  /// Whether a quotation begins the sentence behind the last words of a cue and all that belongs to it.
  bool follows(const CueContent& found, const Quotation& next) const {
    uint32_t last = found.cue_token;
    for (const auto* ranges : {&found.content, &found.source, &found.cue}) {
      for (const IndexRange range : *ranges) last = std::max(last, range.last - 1);
    }
    const uint32_t sentence = document_.sentence_of(last);
    const uint32_t behind = document_.sentence_of(next.opener);
    return behind <= sentence + 1 && document_.sentence(behind).tokens.first == next.opener &&
           document_.sentence(behind).block == document_.sentence(sentence).block;
  }

  const Reading& reading_;
  const Document& document_;
  const QuoteModel& model_;
  const std::vector<CueCandidate>& weak_;
  std::vector<CueContent>& found_;
  std::vector<uint32_t> owner_;  // of each token: in whose content it is
  std::vector<uint32_t> outer_;  // the outermost quotations of the story
};

}  // namespace

void claim_quotations(const Reading& reading, const QuoteModel& model, const std::vector<CueCandidate>& weak,
                      std::vector<CueContent>& found) {
  Claims(reading, model, weak, found).run();
}

}  // namespace dateline
