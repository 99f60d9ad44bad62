// Anchored events get their clause, title and participants, those told twice are merged, and the rest is sorted.
//
// Two entries are one event when their days are the same and they share words of the subject and half of the others.
// The body is kept before a headline, the longer telling before the shorter.
#include "event/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "event/anchoring.h"
#include "event/clauses.h"
#include "event/event_words.h"
#include "event/titles.h"
#include "lexicon/lexicon.h"
#include "text/characters.h"

namespace dateline {
namespace {

constexpr size_t kMostCompared = 40;  // entries of the same days that a new one is compared with

struct Entry {
  TimelineEvent event;
  BlockKind block = BlockKind::kParagraph;
  uint32_t core = 0;                     // the word that its clause hangs on
  std::set<std::string> subject, words;  // of the clause, in lower case, without function words: not in both
};

/// Whether tokens are a part of an expression of time: the "GMT" of "14:02 GMT"; not Christmas.
bool is_part_of_time(const std::vector<Timex>& times, IndexRange tokens) {
  auto time = std::lower_bound(times.begin(), times.end(), tokens.last,
                               [](const Timex& a, uint32_t last) { return a.tokens.first < last; });
  return time != times.begin() && (--time)->tokens.contains(tokens) && time->tokens.size() > tokens.size();
}

std::vector<uint32_t> entities_in(const EntityAnalysis& entities, const std::vector<Timex>& times, IndexRange clause) {
  std::vector<uint32_t> out;
  auto mention = std::lower_bound(entities.mentions.begin(), entities.mentions.end(), clause.first,
                                  [](const Mention& a, uint32_t token) { return a.tokens.first < token; });
  for (; mention != entities.mentions.end() && mention->tokens.first < clause.last; ++mention) {
    if (mention->entity == kNoEntity || !clause.contains(mention->tokens)) continue;
    if (!is_part_of_time(times, mention->tokens)) out.push_back(mention->entity);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void add_content_word(const Document& document, uint32_t token, std::set<std::string>& words) {
  static const Lexicon function_words("data/text/function_words.txt");
  const std::string_view lower = document.lower(token);
  const bool counts = document.token(token).is_word() && lower.size() > 2 && !function_words.contains(lower);
  if (counts && words.size() < kMostCompared) words.emplace(lower);
}

size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  size_t count = 0;
  for (const std::string& word : a) count += b.count(word);
  return count;
}

bool same_days(const TimelineEvent& a, const TimelineEvent& b) {
  return a.begin == b.begin && a.end == b.end;
}

bool is_same_event(const Document& document, const Entry& a, const Entry& b) {
  if (a.event.sentence == b.event.sentence) return a.core == b.core && a.event.title == b.event.title;
  if (!a.subject.empty() && !b.subject.empty() && shared(a.subject, b.subject) == 0) return false;
  const size_t both = shared(a.words, b.words), smaller = std::min(a.words.size(), b.words.size());
  const bool same_trigger = document.lower(a.event.trigger.first) == document.lower(b.event.trigger.first);
  return both * 2 >= smaller && both >= (same_trigger ? 1 : 2);
}

/// Whether the first of two tellings is the one to keep.
bool is_better(const Entry& a, const Entry& b) {
  const auto rank = [](const Entry& entry) {
    if (entry.block == BlockKind::kHeadline || entry.block == BlockKind::kSubheading) return 2;
    return entry.block == BlockKind::kCaption ? 1 : 0;
  };
  return rank(a) <= rank(b);
}

int64_t length_of(const TimelineEvent& event) {
  return event.end ? to_days(*event.end) - to_days(event.begin) : 10'000'000;
}

bool comes_before(const TimelineEvent& a, const TimelineEvent& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  if (length_of(a) != length_of(b)) return length_of(a) > length_of(b);
  return a.trigger.first < b.trigger.first;
}

/// "Then the mayor said": nothing but that somebody spoke, on a day that the article does not even name.
bool tells_only_who_spoke(const Document& document, const DependencyTree& tree, const Anchored& anchored,
                          const Clause& told) {
  if (anchored.basis != Basis::kContext || anchored.trigger.kind != TriggerKind::kSaying) return false;
  if (told.core != anchored.trigger.token || told.subject == kNoHead) return false;
  return std::all_of(told.tokens.begin(), told.tokens.end(), [&](uint32_t token) {
    const Upos upos = document.grammar(token).upos;
    return token == told.core || tree.is_within(token, told.subject) || document.token(token).is_punctuation() ||
           upos == Upos::kAux || upos == Upos::kAdv || upos == Upos::kCconj || upos == Upos::kSconj;
  });
}

/// "It was a good idea": what somebody thinks of something, and not even of what.
bool only_judges(const Document& document, const DependencyTree& tree, const Anchored& anchored, const Clause& told) {
  const bool is_predicate =
      anchored.trigger.kind == TriggerKind::kPredicate ||
      (tree.dependent(told.core, "cop") != kNoHead && document.grammar(told.core).upos != Upos::kVerb);
  return is_predicate && told.attribution == kNoHead && told.subject != kNoHead &&
         event_words().is(document.lower(told.subject), Quality::kNobody);
}

/// "Which the mayor rejects": a relative clause whose noun the tree does not tell; or a single word of running text.
bool tells_nothing(std::string_view title, BlockKind block) {
  if (block == BlockKind::kParagraph && title.find(' ') == std::string_view::npos) return true;
  return event_words().is(to_lower(title.substr(0, title.find_first_of(" ,'"))), Quality::kRelative);
}

}  // namespace

std::vector<TimelineEvent> build_timeline(const Document& document, const EntityAnalysis& entities,
                                          const std::vector<Timex>& times, const std::vector<Quote>&,
                                          const ReferenceDate& reference) {
  std::vector<Entry> kept;
  std::map<int64_t, std::vector<size_t>> by_begin;
  for (const Anchored& anchored : anchor_events(document, times, reference)) {
    const DependencyTree tree(document, document.sentence(anchored.sentence).tokens);
    const Clause told = clause_of(document, tree, anchored, times);
    if (tells_only_who_spoke(document, tree, anchored, told) || only_judges(document, tree, anchored, told)) continue;
    const IndexRange clause = told.range;
    Entry entry;
    TimelineEvent& event = entry.event;
    event.begin = anchored.begin;
    event.end = anchored.end;
    event.precision = anchored.precision;
    event.basis = anchored.basis;
    event.time = anchored.time;
    event.sentence = anchored.sentence;
    event.trigger = {anchored.trigger.token, anchored.trigger.token + 1};
    event.clause = document.span_of(clause);
    event.title = title_of(document, tree, anchored, told, times, entities);
    entry.block = document.block_of(document.sentence(anchored.sentence)).kind;
    if (tells_nothing(event.title, entry.block)) continue;
    event.planned = anchored.trigger.is_planned();
    event.entities = entities_in(entities, times, clause);
    entry.core = told.core;
    if (told.subject != kNoHead) entry.subject.emplace(document.lower(told.subject));
    for (const uint32_t token : told.tokens) {
      const bool in_subject = told.subject != kNoHead && tree.is_within(token, told.subject);
      add_content_word(document, token, in_subject ? entry.subject : entry.words);
    }
    std::vector<size_t>& same_begin = by_begin[to_days(event.begin)];
    bool is_told = false;
    const size_t from = same_begin.size() > kMostCompared ? same_begin.size() - kMostCompared : 0;
    for (size_t i = from; i < same_begin.size() && !is_told; ++i) {
      Entry& other = kept[same_begin[i]];
      if (!same_days(other.event, event) || !is_same_event(document, other, entry)) continue;
      is_told = true;
      if (!is_better(other, entry)) other = entry;
    }
    if (is_told) continue;
    same_begin.push_back(kept.size());
    kept.push_back(std::move(entry));
  }
  std::vector<TimelineEvent> timeline;
  timeline.reserve(kept.size());
  for (Entry& entry : kept) timeline.push_back(std::move(entry.event));
  std::stable_sort(timeline.begin(), timeline.end(), comes_before);
  return timeline;
}

const char* name_of(Precision precision) {
  constexpr const char* kNames[] = {"year", "quarter", "month", "week", "day", "time", "interval"};
  return kNames[static_cast<size_t>(precision)];
}

const char* name_of(Basis basis) {
  constexpr const char* kNames[] = {"explicit", "relative", "context"};
  return kNames[static_cast<size_t>(basis)];
}

}  // namespace dateline
