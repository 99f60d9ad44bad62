// Which tokens stand inside quotation marks, roughly: enough to know that "he" in a quotation is not its speaker.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"

namespace dateline {

/// Whether a token is a double quotation mark of any kind.
bool is_quotation_mark(std::string_view surface);

/// For each token, whether it stands between an opening and a closing mark of its block; the marks themselves do not.
/// What is not closed in its block goes on to its end where it is short or the next block opens
/// anew, and is no quotation otherwise. Linear. (The quotes stage, which comes later, knows better.)
std::vector<uint8_t> tokens_in_quotation(const Document& document);

}  // namespace dateline
