#include "report_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// Three decimals, so that two maths libraries cannot tell.
double rounded(double score) {
  return std::round(score * 1000.0) / 1000.0;
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(const ReportSpan& span) {
  return {{"start", span.start}, {"end", span.end}};
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
  Json list = Json::array();
  for (const T& item : items) list.push_back(json_of(item));
  return list;
}

/// A whole number without a decimal point.
Json number_of(double value) {
  if (std::abs(value) < 9e15 && value == std::floor(value)) return static_cast<int64_t>(value);
  return value;
}

Json json_of(const ReportBlock& block) {
  return {{"kind", block.kind}, {"start", block.span.start}, {"end", block.span.end}};
}

Json json_of(const ReportSentence& sentence) {
  return {{"start", sentence.span.start}, {"end", sentence.span.end}, {"block", sentence.block}};
}

Json json_of(const ReportMention& mention) {
  return {{"start", mention.span.start}, {"end", mention.span.end}, {"kind", mention.kind}};
}

Json json_of(const ReportEntity& entity) {
  Json out = {{"id", entity.id},
              {"type", entity.type},
              {"name", entity.name},
              {"aliases", entity.aliases},
              {"description", or_null(entity.description)},
              {"salience", rounded(entity.salience)},
              {"mentions", list_of(entity.mentions)}};
  if (entity.place) {
    const ReportPlace& place = *entity.place;
    out["place"] = {{"latitude", place.latitude}, {"longitude", place.longitude}};
    if (!place.country.empty()) out["place"]["country"] = place.country;
    out["place"]["kind"] = place.kind;
  }
  return out;
}

Json json_of(const ReportTime& time) {
  return {{"id", time.id},
          {"start", time.span.start},
          {"end", time.span.end},
          {"type", time.type},
          {"value", time.value},
          {"mod", or_null(time.mod)},
          {"begin", or_null(time.begin)},
          {"end_date", or_null(time.end_date)}};
}

Json json_of(const ReportEvent& event) {
  return {{"id", event.id},
          {"begin", event.begin},
          {"end_date", or_null(event.end_date)},
          {"precision", event.precision},
          {"basis", event.basis},
          {"time", or_null(event.time)},
          {"sentence", event.sentence},
          {"start", event.span.start},
          {"end", event.span.end},
          {"trigger", json_of(event.trigger)},
          {"title", event.title},
          {"planned", event.planned},
          {"entities", event.entities}};
}

Json json_of(const ReportQuote& quote) {
  Json speaker = nullptr;
  if (quote.speaker) {
    speaker = json_of(quote.speaker->span);
    speaker["entity"] = or_null(quote.speaker->entity);
    speaker["name"] = or_null(quote.speaker->name);
  }
  return {{"id", quote.id},
          {"kind", quote.kind},
          {"start", quote.span.start},
          {"end", quote.span.end},
          {"parts", list_of(quote.parts)},
          {"cue", json_of(quote.cue)},
          {"speaker", speaker}};
}

Json json_of(const ReportFigure& figure) {
  Json out = {{"id", figure.id},
              {"start", figure.span.start},
              {"end", figure.span.end},
              {"kind", figure.kind},
              {"value", number_of(figure.value)}};
  if (figure.value_to) out["value_to"] = number_of(*figure.value_to);
  out["modifier"] = or_null(figure.modifier);
  out["unit"] = or_null(figure.unit);
  out["what"] = or_null(figure.what);
  out["time"] = or_null(figure.time);
  out["source"] = or_null(figure.source);
  return out;
}

Json json_of(const ReportKeyphrase& keyphrase) {
  return {{"text", keyphrase.text}, {"score", rounded(keyphrase.score)}, {"mentions", list_of(keyphrase.mentions)}};
}

Json json_of(const ReportSummarySentence& row) {
  return {{"sentence", row.sentence}, {"score", rounded(row.score)}};
}

Json json_of(const ReportWarning& warning) {
  Json out = {{"code", warning.code}, {"message", warning.message}};
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
