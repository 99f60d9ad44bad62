// analyze(): every stage, called in order. Each takes what the ones before it found and returns plain structs.
#include "analysis.h"
#include "dateline.h"
#include "quote/quoted_first_person.h"

namespace dateline {
namespace {

Report analyze_clean(CleanText text, std::optional<Date> date, OffsetUnit unit) {
  const Oddities oddities = std::move(text.oddities);
  Analysis analysis;
  analysis.document = build_document(std::move(text), Depth::kGrammar);
  const Document& document = analysis.document;
  analysis.reference = find_reference_date(document, date);
  analysis.entities = find_entities(document);
  analysis.times = find_times(document, analysis.reference);
  analysis.quotes = find_quotes(document, analysis.entities);
  add_quoted_first_person(document, analysis.quotes, analysis.entities);
  analysis.timeline = build_timeline(document, analysis.entities, analysis.times, analysis.quotes, analysis.reference);
  analysis.figures = find_figures(document, analysis.entities, analysis.times, analysis.quotes);
  analysis.keyphrases = find_keyphrases(document, analysis.entities, analysis.times);
  analysis.summary = score_sentences(document, analysis.entities, analysis.timeline, analysis.quotes, analysis.figures,
                                     analysis.keyphrases);
  return build_report(analysis, oddities, unit);
}

}  // namespace

Report analyze(std::string_view text, const Options& options) {
  return analyze_clean(clean_utf8(text), options.date, options.offsets);
}

Report analyze(std::u16string_view text, const Options& options) {
  return analyze_clean(clean_utf16(text), options.date, OffsetUnit::kUtf16);
}

const char* version() {
  return DATELINE_VERSION;
}

}  // namespace dateline
