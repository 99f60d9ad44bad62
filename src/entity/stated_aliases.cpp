#include "entity/stated_aliases.h"

#include <cctype>

namespace dateline {
namespace {

bool is_small_word(std::string_view word) {
  return word == "of" || word == "the" || word == "for" || word == "and" || word == "in" || word == "on" ||
         word == "de" || word == "&" || word == "to" || word == "against" || word == "with";
}

class AliasFinder {
 public:
  AliasFinder(const Document& document, const std::vector<Name>& names, const NameForms& forms)
      : document_(document), names_(names), forms_(forms) {}

  std::vector<std::pair<uint32_t, uint32_t>> run() const {
    std::vector<std::pair<uint32_t, uint32_t>> out;
    for (uint32_t n = 0; n + 1 < names_.size(); ++n) {
      const bool one = bracketed(n) || otherwise(n) || known_as(n) || renamed(n);
      if (one) out.emplace_back(forms_.form_of_name[n], forms_.form_of_name[n + 1]);
    }
    return out;
  }

 private:
  const NameForm& form(uint32_t n) const { return forms_.forms[forms_.form_of_name[n]]; }
  std::string_view word(uint32_t token) const {
    return token < document_.tokens().size() ? document_.lower(token) : std::string_view();
  }

  /// "Syrian Observatory for Human Rights (SOHR)", "SOHR (Syrian Observatory for Human Rights)", "Ann Lee (@annlee)".
  bool bracketed(uint32_t n) const {
    const IndexRange first = names_[n].tokens, second = names_[n + 1].tokens;
    if (second.first != first.last + 1 || word(first.last) != "(" || word(second.last) != ")") return false;
    if (document_.norm(second.first).starts_with("@")) return true;
    const NameForm* a = &form(n);
    const NameForm* b = &form(n + 1);
    if (!is_acronym(document_, names_, *b)) std::swap(a, b);
    if (!is_acronym(document_, names_, *b) || !may_have_acronym(*a)) return false;
    const std::string letters = initials(*a, false);
    return !letters.empty() && letters[0] == b->words[0][0];
  }

  /// "the National Weather Institute, or INW,": an acronym that may be of another language.
  bool otherwise(uint32_t n) const {
    const IndexRange first = names_[n].tokens, second = names_[n + 1].tokens;
    if (second.first != first.last + 2 || word(first.last) != "," || word(first.last + 1) != "or") return false;
    if (word(second.last) != "," && word(second.last) != ")" && word(second.last) != ".") return false;
    return may_have_acronym(form(n)) && is_acronym(document_, names_, form(n + 1));
  }

  /// "the Civil Guard, known as Sinta,", "Jan Roth, better known as Rook".
  bool known_as(uint32_t n) const {
    uint32_t i = names_[n].tokens.last;
    const uint32_t end = names_[n + 1].tokens.first;
    if (end - i > kLongestLink || i + 2 > end) return false;
    if (document_.sentence_of(i) != document_.sentence_of(end)) return false;
    if (word(i) == "," || word(i) == "(") ++i;
    if (document_.grammar(i).upos == Upos::kAdv) ++i;
    if (word(i) != "known" || word(i + 1) != "as") return false;
    i += 2;
    if (word(i) == "the") ++i;
    const EntityType type = form(n + 1).type;
    return i == end && type != EntityType::kGroup && type != EntityType::kLanguage;
  }

  /// "One2One (now T-Mobile)", "X, formerly Twitter,".
  bool renamed(uint32_t n) const {
    const IndexRange first = names_[n].tokens, second = names_[n + 1].tokens;
    if (second.first != first.last + 2) return false;
    const std::string_view when = word(first.last + 1), opener = word(first.last), closer = word(second.last);
    if (when != "now" && when != "formerly" && when != "previously") return false;
    return (opener == "(" && closer == ")") || (opener == "," && (closer == "," || closer == "."));
  }

  static constexpr uint32_t kLongestLink = 5;  // ", better known as the"
  const Document& document_;
  const std::vector<Name>& names_;
  const NameForms& forms_;
};

}  // namespace

std::string initials(const NameForm& form, bool with_small) {
  std::string letters;
  for (const std::string_view word : form.words) {
    if (word.empty() || static_cast<unsigned char>(word[0]) >= 0x80) return {};
    if (is_small_word(word) && !with_small) continue;
    if (std::isalpha(static_cast<unsigned char>(word[0]))) letters += word[0];
  }
  return letters;
}

bool may_have_acronym(const NameForm& form) {
  return form.words.size() > 1 && form.type != EntityType::kPerson && form.type != EntityType::kGroup;
}

bool is_acronym(const Document& document, const std::vector<Name>& names, const NameForm& form) {
  constexpr size_t kLongest = 8;
  return form.words.size() == 1 && form.words[0].size() >= 2 && form.words[0].size() <= kLongest &&
         document.token(names[form.names[0]].tokens.last - 1).shape == Shape::kUpper;
}

std::vector<std::pair<uint32_t, uint32_t>> stated_aliases(const Document& document, const std::vector<Name>& names,
                                                          const NameForms& forms) {
  return AliasFinder(document, names, forms).run();
}

}  // namespace dateline
