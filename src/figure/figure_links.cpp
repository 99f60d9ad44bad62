// A time belongs to the figure to which the fewest and shortest steps in the tree lead from it; a step from one clause
// to another is long.
#include "figure/figure_links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "time/comparison.h"

namespace dateline {
namespace {

constexpr uint32_t kFarthest = 14;      // cost of the steps between a figure and its time
constexpr uint32_t kClauseCost = 4;     // of a step into another clause
constexpr uint32_t kDurationCost = 10;  // a duration must hang right on the figure's words
constexpr uint32_t kAsideCost = 10;     // of a step from a time out of what only describes a noun
constexpr size_t kMostSteps = 10;       // up the tree from either
constexpr size_t kMostTimes = 8;        // looked at on either side
constexpr size_t kMostParts = 16;       // quotes that may lie around a figure

bool is_clause(const TokenGrammar& grammar) {
  const std::string_view relation = grammar.relation;
  return relation == "ccomp" || relation.substr(0, 5) == "advcl" || relation.substr(0, 3) == "acl" ||
         relation == "parataxis" || (relation == "conj" && grammar.upos == Upos::kVerb);
}

/// "the mill, built in 1987, …", "the most since 1987": its time is that of nothing else.
bool describes_noun(const TokenGrammar& grammar) {
  return grammar.relation.starts_with("acl") || grammar.relation == "appos";
}

/// "10-year bonds"
bool is_compound(const Document& document, IndexRange tokens) {
  for (uint32_t i = tokens.first; i < tokens.last; ++i)
    if (document.lower(i) == "-") return true;
  return false;
}

/// The way up the tree from a range of tokens: each token on it and the cost of getting there.
struct Way {
  std::array<uint32_t, kMostSteps> token{}, cost{};
  std::array<bool, kMostSteps> is_aside{};  // a clause or apposition that describes a noun lies below
  size_t size = 0;

  Way(const Document& document, IndexRange tokens) {
    uint32_t at = tokens.first;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const TokenGrammar& grammar = document.grammar(i);
      if (grammar.relation != "punct" && (grammar.head == kNoHead || !tokens.contains(grammar.head))) at = i;
    }
    uint32_t total = 0;
    bool aside = false;
    while (size < kMostSteps && at != kNoHead) {
      token[size] = at;
      is_aside[size] = aside;
      cost[size++] = total;
      aside |= describes_noun(document.grammar(at));
      total += is_clause(document.grammar(at)) ? kClauseCost : 1;
      at = document.grammar(at).head;
    }
  }
};

/// What describes a noun dates a figure only where that is what is counted.
uint32_t cost_between(const Way& figure, const Way& time) {
  for (size_t i = 0; i < figure.size; ++i)
    for (size_t k = 0; k < time.size; ++k)
      if (figure.token[i] == time.token[k])
        return figure.cost[i] + time.cost[k] + (time.is_aside[k] && i > 0 ? kAsideCost : 0);
  return kFarthest + 1;
}

/// Of each time the word by which another figure is only compared with it; none where it is not.
using Comparisons = std::vector<std::optional<uint32_t>>;

uint32_t nearest_time(const Document& document, const std::vector<Timex>& times, const Comparisons& comparisons,
                      const Figure& figure) {
  const IndexRange sentence = document.sentence(document.sentence_of(figure.tokens.first)).tokens;
  const auto next = std::lower_bound(times.begin(), times.end(), figure.tokens.first,
                                     [](const Timex& time, uint32_t at) { return time.tokens.first < at; });
  const auto middle = static_cast<size_t>(next - times.begin());
  const Way from(document, figure.tokens);
  uint32_t best = kNoTime, least = kFarthest + 1;
  for (size_t i = middle > kMostTimes ? middle - kMostTimes : 0; i < std::min(times.size(), middle + kMostTimes); ++i) {
    const Timex& time = times[i];
    if (!sentence.contains(time.tokens.first) || time.tokens.overlaps(figure.tokens)) continue;
    if (comparisons[i] && figure.tokens.first < *comparisons[i]) continue;  // "killed 87, up | from 61 on Sunday"
    uint32_t cost = cost_between(from, Way(document, time.tokens));
    if (time.type == TimexType::kDuration || time.type == TimexType::kSet) {
      if (is_compound(document, time.tokens)) continue;
      cost += kDurationCost;
    }
    if (cost < least) {
      least = cost;
      best = static_cast<uint32_t>(i);
    }
  }
  return best;
}

struct QuotedPart {
  Span span;
  uint32_t entity;
};

}  // namespace

void link_figures(const Document& document, const std::vector<Timex>& times, const std::vector<Quote>& quotes,
                  std::vector<Figure>& figures) {
  Comparisons comparisons;
  comparisons.reserve(times.size());
  for (const Timex& time : times) comparisons.push_back(comparison_before(document, time.tokens));
  std::vector<QuotedPart> parts;
  for (const Quote& quote : quotes)
    if (quote.entity != kNoEntity || quote.speaker)  // one without a name is nobody else
      for (const Span part : quote.parts) parts.push_back({part, quote.entity});
  std::stable_sort(parts.begin(), parts.end(), [](const QuotedPart& a, const QuotedPart& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;  // the innermost last
  });
  for (Figure& figure : figures) {
    if (figure.unit != "years old") figure.time = nearest_time(document, times, comparisons, figure);
    auto part = std::upper_bound(parts.begin(), parts.end(), figure.span.start,
                                 [](uint32_t start, const QuotedPart& row) { return start < row.span.start; });
    for (size_t seen = 0; part != parts.begin() && seen < kMostParts; ++seen) {
      --part;
      if (part->span.contains(figure.span)) {
        figure.source = part->entity;
        break;
      }
    }
  }
}

}  // namespace dateline
