// A report for a person to read in a terminal.
#pragma once

#include <string>
#include <string_view>

#include "report.h"

namespace dateline::cli {

/// `report` must have byte offsets into `text`. Colours are ANSI escape codes, for a terminal only.
std::string readable_report(std::string_view text, const Report& report, bool colours);

}  // namespace dateline::cli
