// Cases as text: title, input, a rule of dashes, what must come out. Anyone can add one.
//
//   === a title
//   the input, over any number of lines
//   ---
//   what is expected
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::testing {

struct Case {
  std::string title, input;
  std::string expected;  // ends with a line end unless it is empty
};

/// The cases of a file below tests/. Lines that begin with '#' outside a case are comments; the last line end of an
/// input is not part of it. Throws where the file has none.
std::vector<Case> read_cases(std::string_view path);

}  // namespace dateline::testing
