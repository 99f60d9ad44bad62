#include "quote/contents.h"

#include <algorithm>
#include <array>
#include <limits>

#include "quote/claim_features.h"
#include "quote/window_features.h"

namespace dateline {
namespace {

constexpr uint32_t kMostBefore = 70;
constexpr uint32_t kMostBehind = 85;
constexpr uint32_t kLongQuotation = 26;  // words; of longer ones only the first and the last stand in a window
constexpr uint32_t kKeptOfLong = 8;

/// Grows a window from a cue outward.
class WindowBuilder {
 public:
  WindowBuilder(const Reading& reading, uint32_t cue) : reading_(reading), document_(reading.document), cue_(cue) {}

  CueWindow build() {
    CueWindow window;
    const std::vector<uint32_t> before = outward(-1, kMostBefore);
    window.tokens.assign(before.rbegin(), before.rend());
    window.cue = static_cast<uint32_t>(before.size());
    window.tokens.push_back(cue_);
    const std::vector<uint32_t> behind = outward(1, kMostBehind);
    window.tokens.insert(window.tokens.end(), behind.begin(), behind.end());
    return window;
  }

 private:
  uint32_t quotation(uint32_t token) const { return reading_.quotations.outermost[token]; }

  /// The tokens to one side, nearest first.
  std::vector<uint32_t> outward(int direction, uint32_t most) const {
    std::vector<uint32_t> tokens;
    int64_t place = static_cast<int64_t>(cue_) + direction;
    uint32_t from = cue_;
    const auto size = static_cast<int64_t>(document_.tokens().size());
    while (place >= 0 && place < size && tokens.size() < most) {
      const auto token = static_cast<uint32_t>(place);
      if (document_.sentence_of(from) != document_.sentence_of(token) &&
          !(direction < 0 ? ties(token, from) : ties(from, token)))
        break;
      tokens.push_back(token);
      from = token;
      place += direction;
      if (left_out(token, direction)) {
        const Quotation& long_one = reading_.quotations.all[quotation(token)];
        place = direction > 0 ? long_one.inner.last - kKeptOfLong : long_one.inner.first + kKeptOfLong - 1;
      }
    }
    return tokens;
  }

  /// Whether the rest of a long quotation up to its last words on the far side is passed over behind this token.
  bool left_out(uint32_t token, int direction) const {
    const uint32_t index = quotation(token);
    if (index == kNoQuotation || index == quotation(cue_)) return false;
    const IndexRange inner = reading_.quotations.all[index].inner;
    if (inner.size() <= kLongQuotation) return false;
    return direction > 0 ? token == inner.first + kKeptOfLong - 1 : token == inner.last - kKeptOfLong;
  }

  /// Whether a quotation (or a colon) ties the sentence that ends with `last` to the one that begins with `next`.
  bool ties(uint32_t last, uint32_t next) const {
    const bool same_block =
        document_.sentence(document_.sentence_of(last)).block == document_.sentence(document_.sentence_of(next)).block;
    if (quotation(last) != kNoQuotation && quotation(last) == quotation(next)) return true;
    const uint32_t q = quotation(last);
    if (!same_block) {
      if (q != kNoQuotation && reading_.quotations.all[q].continues) return true;
      return document_.norm(last) == ":" && reading_.quotations.is_mark[next] == 1;
    }
    if (document_.norm(last) == ":") return true;
    if (reading_.quotations.is_mark[next] == 1) return true;
    return reading_.quotations.is_mark[last] == 2 && last < cue_;
  }

