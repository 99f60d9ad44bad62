#include "event/carrying.h"

#include <algorithm>
#include <charconv>

#include "event/clauses.h"
#include "event/event_words.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr std::string_view kNames[kCarryFeatures] = {"source_last",    "source_news",
                                                     "next_sentence",  "two_or_three_on",
                                                     "four_to_six_on", "seven_to_fifteen_on",
                                                     "farther",        "same_block",
                                                     "next_block",     "farther_block",
                                                     "saying",         "passive",
                                                     "subject_name",   "subject_pronoun",
                                                     "quoted",         "has_quote",
                                                     "has_time",       "has_date",
                                                     "pronoun_first",  "sequence",
                                                     "day_precise",    "quarter_precise",
                                                     "month_precise",  "year_precise",
                                                     "other_precise",  "source_today",
                                                     "yesterday",      "source_week",
                                                     "source_older",   "source_future",
                                                     "source_saying",  "source_planned",
                                                     "source_often",   "source_mostly",
                                                     "shares_words",   "shares_many",
                                                     "early",          "late",
                                                     "same_form",      "figures"};

constexpr uint32_t kMostWords = 40;  // tokens of a sentence that are compared
constexpr size_t kMostTold = 40;     // events told before that are looked at

const Lexicon& function_words() {
  static const Lexicon instance("data/text/function_words.txt");
  return instance;
}

class Describer {
 public:
  Describer(const Document& document, const DependencyTree& tree, const std::vector<Anchored>& told,
            const ReferenceDate& reference)
      : document_(document), tree_(tree), told_(told), reference_(reference), words_(event_words()) {}

  /// What does not depend on the source.
  CarryBits sentence(const Trigger& trigger, const UndatedSentence& sentence) {
    const uint32_t index = sentence.index;
    bits_ = 0;
    const IndexRange tokens = document_.sentence(index).tokens;
    set(CarryFeature::kSaying, trigger.kind == TriggerKind::kSaying);
    set(CarryFeature::kPassive, tree_.dependent(trigger.token, "aux:pass") != kNoHead);
    const Upos subject = document_.grammar(tree_.dependent(trigger.token, "nsubj")).upos;
    set(CarryFeature::kSubjectName, subject == Upos::kPropn);
    set(CarryFeature::kSubjectPronoun, subject == Upos::kPron);
    bool open = false;
    bool has_quote = false;
    for (uint32_t i = tokens.first; i < tokens.last; ++i) {
      const std::string_view lower = document_.lower(i);
      if (is_quote_mark(lower)) {
        open = !open;
        has_quote = true;
      }
      if (i == trigger.token) set(CarryFeature::kQuoted, open);
      if (lower == "%" || lower == "percent" || lower == "$") set(CarryFeature::kFigures, true);
    }
    set(CarryFeature::kHasQuote, has_quote);
    set(CarryFeature::kHasTime, sentence.has_time);
    set(CarryFeature::kHasDate, sentence.has_date);
    const std::string_view opener = document_.lower(tokens.first);
    set(CarryFeature::kPronounFirst, opener == "he" || opener == "she" || opener == "they" || opener == "it");
    set(CarryFeature::kSequenceOpener,
        words_.sequence_openers().longest_match(document_, tokens.first, tokens.last) > 0);
    set(CarryFeature::kEarly, index < 5);
    set(CarryFeature::kLate, index > 20);
    return bits_;
  }

