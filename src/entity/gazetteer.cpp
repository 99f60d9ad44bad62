// A hash table from the hash of a phrase's words to its classes. No strings are kept: a false hit of a 64-bit hash is
// not to be feared, and it would only be one weak hint among many.
#include "entity/gazetteer.h"

#include <algorithm>

#include "lexicon/front_coding.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "text/characters.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestPhrase = 8;  // tokens

/// FNV-1a, word after word. Hyphens count as the blanks between words: "al-Assad" and "al Assad" are one phrase.
class PhraseHash {
 public:
  void add_word(std::string_view word) {
    if (words_ > 0) add(' ');
    for (const char c : word) add(c);
    ++words_;
  }
  uint64_t value() const { return state_ == 0 ? 1 : state_; }
  uint32_t words() const { return words_; }

 private:
  void add(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL; }
  uint64_t state_ = 0xCBF29CE484222325ULL;
  uint32_t words_ = 0;
};

/// The words of an entry as the tokenizer would divide them: at blanks, hyphens, and before a possessive.
std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> words;
  size_t start = 0;
  for (size_t i = 0; i <= phrase.size(); ++i) {
    const bool end = i == phrase.size() || phrase[i] == ' ' || phrase[i] == '-';
    const bool possessive = !end && phrase[i] == '\'' && phrase.substr(i) == "'s" && i > start;
    if (!end && !possessive) continue;
    if (i > start) words.push_back(phrase.substr(start, i - start));
    start = possessive ? i : i + 1;
    if (possessive) {
      words.push_back(phrase.substr(start));
      break;
    }
  }
  return words;
}

}  // namespace

const Gazetteer& Gazetteer::instance() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() : rows_(1U << 15) {
  add_file("data/entity/given_names.tsv", NameClass::kGivenName);
  add_file("data/entity/surnames.txt", NameClass::kSurname);
  add_file("data/entity/companies.txt", NameClass::kCompany);
  add_file("data/entity/languages.txt", NameClass::kLanguage);
  add_file("data/entity/calendar.txt", NameClass::kCalendar);
  add_file("data/entity/groups.txt", NameClass::kGroup);
  add_file("data/entity/products.txt", NameClass::kProductWord);
  add_file("data/text/function_words.txt", NameClass::kCommonWord);
  NameClasses town;
  town.add(NameClass::kTown);
  for_each_front_coded(resource("data/entity/towns.txt"), [&](std::string_view name) { add(name, town); });
  add_file("data/entity/abbreviations.txt", NameClass::kAbbreviation);
  for (const std::string_view line : lines_of(resource("data/entity/name_words.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() < 2) continue;
    const std::string_view kind = fields[1];
    NameClasses classes;
    if (kind == "organization") classes.add(NameClass::kOrgWord);
    if (kind == "place") classes.add(NameClass::kPlaceWord);
    if (kind == "event") classes.add(NameClass::kEventWord);
    if (kind == "law") classes.add(NameClass::kLawWord);
    add(fields[0], classes);
  }
  NameClasses title;
  title.add(NameClass::kTitle);
  for (const std::string_view line : lines_of(resource("data/entity/titles.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() > 2 && fields[2] != "modifier") add(fields[0], title);
  }
  add_places();
}

void Gazetteer::add_places() {
  const auto add_all = [this](std::string_view names, NameClass c) {
    NameClasses classes;
    classes.add(c);
    for (const std::string_view name : fields_of(names, '|')) add(to_lower(name), classes);
  };
  // Fields: see the heads of the files.
  for (const std::string_view line : lines_of(resource("data/entity/countries.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() < 6) continue;
    add_all(fields[1], NameClass::kCountry);
    add_all(fields[4], NameClass::kDemonym);
    add_all(fields[5], NameClass::kPlace);
  }
  for (const std::string_view line : lines_of(resource("data/entity/regions.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    add_all(fields[0], NameClass::kRegion);
    if (fields.size() > 5) add_all(fields[5], NameClass::kDemonym);
  }
  for (const std::string_view line : lines_of(resource("data/entity/places.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    add_all(fields[0], NameClass::kPlace);
    if (fields.size() > 2 && !fields[2].empty()) add_all(fields[2], NameClass::kRegion);
  }
  for (const std::string_view line : lines_of(resource("data/entity/bodies.tsv"))) {
    const std::vector<std::string_view> fields = fields_of(line);
    add_all(fields[0], NameClass::kBody);
    if (fields.size() > 2) add_all(fields[2], NameClass::kBody);
  }
}

void Gazetteer::add_file(std::string_view path, NameClass c) {
  NameClasses classes;
  classes.add(c);
  for (const std::string_view line : lines_of(resource(path))) add(line.substr(0, line.find('\t')), classes);
}

void Gazetteer::add(std::string_view phrase, NameClasses classes) {
  if (phrase.empty() || phrase == "-") return;
  PhraseHash hash;
  const std::vector<std::string_view> words = words_of(phrase);
  if (words.empty() || words.size() > kLongestPhrase) return;
  const auto length = static_cast<uint32_t>(words.size());
  hash.add_word(words[0]);
  if (words.size() > 1) {
    Row& first = row_for(hash.value());
    first.longest = std::max(first.longest, length);
  }
  for (size_t i = 1; i < words.size(); ++i) hash.add_word(words[i]);
  row_for(hash.value()).classes.add(classes);
}

Gazetteer::Row& Gazetteer::row_for(uint64_t key) {
  if (used_ * 2 > rows_.size()) grow();
  const size_t mask = rows_.size() - 1;
  size_t at = static_cast<size_t>(key) & mask;
  while (rows_[at].key != 0 && rows_[at].key != key) at = (at + 1) & mask;
  if (rows_[at].key == 0) {
    rows_[at].key = key;
    ++used_;
  }
  return rows_[at];
}

const Gazetteer::Row* Gazetteer::find(uint64_t key) const {
  const size_t mask = rows_.size() - 1;
  for (size_t at = static_cast<size_t>(key) & mask; rows_[at].key != 0; at = (at + 1) & mask) {
    if (rows_[at].key == key) return &rows_[at];
  }
  return nullptr;
}

void Gazetteer::grow() {
  std::vector<Row> old(rows_.size() * 2);
  old.swap(rows_);
  used_ = 0;
  for (const Row& row : old) {
    if (row.key != 0) row_for(row.key) = row;
  }
}

NameClasses Gazetteer::classes_of(std::string_view lower) const {
  PhraseHash hash;
  hash.add_word(lower);
  const Row* row = find(hash.value());
  return row ? row->classes : NameClasses();
}

Gazetteer::Match Gazetteer::longest_phrase(const Document& document, uint32_t first, uint32_t limit) const {
  Match best;
  PhraseHash hash;
  hash.add_word(document.lower(first));
  const Row* row = find(hash.value());
  if (!row || row->longest < 2) return best;
  for (uint32_t i = first + 1; i < limit && hash.words() < row->longest; ++i) {
    if (document.lower(i) == "-") continue;
    hash.add_word(document.lower(i));
    const Row* phrase = find(hash.value());
    if (phrase && !phrase->classes.none()) best = {i + 1 - first, phrase->classes};
  }
  return best;
}

NameClasses Gazetteer::classes_of(const Document& document, IndexRange tokens) const {
  if (tokens.size() == 1) return classes_of(document.lower(tokens.first));
  const Match match = longest_phrase(document, tokens.first, tokens.last);
  return match.tokens == tokens.size() ? match.classes : NameClasses();
}

}  // namespace dateline