  const Reading& reading_;
  const Document& document_;
  uint32_t cue_;
};

/// Whether words were said and nobody is named who did, where somebody nearly always is: with words between quotation
/// marks, and with an active reporting verb ("…, saying that …").
bool is_unsourced_speech(const Reading& reading, const CueWindow& window, const std::vector<QuoteRole>& roles) {
  bool quoted = false, has_content = false;
  for (size_t k = 0; k < roles.size(); ++k) {
    if (roles[k] == QuoteRole::kSource) return false;
    has_content |= roles[k] == QuoteRole::kContent;
    quoted |= roles[k] == QuoteRole::kContent && reading.quotations.inside(window.tokens[k]);
  }
  const TokenTraits& cue = reading.traits[window.tokens[window.cue]];
  const bool passive = window.cue > 0 && reading.traits[window.tokens[window.cue - 1]].divider == Divider::kBe;
  const bool active = !passive && cue.cue != CueClass::kNone && cue.cue != CueClass::kNoun;
  return (quoted || (active && has_content)) && window.tokens.size() > 1;
}

}  // namespace

CueWindow window_of(const Reading& reading, uint32_t cue) {
  return WindowBuilder(reading, cue).build();
}

std::vector<QuoteRole> best_roles(const CueWindow& window, const WindowScores& scores, bool needs_source) {
  // A state is a role and whether a source has come yet: role + kRoles * seen.
  constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 4;
  constexpr size_t kStates = 2 * kRoles;
  constexpr auto kSource = static_cast<size_t>(QuoteRole::kSource);
  const size_t size = window.tokens.size();
  std::vector<std::array<uint8_t, kStates>> from(size);
  std::array<int32_t, kStates> best{}, next{};
  const auto allowed = [&](size_t k, size_t role) {
    return k != window.cue || role == static_cast<size_t>(QuoteRole::kCue);
  };
  for (size_t state = 0; state < kStates; ++state) {
    const size_t role = state % kRoles;
    const bool reached = (state >= kRoles) == (role == kSource) && allowed(0, role);
    best[state] = reached ? scores.roles[0][role] : kNever;
  }
  for (size_t k = 1; k < size; ++k) {
    next.fill(kNever);
    for (size_t before = 0; before < kStates; ++before) {
      if (best[before] <= kNever / 2) continue;
      for (size_t role = 0; role < kRoles; ++role) {
        if (!allowed(k, role)) continue;
        const size_t state = role + (before >= kRoles || role == kSource ? kRoles : 0);
        const int32_t score = best[before] + scores.steps[k][(before % kRoles) * kRoles + role] + scores.roles[k][role];
        if (score > next[state]) {
          next[state] = score;
          from[k][state] = static_cast<uint8_t>(before);
        }
      }
    }
    best = next;
  }
  const auto first = best.begin() + (needs_source ? kRoles : 0);
  auto state = static_cast<size_t>(std::max_element(first, best.end()) - best.begin());
  std::vector<QuoteRole> roles(size);
  for (size_t k = size; k-- > 0;) {
    roles[k] = static_cast<QuoteRole>(state % kRoles);
    state = from[k][state];
  }
  return roles;
}

CueContent content_of(const Reading& reading, const QuoteModel& model, uint32_t cue) {
  const CueWindow window = window_of(reading, cue);
  WindowScores scores;
  scores.roles.assign(window.tokens.size(), RoleScores{});
  scores.steps.assign(window.tokens.size(), StepScores{});
  window_features(
      reading, window, [&](size_t k, uint32_t feature) { model.add_roles(feature, scores.roles[k]); },
      [&](size_t k, uint32_t feature) { model.add_steps(feature, scores.steps[k]); });
  std::vector<QuoteRole> roles = best_roles(window, scores);
  if (is_unsourced_speech(reading, window, roles)) roles = best_roles(window, scores, true);
  CueContent out;
  out.cue_token = cue;
  for (size_t k = 0; k < roles.size(); ++k) {
    if (roles[k] == QuoteRole::kNone) continue;
    std::vector<IndexRange>& ranges = roles[k] == QuoteRole::kContent  ? out.content
                                      : roles[k] == QuoteRole::kSource ? out.source
                                                                       : out.cue;
    const uint32_t token = window.tokens[k];
    if (k > 0 && roles[k - 1] == roles[k]) {
      ranges.back().last = token + 1;
    } else {
      ranges.push_back({token, token + 1});
    }
  }
  out.cue_score = reading.cue_scores[cue];
  if (!out.content.empty()) {
    claim_features(reading, out, [&](uint32_t feature) { out.score += model.claim_weight(feature); });
  }
  return out;
}

}  // namespace dateline
