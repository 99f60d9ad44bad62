// From the stages' structs to the report: bytes become the unit asked for, indices become ids.
#include <string>

#include "analysis.h"
#include "text/offset_map.h"
#include "warnings.h"

namespace dateline {
namespace {

class ReportBuilder {
 public:
  ReportBuilder(const Analysis& analysis, OffsetUnit unit)
      : analysis_(analysis), document_(analysis.document), map_(analysis.document.text(), unit) {
    report_.offsets = unit;
    report_.length = map_.length();
  }

  Report build(const Oddities& oddities) {
    add_reference_date();
    add_structure();
    for (const Entity& entity : analysis_.entities.entities) add(entity);
    for (const Timex& time : analysis_.times) add(time);
    for (const TimelineEvent& event : analysis_.timeline) add(event);
    for (const Quote& quote : analysis_.quotes) add(quote);
    for (const Figure& figure : analysis_.figures) add(figure);
    for (const Keyphrase& keyphrase : analysis_.keyphrases) add(keyphrase);
    for (const ScoredSentence& row : analysis_.summary) report_.summary.push_back({row.sentence, row.score});
    for (const Warning& warning : find_warnings(document_, oddities)) {
      report_.warnings.push_back({warning.code, warning.message, optional_span(warning.span)});
    }
    return std::move(report_);
  }

 private:
  static std::string id(char letter, size_t index) { return letter + std::to_string(index + 1); }
  ReportSpan span(Span bytes) const { return {map_(bytes.start), map_(bytes.end)}; }
  std::optional<ReportSpan> optional_span(const std::optional<Span>& bytes) const {
    return bytes ? std::optional(span(*bytes)) : std::nullopt;
  }
  static std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  }
  static std::optional<std::string> time_id(uint32_t time) {
    return time == kNoTime ? std::nullopt : std::optional(id('t', time));
  }
  static std::optional<std::string> entity_id(uint32_t entity) {
    return entity == kNoEntity ? std::nullopt : std::optional(id('e', entity));
  }
  static std::optional<std::string> iso(const std::optional<Date>& date) {
    return date ? std::optional(to_iso(*date)) : std::nullopt;
  }

  void add_reference_date() {
    report_.reference_date = iso(analysis_.reference.date);
    report_.reference_date_source = name_of(analysis_.reference.source);
    report_.reference_date_span = optional_span(analysis_.reference.span);
  }

  void add_structure() {
    for (const Block& block : document_.blocks()) report_.blocks.push_back({name_of(block.kind), span(block.span)});
    for (const Sentence& sentence : document_.sentences()) {
      report_.sentences.push_back({span(sentence.span), sentence.block});
    }
  }

  void add(const Entity& entity) {
    ReportEntity row;
    row.id = id('e', report_.entities.size());
    row.type = name_of(entity.type);
    row.name = entity.name;
    row.aliases = entity.aliases;
    row.description = unless_empty(entity.description);
    row.salience = entity.salience;
    for (const uint32_t index : entity.mentions) {
      const Mention& mention = analysis_.entities.mentions[index];
      row.mentions.push_back({span(mention.span), name_of(mention.kind)});
    }
    if (entity.place)
      row.place = {entity.place->latitude, entity.place->longitude, entity.place->country, entity.place->kind};
    report_.entities.push_back(std::move(row));
  }

  void add(const Timex& time) {
    report_.times.push_back({id('t', report_.times.size()), span(time.span), name_of(time.type), time.value,
                             unless_empty(time.mod), iso(time.begin), iso(time.end)});
  }

  void add(const TimelineEvent& event) {
    ReportEvent row;
    row.id = id('v', report_.timeline.size());
    row.begin = to_iso(event.begin);
    row.end_date = iso(event.end);
    row.precision = name_of(event.precision);
    row.basis = name_of(event.basis);
    row.time = time_id(event.time);
    row.sentence = event.sentence;
    row.span = span(event.clause);
    row.trigger = span(document_.span_of(event.trigger));
    row.title = event.title;
    row.planned = event.planned;
    for (const uint32_t entity : event.entities) row.entities.push_back(id('e', entity));
    report_.timeline.push_back(std::move(row));
  }

  void add(const Quote& quote) {
    ReportQuote row;
    row.id = id('q', report_.quotes.size());
    row.kind = name_of(quote.kind);
    row.span = span(quote.span());
    for (const Span& part : quote.parts) row.parts.push_back(span(part));
    row.cue = optional_span(quote.cue);
    if (quote.speaker) {
      row.speaker = ReportSpeaker{span(*quote.speaker), entity_id(quote.entity), std::nullopt};
      if (quote.entity != kNoEntity) row.speaker->name = analysis_.entities.entities[quote.entity].name;
    }
    report_.quotes.push_back(std::move(row));
  }

  void add(const Figure& figure) {
    ReportFigure row;
    row.id = id('f', report_.figures.size());
    row.span = span(figure.span);
    row.kind = name_of(figure.kind);
    row.value = figure.value;
    row.value_to = figure.value_to;
    row.modifier = unless_empty(figure.modifier);
    row.unit = unless_empty(figure.unit);
    row.what = unless_empty(figure.what);
    row.time = time_id(figure.time);
    row.source = entity_id(figure.source);
    report_.figures.push_back(std::move(row));
  }

  void add(const Keyphrase& keyphrase) {
    ReportKeyphrase row{keyphrase.text, keyphrase.score, {}};
    for (const Span& mention : keyphrase.mentions) row.mentions.push_back(span(mention));
    report_.keyphrases.push_back(std::move(row));
  }

  const Analysis& analysis_;
  const Document& document_;
  OffsetMap map_;
  Report report_;
};

}  // namespace

Report build_report(const Analysis& analysis, const Oddities& oddities, OffsetUnit unit) {
  return ReportBuilder(analysis, unit).build(oddities);
}

}  // namespace dateline
