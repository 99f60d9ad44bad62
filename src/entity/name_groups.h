// Which names mean the same one: surnames, short forms and acronyms join the fuller names they stand for.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "entity/name_forms.h"

namespace dateline {

/// A group number for each name, from 0 on, in order of first occurrence. Hash look-ups only: linear in the names.
std::vector<uint32_t> group_names(const Document& document, const std::vector<Name>& names, const NameForms& forms);

}  // namespace dateline
