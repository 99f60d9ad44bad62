// Timelines of short articles of our own: which events, on which days, in which words.
#include "event/timeline.h"

#include <doctest/doctest.h>

#include <string>

#include "dateline.h"
#include "support/documents.h"

using namespace dateline;
using namespace dateline::testing;

namespace {

/// "begin..end precision basis title" of every event, one a line; the reference date is Thursday 11 February 2016.
std::string timeline_of(std::string_view text) {
  const Document document = parsed_document_of(text);
  const ReferenceDate reference{Date{2016, 2, 11}, ReferenceDate::Source::kGiven, std::nullopt};
  std::string out;
  for (const TimelineEvent& event : build_timeline(document, {}, find_times(document, reference), {}, reference)) {
    out += to_iso(event.begin) + ".." + (event.end ? to_iso(*event.end) : std::string()) + " " +
           name_of(event.precision) + " " + name_of(event.basis) + " " + event.title +
           (event.planned ? " (planned)" : "") + "\n";
  }
  return out;
}

}  // namespace

TEST_SUITE("event/timeline") {
  TEST_CASE("an event has its day and a title without the date phrase") {
    CHECK(timeline_of("On Wednesday, the harbour board also approved the new pier.") ==
          "2016-02-10..2016-02-10 day relative Harbour board approved the new pier\n");
    CHECK(timeline_of("The harbour board approved the new pier on 3 May 2015, which angered the fishermen.") ==
          "2015-05-03..2015-05-03 day explicit Harbour board approved the new pier\n");
  }

  TEST_CASE("what has gone on since a date is an open interval") {
    CHECK(timeline_of("Nearly forty boats have been sunk in the strait by storms since September 2015.") ==
          "2015-09-01.. interval explicit Nearly forty boats have been sunk in the strait by storms\n");
  }

  TEST_CASE("from one date to another is a closed interval") {
    CHECK(timeline_of("The fair was held from 3 May 2015 to 9 May 2015.") ==
          "2015-05-03..2015-05-09 interval explicit Fair was held\n");
  }

  TEST_CASE("what happened early in a month lies in that month; how early, its time tells") {
    CHECK(timeline_of("The offensive began in early February.") ==
          "2016-02-01..2016-02-29 month relative Offensive began\n");
  }

  TEST_CASE("the date of what something is compared with is not its own") {
    CHECK(timeline_of("At least 12 miners have died, up from nine on Sunday.") == "");
    CHECK(timeline_of("Some 4,000 homes are without power, down from 9,000 on Saturday.") == "");
    CHECK(timeline_of("Turnover rose to 5 million crowns in January from 4 million in January 2015.") ==
          "2016-01-01..2016-01-31 month relative Turnover rose to 5 million crowns from 4 million\n");
    CHECK(timeline_of("Shops sold 300 sledges in January, compared with 450 in January 2015.") ==
          "2016-01-01..2016-01-31 month relative Shops sold 300 sledges\n");
    CHECK(timeline_of("Exports rose 3 percent from a year earlier.") == "");
    CHECK(timeline_of("Exports rose 3 percent in January from December.") ==
          "2016-01-01..2016-01-31 month relative Exports rose 3 percent\n");
    CHECK(timeline_of("The fair will last ten days from May 5.").starts_with("2016-05-05"));
    CHECK(timeline_of("Insurers expect the largest losses since the storms of 1999.") == "");
    CHECK(timeline_of("At least nine miners have died since Monday.").starts_with("2016-02-08.. interval"));
    CHECK(timeline_of("The keeper moved up from the second team in 2014.") ==
          "2014-01-01..2014-12-31 year explicit Keeper moved up from the second team\n");
    CHECK(timeline_of("The mayor resigned more than three weeks ago.").starts_with("2016-01-18..2016-01-24"));
  }

  TEST_CASE("a relative clause is told of the name that it stands beside") {
    CHECK(timeline_of("Jane Roe, a teacher who founded the choir in 2009, sang alone.") ==
          "2009-01-01..2009-12-31 year explicit Jane Roe founded the choir\n");
    CHECK(timeline_of("They met at the Old Mill, which Mayor Jane Roe opened on Friday.") ==
          "2016-02-05..2016-02-05 day relative Old Mill, which Mayor Jane Roe opened\n");
  }

  TEST_CASE("a sentence in brackets has its words, and what tells nothing of anybody is left out") {
    CHECK(timeline_of("(The harbour board responded on Friday with a note.)") ==
          "2016-02-05..2016-02-05 day relative Harbour board responded with a note\n");
    CHECK(timeline_of("This was a great day for us on Friday.") == "");
    CHECK(timeline_of("But then came Friday.") == "");
    CHECK(timeline_of("- 8 May: Results\n- 1 July: Inauguration\n").find("Inauguration") != std::string::npos);
  }

  TEST_CASE("what is not so until a date begins then") {
    CHECK(timeline_of("The ruling does not take effect until March 9.") ==
          "2016-03-09..2016-03-09 day relative Ruling does not take effect until March 9 (planned)\n");
    CHECK(timeline_of("The ruling did not take effect on Friday.") == "");
  }

  TEST_CASE("what would have been, had something happened, is no event") {
    CHECK(timeline_of("\"Had it struck on Friday, many would have died,\" a keeper said.") == "");
  }

  TEST_CASE("a quarter that tells which sales stays in the title") {
    CHECK(timeline_of("Its third-quarter sales rose by 5 percent.") ==
          "2015-07-01..2015-09-30 quarter relative Its third-quarter sales rose by 5 percent\n");
  }

  TEST_CASE("of two dates the nearer one is that of the saying") {
    CHECK(timeline_of("Turnover fell to 4 million crowns from 6 million a year earlier, the brewery said Tuesday.")
              .find("2015") == std::string::npos);
  }

  TEST_CASE("what is to come is marked as planned") {
    CHECK(timeline_of("The harbour board will open the pier on Saturday.") ==
          "2016-02-13..2016-02-13 day relative Harbour board will open the pier (planned)\n");
  }

  TEST_CASE("what is told next, without a date, took place on the day told before") {
    CHECK(timeline_of("The harbour board met on Thursday. \"We will open the pier,\" said Jane Roe.") ==
          "2016-02-11..2016-02-11 day relative Harbour board met\n"
          "2016-02-11..2016-02-11 day context We will open the pier, said Jane Roe\n");
    CHECK(timeline_of("Jane Roe was arrested on Thursday. She was taken to a hospital.") ==
          "2016-02-11..2016-02-11 day relative Jane Roe was arrested\n"
          "2016-02-11..2016-02-11 day context She was taken to a hospital\n");
  }

  TEST_CASE("what is only wished for, how things are, and what came behind what is not carried over") {
    CHECK(timeline_of("The harbour board met on Thursday. \"What we need is a new pier,\" the mayor said.") ==
          "2016-02-11..2016-02-11 day relative Harbour board met\n");
    CHECK(timeline_of("The harbour board met on Thursday. Her words came after a storm.") ==
          "2016-02-11..2016-02-11 day relative Harbour board met\n");
    CHECK(timeline_of("The harbour board met on Thursday. It has twelve members.") ==
          "2016-02-11..2016-02-11 day relative Harbour board met\n");
    CHECK(timeline_of("The old pier was built in 1998. The mayor resigned.") ==
          "1998-01-01..1998-12-31 year explicit Old pier was built\n");
  }

  TEST_CASE("what had gone before is not of the day told before") {
    CHECK(timeline_of("The harbour board met in 1998. It had planned the pier for decades.") ==
          "1998-01-01..1998-12-31 year explicit Harbour board met\n");
  }

  TEST_CASE("a year that only tells which games is no date of what is told") {
    CHECK(timeline_of("The town hopes to host the 2030 Harbour Games.") == "");
    CHECK(timeline_of("In 2014 Hallin hosted the games.") ==
          "2014-01-01..2014-12-31 year explicit Hallin hosted the games\n");
  }

  TEST_CASE("a date that only ends a quarter is no event") {
    CHECK(timeline_of("Profit rose in the quarter ended Sept. 30.") ==
          "2015-07-01..2015-09-30 quarter relative Profit rose\n");
  }

  TEST_CASE("a date that only compares is no event") {
    CHECK(timeline_of("Rents rose on Wednesday, the sharpest rise since 2009.") ==
          "2016-02-10..2016-02-10 day relative Rents rose\n");
  }

  TEST_CASE("what had happened an hour later did not happen") {
    CHECK(timeline_of("Had it happened on Tuesday, many would have drowned.") == "");
  }

  TEST_CASE("a title says whom it tells of, and leaves out what stands between") {
    CHECK(timeline_of("Jane Roe, a teacher at the harbour school, resigned on Wednesday.") ==
          "2016-02-10..2016-02-10 day relative Jane Roe resigned\n");
    CHECK(timeline_of("The pier, built in 1998, is closed.") == "1998-01-01..1998-12-31 year explicit Pier built\n");
    CHECK(timeline_of("They will play in the new hall, which opens on Saturday.") ==
          "2016-02-13..2016-02-13 day relative New hall opens (planned)\n");
    CHECK(timeline_of("The rebels, who captured Hallin on Wednesday, gave up.") ==
          "2016-02-10..2016-02-10 day relative Rebels captured Hallin\n");
    CHECK(timeline_of("The talks which ended on Wednesday are aimed at a truce.") ==
          "2016-02-10..2016-02-10 day relative Talks ended\n");
    CHECK(timeline_of("The board heard that between March 2014 and May 2015 he sold three boats.") ==
          "2014-03-01..2015-05-31 interval explicit Board heard that he sold three boats\n");
  }

  TEST_CASE("a title of a saying takes in what was said behind it") {
    CHECK(timeline_of("The judge told the court on Wednesday: \"You sold the harbour.\"") ==
          "2016-02-10..2016-02-10 day relative Judge told the court: You sold the harbour\n");
  }

  TEST_CASE("a title ends what was said where the one who said it begins") {
    CHECK(timeline_of("\"He is a broken man,\" his neighbour, Jane Roe, told the board on Wednesday.") ==
          "2016-02-10..2016-02-10 day relative He is a broken man\n");
  }

  TEST_CASE("a saying is dated, and its title tells what was said") {
    CHECK(timeline_of("Dozens of boats have been lost in the strait, a harbour master said on Tuesday.") ==
          "2016-02-09..2016-02-09 day relative Dozens of boats have been lost in the strait\n");
  }

  TEST_CASE("a relative clause behind a comma makes a title of its own") {
    CHECK(timeline_of("Jane Roe, who took over in January, spoke at length.") ==
          "2016-01-01..2016-01-31 month relative Jane Roe took over\n");
  }

  TEST_CASE("a text that begins with a comma and a relative pronoun has a sound title, or none") {
    for (const std::string text :
         {", who took over in May 2003, won.", ", which opened in May 2003", ",who left in 2003."}) {
      CHECK(timeline_of(text).size() < 200);
    }
  }

  TEST_CASE("what did not happen is no event") {
    CHECK(timeline_of("The board did not meet on Tuesday.") == "");
  }

  TEST_CASE("what is supposed, wished for or refused is no event") {
    for (const std::string text :
         {"The board could meet on Saturday.", "If the board meets on Saturday, the pier may open.",
          "The mayor hopes to open the pier on Saturday.", "The fishermen want the board to meet on Saturday.",
          "No boat left the harbour on Tuesday.", "They never met in 2015."}) {
      CAPTURE(text);
      CHECK(timeline_of(text) == "");
    }
  }

  TEST_CASE("what is planned, scheduled or told as to come is there and marked") {
    CHECK(timeline_of("The board plans to open the pier on Saturday.") ==
          "2016-02-13..2016-02-13 day relative Board plans to open the pier (planned)\n");
    CHECK(timeline_of("The vote is expected on Saturday.") ==
          "2016-02-13..2016-02-13 day relative Vote is expected (planned)\n");
    CHECK(timeline_of("The board said it would open the pier in May 2017.") ==
          "2017-05-01..2017-05-31 month explicit Board said it would open the pier (planned)\n");
  }

  TEST_CASE("a past date behind a refusal or a request is that of the refusal or request") {
    CHECK(timeline_of("The mayor declined to comment on Tuesday.") ==
          "2016-02-09..2016-02-09 day relative Mayor declined to comment\n");
    CHECK(timeline_of("The board urged the mayor on Tuesday to resign.") ==
          "2016-02-09..2016-02-09 day relative Board urged the mayor to resign\n");
  }

  TEST_CASE("a date of a meeting is that of what was done there; a date of another event is not") {
    CHECK(timeline_of("The mayor raised the question during talks with the board on Tuesday.") ==
          "2016-02-09..2016-02-09 day relative Mayor raised the question during talks with the board\n");
    CHECK(timeline_of("The mayor defended the harbour raid of 3 May 2015.") ==
          "2015-05-03..2015-05-03 day explicit Harbour raid\n");
    CHECK(timeline_of("Fishermen recall the great storm of 1998.") ==
          "1998-01-01..1998-12-31 year explicit Great storm\n");
  }

  TEST_CASE("each of two verbs has its own date, and a title has only one") {
    CHECK(timeline_of("Jane Roe opened the school in 1998 and sold it in 2003.") ==
          "1998-01-01..1998-12-31 year explicit Jane Roe opened the school\n"
          "2003-01-01..2003-12-31 year explicit Jane Roe sold it\n");
  }

  TEST_CASE("a second verb keeps the auxiliary that it shares") {
    CHECK(timeline_of("The captain was arrested in 1998 and released in 2003.") ==
          "1998-01-01..1998-12-31 year explicit Captain was arrested\n"
          "2003-01-01..2003-12-31 year explicit Captain was released\n");
  }

  TEST_CASE("a date that tells until when or by when keeps its word") {
    CHECK(timeline_of("The board will repair the pier by May 2017.") ==
          "2017-05-01..2017-05-31 month explicit Board will repair the pier by May 2017 (planned)\n");
  }

  TEST_CASE("a beginning that begins is named once") {
    CHECK(timeline_of("The start of the harbour strike began in May 2015.") ==
          "2015-05-01..2015-05-31 month explicit Harbour strike began\n");
  }

  TEST_CASE("what was said of it, he or she keeps the words that tell who said it") {
    CHECK(timeline_of("The harbour company said it will sell three boats on Saturday.") ==
          "2016-02-13..2016-02-13 day relative Harbour company said it will sell three boats (planned)\n");
  }

  TEST_CASE("a participle in front tells of the same event as its verb") {
    CHECK(timeline_of("Speaking to fishermen on Tuesday, the mayor promised a new pier.") ==
          "2016-02-09..2016-02-09 day relative Mayor promised a new pier\n");
  }

  TEST_CASE("no title ends with a participle that lost its words") {
    CHECK(timeline_of(
              "Net profit fell 38% on Tuesday to 112 million euros, hurt by falling prices and a costly recall in "
              "four of the countries where the batteries are sold.") ==
          "2016-02-09..2016-02-09 day relative Net profit fell 38% to 112 million euros\n");
  }

  TEST_CASE("what someone did to a thing that a relative clause tells of is told with the thing") {
    CHECK(timeline_of("The runner wants to lower her record, which she set in Hartley in October 2013.") ==
          "2013-10-01..2013-10-31 month explicit Her record, which she set in Hartley\n");
  }

  TEST_CASE("that somebody spoke, and no more, is no event where its day is only supposed") {
    CHECK(timeline_of("The harbour board met on Tuesday.\n\nThe mayor said.\n\n\"It is done.\"") ==
          "2016-02-09..2016-02-09 day relative Harbour board met\n");
  }

  TEST_CASE("a year at a name tells which one") {
    CHECK(timeline_of("The town shows its boats at Harbour Expo 2010.") == "");
  }

  TEST_CASE("a long title ends where a phrase ends") {
    CHECK(timeline_of(
              "The harbour board approved on Tuesday a plan for a new pier with two restaurants, a small museum of "
              "fishing and a landing stage for the ferries from the islands in the north of the strait.") ==
          "2016-02-09..2016-02-09 day relative Harbour board approved a plan for a new pier\n");
  }

  TEST_CASE("a long title that leaves out an office leaves out whole names") {
    const Report report = analyze(
        "On Tuesday the United States Secretary of Transport Jane Roe opened a new tunnel below the river with the "
        "mayors of four towns on both of its banks.",
        {.date = Date{2016, 2, 11}});
    REQUIRE(report.timeline.size() == 1);
    CHECK(report.timeline[0].title.starts_with("Jane Roe opened a new tunnel"));
  }

  TEST_CASE("tellings of different people are different events") {
    CHECK(timeline_of("Rents in Hallin rose by three percent on Tuesday.\n\nWages in Torvik rose by three percent on "
                      "Tuesday.") ==
          "2016-02-09..2016-02-09 day relative Rents in Hallin rose by three percent\n"
          "2016-02-09..2016-02-09 day relative Wages in Torvik rose by three percent\n");
  }

  TEST_CASE("events stand in the order of their days, coarse ones before the finer ones they contain") {
    CHECK(timeline_of("The pier opened on 3 May 2015. The mayor resigned in 2015. The bridge collapsed in 1998.") ==
          "1998-01-01..1998-12-31 year explicit Bridge collapsed\n"
          "2015-01-01..2015-12-31 year explicit Mayor resigned\n"
          "2015-05-03..2015-05-03 day explicit Pier opened\n");
  }

  TEST_CASE("an event told twice stands once") {
    CHECK(timeline_of("The old harbour bridge collapsed on Tuesday.\n\nThe old harbour bridge collapsed on Tuesday "
                      "after a storm.") == "2016-02-09..2016-02-09 day relative Old harbour bridge collapsed\n");
  }

  TEST_CASE("a text without dates has no timeline") {
    CHECK(timeline_of("The old harbour bridge collapsed after a storm.") == "");
    CHECK(timeline_of("") == "");
  }
}
