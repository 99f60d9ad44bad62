// Marks are read from left to right with a stack of those still open. Each mark says by its form and by the white space
// around it whether it may open, close or both; a mark that may do both closes what is open and else opens.
//
// Feet, inches and minutes (6'2", 40") stand behind a digit and are no marks where nothing is open; an apostrophe is
// one only where a single mark was opened. A single opener whose closer does not come in its block was an apostrophe
// too.
#include "quote/quotation_marks.h"

#include <algorithm>

#include "text/characters.h"

namespace dateline {
namespace {

constexpr size_t kDeepest = 4;

enum class Family : uint8_t { kNone, kDouble, kSingle };

struct Mark {
  Family family = Family::kNone;
  bool opens = false, closes = false;
};

struct Open {
  uint32_t token;
  Family family;
};

class QuotationReader {
 public:
  explicit QuotationReader(const Document& document) : document_(document) {
    const size_t size = document.tokens().size();
    out_.outermost.assign(size, kNoQuotation);
    out_.is_mark.assign(size, 0);
  }

  Quotations run() {
    const auto& sentences = document_.sentences();
    for (uint32_t s = 0; s < sentences.size();) {
      uint32_t end = s;
      while (end < sentences.size() && sentences[end].block == sentences[s].block) ++end;
      next_block_ = end < sentences.size() ? sentences[end].tokens.first : 0;
      read({sentences[s].tokens.first, sentences[end - 1].tokens.last});
      s = end;
    }
    return finish();
  }

 private:
  Mark mark_at(uint32_t i, IndexRange block) const {
    const Token& token = document_.token(i);
    if (!token.is_punctuation()) return {};
    const std::string_view surface = document_.surface(i);
    const char32_t first = decode(surface, 0).value;
    const bool apart_before = i == block.first || token.space_before;
    const bool apart_after = i + 1 >= block.last || document_.token(i + 1).space_before;
    const bool behind_opener =
        i > block.first && !apart_before && document_.token(i - 1).is_punctuation() && opens_bracket(i - 1);
    const bool before_mark = i + 1 < block.last && document_.token(i + 1).is_punctuation();
    switch (first) {
      case 0x201C:
      case 0x201E:
      case 0x201F:
      case 0x300C:
        // „low high“: the high mark that other languages open with closes here.
        return {Family::kDouble, true, first == 0x201C && !apart_before && (apart_after || before_mark)};
      case 0x201D:
      case 0x300D:
        return {Family::kDouble, apart_before && !apart_after, true};
      case 0xAB:
        return {Family::kDouble, true, !apart_before && apart_after};
      case 0xBB:
        return {Family::kDouble, apart_before && !apart_after, true};
      case 0x2018:
      case 0x201A:
      case 0x2039:
        return {Family::kSingle, !apart_after, false};
      case 0x203A:
        return {Family::kSingle, false, true};
      default:
        break;
    }
    const bool doubled = surface == "''" || surface == "``";
    if (!doubled && !is_double_quote(first) && !is_apostrophe(first)) return {};
    if (surface == "``") return {Family::kDouble, true, false};
    const Family family = doubled || is_double_quote(first) ? Family::kDouble : Family::kSingle;
    if (first == 0x2019) return {Family::kSingle, false, !apart_before};
    Mark mark{family, (apart_before || behind_opener) && !apart_after, !apart_before && !behind_opener};
    if (family == Family::kDouble && apart_before && apart_after) mark.opens = mark.closes = true;
    // word"word: a lost blank; before a capital it opens.
    if (family == Family::kDouble && !apart_before && !apart_after && !before_mark && !behind_opener) {
      mark.opens = true;
    }
    if (family == Family::kSingle && !apart_after && !before_mark) mark.closes = false;
    return mark;
  }

  bool opens_bracket(uint32_t i) const {
    const std::string_view norm = document_.norm(i);
    if (norm == "(" || norm == "[" || norm == "{" || norm.starts_with("-") || norm == "/") return true;
    return !open_.empty() && open_.back().token == i;
  }

  bool after_digit(uint32_t i) const {
    if (document_.token(i).space_before || i == 0) return false;
    const std::string_view before = document_.surface(i - 1);
    return !before.empty() && before.back() >= '0' && before.back() <= '9';
  }

  void read(IndexRange block) {
    open_.clear();
    for (uint32_t i = block.first; i < block.last; ++i) {
      const Mark mark = mark_at(i, block);
      if (mark.family == Family::kNone) continue;
      const bool is_open = std::any_of(open_.begin(), open_.end(), [&](Open o) { return o.family == mark.family; });
      if (mark.closes && is_open && !(mark.opens && prefers_to_open(i))) {
        if (!is_measure(i, block)) close(i, mark.family);
      } else if (mark.opens) {
        if (after_digit(i) && !is_open) continue;  // 40"
        if (open_.size() >= kDeepest) give_up_oldest();
        open_.push_back({i, mark.family});
      }
    }
    end_block(block);
  }

