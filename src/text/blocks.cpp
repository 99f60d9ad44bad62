// Each stretch of the text (stretches.h) is judged by what it begins and ends with (data/text/block_cues.tsv and its
// neighbours), by its length and final mark, and by its place among the others. Only its edges are read, so that a line
// of any length costs little.
#include "text/blocks.h"

#include <algorithm>
#include <string>

#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "text/block_face.h"
#include "text/characters.h"
#include "text/dateline.h"
#include "text/stretches.h"

namespace dateline {
namespace {

constexpr int kMostBreadcrumbWords = 16;
constexpr size_t kMostItemWords = 4;  // of one item of it

struct Cue {
  BlockKind kind;
  std::string_view where, words;
};

struct BlockLexicons {
  std::vector<Cue> cues;
  Lexicon agencies{"data/text/agencies.txt"};
  Lexicon breadcrumb_marks{"data/text/breadcrumb_marks.tsv"};
  std::vector<std::string_view> caption_words;

  BlockLexicons();
};

BlockKind kind_of(std::string_view name) {
  return name == "credit"    ? BlockKind::kCredit
         : name == "caption" ? BlockKind::kCaption
         : name == "byline"  ? BlockKind::kByline
                             : BlockKind::kOther;
}

BlockLexicons::BlockLexicons() {
  for (const std::string_view line : lines_of(resource("data/text/block_cues.tsv"))) {
    const auto fields = fields_of(line);
    if (fields.size() == 3) cues.push_back({kind_of(fields[0]), fields[1], fields[2]});
  }
  caption_words = lines_of(resource("data/text/caption_words.txt"));
}

const BlockLexicons& lexicons() {
  static const BlockLexicons instance;
  return instance;
}

bool fits(const Cue& cue, const Face& face) {
  if (cue.where == "start") {
    if (!face.start.starts_with(cue.words)) return false;
    const bool whole_word = face.start.size() == cue.words.size() ||
                            !is_letter(decode(face.start, cue.words.size()).value) ||
                            !is_letter(decode_before(cue.words, cue.words.size()).value) || cue.words.ends_with("stor");
    return whole_word && face.words <= 25;
  }
  if (cue.where == "end") return face.end.ends_with(cue.words) && face.words <= 25;
  if (cue.where == "part") return face.words <= 30 && face.start.find(cue.words) != std::string::npos;
  if (cue.where == "role") return false;  // by its place
  std::string_view whole = face.start;
  while (!whole.empty() && (whole.back() == '.' || whole.back() == ':' || whole.back() == '!')) whole.remove_suffix(1);
  return whole == cue.words;
}

/// The words in a final pair of brackets: "(Reuters)", "(AP Photo/Jane Doe)"; empty where there are none.
std::string_view in_final_brackets(const Face& face) {
  if (!face.closes_bracket) return {};
  const size_t open = face.end.rfind('(');
  if (open == std::string::npos) return {};
  return std::string_view(face.end).substr(open + 1, face.end.size() - open - 2);
}

bool names_agency(std::string_view words) {
  if (words.empty()) return false;
  for (const std::string_view piece : fields_of(words, '/')) {
    std::string_view trimmed = piece;
    while (!trimmed.empty() && trimmed.front() == ' ') trimmed.remove_prefix(1);
    while (!trimmed.empty() && trimmed.back() == ' ') trimmed.remove_suffix(1);
    if (lexicons().agencies.contains(trimmed)) return true;
  }
  return words.starts_with("photo") || words.starts_with("image") || words.starts_with("picture") ||
         words.ends_with("photo");
}

class BlockClassifier {
 public:
  BlockClassifier(std::string_view text, std::vector<Block>& blocks) : text_(text), blocks_(blocks) {
    faces_.reserve(blocks.size());
    for (const Block& block : blocks) faces_.push_back(face_of(text, block.span));
  }

  void run() {
    for (size_t i = 0; i < blocks_.size(); ++i) blocks_[i].kind = by_its_words(i);
    find_headline();
    find_links();
    find_authors();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::kParagraph && i != headline_) blocks_[i].kind = by_its_place(i);
    }
    sign_off();
  }