  CarryBits source(CarryBits sentence_bits, const Anchored& source, const Trigger& trigger, uint32_t index) {
    bits_ = sentence_bits;
    const uint32_t distance = index - source.sentence;
    set(CarryFeature::kNextSentence, distance == 1);
    set(CarryFeature::kTwoOrThreeOn, distance == 2 || distance == 3);
    set(CarryFeature::kFourToSixOn, distance >= 4 && distance <= 6);
    set(CarryFeature::kSevenToFifteenOn, distance >= 7 && distance <= 15);
    set(CarryFeature::kFarther, distance > 15);
    const uint32_t blocks = document_.sentence(index).block - document_.sentence(source.sentence).block;
    set(CarryFeature::kSameBlock, blocks == 0);
    set(CarryFeature::kNextBlock, blocks == 1);
    set(CarryFeature::kFartherBlock, blocks > 1);
    const Precision precision = source.precision;
    const bool day = precision == Precision::kDay || precision == Precision::kTime;
    set(CarryFeature::kDayPrecise, day);
    set(CarryFeature::kQuarterPrecise, precision == Precision::kQuarter);
    set(CarryFeature::kMonthPrecise, precision == Precision::kMonth);
    set(CarryFeature::kYearPrecise, precision == Precision::kYear);
    set(CarryFeature::kOtherPrecise, precision == Precision::kWeek || precision == Precision::kInterval);
    if (reference_.date && day) {
      const int64_t ago = to_days(*reference_.date) - to_days(source.begin);
      set(CarryFeature::kSourceToday, ago == 0);
      set(CarryFeature::kSourceYesterday, ago == 1);
      set(CarryFeature::kSourceThisWeek, ago > 1 && ago <= 7);
      set(CarryFeature::kSourceOlder, ago > 7);
      set(CarryFeature::kSourceFuture, ago < 0);
    }
    set(CarryFeature::kSourceSaying, source.trigger.kind == TriggerKind::kSaying);
    set(CarryFeature::kSourcePlanned, source.trigger.is_planned());
    const size_t compared = std::min<size_t>(told_.size(), kMostTold);
    const auto same = static_cast<size_t>(
        std::count_if(told_.end() - static_cast<std::ptrdiff_t>(compared), told_.end(),
                      [&](const Anchored& other) { return other.begin == source.begin && other.end == source.end; }));
    set(CarryFeature::kSourceOften, same >= 2);
    set(CarryFeature::kSourceMostly, same * 2 > compared);
    const uint32_t both = shared_words(index, source.sentence);
    set(CarryFeature::kSharesWords, both >= 1);
    set(CarryFeature::kSharesMany, both >= 3);
    set(CarryFeature::kSameForm, document_.lower(trigger.token) == document_.lower(source.trigger.token));
    return bits_;
  }

 private:
  void set(CarryFeature feature, bool is_so) {
    if (is_so) bits_ |= CarryBits{1} << static_cast<uint8_t>(feature);
  }

  uint32_t shared_words(uint32_t a, uint32_t b) const {
    const IndexRange first = document_.sentence(a).tokens, second = document_.sentence(b).tokens;
    uint32_t count = 0;
    for (uint32_t i = first.first; i < std::min(first.last, first.first + kMostWords); ++i) {
      const std::string_view lower = document_.lower(i);
      if (lower.size() < 4 || !document_.token(i).is_word() || function_words().contains(lower)) continue;
      for (uint32_t k = second.first; k < std::min(second.last, second.first + kMostWords); ++k) {
        if (document_.lower(k) != lower) continue;
        ++count;
        break;
      }
    }
    return count;
  }

  const Document& document_;
  const DependencyTree& tree_;
  const std::vector<Anchored>& told_;
  const ReferenceDate& reference_;
  const EventWords& words_;
  CarryBits bits_ = 0;
};

/// "The board met", "he was taken away"; not "has met", "had met", "meets".
bool is_plain_past(const Document& document, const DependencyTree& tree, uint32_t verb) {
  const std::string_view tag = document.grammar(verb).xpos;
  const uint32_t auxiliary = tree.dependent(verb, "aux");
  if (auxiliary == kNoHead)
    return tag == "VBD" || (tag == "VBZ" && event_words().is_saying(document.grammar(verb).lemma));
  return document.grammar(auxiliary).xpos == "VBD" && document.grammar(auxiliary).lemma == "be" && tag == "VBN";
}

/// Whether what was said tells something of somebody: "we will defend the town", "the town is safe", not "we are
/// shocked".
bool says_something(const Document& document, const DependencyTree& tree, const std::vector<Trigger>& triggers,
                    uint32_t saying) {
  uint32_t content = tree.is(saying, "parataxis") ? tree.head(saying) : tree.dependent(saying, "ccomp");
  if (content == kNoHead) content = tree.dependent(saying, "parataxis");
  if (content == kNoHead) return true;  // "denied the report"
  const uint32_t subject = tree.dependent(content, "nsubj");
  if (subject != kNoHead && document.grammar(subject).upos != Upos::kPron) return true;
  for (const Trigger& trigger : triggers) {
    if (trigger.token != content) continue;
    return trigger.kind != TriggerKind::kPredicate && trigger.reality != Reality::kUnreal;
  }
  return false;
}

