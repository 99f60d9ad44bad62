#include "quote/tree.h"

#include <algorithm>
#include <string_view>

#include "quote/reading.h"

namespace dateline {
namespace {

/// The kinds of dependents that a frame tells apart; each is a bit, and of those before kManner another where they
/// stand to the left.
enum Kind : uint32_t {
  kSubject,
  kContent,
  kParataxis,
  kObject,
  kOblique,
  kManner,
  kPassive,
  kMarker,
  kCopula,
  kCase,
  kRelative,
  kOther
};

constexpr uint32_t kLeft = 16;

Kind kind_of(std::string_view relation) {
  if (relation.starts_with("nsubj") || relation.starts_with("csubj")) return kSubject;
  if (relation == "ccomp" || relation == "xcomp") return kContent;
  if (relation == "parataxis") return kParataxis;
  if (relation == "obj") return kObject;
  if (relation.starts_with("obl") || relation.starts_with("nmod")) return kOblique;
  if (relation.starts_with("advcl")) return kManner;
  if (relation == "aux:pass") return kPassive;
  if (relation == "mark") return kMarker;
  if (relation == "cop") return kCopula;
  if (relation == "case") return kCase;
  if (relation.starts_with("acl")) return kRelative;
  return kOther;
}

/// A verb whose subject is that of its head, where it has none itself: "said A and added B", "wants to say", "left,
/// saying"; and the noun above a participle or a relative clause.
bool goes_along(std::string_view relation) {
  return relation == "conj" || relation == "xcomp" || relation.starts_with("advcl");
}

class TreeReader {
 public:
  explicit TreeReader(const Document& document)
      : document_(document), trees_(document.tokens().size()), sizes_(document.tokens().size()) {}

  std::vector<TokenTree> run() {
    for (const Sentence& sentence : document_.sentences()) read(sentence.tokens);
    return std::move(trees_);
  }

 private:
  void read(IndexRange sentence) {
    downward(sentence);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) note(i);
    // Heads before what hangs below them.
    for (size_t place = order_.size(); place-- > 0;) inherit(order_[place]);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) mark_ends(i);
  }

  /// Yields, and the tokens in an order in which all that hangs below a token comes before it.
  void downward(IndexRange sentence) {
    below_.assign(sentence.size(), 0);
    order_.clear();
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      trees_[i].yield = document_.token(i).is_punctuation() ? IndexRange{i, i} : IndexRange{i, i + 1};
      const uint32_t head = document_.grammar(i).head;
      if (head != kNoHead) ++below_[head - sentence.first];
    }
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (below_[i - sentence.first] == 0) order_.push_back(i);
    }
    for (size_t place = 0; place < order_.size(); ++place) {
      const uint32_t token = order_[place];
      const uint32_t head = document_.grammar(token).head;
      if (head == kNoHead) continue;
      IndexRange& above = trees_[head].yield;
      const IndexRange yield = trees_[token].yield;
      if (above.empty()) {
        above = yield;
      } else if (!yield.empty()) {
        above = {std::min(above.first, yield.first), std::max(above.last, yield.last)};
      }
      if (--below_[head - sentence.first] == 0) order_.push_back(head);
    }
  }

  /// Tells the head of a token what the token is to it.
  void note(uint32_t i) {
    const TokenGrammar& grammar = document_.grammar(i);
    if (grammar.head == kNoHead) return;
    TokenTree& head = trees_[grammar.head];
    const Kind kind = kind_of(grammar.relation);
    if (kind == kOther) return;
    const uint32_t left = i < grammar.head && kind < kManner ? kLeft : 0;
    head.frame |= 1u << (kind + left);
    const auto take = [&](uint32_t& slot) {
      if (slot == kNoHead) slot = i;
    };
    if (kind == kSubject) {
      take(head.subject);
      head.own_subject = true;
    }
    if (kind == kContent) take(head.content);
    if (kind == kObject) take(head.object);
    if (kind == kMarker) take(head.marker);
  }

  void inherit(uint32_t i) {
    TokenTree& tree = trees_[i];
    const TokenGrammar& grammar = document_.grammar(i);
    if (tree.subject != kNoHead || grammar.head == kNoHead) return;
    if (grammar.relation.starts_with("acl")) tree.subject = grammar.head;
    if (goes_along(grammar.relation)) tree.subject = trees_[grammar.head].subject;
  }

  /// Of all parts that begin (or end) with a token, the largest counts.
  void mark_ends(uint32_t i) {
    const IndexRange yield = trees_[i].yield;
    if (yield.size() < 2) return;
    const uint32_t relation = feature_hash(document_.grammar(i).relation);
    const auto mark = [&](uint32_t& size, uint32_t& end) {
      if (yield.size() <= size) return;
      size = yield.size();
      end = relation;
    };
    mark(sizes_[yield.first].beginning, trees_[yield.first].opens);
    mark(sizes_[yield.last - 1].ending, trees_[yield.last - 1].closes);
  }

  struct Sizes {
    uint32_t beginning = 0, ending = 0;  // of the largest part so far that begins, ends with a token
  };

  const Document& document_;
  std::vector<TokenTree> trees_;
  std::vector<uint32_t> below_, order_;
  std::vector<Sizes> sizes_;
};

}  // namespace

std::vector<TokenTree> read_trees(const Document& document) {
  return TreeReader(document).run();
}

TreeLinks::TreeLinks(const Document& document, uint32_t cue) {
  const IndexRange sentence = document.sentence(document.sentence_of(cue)).tokens;
  first_ = sentence.first;
  links_.assign(sentence.size(), TreeLink());
  std::vector<uint8_t> known(sentence.size(), 0);
  uint32_t above = cue;
  for (uint32_t level = 0; level < TreeLink::kFar && above != kNoHead; ++level) {
    links_[above - first_].level = level;
    known[above - first_] = 1;
    above = document.grammar(above).head;
  }
  std::vector<uint32_t> path;
  for (uint32_t token = sentence.first; token < sentence.last; ++token) {
    path.clear();
    uint32_t place = token;
    while (place != kNoHead && !known[place - first_]) {
      path.push_back(place);
      place = document.grammar(place).head;
    }
    TreeLink link = place == kNoHead ? TreeLink() : links_[place - first_];
    for (size_t step = path.size(); step-- > 0;) {
      if (link.level != TreeLink::kFar) {
        if (link.branch == kNoHead) {
          link.branch = path[step];
        } else {
          if (link.twig == kNoHead) link.twig = path[step];
          link.depth = std::min(link.depth + 1, 3u);
        }
      }
      links_[path[step] - first_] = link;
      known[path[step] - first_] = 1;
    }
  }
}

}  // namespace dateline