 private:
  BlockKind by_its_words(size_t i) const {
    const Face& face = faces_[i];
    if (face.words == 0) return is_date_line(face.start) ? BlockKind::kByline : BlockKind::kOther;
    for (const Cue& cue : lexicons().cues) {
      if (fits(cue, face)) return cue.kind;
    }
    if (is_breadcrumb(face)) return BlockKind::kOther;
    if (is_byline(i)) return BlockKind::kByline;
    if (is_tag_line(face.start) || is_table_row(i)) return BlockKind::kOther;
    if (is_list_item(i)) return BlockKind::kList;
    if (face.words <= 12 && names_agency(in_final_brackets(face)) && face.start.starts_with("("))
      return BlockKind::kCredit;
    return BlockKind::kParagraph;
  }

  /// "Home > News > Europe": short items between marks.
  static bool is_breadcrumb(const Face& face) {
    if (face.words > kMostBreadcrumbWords || is_final_mark(face.last)) return false;
    size_t marks = 0, item_words = 0;
    std::string_view mark;
    for (const std::string_view word : fields_of(face.start, ' ')) {
      if (word.empty()) continue;
      if (lexicons().breadcrumb_marks.contains(word)) {
        if (item_words == 0 || (!mark.empty() && word != mark)) return false;
        mark = word;
        ++marks;
        item_words = 0;
      } else if (++item_words > kMostItemWords) {
        return false;
      }
    }
    const std::string_view least = mark.empty() ? mark : lexicons().breadcrumb_marks.find(mark);
    return item_words > 0 && !least.empty() && marks >= static_cast<size_t>(least[0] - '0');
  }

  /// "By Jane Doe", "By Jane Doe and John Roe, BBC News".
  bool is_byline(size_t i) const {
    const Face& face = faces_[i];
    if (is_date_line(face.start)) return true;
    if (!face.start.starts_with("by ") || face.words > 14 || is_final_mark(face.last)) return false;
    return is_upper(decode(text_, std::min<size_t>(blocks_[i].span.start + 3, blocks_[i].span.end - 1)).value) &&
           face.capitalized * 2 >= face.long_words;
  }

  /// Nothing but numbers and the words of dates: "Wed 10 Feb 2016 14.02 GMT".
  static bool is_date_line(std::string_view line) {
    static const Lexicon date_words("data/text/date_words.txt");
    if (line.size() > 80) return false;
    bool digits = false;
    std::string word;
    for (size_t i = 0; i <= line.size(); ++i) {
      const char c = i < line.size() ? line[i] : ' ';
      digits |= c >= '0' && c <= '9';
      if (c >= 'a' && c <= 'z') {
        word += c;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        return false;
      } else if (!word.empty()) {
        if (!date_words.contains(word)) return false;
        word.clear();
      }
    }
    return digits;
  }

  /// Nothing but hashtags: "#science #health".
  static bool is_tag_line(std::string_view line) {
    for (const std::string_view word : fields_of(line, ' ')) {
      if (!word.empty() && word[0] != '#') return false;
    }
    return !line.empty();
  }

  /// "Norden    Roe 61.2%    Brandt 36.9%", "1 Hartley 33 24 6 3 78": columns, and numbers in them.
  bool is_table_row(size_t i) const {
    if (is_final_mark(faces_[i].last)) return false;
    const std::string_view line = text_.substr(blocks_[i].span.start, std::min<size_t>(kEdge, blocks_[i].span.size()));
    int numbers = 0, columns = 1;
    for (size_t at = 1; at + 1 < line.size(); ++at) {
      const bool opens = line[at] >= '0' && line[at] <= '9' && line[at - 1] == ' ';
      numbers += opens || (at == 1 && line[0] >= '0' && line[0] <= '9');
      const bool wide = line[at] == '\t' || (line[at] == ' ' && line[at + 1] == ' ');
      if (wide && line[at - 1] != ' ' && line[at - 1] != '\t') ++columns;
      if (line[at] == '\n') return false;
    }
    return (columns >= 3 && numbers >= 1) || (numbers >= 4 && numbers > faces_[i].words);
  }

