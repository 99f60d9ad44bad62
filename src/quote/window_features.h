// The features of a cue's window; one function for the program and its training.
#pragma once

#include <algorithm>
#include <vector>

#include "quote/contents.h"
#include "quote/reading.h"

namespace dateline {

/// What stands between a word and the cue, counted outward from the cue.
struct Between {
  uint32_t commas = 0, marks = 0, stops = 0, clauses = 0, verbs = 0;
  uint32_t rivals = 0;  // likely cues of the same quotation
  uint32_t last = 0;    // the class of the divider nearest to the word
};

inline uint32_t distance_class(uint32_t distance) {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  if (distance < 10) return 6;
  if (distance < 15) return 7;
  return distance < 25 ? 8 : 9;
}

/// How a word hangs from the cue, as numbers to make features from.
struct Link {
  uint32_t coarse = 0;  // where it branches off from the cue or the words above it, and by what relations
  uint32_t fine = 0;    // and how deep it lies there
  uint32_t twig = 0;    // the part of that branch that it belongs to: its relation, and whether the word opens it
  uint32_t source =
      0;  // its place in the words of the cue's subject: 0 outside, 1 before or behind the name, 2 its main word
  uint32_t edge = 0;  // whether it is the first or the last word of the branch
};

inline Link link_of(const Reading& reading, const TreeLinks& links, uint32_t token, uint32_t cue) {
  const auto relation = [&](uint32_t of) { return of == kNoHead ? 3 : reading.traits[of].relation; };
  const TreeLink& tree = links.of(token);
  Link link;
  if (tree.level == TreeLink::kFar) {
    link.coarse = link.fine = 5;
    return link;
  }
  uint32_t up = tree.level;
  if (tree.level > 0) {
    up = mixed(up, reading.traits[cue].relation);
    const uint32_t head = reading.document.grammar(cue).head;
    if (tree.level > 1) up = mixed(up, relation(head));
  }
  link.coarse = mixed(up, tree.branch == kNoHead ? 7 : mixed(relation(tree.branch), tree.branch < cue ? 1 : 2));
  link.fine = mixed(link.coarse, tree.depth);
  if (tree.twig != kNoHead) {
    const IndexRange yield = reading.trees[tree.twig].yield;
    link.twig = mixed(relation(tree.twig), yield.empty() ? 0 : reading.traits[yield.first].group);
  }
  if (tree.branch != kNoHead) {
    const IndexRange yield = reading.trees[tree.branch].yield;
    link.edge =
        (token == yield.first ? 1u : 0u) + (token + 1 == yield.last ? 2u : 0u) + (yield.contains(token) ? 4u : 0u);
  }
  const uint32_t subject = reading.trees[cue].subject;
  if (subject != kNoHead && reading.trees[subject].yield.contains(token)) {
    link.source = (token == subject ? 2u : 1u) + (reading.trees[cue].own_subject ? 2u : 0u);
  }
  return link;
}

/// Calls role(k, feature) and step(k, feature) for each feature of the k-th token of the window. Linear in the window.
template <class AddRole, class AddStep>
void window_features(const Reading& reading, const CueWindow& window, AddRole&& role, AddStep&& step) {
  static const TokenTraits kOutside{1, 1, 1, 1, 1, 1, 1, 1, CueClass::kNone, Divider::kNone, 0, false};
  const Document& document = reading.document;
  const std::vector<uint32_t>& tokens = window.tokens;
  const size_t size = tokens.size();
  const uint32_t cue = tokens[window.cue];
  const TokenTraits& cue_traits = reading.traits[cue];
  const uint32_t cue_class = static_cast<uint32_t>(cue_traits.cue);
  const uint32_t cue_quotation = reading.quotations.outermost[cue];
  const bool has_tree = cue_traits.relation != 0;
  const TokenTree& cue_tree = reading.trees[cue];
  const TreeLinks links(document, cue);
  const auto traits_at = [&](size_t k) -> const TokenTraits& {
    return k < size ? reading.traits[tokens[k]] : kOutside;  // k - 1 of the first wraps to a huge number
  };
  const uint32_t after = traits_at(window.cue + 1).group;
  const uint32_t before = traits_at(window.cue - 1).group;
  const uint32_t after_next = traits_at(window.cue + 2).group;
  const uint32_t cue_sentence = document.sentence_of(cue);

  // Marks beside the cue: does a quotation end before it or begin behind it, and how near?
  uint32_t near_marks = 0;
  for (size_t d = 1; d <= 8; ++d) {
    if (window.cue >= d && reading.quotations.is_mark[tokens[window.cue - d]] == 2 && (near_marks & 3) == 0) {
      near_marks |= d <= 3 ? 1u : 2u;
    }
    if (window.cue + d < size && reading.quotations.is_mark[tokens[window.cue + d]] == 1 && (near_marks & 12) == 0) {
      near_marks |= d <= 3 ? 4u : 8u;
    }
  }
  if (cue_quotation != kNoQuotation) near_marks |= 16;

  std::vector<Between> between(size);
  const auto count = [&](Between& sum, size_t k) {
    if (reading.traits[tokens[k]].chance >= 2 && reading.quotations.outermost[tokens[k]] == cue_quotation &&
        k != window.cue) {
      sum.rivals = std::min(sum.rivals + 1, 2u);
    }
    const Divider divider = reading.traits[tokens[k]].divider;
    switch (divider) {
      case Divider::kNone:
        return;
      case Divider::kComma:
        sum.commas = std::min(sum.commas + 1, 3u);
        break;
      case Divider::kStop:
        sum.stops = std::min(sum.stops + 1, 2u);
        break;
      case Divider::kMark:
        sum.marks = std::min(sum.marks + 1, 3u);
        break;
      case Divider::kThat:
      case Divider::kRelative:
      case Divider::kWhen:
        sum.clauses = std::min(sum.clauses + 1, 2u);
        break;
      case Divider::kBe:
      case Divider::kModal:
      case Divider::kVerb:
        sum.verbs = std::min(sum.verbs + 1, 2u);
        break;
      default:
        break;
    }
    sum.last = static_cast<uint32_t>(divider);
  };
  Between sum;
  for (size_t k = window.cue + 1; k < size; ++k) {
    between[k] = sum;
    count(sum, k);
  }
  sum = Between();
  for (size_t k = window.cue; k-- > 0;) {
    between[k] = sum;
    count(sum, k);
  }

  uint32_t state_before = 0;
  Link link_before;
  for (size_t k = 0; k < size; ++k) {
    const uint32_t token = tokens[k];
    const TokenTraits& here = traits_at(k);
    const TokenTraits& left = traits_at(k - 1);
    const TokenTraits& right = traits_at(k + 1);
    const Between& gap = between[k];
    const uint32_t side = k < window.cue ? 1 : k > window.cue ? 2 : 3;
    const uint32_t distance = distance_class(static_cast<uint32_t>(k < window.cue ? window.cue - k : k - window.cue));
    const uint32_t quotation = reading.quotations.outermost[token];
    uint32_t state = 0;  // where it stands with respect to quotations and the cue's
    if (quotation != kNoQuotation) state = quotation == cue_quotation ? 2 : 1;
    if (reading.quotations.is_mark[token] != 0) state += 2 + reading.quotations.is_mark[token];
    const uint32_t sentence = document.sentence_of(token);
    const uint32_t other = sentence == cue_sentence ? 0 : sentence < cue_sentence ? 1 : 2;
    const bool new_sentence = k > 0 && document.sentence_of(tokens[k - 1]) != sentence;
    const uint32_t place = (side * 8 + state) * 4 + other;
    const Link link = has_tree ? link_of(reading, links, token, cue) : Link();

    const auto put = [&](uint32_t kind, uint32_t a, uint32_t b = 0) { role(k, mixed(mixed(kind, a), b)); };
    put(1, side, cue_class);
    put(2, side, here.word);
    put(3, side, mixed(left.group, mixed(here.group, right.group)));
    put(6, side, mixed(left.pos, mixed(here.pos, right.pos)));
    put(7, side * 16 + distance, here.group);
    put(8, side * 16 + distance, cue_traits.stem);
    put(9, mixed(cue_traits.stem, here.group), side);
    put(10, place, near_marks);
    put(11, place, mixed(after, cue_class));
    put(12, place, gap.marks * 16 + gap.stops * 4 + gap.commas);
    put(14, mixed(before, after), (side * 4 + gap.commas) * 4 + gap.marks);
    put(15, (side * 16 + gap.last) * 4 + gap.commas, mixed(here.group, state));
    put(16, (side * 16 + gap.last) * 4 + gap.commas, cue_traits.stem);
    put(17, (side * 16 + distance) * 4 + gap.clauses, gap.verbs * 4 + gap.commas);
    put(18, mixed(cue_traits.stem, after), place);
    put(19, mixed(cue_traits.ending, mixed(before, after)), side * 4 + gap.commas);
    put(20, mixed(cue_traits.ending, here.group), (side * 4 + gap.commas) * 4 + gap.clauses);
    put(21, mixed(after, after_next), (side * 4 + gap.clauses) * 4 + gap.commas);
    put(23, side, here.fine);
    put(24, side, mixed(left.coarse, mixed(here.coarse, right.coarse)));
    put(25, cue_traits.fine, mixed(here.coarse, side * 16 + distance));
    const uint32_t rival = (here.chance * 4 + gap.rivals) * 4 + side;
    put(27, rival, state);
    put(28, mixed(rival, distance), here.group);
    put(29, mixed(rival, gap.last), gap.commas);
    put(35, mixed(rival, left.chance), right.chance);
    put(26, mixed(here.coarse, state), (side * 16 + distance) * 4 + gap.clauses);
    if (has_tree) {
      put(30, link.fine, side);
      put(32, link.fine, mixed(cue_class, mixed(here.pos, side)));
      put(33, link.coarse, mixed(near_marks, place));
      put(34, link.fine, mixed(here.group, side));
      put(36, link.fine, mixed(cue_tree.frame, side));
      put(37, link.coarse, mixed(link.source, side));
      put(38, link.source, mixed(cue_traits.relation, here.group));
      put(39, link.source, mixed(cue_traits.stem, side));
      put(40, link.coarse, mixed(cue_traits.relation, (side * 4 + gap.commas) * 4 + gap.marks));
      put(41, link.coarse, mixed(link.twig, side));
      put(42, link.coarse, mixed(link.edge, cue_class));
      put(43, link.coarse, mixed(link.twig, cue_class * 4 + gap.commas));
    }

    if (k > 0) {
      const auto move = [&](uint32_t kind, uint32_t a, uint32_t b = 0) { step(k, mixed(mixed(kind, a), b)); };
      const uint32_t turn = side + (k == window.cue + 1 ? 4 : 0);
      move(50, turn, cue_class);
      move(51, here.word, side);
      move(52, left.word, side);
      move(53, mixed(left.group, here.group), side);
      move(54, mixed(left.pos, here.pos), side);
      move(55, state_before * 16 + state, place);
      move(56, new_sentence ? 1 : 0, place);
      move(57, side * 16 + distance, cue_class);
      move(58, here.group, (side * 4 + gap.commas) * 4 + gap.clauses);
      move(59, mixed(left.group, mixed(here.group, right.group)), side);
      move(60, mixed(here.group, right.word), side);
      move(61, mixed(here.group, cue_traits.stem), side * 16 + distance);
      move(66, rival, left.chance);
      move(67, rival, here.group);
      move(68, mixed(rival, cue_class), distance);
      move(75, mixed(cue_traits.stem, here.word), side * 4 + std::min(distance, 3u));
      move(76, mixed(left.word, here.group), mixed(cue_class, side * 4 + std::min(distance, 3u)));
      move(77, mixed(left.group, here.word), mixed(traits_at(k + 1).group, traits_at(k + 2).group));
      move(62, mixed(left.coarse, here.coarse), side);
      move(63, here.fine, side);
      move(64, left.fine, side);
      move(65, mixed(left.coarse, mixed(here.coarse, right.coarse)), side);
      if (has_tree) {
        const uint32_t turn_of = mixed(link_before.coarse, link.coarse);
        const uint32_t ends = mixed(reading.trees[tokens[k - 1]].closes, reading.trees[token].opens);
        move(70, turn_of, side);
        move(71, mixed(here.relation, left.relation), document.grammar(token).head < token ? 1 : 2);
        move(72, turn_of, mixed(here.group, side));
        move(73, ends, side * 2 + (link_before.coarse == link.coarse ? 1 : 0));
        move(74, turn_of, ends);
        move(78, turn_of, cue_tree.frame);
        move(79, turn_of, cue_traits.stem);
        move(80, reading.trees[tokens[k - 1]].closes, mixed(mixed(left.group, here.group), link.twig));
        move(81, link_before.source * 8 + link.source, mixed(here.group, side));
        move(82, mixed(link_before.twig, link.twig), mixed(link.coarse, here.group));
        move(83, mixed(link.edge, link_before.edge), mixed(turn_of, cue_class));
      }
    }
    state_before = state;
    link_before = link;
  }
}

}  // namespace dateline
