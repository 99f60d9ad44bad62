// The words at the end of a company's name that tell its legal form: "AG", "Inc.".
#pragma once

#include <string_view>

#include "document.h"

namespace dateline {

/// Whether a word, in lower case, is such a form; they add nothing to the name.
bool is_legal_form(std::string_view word);

/// Whether a name of several words ends with one that cannot be a surname: "Inc.", "Ltd", and short ones in capitals
/// ("Volta AG") where the name has other letters too.
bool ends_with_legal_form(const Document& document, IndexRange name);

}  // namespace dateline
