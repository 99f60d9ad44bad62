#include "support/cases.h"

#include <sstream>
#include <stdexcept>

#include "support/documents.h"

namespace dateline::testing {

std::vector<Case> read_cases(std::string_view path) {
  std::vector<Case> cases;
  std::istringstream in(read_test_file(path));
  enum { kOutside, kInput, kExpected } state = kOutside;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      state = kInput;
    } else if (state == kInput && line == "---") {
      state = kExpected;
    } else if (state == kInput) {
      cases.back().input += line + "\n";
    } else if (state == kExpected && !line.empty()) {
      cases.back().expected += line + "\n";
    }
  }
  for (Case& example : cases) {
    if (!example.input.empty()) example.input.pop_back();
  }
  if (cases.empty()) throw std::runtime_error("no cases in " + std::string(path));
  return cases;
}

}  // namespace dateline::testing
