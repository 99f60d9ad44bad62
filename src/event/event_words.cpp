#include "event/event_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lexicon/resource.h"

namespace dateline {
namespace {

constexpr std::string_view kQualities[static_cast<size_t>(Quality::kQualities)] = {
    "opens",       "relative",      "drops",       "hypothetical", "negates",      "hopes",
    "before_date", "measures_date", "preposition", "period",       "first_person", "superlative"};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_in_consonant_y(std::string_view lemma) {
  return lemma.size() > 2 && lemma.back() == 'y' && !is_vowel(lemma[lemma.size() - 2]);
}

std::string third_person(std::string_view lemma) {
  std::string stem(lemma);
  if (ends_in_consonant_y(lemma)) return stem.substr(0, stem.size() - 1) + "ies";
  const char last = stem.back();
  const bool hisses =
      last == 's' || last == 'x' || last == 'z' || last == 'o' || lemma.ends_with("ch") || lemma.ends_with("sh");
  return stem + (hisses ? "es" : "s");
}

std::string past(std::string_view lemma) {
  std::string stem(lemma);
  if (lemma.back() == 'e') return stem + "d";
  if (ends_in_consonant_y(lemma)) return stem.substr(0, stem.size() - 1) + "ied";
  return stem + "ed";
}

std::string participle(std::string_view lemma) {
  std::string stem(lemma);
  if (lemma.back() == 'e' && !lemma.ends_with("ee") && !lemma.ends_with("oe")) stem.pop_back();
  return stem + "ing";
}

}  // namespace

EventWords::EventWords() {
  for (const std::string_view line : lines_of(resource("data/event/verbs.tsv"))) {
    const auto fields = fields_of(line);
    if (fields.size() < 2) continue;
    add_verb(fields[0], fields[1] == "saying", fields.size() > 2 ? fields[2] : std::string_view());
  }
  for (const std::string_view line : lines_of(resource("data/event/clause_words.tsv"))) {
    const auto fields = fields_of(line);
    for (size_t i = 1; i < fields.size(); ++i) {
      const auto quality = std::find(std::begin(kQualities), std::end(kQualities), fields[i]) - std::begin(kQualities);
      qualities_[fields[0]] |= uint32_t{1} << quality;
    }
  }
}

/// Irregular forms in -ing and -s are what they look like, all others are pasts.
void EventWords::add_verb(std::string_view lemma, bool saying, std::string_view irregular) {
  bool has_past = false;
  for (const std::string_view form : fields_of(irregular, ' ')) {
    if (form.empty()) continue;
    const VerbForm kind = form.ends_with("ing") ? VerbForm::kParticiple
                          : form == "goes"      ? VerbForm::kThird
                                                : VerbForm::kPast;
    has_past |= kind == VerbForm::kPast;
    add_form(std::string(form), kind, saying);
  }
  add_form(std::string(lemma), VerbForm::kBase, saying);
  add_form(third_person(lemma), VerbForm::kThird, saying);
  if (!has_past) add_form(past(lemma), VerbForm::kPast, saying);
  add_form(participle(lemma), VerbForm::kParticiple, saying);
}

void EventWords::add_form(std::string form, VerbForm kind, bool saying) {
  if (verbs_.count(form) != 0) return;  // the first reading counts
  forms_.push_back(std::move(form));
  verbs_.emplace(forms_.back(), VerbEntry{kind, saying});
}

VerbEntry EventWords::verb(std::string_view lower) const {
  const auto found = verbs_.find(lower);
  return found == verbs_.end() ? VerbEntry{} : found->second;
}

bool EventWords::is(std::string_view lower, Quality quality) const {
  const auto found = qualities_.find(lower);
  return found != qualities_.end() && (found->second >> static_cast<uint8_t>(quality) & 1) != 0;
}

const EventWords& event_words() {
  static const EventWords instance;
  return instance;
}

}  // namespace dateline
