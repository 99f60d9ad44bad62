// The only writer of the report's JSON.
#pragma once

#include <string>

#include "report.h"

namespace dateline {

/// The report as the contract writes it, keys in the contract's order. `id` is echoed where it is not empty.
/// `indent` as in nlohmann::json::dump: -1 for one line.
std::string to_json(const Report& report, const std::string& id = {}, int indent = -1);

/// "utf8", "utf16", "codepoint".
const char* name_of(OffsetUnit unit);

}  // namespace dateline
