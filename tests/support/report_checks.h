// What must hold of every report, whatever the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report.h"

namespace dateline::testing {

/// Everything about a report with byte offsets that is not as the contract says, in words; empty where all is well:
/// spans inside the text, ascending, at character boundaries; ids unique and known where they are referred to; lists in
/// their order; days that are days.
std::vector<std::string> problems_of(std::string_view text, const Report& report);

}  // namespace dateline::testing
