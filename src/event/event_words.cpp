#include "event/event_words.h"

#include "lexicon/resource.h"

namespace dateline {
namespace {

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
    verbs_.emplace(std::string(form), VerbEntry{kind, saying});
  }
  verbs_.emplace(std::string(lemma), VerbEntry{VerbForm::kBase, saying});
  verbs_.emplace(third_person(lemma), VerbEntry{VerbForm::kThird, saying});
  if (!has_past) verbs_.emplace(past(lemma), VerbEntry{VerbForm::kPast, saying});
  verbs_.emplace(participle(lemma), VerbEntry{VerbForm::kParticiple, saying});
}

VerbEntry EventWords::verb(std::string_view lower) const {
  const auto found = verbs_.find(std::string(lower));
  return found == verbs_.end() ? VerbEntry{} : found->second;
}

bool EventWords::is(std::string_view lower, std::string_view quality) const {
  const std::string_view row = clause_words_.find(lower);
  if (row.empty()) return false;
  for (const std::string_view field : fields_of(row)) {
    if (field == quality) return true;
  }
  return false;
}

const EventWords& event_words() {
  static const EventWords instance;
  return instance;
}

}  // namespace dateline
