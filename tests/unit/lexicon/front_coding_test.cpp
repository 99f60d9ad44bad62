#include "lexicon/front_coding.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/resource.h"

using dateline::for_each_front_coded;

namespace {

std::vector<std::string> lines_of_coded(std::string_view coded) {
  std::vector<std::string> lines;
  for_each_front_coded(coded, [&](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

}  // namespace

TEST_SUITE("lexicon/front_coding") {
  TEST_CASE("each line takes its beginning from the line before") {
    CHECK(lines_of_coded("@leeds\nCuven\n@oslo\n") == std::vector<std::string>{"leeds", "leeuven", "oslo"});
  }

  TEST_CASE("the embedded list is whole and sorted") {
    const std::vector<std::string> towns = lines_of_coded(dateline::resource("data/entity/towns.txt"));
    CHECK(towns.size() > 20000);
    CHECK(std::is_sorted(towns.begin(), towns.end()));
    CHECK(std::find(towns.begin(), towns.end(), "amursk") != towns.end());
  }

  TEST_CASE("what is no such list gives nothing that was not there") {
    CHECK(lines_of_coded("").empty());
    CHECK(lines_of_coded("\n\n").empty());
    CHECK(lines_of_coded("Zabc\n") == std::vector<std::string>{"abc"});
  }
}
