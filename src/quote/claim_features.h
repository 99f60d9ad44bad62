// The features by which a cue with its content and source is believed to report something; one function for the program
// and its training. They see the whole claim, which neither the cue's features nor the window's do.
#pragma once

#include <algorithm>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// Calls add(feature) for each feature of a claim with content, about thirty of them. Linear in the content.
template <class Add>
void claim_features(const Reading& reading, const CueContent& claim, Add&& add) {
  static const TokenTraits kOutside{1, 1, 1, 1, 1, 1, 1, 1, CueClass::kNone, Divider::kNone, 0, false};
  const Document& document = reading.document;
  const auto at = [&](int64_t token) -> const TokenTraits& {
    return token >= 0 && token < static_cast<int64_t>(reading.traits.size())
               ? reading.traits[static_cast<size_t>(token)]
               : kOutside;
  };
  const auto put = [&](uint32_t kind, uint32_t a, uint32_t b = 0) { add(mixed(mixed(kind + 200, a), b)); };
  const auto bucket = [](uint32_t n) -> uint32_t { return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 16 ? 6 : 7; };

  const uint32_t cue = claim.cue_token;
  const TokenTraits& cue_traits = reading.traits[cue];
  const auto cue_class = static_cast<uint32_t>(cue_traits.cue);
  const auto score = static_cast<uint32_t>(std::clamp((claim.cue_score + 64) / 4, 0, 63));
  const IndexRange front = claim.content.front(), back = claim.content.back();
  uint32_t words = 0, quoted = 0, verbs = 0, rivals = 0, capitals = 0;
  for (const IndexRange range : claim.content) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (document.token(i).is_punctuation()) continue;
      const TokenTraits& here = reading.traits[i];
      ++words;
      quoted += reading.quotations.inside(i) ? 1 : 0;
      capitals += document.token(i).is_capitalized() ? 1 : 0;
      verbs += here.divider == Divider::kBe || here.divider == Divider::kModal || here.divider == Divider::kVerb;
      rivals += here.chance >= 2 && i != cue ? 1 : 0;
    }
  }
  const uint32_t marked = quoted == 0 ? 0 : quoted == words ? 2 : 1;
  const uint32_t inside = reading.quotations.outermost[cue] != kNoQuotation ? 1 : 0;
  const uint32_t side = (front.first < cue ? 1 : 0) + (back.last > cue ? 2 : 0);
  const uint32_t near = front.first > cue ? front.first - cue : back.last <= cue ? cue - back.last : 0;
  const uint32_t length = bucket(words);
  uint32_t who = 0, who_side = 0, who_near = 0, who_coarse = 0, who_length = 0;
  if (!claim.source.empty()) {
    const IndexRange source = claim.source.front();
    who = at(source.first).group;
    who_coarse = at(source.last - 1).coarse;
    who_side = source.first < cue ? 1 : 2;
    who_near = bucket(source.first < cue ? cue - std::min(cue, source.last) : source.first - cue - 1);
    who_length = bucket(source.size());
  }
  const TokenTraits& first = at(front.first);
  const TokenTraits& before = at(static_cast<int64_t>(front.first) - 1);
  const TokenTraits& last = at(static_cast<int64_t>(back.last) - 1);
  const TokenTraits& behind = at(back.last);
  const uint32_t layout = ((side * 4 + marked) * 2 + inside) * 4 + who_side;

  put(0, 0);
  put(1, score);
  put(2, score, mixed(cue_class, marked));
  put(3, score / 3, layout);
  put(4, layout, cue_class);
  put(5, layout, cue_traits.stem);
  put(6, cue_traits.stem);
  put(7, mixed(cue_traits.stem, first.group), side);
  put(8, who, cue_class);
  put(9, who, mixed(layout, who_near));
  put(10, who_coarse, mixed(cue_class, who_side));
  put(11, who_length * 8 + who_near, who_side);
  put(12, length, mixed(cue_class, marked));
  put(13, length, mixed(verbs == 0 ? 0 : 1, side * 4 + marked));
  put(14, first.group, mixed(before.group, side));
  put(15, last.group, mixed(behind.group, side));
  put(16, first.word, cue_class);
  put(17, bucket(near), mixed(side, cue_class));
  put(18, bucket(near), mixed(first.group, side));
  put(19, std::min(rivals, 2u), mixed(layout, std::min(verbs, 2u)));
  put(20, static_cast<uint32_t>(claim.content.size()), layout);
  put(21, capitals == words ? 1 : 0, mixed(length, side * 4 + marked));
  put(22, at(static_cast<int64_t>(cue) + 1).group, mixed(at(static_cast<int64_t>(cue) - 1).group, cue_class));
  put(23, cue_traits.fine, layout);
  put(24, cue_traits.ending, mixed(layout, cue_class));
  put(25, cue_traits.ending, mixed(who, who_side));
  // The trees: the words of the content that hang from outside it, and how the first of these hangs from the cue.
  const TreeLinks links(document, cue);
  uint32_t roots = 0, main = kNoHead;
  for (const IndexRange range : claim.content) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (document.token(i).is_punctuation() || links.of(i).level == TreeLink::kFar) continue;
      const uint32_t above = document.grammar(i).head;
      if (above != kNoHead && above >= front.first && above < back.last && above != cue) continue;
      ++roots;
      if (main == kNoHead) main = i;
    }
  }
  uint32_t hangs = 1, whole = 0;
  if (main != kNoHead) {
    const TreeLink& link = links.of(main);
    hangs = mixed(link.level, mixed(link.branch == main ? 1 : 2, at(main).relation));
    const IndexRange yield = reading.trees[main].yield;
    const auto first_word = [&](uint32_t i) {
      while (i < back.last && document.token(i).is_punctuation()) ++i;
      return i;
    };
    const auto last_word = [&](uint32_t i) {
      while (i > front.first && document.token(i).is_punctuation()) --i;
      return i;
    };
    whole = (yield.first == first_word(front.first) ? 1u : 0u) + (yield.last == last_word(back.last - 1) + 1 ? 2u : 0u);
  }
  roots = std::min(roots, 3u);
  uint32_t speaks = 0;  // whether the source holds the cue's subject
  const uint32_t subject = reading.trees[cue].subject;
  if (subject != kNoHead) {
    speaks = 1;
    for (const IndexRange range : claim.source) speaks = range.contains(subject) ? 2 : speaks;
  }
  put(30, hangs, cue_class);
  put(31, hangs, cue_traits.stem);
  put(32, mixed(hangs, layout), roots);
  put(33, whole, mixed(roots, marked));
  put(34, mixed(whole, hangs), marked);
  put(35, speaks, layout);
  put(36, speaks, mixed(who, cue_traits.relation));
  put(37, reading.trees[cue].frame, cue_class);
  put(38, reading.trees[cue].frame, cue_traits.stem);
  put(39, cue_traits.relation, mixed(layout, cue_class));
  put(40, main == kNoHead ? 1 : reading.trees[main].frame, hangs);
  put(26, document.sentence(document.sentence_of(cue)).tokens.first == std::min(cue, front.first) ? 1 : 0, layout);
}

}  // namespace dateline
