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
  put(26, document.sentence(document.sentence_of(cue)).tokens.first == std::min(cue, front.first) ? 1 : 0, layout);
}

}  // namespace dateline
