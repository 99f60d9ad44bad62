// The features by which a cue is known; one function for the program and its training.
#pragma once

#include "quote/reading.h"

namespace dateline {

/// Calls add(feature) for each feature of a token, about thirty of them. Constant time.
template <class Add>
void cue_features(const Reading& reading, uint32_t token, Add&& add) {
  static const TokenTraits kOutside{1, 1, 1, 1, 1, 1, 1, 1, CueClass::kNone, Divider::kNone, 0, false};
  const Document& document = reading.document;
  const Sentence& sentence = document.sentence(document.sentence_of(token));
  const auto at = [&](int32_t offset) -> const TokenTraits& {
    const int64_t place = static_cast<int64_t>(token) + offset;
    return place >= sentence.tokens.first && place < sentence.tokens.last ? reading.traits[static_cast<size_t>(place)]
                                                                          : kOutside;
  };
  const TokenTraits& here = at(0);
  const uint32_t quotation = reading.quotations.outermost[token];
  // Marks beside the word or two away: 0 none, 1 opens, 2 closes.
  const auto mark = [&](int32_t offset) -> uint32_t {
    const int64_t place = static_cast<int64_t>(token) + offset;
    if (place < 0 || place >= static_cast<int64_t>(reading.traits.size())) return 0;
    return reading.quotations.is_mark[static_cast<size_t>(place)];
  };
  uint32_t left_close = 0, right_open = 0, that = 0, name = 0;
  for (int32_t d = 1; d <= 6; ++d) {
    if (left_close == 0 && mark(-d) == 2) left_close = d <= 1 ? 1 : d <= 3 ? 2 : 3;
    if (right_open == 0 && mark(d) == 1) right_open = d <= 1 ? 1 : d <= 3 ? 2 : 3;
    if (that == 0 && d <= 4 && at(d).divider == Divider::kThat) that = d <= 1 ? 1 : 2;
    const int64_t left = static_cast<int64_t>(token) - d;
    if (name == 0 && d <= 3 && left >= sentence.tokens.first &&
        document.token(static_cast<uint32_t>(left)).is_capitalized())
      name = static_cast<uint32_t>(d);
  }
  const uint32_t inside = quotation != kNoQuotation ? 1 : 0;
  const uint32_t marks = (inside * 4 + left_close) * 4 + right_open;
  const uint32_t cue = static_cast<uint32_t>(here.cue);
  const uint32_t shape = static_cast<uint32_t>(document.token(token).shape);
  const auto put = [&](uint32_t kind, uint32_t a, uint32_t b = 0) { add(mixed(mixed(kind, a), b)); };
  put(100, 0);
  put(101, here.word);
  put(102, here.stem);
  put(103, here.ending, shape);
  put(104, here.stem, mixed(at(-1).group, at(1).group));
  put(105, here.stem, at(1).word);
  put(106, here.stem, at(-1).word);
  put(107, here.word, inside);
  put(108, cue, marks);
  put(109, here.stem, marks);
  put(110, at(-1).word, cue);
  put(111, at(1).word, cue);
  put(112, at(2).word, mixed(at(1).word, cue));
  put(113, at(-2).word, mixed(at(-1).word, cue));
  put(114, at(-1).group, mixed(here.group, at(1).group));
  put(115, cue, mixed(at(1).group, at(2).group));
  put(116, cue, mixed(at(-1).group, at(-2).group));
  put(117, here.ending, mixed(at(-1).group, at(1).group));
  put(118, cue, that * 4 + name);
  put(119, here.stem, that * 4 + name);
  put(120, here.group, marks);
  put(121, cue, shape * 2 + (token == sentence.tokens.first ? 1 : 0));
  put(122, at(-1).pos, mixed(here.pos, at(1).pos));
  put(123, here.stem, here.pos);
  put(124, cue, mixed(here.pos, at(1).pos));
  put(125, here.ending, mixed(here.pos, at(-1).pos));
  put(130, here.fine);
  put(131, here.coarse, mixed(at(-1).coarse, at(1).coarse));
  put(132, here.stem, at(1).coarse);
  put(133, here.stem, at(-1).coarse);
  put(134, here.stem, mixed(at(1).coarse, at(2).coarse));
  put(135, here.stem, mixed(at(-1).coarse, at(-2).coarse));
  put(136, cue, mixed(at(1).fine, at(-1).coarse));
  put(137, here.fine, mixed(at(1).group, at(-1).group));
  put(138, at(-1).fine, mixed(here.ending, cue));
  put(139, mixed(at(1).coarse, at(2).coarse), mixed(here.ending, cue));
  put(140, mixed(at(-1).coarse, at(-2).coarse), mixed(here.ending, cue));
  if (here.relation == 0) return;
  const TokenTree& tree = reading.trees[token];
  const auto of = [&](uint32_t place) -> const TokenTraits& {
    return place == kNoHead ? kOutside : reading.traits[place];
  };
  const TokenTraits& head = of(document.grammar(token).head);
  const TokenTraits& subject = of(tree.subject);
  const TokenTraits& object = of(tree.object);
  const TokenTraits& content = of(tree.content);
  const uint32_t marker = of(tree.content == kNoHead ? kNoHead : reading.trees[tree.content].marker).word;
  put(126, here.stem, here.relation);
  put(127, cue, here.relation);
  put(128, head.stem, here.relation);
  put(129, here.pos, here.relation);
  put(141, here.stem, tree.frame);
  put(142, cue, tree.frame);
  put(143, here.fine, tree.frame);
  put(144, mixed(subject.coarse, cue), tree.own_subject ? 1 : 0);
  put(145, subject.fine, here.coarse);
  put(146, subject.group, here.stem);
  put(147, here.stem, mixed(content.relation, marker));
  put(148, here.coarse, mixed(content.relation, marker));
  put(149, object.fine, here.stem);
  put(150, object.coarse, mixed(here.coarse, cue));
  put(151, mixed(here.relation, head.coarse), here.coarse);
  put(152, mixed(tree.frame, here.relation), here.pos);
  put(153, content.fine, here.coarse);
  put(154, of(tree.marker).word, mixed(here.relation, cue));
}

}  // namespace dateline
