#include "support/times.h"

#include "support/documents.h"
#include "time/timex.h"

namespace dateline::testing {

std::string times_of(const std::string& text) {
  const Document document = parsed_document_of(text);
  std::string out;
  for (const Timex& time : find_times(document, {Date{2016, 2, 11}, ReferenceDate::Source::kGiven, std::nullopt})) {
    out += "[" + words_of(document, time.span) + "] " + name_of(time.type) + " " + time.value + "; ";
  }
  return out;
}

}  // namespace dateline::testing
