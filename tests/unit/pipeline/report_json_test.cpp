#include "report_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "dateline.h"

using namespace dateline;

TEST_SUITE("pipeline/report_json") {
  TEST_CASE("every key of the contract is there, for any text") {
    for (const std::string text : {"", "Hello.", "Anna Morrow said on 3 May 2020: \"It is done.\""}) {
      const auto json = nlohmann::json::parse(to_json(analyze(std::string_view(text)), "a1"));
      for (const char* key :
           {"version", "id", "offsets", "length", "reference_date", "reference_date_source", "blocks", "sentences",
            "entities", "times", "timeline", "quotes", "figures", "keyphrases", "summary", "warnings"}) {
        CAPTURE(key);
        CHECK(json.contains(key));
      }
      CHECK(json["version"] == 1);
      CHECK(json["id"] == "a1");
    }
  }

  TEST_CASE("scores are rounded to three decimals and whole numbers have no point") {
    Report report;
    report.keyphrases.push_back({"tram line", 0.123456, {{0, 4}}});
    report.figures.push_back({"f1", {0, 4}, "count", 1400.0, 2.5, {}, {}, {}, {}, {}});
    const std::string json = to_json(report);
    CHECK(json.find("\"score\":0.123,") != std::string::npos);
    CHECK(json.find("\"value\":1400,") != std::string::npos);
    CHECK(json.find("\"value_to\":2.5,") != std::string::npos);
  }

  TEST_CASE("what is unknown is null") {
    Report report;
    report.quotes.push_back({"q1", "direct", {0, 4}, {{0, 4}}, std::nullopt, std::nullopt});
    const auto json = nlohmann::json::parse(to_json(report));
    CHECK(json["reference_date"].is_null());
    CHECK(json["quotes"][0]["cue"].is_null());
    CHECK(json["quotes"][0]["speaker"].is_null());
  }
}
