#include "entity/name_forms.h"

#include <algorithm>

#include "entity/gazetteer.h"
#include "lexicon/lexicon.h"
#include "lexicon/resource.h"
#include "text/characters.h"

namespace dateline {
namespace {

/// Other names of countries and bodies, to the key of the usual name.
class OtherNames {
 public:
  OtherNames() {
    for (const std::string_view line : lines_of(resource("data/entity/bodies.tsv"))) {
      const std::vector<std::string_view> fields = fields_of(line);
      add(fields[0], fields[0]);
      if (fields.size() > 2) {
        for (const std::string_view other : fields_of(fields[2], '|')) add(other, fields[0]);
      }
    }
    for (const std::string_view line : lines_of(resource("data/entity/countries.tsv"))) {
      const std::vector<std::string_view> names = fields_of(fields_of(line)[1], '|');
      for (const std::string_view other : names) add(other, names[0]);
      const std::vector<std::string_view> fields = fields_of(line);
      if (fields.size() < 5 || fields[4].empty()) continue;
      const std::vector<std::string_view> people = fields_of(fields[4], '|');
      for (const std::string_view other : people) peoples_.emplace(key_of(other), key_of(people[0]));
    }
  }

  static const OtherNames& instance() {
    static const OtherNames names;
    return names;
  }

  /// "russians" is "russian".
  const std::string* usual_people(const std::string& key) const {
    const auto row = peoples_.find(key);
    return row == peoples_.end() ? nullptr : &row->second;
  }

  const std::string* usual(const std::string& key) const {
    const auto row = keys_.find(key);
    return row == keys_.end() ? nullptr : &row->second;
  }

 private:
  static std::string key_of(std::string_view name) {
    std::string key;
    for (const std::string_view word : fields_of(name, ' ')) {
      const std::string part = key_word(to_lower(word));
      if (part == "the" && key.empty()) continue;
      if (!key.empty()) key += ' ';
      key += part;
    }
    return key;
  }
  void add(std::string_view name, std::string_view usual) { keys_.emplace(key_of(name), key_of(usual)); }

  std::unordered_map<std::string, std::string> keys_, peoples_;
};

/// "republicans", of "republican".
bool is_plural_of_group(std::string_view key) {
  if (key.size() < 5 || key.back() != 's') return false;
  const NameClasses classes = Gazetteer::instance().classes_of(key.substr(0, key.size() - 1));
  return classes.has(NameClass::kGroup) || classes.has(NameClass::kDemonym);
}

bool is_title(std::string_view lower) {
  static const Lexicon titles("data/entity/titles.tsv");
  return titles.contains(lower);
}

}  // namespace

std::string key_word(std::string_view lower) {
  std::string word(lower);
  word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
  return word.empty() ? std::string(lower) : word;
}

std::string key_of(const Document& document, IndexRange tokens) {
  std::string key;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (document.lower(i) == "-" || document.lower(i) == ",") continue;
    if (!key.empty()) key += ' ';
    key += key_word(document.lower(i));
  }
  const std::string* usual = OtherNames::instance().usual(key);
  return usual ? *usual : key;
}

NameForms collect_forms(const Document& document, const std::vector<Name>& names) {
  NameForms out;
  std::unordered_map<std::string, uint32_t> numbers;
  for (uint32_t n = 0; n < names.size(); ++n) {
    const EntityType type = type_of(document, names[n]);
    IndexRange tokens = names[n].tokens;
    while (tokens.size() > 1 && document.lower(tokens.first) == "the") ++tokens.first;
    if (type == EntityType::kPerson) {
      while (tokens.size() > 1 && is_title(document.lower(tokens.first))) ++tokens.first;
    }
    NameForm form;
    form.type = type;
    for (uint32_t i = tokens.first; i < tokens.last && form.words.size() < kMostKeyWords; ++i) {
      if (document.lower(i) == "-" || document.lower(i) == ",") continue;
      if (!form.key.empty()) form.key += ' ';
      form.key += key_word(document.lower(i));
      form.words.push_back(document.lower(i));
    }
    if (type == EntityType::kOrganization || type == EntityType::kPlace || type == EntityType::kOther) {
      if (const std::string* usual = OtherNames::instance().usual(form.key)) {
        form.key = *usual;
        form.known = true;
      }
    } else if (type == EntityType::kGroup) {
      if (const std::string* usual = OtherNames::instance().usual_people(form.key)) {
        form.key = *usual;
      } else if (is_plural_of_group(form.key)) {
        form.key.pop_back();
      }
    }
    const auto [row, added] = numbers.emplace(form.key + '\t' + name_of(type), static_cast<uint32_t>(out.forms.size()));
    if (added) out.forms.push_back(std::move(form));
    out.forms[row->second].names.push_back(n);
    out.form_of_name.push_back(row->second);
    out.type_of_name.push_back(type);
  }
  return out;
}

}  // namespace dateline
