// Dateline: who and what is in a news article, what happened when, who said what, and what to read first.
//
//   Report report = dateline::analyze(text, {.date = *dateline::parse_date("2016-02-11")});
//   std::string json = dateline::to_json(report);
//
// analyze() is a pure function of its arguments: no clock, no locale, no files, no printing; the same input gives the
// same report on every platform. It is safe to call from several threads at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report.h"
#include "time/calendar.h"

namespace dateline {

struct Options {
  std::optional<Date> date;  // publication date, which relative dates count from; else looked for in the text
  OffsetUnit offsets = OffsetUnit::kUtf8;  // the unit of every start and end in the report
};

/// The report on one article in UTF-8. Any bytes are taken: what is not valid UTF-8 counts as replacement characters,
/// as a decoder would make them, and gives a warning. Never throws but for memory. At most 1 GiB. Cost: linear in the
/// length.
Report analyze(std::string_view text, const Options& options = {});

/// The same for UTF-16 (a JavaScript string); lone surrogates keep their places and give a warning.
/// The offsets of the report are UTF-16 units, whatever the options say.
Report analyze(std::u16string_view text, const Options& options = {});

/// The library's version, as "1.2.3".
const char* version();

}  // namespace dateline
