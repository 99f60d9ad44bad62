// The examples in the rule files are run here: "#> text with [extents] = TYPE value | TYPE value", or "= none".
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/documents.h"
#include "support/times.h"
#include "time/rule.h"
#include "time/timex.h"

using namespace dateline;
using namespace dateline::testing;

namespace {

std::string expected_of(const std::string& marked, const std::string& values) {
  std::vector<std::string> wanted;
  for (size_t at = 0; at < values.size();) {
    const size_t bar = values.find(" | ", at);
    wanted.push_back(values.substr(at, bar == std::string::npos ? bar : bar - at));
    at = bar == std::string::npos ? values.size() : bar + 3;
  }
  if (values == "none") wanted.clear();
  std::string out;
  size_t open = 0;
  for (size_t i = 0; (open = marked.find('[', open)) != std::string::npos; ++i) {
    const size_t close = marked.find(']', open);
    out += marked.substr(open, close + 1 - open) + " " + (i < wanted.size() ? wanted[i] : std::string("?")) + "; ";
    open = close;
  }
  return out;
}

}  // namespace

TEST_SUITE("time/rules") {
  TEST_CASE("every line of the rule files is a rule") {
    for (const std::string& problem : time_rules().problems()) CHECK(problem == "");
    CHECK(time_rules().rules().size() > 200);
  }

  TEST_CASE("the examples in the rule files come out as they say") {
    int examples = 0;
    const std::filesystem::path folder = std::filesystem::path(DATELINE_TESTS_DIR) / ".." / "src" / "time" / "rules";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      std::ifstream in(file.path());
      for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#> ")) continue;
        ++examples;
        const size_t equals = line.rfind(" = ");
        const std::string marked = line.substr(3, equals - 3);
        std::string text;
        for (const char c : marked) {
          if (c != '[' && c != ']') text += c;
        }
        CAPTURE(file.path().filename().string());
        CAPTURE(text);
        CHECK(times_of(text) == expected_of(marked, line.substr(equals + 3)));
      }
    }
    CHECK(examples > 100);
  }
}
