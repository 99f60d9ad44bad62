#include <doctest/doctest.h>

#include <string>

#include "support/documents.h"
#include "time/timex.h"

using namespace dateline;
using namespace dateline::testing;

namespace {

std::string reference_of(std::string_view text) {
  const Document document = document_of(text);
  const ReferenceDate found = find_reference_date(document, std::nullopt);
  return found.date ? to_iso(*found.date) + " " + words_of(document, *found.span) : std::string("none");
}

/// "words value begin;" of every expression of a text without a reference date.
std::string times_without_reference(std::string_view text) {
  const Document document = document_of(text);
  std::string out;
  for (const Timex& time : find_times(document, {})) {
    out += words_of(document, time.span) + " " + time.value + " " + (time.begin ? to_iso(*time.begin) : "-") + ";";
  }
  return out;
}

constexpr const char* kBody =
    "The harbour board of Ostrava Bay approved the new pier on Monday after a long debate among its members.\n\n"
    "Work on the pier was first proposed on 4 June 2019, and the board has discussed it since then many times.\n";

}  // namespace

TEST_SUITE("time/reference_date") {
  TEST_CASE("a date that is given wins over all others") {
    const Document document = document_of("Published 3 March 2021\n\n" + std::string(kBody));
    const ReferenceDate found = find_reference_date(document, Date{2020, 5, 1});
    CHECK(to_iso(*found.date) == "2020-05-01");
    CHECK(found.source == ReferenceDate::Source::kGiven);
  }

  TEST_CASE("the line that says when it was published comes first") {
    CHECK(reference_of("Board approves new pier\n\nPublished 14:02, 3 March 2021\n\n" + std::string(kBody)) ==
          "2021-03-03 3 March 2021");
  }

  TEST_CASE("a caption's date is used where no line says it") {
    CHECK(reference_of(
              "Board approves new pier\n\n" + std::string(kBody) +
              "\nThe old pier seen from the town on February 27, 2021 (Reuters)\n\nThe board will meet again.\n") ==
          "2021-02-27 February 27, 2021");
  }

  TEST_CASE("the newest day that the text names is the last resort") {
    CHECK(reference_of("Board approves new pier\n\n" + std::string(kBody)) == "2019-06-04 4 June 2019");
  }

  TEST_CASE("a day of the story with its weekday, or behind a handle, comes before a newer one without") {
    const std::string body = "Board approves new pier\n\nThe pier will open on 4 June 2023.";
    CHECK(reference_of(body + "\nThe board met on Monday, 1 March 2021, and on Tuesday, 2 February 2021.\n") ==
          "2021-03-01 Monday, 1 March 2021");
    CHECK(reference_of(body + "\nHooray! — Ann Smith (@annsmith) March 2, 2021\n\nShe has built ships.\n") ==
          "2021-03-02 March 2, 2021");
  }

  TEST_CASE("an old day is no reference date where the story names a later year or month") {
    CHECK(reference_of(
              "Singer still missed\n\nOla Brandt vanished on 3 May 1997. Her last record came out again in 2016, "
              "and a film about her followed.") == "none");
  }

  TEST_CASE("the day that ends one line is not that of a time stamp on the next") {
    const Document document = document_of(
        "Floods: what we know\n\n- Two people are missing\n- A state of mourning was declared on Tuesday\n\n18:20 "
        "CET\nThe army has joined the search in the valley, the ministry said.\n");
    std::string found;
    for (const Timex& time : find_times(document, {Date{2021, 3, 4}, ReferenceDate::Source::kGiven, std::nullopt})) {
      found += time.value + ";";
    }
    CHECK(found == "2021-03-02;2021-03-04T18:20;");
  }

  TEST_CASE("without any day there is no reference date, and relative expressions stay relative") {
    CHECK(reference_of("The board met on Friday and will meet again next month.") == "none");
    CHECK(times_without_reference("The board met on Friday.") == "Friday XXXX-WXX-5 -;");
    CHECK(times_without_reference("The board met last year.") == "last year XXXX -;");
    CHECK(times_without_reference("The board met today.") == "today XXXX-XX-XX -;");
    CHECK(times_without_reference("The board met in June.") == "June XXXX-06 -;");
    CHECK(times_without_reference("The board met on 4 June.") == "4 June XXXX-06-04 -;");
    CHECK(times_without_reference("The board met in June 2019.") == "June 2019 2019-06 2019-06-01;");
  }

  TEST_CASE("dates in digits are read the way the article writes its unmistakable ones") {
    CHECK(times_without_reference("The fair ran from 25/12/2015 on and closed on 03/02/2016.") ==
          "25/12/2015 2015-12-25 2015-12-25;03/02/2016 2016-02-03 2016-02-03;");
    CHECK(times_without_reference("The fair ran from 12/25/2015 on and closed on 03/02/2016.") ==
          "12/25/2015 2015-12-25 2015-12-25;03/02/2016 2016-03-02 2016-03-02;");
  }

  TEST_CASE("where digits do not tell, the order of the dates in words does") {
    CHECK(times_without_reference("The fair opened on 3 February 2016, or 03/02/2016 as the board has it.") ==
          "3 February 2016 2016-02-03 2016-02-03;03/02/2016 2016-02-03 2016-02-03;");
    CHECK(times_without_reference("The fair opened on March 2, 2016, or 03/02/2016 as the board has it.") ==
          "March 2, 2016 2016-03-02 2016-03-02;03/02/2016 2016-03-02 2016-03-02;");
  }

  TEST_CASE("the ways in which pages write their own date are read") {
    const std::string body = "\n\n" + std::string(kBody);
    CHECK(reference_of("Board approves new pier\n\nTue 3 Mar 2020 14.02 GMT" + body).substr(0, 10) == "2020-03-03");
    CHECK(reference_of("Board approves new pier\n\nMarch 3, 2020 | 2:02 p.m. ET" + body).substr(0, 10) == "2020-03-03");
    CHECK(reference_of("Board approves new pier\n\nUpdated 4:15 PM EST, Wed March 3, 2021" + body).substr(0, 10) ==
          "2021-03-03");
    CHECK(reference_of("Board approves new pier\n\nLast modified on Wed 3 Mar 2021 06.00 GMT" + body).substr(0, 10) ==
          "2021-03-03");
    CHECK(reference_of("Board approves new pier\n\nPublished: 2021-03-03T10:15:30Z" + body).substr(0, 10) ==
          "2021-03-03");
    CHECK(reference_of("Board approves new pier\n\nPosted on 3rd March 2021 by Ann Smith" + body).substr(0, 10) ==
          "2021-03-03");
    CHECK(reference_of("Board approves new pier\n\nPublished 13/02/2021, 16:40" + body).substr(0, 10) == "2021-02-13");
  }

  TEST_CASE("odd dates give a sound value or none") {
    CHECK(times_without_reference("It was due on 31 February 2016.").find("2016-02-31") == std::string::npos);
    CHECK(times_without_reference("It happened in the year 0.") == "");
    CHECK(times_without_reference("It will happen in 99999.") == "");
    CHECK(times_without_reference("It happened on 45/45/2016.") == "");
    CHECK(times_without_reference(
              "The long debate of the harbour board about the old pier began on 10\nFebruary 2016 and went on for long "
              "after all the others had gone home, as all\nof its members wanted to be heard about it.") ==
          "10\nFebruary 2016 2016-02-10 2016-02-10;");
  }

  TEST_CASE("many dates in a row and endless seconds are read in linear time") {
    std::string dates, seconds = "the second";
    for (int i = 0; i < 10'000; ++i) {
      dates += "3 May 2016 ";
      seconds += " second of the second";
    }
    const Document many = document_of(dates);
    const size_t found = find_times(many, {}).size();  // a sentence of 400 tokens may end inside a date
    CHECK(found >= 10'000);
    CHECK(found <= 10'100);
    const Document endless = document_of(seconds);
    CHECK(find_times(endless, {Date{2016, 2, 11}, ReferenceDate::Source::kGiven, std::nullopt}).size() < 10'001);
  }
}
