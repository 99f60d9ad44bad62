#include "figure/figure_links.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kFarthest = 40;      // tokens between a figure and its time
constexpr uint32_t kClauseCost = 12;    // what a clause border between them counts for, in tokens
constexpr uint32_t kDurationCost = 30;  // a duration must stand close by
constexpr size_t kMostTimes = 8;        // looked at on either side
constexpr size_t kMostParts = 16;       // quotes that may lie around a figure

/// How far a time is from a figure, clause borders counted.
uint32_t distance_between(const Document& document, const Figure& figure, const Timex& time) {
  const bool before = time.tokens.last <= figure.tokens.first;
  const IndexRange gap =
      before ? IndexRange{time.tokens.last, figure.tokens.first} : IndexRange{figure.tokens.last, time.tokens.first};
  if (gap.first >= gap.last) return 0;
  if (gap.size() > kFarthest) return kFarthest + 1;
  uint32_t cost = gap.size();
  for (uint32_t i = gap.first; i < gap.last; ++i) {
    const std::string_view mark = document.norm(i);
    if (mark == "," || mark == ";" || mark == ":" || mark == "and" || mark == "but" || mark == "which" || mark == "who")
      cost += kClauseCost;
  }
  if (time.type == TimexType::kDuration || time.type == TimexType::kSet) cost += kDurationCost;
  return cost;
}

uint32_t nearest_time(const Document& document, const std::vector<Timex>& times, const Figure& figure) {
  const IndexRange sentence = document.sentence(document.sentence_of(figure.tokens.first)).tokens;
  const auto next = std::lower_bound(times.begin(), times.end(), figure.tokens.first,
                                     [](const Timex& time, uint32_t at) { return time.tokens.first < at; });
  const auto middle = static_cast<size_t>(next - times.begin());
  uint32_t best = kNoTime, least = kFarthest + 1;
  for (size_t i = middle > kMostTimes ? middle - kMostTimes : 0; i < std::min(times.size(), middle + kMostTimes); ++i) {
    if (!sentence.contains(times[i].tokens.first) || times[i].tokens.overlaps(figure.tokens)) continue;
    const uint32_t distance = distance_between(document, figure, times[i]);
    if (distance < least) {
      least = distance;
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
  std::vector<QuotedPart> parts;
  for (const Quote& quote : quotes)
    if (quote.entity != kNoEntity)
      for (const Span part : quote.parts) parts.push_back({part, quote.entity});
  std::stable_sort(parts.begin(), parts.end(),
                   [](const QuotedPart& a, const QuotedPart& b) { return a.span.start < b.span.start; });
  for (Figure& figure : figures) {
    if (figure.unit != "years old") figure.time = nearest_time(document, times, figure);
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
