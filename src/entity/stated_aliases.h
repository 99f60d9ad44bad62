// Names that the article says are one: "the Syrian Observatory (SOHR)", "the Weather Institute, or INW,", "the Civil
// Guard, known as Sinta,", "Ann Lee (@annlee)".
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "document.h"
#include "entity/name_forms.h"

namespace dateline {

/// Pairs of forms that are one, in text order; the second names what the first does. Linear.
std::vector<std::pair<uint32_t, uint32_t>> stated_aliases(const Document& document, const std::vector<Name>& names,
                                                          const NameForms& forms);

/// The initials of a form's words, the small ones ("of") only where asked for; empty where a word has none.
std::string initials(const NameForm& form, bool with_small);

/// Whether an acronym may stand for a form: several words, and nobody's name.
bool may_have_acronym(const NameForm& form);

/// Whether a form is written as an acronym.
bool is_acronym(const Document& document, const std::vector<Name>& names, const NameForm& form);

}  // namespace dateline
