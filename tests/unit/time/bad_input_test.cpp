// What looks like a time and cannot be one gives a sound value or none.
#include <doctest/doctest.h>

#include <string>

#include "support/times.h"

using namespace dateline::testing;

TEST_SUITE("time/bad_input") {
  TEST_CASE("days that no month has are no dates, and no part of them is") {
    CHECK(times_of("They met on 31 February 2015.") == "");
    CHECK(times_of("They met on February 30, 2015.") == "");
    CHECK(times_of("They met on 29 February 2015.") == "");
    CHECK(times_of("They met on 29 February 2016.") == "[29 February 2016] DATE 2016-02-29; ");
    CHECK(times_of("They met on 2015-13-45.") == "[2015] DATE 2015; ");
    CHECK(times_of("They met on 99/99/9999 and on 00/00/0000.") == "");
  }

  TEST_CASE("years that the calendar does not have are none") {
    CHECK(times_of("It began in year 0.") == "");
    CHECK(times_of("It ended in 0000.") == "");
    CHECK(times_of("It ends in 99999.") == "");
    CHECK(times_of("It ends on 1 January 99999.") == "");
    CHECK(times_of("It began 400,000 years ago.") == "[400,000 years ago] DATE PAST_REF; ");
  }

  TEST_CASE("words that may mean a time, again and again, mean none") {
    CHECK(times_of("the second second of the second second") == "");
    CHECK(times_of("may may may march march march") == "");
  }

  TEST_CASE("a word that begins as a fiscal year does is none") {
    CHECK(times_of("f fy f. FY fy2 FY245 fyi") == "");
    CHECK(times_of("It paid in FY.") == "");
  }

  TEST_CASE("hours that no day has are none") {
    CHECK(times_of("It leaves at 25:61.") == "");
    CHECK(times_of("It leaves at 13:75 p.m.") == "");
  }

  TEST_CASE("a date with a line break inside keeps its sense or loses its day") {
    CHECK(times_of("They met on 3\nMay 2015.") == "[May 2015] DATE 2015-05; ");
  }

  TEST_CASE("very large counts give no date beyond the calendar") {
    CHECK(times_of("It will end 999999999 years from now.") == "[999999999 years from now] DATE FUTURE_REF; ");
    CHECK(times_of("It began 999999999 days ago.").find("DATE 0000") == std::string::npos);
  }
}
