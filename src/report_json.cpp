#include "report_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// Three decimals, so that two maths libraries cannot tell.
double rounded(double score) {
  return std::round(score * 1000.0) / 1000.0;
}

/// An object in the making. (Written in braces, each key and value would be a list of their own first, which takes
/// several times as long.)
class Object {
 public:
  Object& with(const char* key, Json value) {
    fields_.emplace_back(key, std::move(value));
    return *this;
  }
  operator Json() { return std::move(fields_); }

 private:
  Json::object_t fields_;
};

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(const ReportSpan& span) {
  return Object().with("start", span.start).with("end", span.end);
}

Json json_of(const std::optional<ReportSpan>& span) {
  return span ? json_of(*span) : Json(nullptr);
}

Json json_of(const ReportBlock& item);
Json json_of(const ReportSentence& item);
Json json_of(const ReportMention& item);
Json json_of(const ReportEntity& item);
Json json_of(const ReportTime& item);
Json json_of(const ReportEvent& item);
Json json_of(const ReportQuote& item);
Json json_of(const ReportFigure& item);
Json json_of(const ReportKeyphrase& item);
Json json_of(const ReportSummarySentence& item);
Json json_of(const ReportWarning& item);

template <typename T>
Json list_of(const std::vector<T>& items) {
  Json::array_t list;
  list.reserve(items.size());
  for (const T& item : items) list.push_back(json_of(item));
  return list;
}

/// A whole number without a decimal point.
Json number_of(double value) {
  if (std::abs(value) < 9e15 && value == std::floor(value)) return static_cast<int64_t>(value);
  return value;
}

Json json_of(const ReportBlock& block) {
  return Object().with("kind", block.kind).with("start", block.span.start).with("end", block.span.end);
}

Json json_of(const ReportSentence& sentence) {
  return Object().with("start", sentence.span.start).with("end", sentence.span.end).with("block", sentence.block);
}

Json json_of(const ReportMention& mention) {
  return Object().with("start", mention.span.start).with("end", mention.span.end).with("kind", mention.kind);
}

Json json_of(const ReportEntity& entity) {
  Json out = Object()
                 .with("id", entity.id)
                 .with("type", entity.type)
                 .with("name", entity.name)
                 .with("aliases", entity.aliases)
                 .with("description", or_null(entity.description))
                 .with("salience", rounded(entity.salience))
                 .with("mentions", list_of(entity.mentions));
  if (entity.place) {
    const ReportPlace& place = *entity.place;
    out["place"] = Object().with("latitude", place.latitude).with("longitude", place.longitude);
    if (!place.country.empty()) out["place"]["country"] = place.country;
    out["place"]["kind"] = place.kind;
  }
  return out;
}

Json json_of(const ReportTime& time) {
  return Object()
      .with("id", time.id)
      .with("start", time.span.start)
      .with("end", time.span.end)
      .with("type", time.type)
      .with("value", time.value)
      .with("mod", or_null(time.mod))
      .with("begin", or_null(time.begin))
      .with("end_date", or_null(time.end_date));
}

Json json_of(const ReportEvent& event) {
  return Object()
      .with("id", event.id)
      .with("begin", event.begin)
      .with("end_date", or_null(event.end_date))
      .with("precision", event.precision)
      .with("basis", event.basis)
      .with("time", or_null(event.time))
      .with("sentence", event.sentence)
      .with("start", event.span.start)
      .with("end", event.span.end)
      .with("trigger", json_of(event.trigger))
      .with("title", event.title)
      .with("planned", event.planned)
      .with("entities", event.entities);
}

Json json_of(const ReportQuote& quote) {
  Json speaker = nullptr;
  if (quote.speaker) {
    speaker = json_of(quote.speaker->span);
    speaker["entity"] = or_null(quote.speaker->entity);
    speaker["name"] = or_null(quote.speaker->name);
  }
  return Object()
      .with("id", quote.id)
      .with("kind", quote.kind)
      .with("start", quote.span.start)
      .with("end", quote.span.end)
      .with("parts", list_of(quote.parts))
      .with("cue", json_of(quote.cue))
      .with("speaker", speaker);
}

Json json_of(const ReportFigure& figure) {
  Json out = Object()
                 .with("id", figure.id)
                 .with("start", figure.span.start)
                 .with("end", figure.span.end)
                 .with("kind", figure.kind)
                 .with("value", number_of(figure.value));
  if (figure.value_to) out["value_to"] = number_of(*figure.value_to);
  out["modifier"] = or_null(figure.modifier);
  out["unit"] = or_null(figure.unit);
  out["what"] = or_null(figure.what);
  out["time"] = or_null(figure.time);
  out["source"] = or_null(figure.source);
  return out;
}

Json json_of(const ReportKeyphrase& keyphrase) {
  return Object()
      .with("text", keyphrase.text)
      .with("score", rounded(keyphrase.score))
      .with("mentions", list_of(keyphrase.mentions));
}

Json json_of(const ReportSummarySentence& row) {
  return Object().with("sentence", row.sentence).with("score", rounded(row.score));
}

Json json_of(const ReportWarning& warning) {
  Json out = Object().with("code", warning.code).with("message", warning.message);
  if (warning.span) {
    out["start"] = warning.span->start;
    out["end"] = warning.span->end;
  }
  return out;
}

}  // namespace

const char* name_of(OffsetUnit unit) {
  return unit == OffsetUnit::kUtf8 ? "utf8" : unit == OffsetUnit::kUtf16 ? "utf16" : "codepoint";
}

std::string to_json(const Report& report, const std::string& id, int indent) {
  Json out;
  out["version"] = 1;
  if (!id.empty()) out["id"] = id;
  out["offsets"] = name_of(report.offsets);
  out["length"] = report.length;
  out["reference_date"] = or_null(report.reference_date);
  out["reference_date_source"] = report.reference_date_source;
  out["reference_date_span"] = json_of(report.reference_date_span);
  out["blocks"] = list_of(report.blocks);
  out["sentences"] = list_of(report.sentences);
  out["entities"] = list_of(report.entities);
  out["times"] = list_of(report.times);
  out["timeline"] = list_of(report.timeline);
  out["quotes"] = list_of(report.quotes);
  out["figures"] = list_of(report.figures);
  out["keyphrases"] = list_of(report.keyphrases);
  out["summary"] = list_of(report.summary);
  out["warnings"] = list_of(report.warnings);
  return out.dump(indent);
}

}  // namespace dateline
