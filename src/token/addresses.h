// Web and mail addresses, handles, sites and file names: tokens that marks do not end.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// The bytes of a web or mail address, @handle or #tag at `position` of a text; 0 for none. Final punctuation is not
/// part of it. Bounded by kLongestToken.
uint32_t address_length(std::string_view text, uint32_t position);

/// The bytes of a bare site or file name: letters and digits with inner full stops, the last part being a known ending
/// ("example.org", "report.pdf"; data/token/address_endings.txt), or with inner underscores; a path may follow. 0 for
/// none. Bounded.
uint32_t site_length(std::string_view text, uint32_t position);

}  // namespace dateline
