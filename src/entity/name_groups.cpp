// First all forms are joined that can mean nothing else: acronyms with the long forms beside them or with the same
// initials; full names of one surname and like given names. Then each short form goes to the fuller one it is part of;
// where there are several, each mention goes to the one named last before it.
#include "entity/name_groups.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "entity/gazetteer.h"
#include "entity/legal_forms.h"
#include "entity/people.h"
#include "entity/stated_aliases.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "jr." || word == "sr" || word == "sr." || word == "ii" || word == "iii" ||
         word == "iv";
}

/// "Silva" alone is rather Marina Silva than Luiz da Silva.
bool is_particle(std::string_view word) {
  static const Lexicon particles("data/entity/name_particles.txt");
  return particles.contains(word);
}

bool is_preposition(std::string_view word) {
  return word == "of" || word == "for" || word == "on";
}

class Grouping {
 public:
  Grouping(const Document& document, const std::vector<Name>& names, const NameForms& forms)
      : document_(document),
        names_(names),
        all_forms_(forms),
        forms_(forms.forms),
        form_of_name_(forms.form_of_name),
        parent_(forms.forms.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::vector<uint32_t> run() {
    join_stated();
    join_initials();
    join_full_names();
    index_parts();
    join_same_words();
    std::vector<std::vector<uint32_t>> choices(forms_.size());
    for (uint32_t form = 0; form < forms_.size(); ++form) choices[form] = fuller_forms(form);
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      if (choices[form].size() == 1) join(choices[form][0], form);
    }
    return number_groups(choices);
  }

 private:
  uint32_t root(uint32_t form) {
    while (parent_[form] != form) form = parent_[form] = parent_[parent_[form]];
    return form;
  }
  void join(uint32_t a, uint32_t b) { parent_[root(b)] = root(a); }

  void join_stated() {
    for (const auto& [name, other] : stated_aliases(document_, names_, all_forms_)) join(name, other);
  }