  bool opens_as_list(size_t i) const {
    const std::string_view line = text_.substr(blocks_[i].span.start, std::min<size_t>(8, blocks_[i].span.size()));
    const CodePoint point = decode(line, 0);
    if (point.value == 0x2022 || point.value == 0x25CF || point.value == 0x25AA || point.value == 0xB7 ||
        point.value == 0x2023)
      return true;
    const bool dash =
        (is_dash(point.value) || point.value == '*') && line.size() > point.length && line[point.length] == ' ';
    size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    const bool numbered = digits >= 1 && digits <= 2 && digits + 1 < line.size() &&
                          (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return dash || numbered;
  }

  /// A bullet always; a dash or number only beside another one (alone it may be a dialogue or a year).
  bool is_list_item(size_t i) const {
    if (!opens_as_list(i)) return false;
    const CodePoint point = decode(text_, blocks_[i].span.start);
    if (point.value >= 0x80 && !is_dash(point.value)) return true;
    return (i > 0 && opens_as_list(i - 1)) || (i + 1 < blocks_.size() && opens_as_list(i + 1));
  }

  bool looks_like_title(const Face& face) const {
    const bool capitals = face.upper > 0 && face.lower * 4 < face.upper;
    return capitals || (face.long_words >= 2 && face.capitalized * 10 >= face.long_words * 7);
  }

  /// The first block of words, where it looks like a title and something follows.
  void find_headline() {
    size_t first = 0;
    while (first < blocks_.size() && blocks_[first].kind != BlockKind::kParagraph) ++first;
    if (first + 1 >= blocks_.size() || first > 6) return;
    const Face& face = faces_[first];
    if (face.words > 30 || find_dateline(text_, blocks_[first].span)) return;
    const bool before_dateline = face.words <= 20 && find_dateline(text_, blocks_[first + 1].span).has_value();
    const bool open_end = !is_final_mark(face.last) || face.last == '?' || face.last == '!';
    if (!open_end && !before_dateline && !looks_like_title(face)) return;
    blocks_[first].kind = BlockKind::kHeadline;
    headline_ = first;
  }

  /// The lines below "Related stories".
  void find_links() {
    constexpr int kMostLinkWords = 18;
    bool below = false;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const Face& face = faces_[i];
      if (blocks_[i].kind == BlockKind::kOther) {
        for (const Cue& cue : lexicons().cues) below |= cue.where == "links" && fits(cue, face);
        continue;
      }
      const bool short_line = face.words <= kMostLinkWords && !is_final_mark(face.last) && i != headline_;
      below = below && short_line && (blocks_[i].kind == BlockKind::kParagraph || blocks_[i].kind == BlockKind::kList);
      if (below) blocks_[i].kind = BlockKind::kOther;
    }
  }

  /// "Science correspondent" below the headline, and the names beside it.
  void find_authors() {
    if (headline_ == kNone) return;
    for (size_t i = headline_ + 1; i + 1 < blocks_.size() && near_top(i); ++i) {
      if (blocks_[i].kind != BlockKind::kParagraph) continue;
      const bool name_first = is_name(faces_[i]) && is_role(faces_[i + 1]);
      if (!name_first && !is_role(faces_[i])) continue;
      blocks_[i].kind = BlockKind::kByline;
      if (name_first || is_name(faces_[i + 1])) blocks_[i + 1].kind = BlockKind::kByline;
    }
  }

  static bool is_role(const Face& face) {
    constexpr int kMostRoleWords = 6;
    if (face.words > kMostRoleWords || is_final_mark(face.last)) return false;
    return std::any_of(lexicons().cues.begin(), lexicons().cues.end(),
                       [&](const Cue& cue) { return cue.where == "role" && face.end.ends_with(cue.words); });
  }

  static bool is_name(const Face& face) {
    return face.words >= 2 && face.words <= 4 && !is_final_mark(face.last) && face.capitalized == face.long_words;
  }

  /// Whether nothing but bylines and furniture stands between the headline and this block.
  bool near_top(size_t i) const {
    if (headline_ == kNone || i < headline_) return false;
    for (size_t k = headline_ + 1; k < i; ++k) {
      if (blocks_[k].kind != BlockKind::kByline && blocks_[k].kind != BlockKind::kOther) return false;
    }
    return true;
  }

  BlockKind by_its_place(size_t i) const {
    const Face& face = faces_[i];
    const bool open_end = !is_final_mark(face.last);
    const bool last = i + 1 >= blocks_.size();
    if (names_agency(in_final_brackets(face)) && !last) return BlockKind::kCaption;
    if (!open_end || is_quotation_with_source(i)) return BlockKind::kParagraph;
    if (find_dateline(text_, blocks_[i].span)) return BlockKind::kParagraph;
    if (near_top(i) && face.words <= 40 && !last) return BlockKind::kSubheading;  // the standfirst
    if (has_caption_words(face)) return BlockKind::kCaption;
    if (face.words <= 12 && !last && is_heading_before(i)) return BlockKind::kSubheading;
    if (face.words >= 10 && face.words < kCountedWords && (is_letter(face.last) || is_digit(face.last)) &&
        blocks_.size() > 3 && ends_in_full_stop_elsewhere())
      return BlockKind::kCaption;
    return BlockKind::kParagraph;
  }

