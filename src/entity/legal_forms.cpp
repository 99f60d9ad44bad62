#include "entity/legal_forms.h"

#include "entity/name_forms.h"
#include "lexicon/lexicon.h"

namespace dateline {
namespace {

constexpr size_t kShort = 2;  // letters; "Sa" and "Se" are surnames too

}  // namespace

bool is_legal_form(std::string_view word) {
  static const Lexicon forms("data/entity/legal_forms.txt");
  return forms.contains(key_word(word));
}

bool ends_with_legal_form(const Document& document, IndexRange name) {
  if (name.size() < 2 || !is_legal_form(document.lower(name.last - 1))) return false;
  const Token& form = document.token(name.last - 1);
  if (form.shape == Shape::kLower) return false;
  if (key_word(form.lower).size() > kShort || form.lower.ends_with('.')) return true;
  if (form.shape != Shape::kUpper) return false;
  for (uint32_t i = name.first; i + 1 < name.last; ++i) {
    const Shape shape = document.token(i).shape;
    if (shape == Shape::kCapitalized || shape == Shape::kMixed) return true;
  }
  return false;
}

}  // namespace dateline
