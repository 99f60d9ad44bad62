#include "quote/block_quotes.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kShortest = 4;     // words of a paragraph that is quoted as a whole
constexpr uint32_t kFarthestCue = 8;  // tokens from a verb of speech to the colon that ends its paragraph
constexpr uint32_t kLongestName = 6;  // tokens of a name that signs a post

class BlockQuoteFinder {
 public:
  explicit BlockQuoteFinder(const Reading& reading) : reading_(reading), document_(reading.document) {}

  std::vector<CueContent> run() {
    const auto& sentences = document_.sentences();
    IndexRange before;
    bool before_is_text = false;
    for (size_t s = 0; s < sentences.size();) {
      size_t end = s;
      while (end < sentences.size() && sentences[end].block == sentences[s].block) ++end;
      const IndexRange block{sentences[s].tokens.first, sentences[end - 1].tokens.last};
      const bool is_text = document_.blocks()[sentences[s].block].kind == BlockKind::kParagraph;
      if (!signed_post(block, before_is_text ? before : IndexRange()) && is_text && before_is_text) {
        introduced(before, block);
      }
      before = block;
      before_is_text = is_text;
      s = end;
    }
    return std::move(found_);
  }

 private:
  uint32_t words_in(IndexRange range) const {
    uint32_t words = 0;
    for (uint32_t i = range.first; i < range.last; ++i) words += document_.token(i).is_word() ? 1 : 0;
    return words;
  }

  bool has_marks(IndexRange range) const {
    return std::any_of(reading_.quotations.is_mark.begin() + range.first,
                       reading_.quotations.is_mark.begin() + range.last, [](uint8_t mark) { return mark != 0; });
  }

  void add(uint32_t cue, IndexRange source, IndexRange content) {
    CueContent quote;
    quote.cue_token = cue;
    quote.cue.push_back({cue, cue + 1});
    quote.source.push_back(source);
    quote.content.push_back(content);
    found_.push_back(std::move(quote));
  }

  void introduced(IndexRange lead, IndexRange block) {
    if (document_.norm(lead.last - 1) != ":" || has_marks({block.first, block.first + 1})) return;
    if (words_in(block) < kShortest || document_.norm(block.last - 1) == ":") return;
    const uint32_t first = document_.sentence(document_.sentence_of(lead.last - 1)).tokens.first;
    for (uint32_t i = lead.last - 1; i-- > first && i + kFarthestCue >= lead.last;) {
      const TokenTree& tree = reading_.trees[i];
      if (reading_.traits[i].cue != CueClass::kSpeech || !tree.own_subject || tree.content != kNoHead) continue;
      if (reading_.quotations.inside(i)) continue;
      add(i, reading_.trees[tree.subject].yield, block);
      return;
    }
  }

  /// A dash, a name and a handle in brackets: what stands before it in the block, else the block before, is the post.
  bool signed_post(IndexRange block, IndexRange before) {
    for (uint32_t dash = block.first; dash + 4 < block.last; ++dash) {
      if (!document_.norm(dash).starts_with("-") || !document_.token(dash).is_punctuation()) continue;
      uint32_t open = dash + 1;
      while (open < block.last && open <= dash + kLongestName && document_.norm(open) != "(") ++open;
      if (open == dash + 1 || open + 1 >= block.last || document_.norm(open) != "(") continue;
      if (!document_.norm(open + 1).starts_with("@")) continue;
      const IndexRange post = dash == block.first ? before : IndexRange{block.first, dash};
      if (post.empty() || words_in(post) < kShortest) return false;
      add(dash, {dash + 1, open}, post);
      return true;
    }
    return false;
  }

  const Reading& reading_;
  const Document& document_;
  std::vector<CueContent> found_;
};

}  // namespace

std::vector<CueContent> find_block_quotes(const Reading& reading) {
  return BlockQuoteFinder(reading).run();
}

}  // namespace dateline
