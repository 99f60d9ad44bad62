// The module's one function: text and publication date in, the report's JSON out. It converts and calls; it decides
// nothing about the text.
//
// The text comes as UTF-16 because that is what a JavaScript string is: offsets need no conversion, and a lone
// surrogate arrives as it was. (A std::string argument would be re-encoded, and damage it and its neighbour.)
#include <emscripten/bind.h>

#include <optional>
#include <string>

#include "dateline.h"
#include "report_json.h"

namespace {

// The longest text taken, in UTF-16 units. Memory grows by less than 100 bytes a unit, and the module has 2 GB.
constexpr unsigned kMaxLength = 16u << 20;

/// {"error": {"code", "message"}}; neither may need escaping in JSON.
std::string error_json(const char* code, const char* message) {
  return std::string("{\"error\":{\"code\":\"") + code + "\",\"message\":\"" + message + "\"}}";
}

/// The report on `text`. `date` is "YYYY-MM-DD", or empty where it is not known.
/// Refused, as an error object: bad_date, too_long.
std::string analyze(const std::u16string& text, const std::string& date) {
  dateline::Options options;
  if (!date.empty()) {
    options.date = dateline::parse_date(date);
    if (!options.date) return error_json("bad_date", "The publication date must be a day, written YYYY-MM-DD.");
  }
  if (text.size() > kMaxLength) return error_json("too_long", "The text is too long.");
  return dateline::to_json(dateline::analyze(text, options));
}

std::string version() {
  return dateline::version();
}

}  // namespace

EMSCRIPTEN_BINDINGS(dateline) {
  emscripten::function("analyze", &analyze);
  emscripten::function("version", &version);
  emscripten::constant("maxLength", kMaxLength);
}
