#include "entity/people.h"

#include "lexicon/lexicon.h"

namespace dateline {
namespace {

struct PeopleLexicons {
  Lexicon given_names{"data/entity/given_names.tsv"};
  Lexicon titles{"data/entity/titles.tsv"};
};

const PeopleLexicons& lexicons() {
  static const PeopleLexicons instance;
  return instance;
}

Gender gender_named(std::string_view letter) {
  return letter == "f" ? Gender::kFemale : letter == "m" ? Gender::kMale : Gender::kUnknown;
}

}  // namespace

Gender gender_of_given_name(std::string_view lower) {
  return gender_named(lexicons().given_names.field(lower, 0));
}

Gender gender_of_titles_before(const Document& document, uint32_t token) {
  const uint32_t first = document.sentence(document.sentence_of(token)).tokens.first;
  for (uint32_t i = token; i > first && token - i < 2; --i) {
    const std::string_view word = document.lower(i - 1);
    if (!lexicons().titles.contains(word)) break;
    const Gender gender = gender_named(lexicons().titles.field(word, 0));
    if (gender != Gender::kUnknown) return gender;
  }
  return Gender::kUnknown;
}

}  // namespace dateline
