// What words tell about a person: gender from given names and titles.
#pragma once

#include <string_view>

#include "document.h"
#include "entity/entity.h"

namespace dateline {

/// By a given name in lower case; unknown where the name is not listed or is both.
Gender gender_of_given_name(std::string_view lower);

/// By the words before a name ("Mrs", "Chancellor", "spokeswoman"), as far as they are titles.
Gender gender_of_titles_before(const Document& document, uint32_t token);

}  // namespace dateline
