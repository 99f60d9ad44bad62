#include "time/calendar.h"

#include <doctest/doctest.h>

#include "time/value_days.h"

using namespace dateline;

namespace {

/// "first..last" of a value, or "none".
std::string days_text(std::string_view value, std::string_view mod = {}) {
  const auto days = days_of(value);
  if (!days) return "none";
  const DayRange range = narrowed(*days, mod);
  return to_iso(range.first) + ".." + to_iso(range.last);
}

}  // namespace

TEST_SUITE("time/calendar") {
  TEST_CASE("only days that exist are read") {
    CHECK(parse_date("2016-02-29") == Date{2016, 2, 29});
    CHECK_FALSE(parse_date("2015-02-29"));
    CHECK_FALSE(parse_date("2016-02-31"));
    CHECK_FALSE(parse_date("0000-01-01"));
    CHECK_FALSE(parse_date("2016-13-01"));
    CHECK_FALSE(parse_date("2016-2-1"));
    CHECK_FALSE(parse_date("2016-02-10T12:00"));
  }

  TEST_CASE("days are counted across centuries and back") {
    CHECK(to_days({1970, 1, 1}) == 0);
    CHECK(to_days({2000, 3, 1}) - to_days({2000, 2, 28}) == 2);
    CHECK(to_days({1900, 3, 1}) - to_days({1900, 2, 28}) == 1);
    for (int64_t day = -719'162; day <= 2'000'000; day += 997) CHECK(to_days(from_days(day)) == day);
    CHECK(to_iso(from_days(-10'000'000)) == "0001-01-01");
    CHECK(to_iso(from_days(100'000'000)) == "9999-12-31");
  }

  TEST_CASE("weekdays and ISO weeks, also where the year changes") {
    CHECK(weekday({2016, 2, 11}) == Weekday::kThursday);
    CHECK(weekday({1, 1, 1}) == Weekday::kMonday);
    CHECK(iso_week({2016, 1, 3}).week == 53);
    CHECK(iso_week({2016, 1, 3}).year == 2015);
    CHECK(iso_week({2018, 12, 31}).week == 1);
    CHECK(monday_of({2015, 53}) == Date{2015, 12, 28});
  }

  TEST_CASE("a month later is the last day of a shorter month") {
    CHECK(add_months({2016, 1, 31}, 1) == Date{2016, 2, 29});
    CHECK(add_months({2016, 1, 31}, -2) == Date{2015, 11, 30});
    CHECK(add_months({9999, 12, 1}, 1) == Date{9999, 12, 31});
    CHECK(add_months({1, 1, 1}, -1) == Date{1, 1, 1});
  }

  TEST_CASE("values cover the days that they name") {
    CHECK(days_text("2016-02-10") == "2016-02-10..2016-02-10");
    CHECK(days_text("2016-02-10TMO") == "2016-02-10..2016-02-10");
    CHECK(days_text("2016-02") == "2016-02-01..2016-02-29");
    CHECK(days_text("2016") == "2016-01-01..2016-12-31");
    CHECK(days_text("2016-W06") == "2016-02-08..2016-02-14");
    CHECK(days_text("2016-W06-WE") == "2016-02-13..2016-02-14");
    CHECK(days_text("2015-Q3") == "2015-07-01..2015-09-30");
    CHECK(days_text("2015-H2") == "2015-07-01..2015-12-31");
    CHECK(days_text("2015-SU") == "2015-06-01..2015-08-31");
    CHECK(days_text("2015-WI") == "2015-12-01..2016-02-29");
    CHECK(days_text("199") == "1990-01-01..1999-12-31");
    CHECK(days_text("18") == "1800-01-01..1899-12-31");
  }

  TEST_CASE("values that are no certain days cover none") {
    for (const char* value : {"", "P3D", "PXM", "PAST_REF", "FUTURE_REF", "XXXX-02", "XXXX-WXX-3", "2016-13", "2016-Q5",
                              "2016-W60", "2016-02-31", "0000", "99999", "2016-", "T12:00"}) {
      CAPTURE(value);
      CHECK(days_text(value) == "none");
    }
  }

  TEST_CASE("a mod leaves the part that it names") {
    CHECK(days_text("2016-02", "START") == "2016-02-01..2016-02-09");
    CHECK(days_text("2015-06", "MID") == "2015-06-11..2015-06-20");
    CHECK(days_text("2015-06", "END") == "2015-06-21..2015-06-30");
    CHECK(days_text("2015", "START") == "2015-01-01..2015-04-30");
    CHECK(days_text("2015-06-03", "END") == "2015-06-03..2015-06-03");
    CHECK(days_text("2015", "APPROX") == "2015-01-01..2015-12-31");
  }
}