  /// "…" — Jane Doe: a quotation set off, with who said it behind it.
  bool is_quotation_with_source(size_t i) const {
    const CodePoint first = decode(text_, blocks_[i].span.start);
    if (!is_double_quote(first.value) || faces_[i].words < 4) return false;
    const std::string_view rest =
        text_.substr(blocks_[i].span.start + first.length, std::min<size_t>(kEdge, blocks_[i].span.size()));
    for (size_t at = 0; at + 4 <= rest.size();) {
      const CodePoint point = decode(rest, at);
      if (is_double_quote(point.value)) return true;
      at += point.length;
    }
    return false;
  }

  bool has_caption_words(const Face& face) const {
    if (face.words >= kCountedWords) return false;
    return std::any_of(lexicons().caption_words.begin(), lexicons().caption_words.end(),
                       [&](std::string_view words) { return face.start.find(words) != std::string::npos; });
  }

  bool is_heading_before(size_t i) const {
    const char32_t first = decode(text_, blocks_[i].span.start).value;
    const BlockKind next = blocks_[i + 1].kind;
    return (is_upper(first) || is_digit(first) || is_apostrophe(first) || is_double_quote(first)) &&
           (next == BlockKind::kParagraph || next == BlockKind::kList) && faces_[i + 1].words > faces_[i].words;
  }

  /// Whether this author's paragraphs end with a full stop, so that one without is something else. Counted once.
  bool ends_in_full_stop_elsewhere() const {
    if (!counted_) {
      counted_ = true;
      size_t closed = 0, open = 0;
      for (size_t i = 0; i < blocks_.size(); ++i) {
        if (faces_[i].words < 6 || blocks_[i].kind != BlockKind::kParagraph) continue;
        (is_final_mark(faces_[i].last) ? closed : open)++;
      }
      closed_paragraphs_ = closed > open;
    }
    return closed_paragraphs_;
  }

  /// "TRTWorld and agencies" as the last words of an article.
  void sign_off() {
    size_t last = blocks_.size();
    while (last > 0 && blocks_[last - 1].kind != BlockKind::kParagraph &&
           blocks_[last - 1].kind != BlockKind::kSubheading)
      --last;
    if (last < 3) return;
    const Face& face = faces_[last - 1];
    if (face.words > 6 || is_final_mark(face.last)) return;
    std::string word;
    for (const std::string_view piece : fields_of(face.start, ' ')) {
      if (lexicons().agencies.contains(piece)) blocks_[last - 1].kind = BlockKind::kCredit;
    }
  }

  static constexpr size_t kNone = static_cast<size_t>(-1);

  std::string_view text_;
  std::vector<Block>& blocks_;
  std::vector<Face> faces_;
  size_t headline_ = kNone;
  mutable bool counted_ = false, closed_paragraphs_ = false;
};

/// Cuts "BRUSSELS (Reuters) -" off the paragraph that it opens.
std::vector<Block> cut_datelines(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (const Block& block : blocks) {
    const auto cut = block.kind == BlockKind::kParagraph ? find_dateline(text, block.span) : std::nullopt;
    if (!cut) {
      out.push_back(block);
      continue;
    }
    out.push_back({BlockKind::kDateline, cut->dateline, block.after_blank});
    if (!cut->rest.empty()) out.push_back({block.kind, cut->rest, false});
  }
  return out;
}

}  // namespace

const char* name_of(BlockKind kind) {
  constexpr const char* kNames[] = {"headline", "subheading", "byline", "dateline", "caption",
                                    "credit",   "paragraph",  "list",   "other"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Block> find_blocks(std::string_view text) {
  std::vector<Block> blocks;
  for (const Stretch& stretch : find_stretches(text))
    blocks.push_back({BlockKind::kParagraph, stretch.span, stretch.after_blank});
  BlockClassifier(text, blocks).run();
  return cut_datelines(text, blocks);
}

}  // namespace dateline