  /// A mark that may do both, right behind an opener, or where its word begins a clause: `"She said "no" …`.
  bool prefers_to_open(uint32_t i) const {
    if (open_.back().token + 1 == i) return true;
    const std::string_view surface = document_.surface(i);
    const char32_t first = decode(surface, 0).value;
    return (first == 0x201C || first == 0xAB) && document_.token(i).space_before;
  }

  /// 6'2": inside a quotation, a straight mark behind a number that a foot mark precedes.
  bool is_measure(uint32_t i, IndexRange block) const {
    return document_.surface(i) == "\"" && after_digit(i) && i >= block.first + 2 &&
           is_apostrophe(decode(document_.surface(i - 2), 0).value) && i >= block.first + 3 &&
           document_.token(i - 3).shape == Shape::kNumber;
  }

  void close(uint32_t i, Family family) {
    if (family == Family::kDouble && close_speech(i)) return;
    while (open_.back().family != family) give_up(open_.back(), i), open_.pop_back();
    const Open opener = open_.back();
    open_.pop_back();
    if (opener.token + 1 < i) add(opener.token, i, true, false);
  }

  /// `"A. "B. "C."`: paragraphs of one speech that lost their breaks. Each opens with a mark behind a sentence's end,
  /// and the one closer stands behind a sentence's end too.
  bool close_speech(uint32_t i) {
    if (open_.size() < 2 || !ends_sentence(i)) return false;
    for (size_t k = 0; k < open_.size(); ++k) {
      if (open_[k].family != Family::kDouble) return false;
      if (document_.surface(open_[k].token) != document_.surface(open_[0].token)) return false;
      if (k > 0 && (!ends_sentence(open_[k].token) || open_[k].token == open_[k - 1].token + 1)) return false;
    }
    for (size_t k = 0; k + 1 < open_.size(); ++k) add(open_[k].token, open_[k + 1].token, false, true);
    if (open_.back().token + 1 < i) add(open_.back().token, i, true, false);
    open_.clear();
    return true;
  }

  /// Whether the token before this one ends a sentence.
  bool ends_sentence(uint32_t i) const {
    if (i == 0) return false;
    const std::string_view norm = document_.norm(i - 1);
    return norm == "." || norm == "!" || norm == "?";
  }

  void give_up_oldest() {
    give_up(open_.front(), open_[1].token);
    open_.erase(open_.begin());
  }

  /// An opener without a closer: a double mark reaches to the end of its sentence, at most to `limit`.
  void give_up(Open opener, uint32_t limit) {
    if (opener.family == Family::kSingle) return;
    const uint32_t end = std::min(limit, document_.sentence(document_.sentence_of(opener.token)).tokens.last);
    if (opener.token + 1 < end) add(opener.token, end, false, false);
  }

  void end_block(IndexRange block) {
    for (size_t k = 0; k < open_.size(); ++k) {
      const uint32_t limit = k + 1 < open_.size() ? open_[k + 1].token : block.last;
      if (k == 0 && open_.size() == 1 && goes_on_behind(open_[k]) && open_[k].token + 1 < block.last) {
        add(open_[k].token, block.last, false, true);
      } else {
        give_up(open_[k], limit);
      }
    }
  }

  /// Whether the next block opens with the mark of one left open here.
  bool goes_on_behind(Open opener) const {
    if (next_block_ == 0) return false;
    if (document_.surface(next_block_) != document_.surface(opener.token)) return false;
    return next_block_ + 1 < document_.tokens().size() && !document_.token(next_block_ + 1).space_before;
  }

  void add(uint32_t opener, uint32_t end, bool closed, bool continues) {
    out_.all.push_back({{opener + 1, end}, opener, closed, continues, 0});
  }

  Quotations finish() {
    std::sort(out_.all.begin(), out_.all.end(), [](const Quotation& a, const Quotation& b) {
      return a.opener != b.opener ? a.opener < b.opener : a.inner.last > b.inner.last;
    });
    std::vector<uint32_t> around;
    for (uint32_t q = 0; q < out_.all.size(); ++q) {
      Quotation& quotation = out_.all[q];
      while (!around.empty() && out_.all[around.back()].outer().last <= quotation.opener) around.pop_back();
      quotation.depth = static_cast<uint32_t>(around.size());
      out_.is_mark[quotation.opener] = 1;
      if (!quotation.closed && !quotation.continues) continue;
      if (quotation.closed) out_.is_mark[quotation.inner.last] = 2;
      if (around.empty()) {
        const IndexRange outer = quotation.outer();
        std::fill(out_.outermost.begin() + outer.first, out_.outermost.begin() + outer.last, q);
      }
      around.push_back(q);
    }
    return std::move(out_);
  }

  const Document& document_;
  Quotations out_;
  std::vector<Open> open_;
  uint32_t next_block_ = 0;
};

}  // namespace

Quotations find_quotations(const Document& document) {
  return QuotationReader(document).run();
}

}  // namespace dateline