/// The trigger of a main clause that tells in the past tense what somebody did, underwent or said; none for states,
/// wishes, suppositions, what only came behind something else, and quotations of what is no happening.
const Trigger* main_trigger(const Document& document, const DependencyTree& tree,
                            const std::vector<Trigger>& triggers) {
  const Trigger* main = nullptr;
  for (const Trigger& trigger : triggers) {
    const uint32_t head = tree.head(trigger.token);
    const bool is_attribution = trigger.kind == TriggerKind::kSaying && tree.is(trigger.token, "parataxis") &&
                                tree.head(head) == kNoHead && head < trigger.token;
    if (head == kNoHead || is_attribution) main = &trigger;
  }
  if (main == nullptr || main->reality != Reality::kReal || !is_plain_past(document, tree, main->token)) return nullptr;
  const uint32_t subject = tree.dependent(main->token, "nsubj");
  if (subject == kNoHead || event_words().is(document.lower(subject), Quality::kNobody)) return nullptr;
  if (main->kind == TriggerKind::kVerb) {
    return event_words().is(document.grammar(main->token).lemma, Quality::kLinks) ? nullptr : main;
  }
  if (main->kind != TriggerKind::kSaying || document.grammar(subject).upos == Upos::kPron) return nullptr;
  return says_something(document, tree, triggers, main->token) ? main : nullptr;
}

}  // namespace

std::string_view name_of(CarryFeature feature) {
  return kNames[static_cast<size_t>(feature)];
}

std::vector<CarryCandidate> carry_candidates(const Document& document, const UndatedSentence& sentence,
                                             const std::vector<Anchored>& told, const ReferenceDate& reference) {
  constexpr int64_t kNewsDays = 7;
  std::vector<CarryCandidate> out;
  const Trigger* main = told.empty() ? nullptr : main_trigger(document, sentence.tree, sentence.triggers);
  if (main == nullptr) return out;
  const Trigger& trigger = *main;
  Describer describer(document, sentence.tree, told, reference);
  const CarryBits bits = describer.sentence(trigger, sentence);
  const bool quoted = (bits >> static_cast<uint8_t>(CarryFeature::kQuoted) & 1) != 0;
  if (quoted && trigger.kind == TriggerKind::kVerb) return out;  // told by somebody, of some other day
  const auto add = [&](const Anchored& source, CarryFeature kind) {
    const bool day = source.precision == Precision::kDay || source.precision == Precision::kTime;
    if (!day) return;
    // What happened far from the date is as often background as news; what was said then is seldom.
    if (trigger.kind != TriggerKind::kSaying && source.sentence + 1 != sentence.index) return;
    CarryCandidate candidate{source, describer.source(bits, source, trigger, sentence.index)};
    candidate.features |= CarryBits{1} << static_cast<uint8_t>(kind);
    candidate.event.trigger = trigger;
    candidate.event.sentence = sentence.index;
    candidate.event.time = candidate.event.until = kNoTime;
    candidate.event.basis = Basis::kContext;
    if (candidate.event.precision == Precision::kTime) candidate.event.precision = Precision::kDay;
    out.push_back(std::move(candidate));
  };
  add(told.back(), CarryFeature::kSourceLast);
  if (!reference.date) return out;
  for (size_t i = 0; i < std::min(told.size(), kMostTold); ++i) {
    const Anchored& source = told[i];
    const int64_t ago = to_days(*reference.date) - to_days(source.begin);
    const bool day = source.precision == Precision::kDay || source.precision == Precision::kTime;
    if (!day || ago < 0 || ago > kNewsDays) continue;
    if (source.begin != told.back().begin) add(source, CarryFeature::kSourceNews);
    break;
  }
  return out;
}

CarryModel::CarryModel(std::string_view table) {
  for (const std::string_view line : lines_of(table)) {
    const auto fields = fields_of(line);
    if (fields.size() != 2) continue;
    int thousandths = 0;
    std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), thousandths);
    const double value = thousandths / 1000.0;
    if (fields[0] == "bias") bias_ = value;
    if (fields[0] == "threshold") threshold_ = value;
    const auto name = std::find(kNames, kNames + kCarryFeatures, fields[0]);
    if (name != kNames + kCarryFeatures) weights_[static_cast<size_t>(name - kNames)] = value;
  }
}

double CarryModel::score(CarryBits features) const {
  double total = bias_ - threshold_;
  for (size_t i = 0; i < kCarryFeatures; ++i) {
    if ((features >> i & 1) != 0) total += weights_[i];
  }
  return total;
}

const CarryModel& carry_model() {
  static const CarryModel instance{resource("data/event/carrying.tsv")};
  return instance;
}

}  // namespace dateline
