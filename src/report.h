// The report: what an analysis returns, field for field the public contract. Plain structs; report_json.h writes them.
//
// Every start and end counts units of the text as it was passed in, end exclusive; the unit is `offsets`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

enum class OffsetUnit { kUtf8, kUtf16, kCodePoint };

struct ReportSpan {
  uint32_t start = 0;
  uint32_t end = 0;
};

struct ReportBlock {
  const char* kind =
      "paragraph";  // headline | subheading | byline | dateline | caption | credit | paragraph | list | other
  ReportSpan span;
};

struct ReportSentence {
  ReportSpan span;
  uint32_t block = 0;
};

struct ReportMention {
  ReportSpan span;
  const char* kind = "name";  // name | nominal | pronoun
};

struct ReportPlace {
  double latitude = 0, longitude = 0;  // decimal degrees, WGS 84
  std::string country;                 // ISO 3166-1 alpha-2; empty where there is none (a sea, a continent)
  std::string kind;                    // city | country | region | continent | water
};

struct ReportEntity {
  std::string id;
  const char* type =
      "other";  // person | organization | place | group | event | work | product | law | language | other
  std::string name;
  std::vector<std::string> aliases;
  std::optional<std::string> description;
  double salience = 0;  // 0..1
  std::vector<ReportMention> mentions;
  std::optional<ReportPlace> place;
};

struct ReportTime {
  std::string id;
  ReportSpan span;
  const char* type = "DATE";  // DATE | TIME | DURATION | SET
  std::string value;
  std::optional<std::string> mod;
  std::optional<std::string> begin, end_date;  // the calendar days it covers
};

struct ReportEvent {
  std::string id;
  std::string begin;
  std::optional<std::string> end_date;  // null: open, still going on
  const char* precision = "day";        // year | quarter | month | week | day | time | interval
  const char* basis = "explicit";       // explicit | relative | context
  std::optional<std::string> time;
  uint32_t sentence = 0;
  ReportSpan span;     // the clause that tells the event
  ReportSpan trigger;  // its main word
  std::string title;
  bool planned = false;  // told as planned or expected
  std::vector<std::string> entities;
};

struct ReportSpeaker {
  ReportSpan span;
  std::optional<std::string> entity, name;
};

struct ReportQuote {
  std::string id;
  const char* kind = "direct";  // direct | mixed | indirect
  ReportSpan span;
  std::vector<ReportSpan> parts;
  std::optional<ReportSpan> cue;
  std::optional<ReportSpeaker> speaker;
};

struct ReportFigure {
  std::string id;
  ReportSpan span;
  const char* kind = "count";  // count | money | percent | measure | ordinal
  double value = 0;
  std::optional<double> value_to;  // the upper end of a range ("10 to 12 people")
  std::optional<std::string> modifier, unit, what, time, source;
};

struct ReportKeyphrase {
  std::string text;
  double score = 0;
  std::vector<ReportSpan> mentions;
};

struct ReportSummarySentence {
  uint32_t sentence = 0;
  double score = 0;
};

struct ReportWarning {
  std::string code;  // invalid_utf8 | lone_surrogate | nul | empty | not_english | long_line | …
  std::string message;
  std::optional<ReportSpan> span;
};

struct Report {
  OffsetUnit offsets = OffsetUnit::kUtf8;
  uint32_t length = 0;                            // of the text, in that unit
  std::optional<std::string> reference_date;      // ISO 8601
  const char* reference_date_source = "none";     // given | article | none
  std::optional<ReportSpan> reference_date_span;  // where the article says it, if it does
  std::vector<ReportBlock> blocks;
  std::vector<ReportSentence> sentences;
  std::vector<ReportEntity> entities;
  std::vector<ReportTime> times;
  std::vector<ReportEvent> timeline;
  std::vector<ReportQuote> quotes;
  std::vector<ReportFigure> figures;
  std::vector<ReportKeyphrase> keyphrases;
  std::vector<ReportSummarySentence> summary;
  std::vector<ReportWarning> warnings;
};

}  // namespace dateline