  void join_initials() {
    std::unordered_map<std::string, uint32_t> long_forms;
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      if (!may_have_acronym(forms_[form])) continue;
      for (const bool with_small : {false, true}) {
        const std::string letters = initials(forms_[form], with_small);
        if (letters.size() >= 2) long_forms.emplace(letters, form);
      }
    }
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      if (!is_acronym(document_, names_, forms_[form]) || forms_[form].type == EntityType::kPerson) continue;
      const auto row = long_forms.find(forms_[form].key);
      if (row != long_forms.end()) join(row->second, form);
    }
  }

  /// The words of a person's name without "Jr."; the last of them is the surname.
  static size_t length_without_suffix(const NameForm& form) {
    size_t n = form.words.size();
    while (n > 1 && is_suffix(form.words[n - 1])) --n;
    return n;
  }

  static bool like_given_names(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const bool initial_a = a.size() == 1 || (a.size() == 2 && a[1] == '.');
    const bool initial_b = b.size() == 1 || (b.size() == 2 && b[1] == '.');
    if (initial_a || initial_b) return a[0] == b[0];
    return (a.size() >= 3 && b.starts_with(a)) || (b.size() >= 3 && a.starts_with(b));
  }

  void join_full_names() {
    // To bound the work where very many people share a surname, only the latest few different ones are compared.
    constexpr size_t kMostCompared = 8;
    std::unordered_map<std::string_view, std::vector<uint32_t>> by_surname;
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      const NameForm& person = forms_[form];
      if (person.type != EntityType::kPerson) continue;
      const size_t length = length_without_suffix(person);
      if (length < 2) continue;
      std::vector<uint32_t>& others = by_surname[person.words[length - 1]];
      bool joined = false;
      for (size_t i = others.size(); i-- > 0 && others.size() - i <= kMostCompared && !joined;) {
        if (!like_given_names(forms_[others[i]].words[0], person.words[0])) continue;
        join(others[i], form);
        joined = true;
      }
      if (!joined) others.push_back(form);
    }
  }

  // ---- one name, tagged differently

  /// What the tagger calls a person here and a place there is mostly one thing, unless the name is known to be both.
  void join_same_words() {
    std::unordered_map<std::string_view, std::vector<uint32_t>> by_key;
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      std::vector<uint32_t>& others = by_key[forms_[form].key];  // one a type: at most ten
      for (const uint32_t other : others) {
        if (may_be_one(forms_[other], forms_[form])) join(other, form);
      }
      others.push_back(form);
    }
  }

  static bool is_loose(EntityType type) {
    return type == EntityType::kOther || type == EntityType::kWork || type == EntityType::kProduct ||
           type == EntityType::kEvent || type == EntityType::kLaw;
  }

  NameClasses classes_of(const NameForm& form) const {
    const IndexRange tokens = names_[form.names[0]].tokens;
    if (form.words.size() == 1) return Gazetteer::instance().classes_of(form.words[0]);
    const Gazetteer::Match match = Gazetteer::instance().longest_phrase(document_, tokens.first, tokens.last);
    return match.tokens == tokens.size() ? match.classes : NameClasses();
  }

  bool may_be_one(const NameForm& a, const NameForm& b) const {
    const auto either = [&](EntityType type) { return a.type == type || b.type == type; };
    if (a.known && b.known) return true;
    if (either(EntityType::kLanguage)) return false;
    if (is_loose(a.type) || is_loose(b.type)) return true;
    if (either(EntityType::kGroup)) return false;
    const NameClasses classes = classes_of(a);
    const bool place =
        classes.has(NameClass::kPlace) || classes.has(NameClass::kRegion) || classes.has(NameClass::kCountry);
    if (place) return false;  // its team, its namesake
    if (a.words.size() > 1 || !either(EntityType::kPerson)) return true;
    return !parts("p>" + a.key) && !parts("p<" + a.key);
  }

  // ---- short forms

  static std::string part_key(const NameForm& form, size_t first, size_t last) {
    std::string key;
    for (size_t i = first; i < last; ++i) {
      if (!key.empty()) key += ' ';
      key += key_word(form.words[i]);
    }
    return key;
  }

  /// Every form of several words under its beginnings and ends.
  void index_parts() {
    constexpr size_t kLongestPart = 4;
    for (uint32_t form = 0; form < forms_.size(); ++form) {
      const NameForm& whole = forms_[form];
      if (whole.type == EntityType::kPlace) place_forms_.emplace(whole.key, form);
      const bool person = whole.type == EntityType::kPerson;
      const bool body = whole.type == EntityType::kOrganization;
      const size_t n = person ? length_without_suffix(whole) : whole.words.size();
      if (n < 2) continue;
      if (whole.type == EntityType::kPlace) add_short_place(form);
      if (is_loose(whole.type) && n <= kLongestPart) add_part("m>" + part_key(whole, n - 1, n), form);
      if (!person && !body) continue;
      for (size_t k = 1; k < n && k <= kLongestPart; ++k) {
        add_part((person ? "p<" : "o<") + part_key(whole, 0, k), form);
        const bool behind_particle = person && is_particle(whole.words[n - k - 1]);
        add_part((behind_particle ? "p~" : person ? "p>" : "o>") + part_key(whole, n - k, n), form);
      }
      for (size_t i = 1; person && n >= kManyNames && i + 1 < n; ++i) add_part("p=" + part_key(whole, i, i + 1), form);
      if (body && is_legal_form(whole.words[n - 1])) add_part("o|" + part_key(whole, 0, n - 1), form);
    }
  }

  /// "Glacier National Park" under "glacier": what is left when the words that say what kind of place it is are gone.
  void add_short_place(uint32_t form) {
    const NameForm& whole = forms_[form];
    static const Lexicon words("data/entity/name_words.tsv");
    size_t n = whole.words.size();
    const auto is_kind = [&](size_t first, size_t last) {
      return words.field(part_key(whole, first, last), 0) == "place";
    };
    while (n > 1) {
      if (n > 2 && is_kind(n - 2, n)) {
        n -= 2;
      } else if (is_kind(n - 1, n)) {
        --n;
      } else {
        break;
      }
    }
    if (n == whole.words.size()) return;
    add_part("l<" + part_key(whole, 0, n), form);
  }

  void add_part(std::string key, uint32_t form) {
    std::vector<uint32_t>& forms = parts_[std::move(key)];
    const uint32_t group = root(form);
    if (std::none_of(forms.begin(), forms.end(), [&](uint32_t other) { return root(other) == group; })) {
      if (forms.size() < kMostChoices) forms.push_back(form);
    }
  }

  const std::vector<uint32_t>* parts(const std::string& key) const {
    const auto row = parts_.find(key);
    return row == parts_.end() ? nullptr : &row->second;
  }

  /// "Ostby" here and there taken for a body is not "Ostby Fishing Union" where it is as often a place.
  bool is_rather_place(const NameForm& body) const {
    const auto row = place_forms_.find(body.key);
    return row != place_forms_.end() && forms_[row->second].names.size() >= body.names.size();
  }

  /// The forms that a short form may stand for, none where it is no short form.
  std::vector<uint32_t> fuller_forms(uint32_t form) {
    const NameForm& name = forms_[form];
    std::vector<uint32_t> found;
    if (name.known) {
      const auto* whole = name.type == EntityType::kOrganization ? parts("o|" + name.key) : nullptr;
      if (whole && whole->size() == 1 && root(whole->front()) != root(form)) found = *whole;
      return found;
    }
    if (name.type == EntityType::kPerson) {
      // A surname, one behind a particle, a given name, a name between them ("Lula").
      for (const char* where : {"p>", "p~", "p<", "p="}) {
        if (!found.empty() || (where[1] != '>' && where[1] != '~' && name.words.size() > 1)) continue;
        if (const auto* whole = parts(where + name.key)) found = *whole;
        if (where[1] == '=' && found.size() > 1) found.clear();
      }
    } else if (name.type == EntityType::kOrganization) {
      const bool generic =
          name.words.size() == 1 && Gazetteer::instance().classes_of(name.words[0]).has(NameClass::kOrgWord);
      if (generic) {
        if (const auto* whole = parts("o>" + name.key)) found = *whole;
      }
      const auto* longer = is_rather_place(name) ? nullptr : parts("o<" + name.key);
      const bool ends_none = found.empty();
      for (const uint32_t other : longer ? *longer : std::vector<uint32_t>()) {
        // "the Bank" may be the Bank of Norland beside the Norland Bank.
        if (ends_none || is_preposition(forms_[other].words[1])) found.push_back(other);
      }
    }
    if (name.type == EntityType::kPlace) {
      const NameClasses classes = Gazetteer::instance().classes_of(name.words[0]);
      const bool elsewhere =
          name.words.size() == 1 &&
          (classes.has(NameClass::kPlace) || classes.has(NameClass::kRegion) || classes.has(NameClass::kCountry));
      if (const auto* whole = elsewhere ? nullptr : parts("l<" + name.key)) found = *whole;
    } else if (is_loose(name.type) && name.words.size() == 1 && name.key.size() > 3) {
      if (const auto* whole = parts("m>" + name.key)) found = *whole;
      if (found.size() > 1) found.clear();
    }
    const uint32_t own = root(form);
    found.erase(std::remove_if(found.begin(), found.end(), [&](uint32_t other) { return root(other) == own; }),
                found.end());
    return found;
  }

  std::vector<uint32_t> number_groups(const std::vector<std::vector<uint32_t>>& choices) {
    std::vector<uint32_t> numbers(forms_.size(), kNoForm), groups(names_.size());
    std::unordered_map<uint32_t, Seen> seen;  // by root
    uint32_t count = 0;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      const uint32_t form = form_of_name_[n];
      uint32_t meant = root(form);
      if (choices[form].size() > 1) meant = choose(n, choices[form], seen);
      Seen& place = seen[meant];
      if (place.first == 0) place.first = n + 1;
      place.last = n + 1;
      if (numbers[meant] == kNoForm) numbers[meant] = count++;
      groups[n] = numbers[meant];
    }
    return groups;
  }

  /// Where a name was seen, counted from 1; 0 where it was not yet.
  struct Seen {
    uint32_t first = 0, last = 0;
  };

  /// Of people, the one named first: a bare surname is his or hers who opened the story, and the others of the family
  /// get a title or a given name. Of bodies, the one named last. A title that tells the gender rules others out.
  uint32_t choose(uint32_t n, const std::vector<uint32_t>& choices, const std::unordered_map<uint32_t, Seen>& seen) {
    const bool person = forms_[form_of_name_[n]].type == EntityType::kPerson;
    // A title may stand before the name or be taken for its first word.
    const uint32_t titled = names_[n].tokens.first + (names_[n].tokens.size() > 1 ? 1 : 0);
    Gender wanted = person ? gender_of_titles_before(document_, titled) : Gender::kUnknown;
    if (person && wanted == Gender::kUnknown) wanted = gender_of_titles_before(document_, names_[n].tokens.first);
    uint32_t best = root(choices[0]), best_place = 0;
    bool best_fits = false;
    for (const uint32_t choice : choices) {
      const Gender gender = gender_of_given_name(forms_[choice].words[0]);
      const bool fits = wanted == Gender::kUnknown || gender == Gender::kUnknown || gender == wanted;
      const auto row = seen.find(root(choice));
      const Seen where = row == seen.end() ? Seen{} : row->second;
      const uint32_t place = where.first == 0 ? 0 : person ? ~where.first : where.last;
      if ((fits && !best_fits) || (fits == best_fits && place > best_place)) {
        best = root(choice);
        best_place = place;
        best_fits = fits;
      }
    }
    return best;
  }

  static constexpr size_t kMostChoices = 6;
  static constexpr size_t kManyNames = 4;  // words of a person's name that may be called by one between
  const Document& document_;
  const std::vector<Name>& names_;
  const NameForms& all_forms_;
  const std::vector<NameForm>& forms_;
  const std::vector<uint32_t>& form_of_name_;
  std::vector<uint32_t> parent_;
  std::unordered_map<std::string, std::vector<uint32_t>> parts_;
  std::unordered_map<std::string_view, uint32_t> place_forms_;  // by key
};

}  // namespace

std::vector<uint32_t> group_names(const Document& document, const std::vector<Name>& names, const NameForms& forms) {
  return Grouping(document, names, forms).run();
}

}  // namespace dateline
