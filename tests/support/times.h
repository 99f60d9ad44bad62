// The times of a text as one line, for tests.
#pragma once

#include <string>

namespace dateline::testing {

/// "[extent] TYPE value; " for every expression found, read on 11 February 2016.
std::string times_of(const std::string& text);

}  // namespace dateline::testing
