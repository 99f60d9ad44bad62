#include "support/report_checks.h"

#include <set>

#include "time/calendar.h"

namespace dateline::testing {
namespace {

class ReportChecker {
 public:
  ReportChecker(std::string_view text, const Report& report) : text_(text), report_(report) {}

  std::vector<std::string> run() {
    for (const ReportWarning& warning : report_.warnings) valid_ &= warning.code != "invalid_utf8";
    if (report_.length != text_.size()) say("length is not the text's");
    structure();
    entities();
    times();
    timeline();
    quotes();
    figures();
    rest();
    return std::move(problems_);
  }

 private:
  void say(const std::string& problem) {
    if (problems_.size() < 20) problems_.push_back(problem);
  }

  void span(const std::string& what, ReportSpan span) {
    if (span.start >= span.end || span.end > text_.size()) {
      return say(what + ": span " + std::to_string(span.start) + "-" + std::to_string(span.end) +
                 " is not inside the text");
    }
    if (!boundary(span.start) || !boundary(span.end)) say(what + ": span cuts a character");
    if (text_[span.start] == ' ' || text_[span.end - 1] == ' ') say(what + ": span begins or ends with a blank");
  }

  bool boundary(uint32_t at) const {
    return !valid_ || at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
  }

  void id(const std::string& found, char letter, size_t index) {
    if (found != letter + std::to_string(index + 1)) say("id " + found + " is out of order");
    ids_.insert(found);
  }

  void known(const std::string& what, const std::optional<std::string>& id) {
    if (id && !ids_.count(*id)) say(what + " refers to " + *id + ", which is not there");
  }

  void share(const std::string& what, double score) {
    if (!(score >= 0 && score <= 1)) say(what + ": score is not between 0 and 1");
  }

  void structure() {
    uint32_t end = 0;
    for (const ReportBlock& block : report_.blocks) {
      span("block", block.span);
      if (block.span.start < end) say("blocks overlap");
      end = block.span.end;
    }
    end = 0;
    for (const ReportSentence& sentence : report_.sentences) {
      span("sentence", sentence.span);
      if (sentence.span.start < end) say("sentences overlap");
      end = sentence.span.end;
      if (sentence.block >= report_.blocks.size()) {
        say("sentence of no block");
      } else if (sentence.span.start < report_.blocks[sentence.block].span.start ||
                 sentence.span.end > report_.blocks[sentence.block].span.end) {
        say("sentence reaches out of its block");
      }
    }
  }

  void entities() {
    double salience = 2;
    for (size_t i = 0; i < report_.entities.size(); ++i) {
      const ReportEntity& entity = report_.entities[i];
      id(entity.id, 'e', i);
      share("entity", entity.salience);
      if (entity.salience > salience) say("entities are not sorted by salience");
      salience = entity.salience;
      if (entity.name.empty()) say("entity without a name");
      if (entity.mentions.empty()) say("entity without a mention");
      uint32_t start = 0;
      for (const ReportMention& mention : entity.mentions) {
        span("mention of " + entity.name, mention.span);
        if (mention.span.start < start) say("mentions are not in text order");
        start = mention.span.start;
      }
      if (entity.place && !(entity.place->latitude >= -90 && entity.place->latitude <= 90 &&
                            entity.place->longitude >= -180 && entity.place->longitude <= 180)) {
        say("place off the globe");
      }
    }
  }

  void days(const std::string& what, const std::optional<std::string>& begin, const std::optional<std::string>& end) {
    const auto first = begin ? parse_date(*begin) : std::nullopt, last = end ? parse_date(*end) : std::nullopt;
    if ((begin && !first) || (end && !last)) return say(what + ": a day that is none");
    if (first && last && *last < *first) say(what + ": ends before it begins");
  }

  void times() {
    uint32_t end = 0;
    for (size_t i = 0; i < report_.times.size(); ++i) {
      const ReportTime& time = report_.times[i];
      id(time.id, 't', i);
      span("time", time.span);
      if (time.span.start < end) say("times overlap");
      end = time.span.end;
      if (time.value.empty()) say("time without a value");
      days("time", time.begin, time.end_date);
      if (time.begin.has_value() != time.end_date.has_value()) say("time with one of begin and end_date");
    }
  }

  void timeline() {
    std::string begin;
    for (size_t i = 0; i < report_.timeline.size(); ++i) {
      const ReportEvent& event = report_.timeline[i];
      id(event.id, 'v', i);
      span("event", event.span);
      span("trigger", event.trigger);
      days("event", event.begin, event.end_date);
      if (event.begin < begin) say("timeline is not sorted");
      begin = event.begin;
      known("event", event.time);
      for (const std::string& entity : event.entities) known("event", entity);
      if (event.sentence >= report_.sentences.size()) {
        say("event of no sentence");
      } else {
        const ReportSpan sentence = report_.sentences[event.sentence].span;
        if (event.trigger.start < sentence.start || event.trigger.end > sentence.end)
          say("trigger outside its sentence");
      }
      if (event.title.empty()) say("event without a title");
    }
  }

  void quotes() {
    for (size_t i = 0; i < report_.quotes.size(); ++i) {
      const ReportQuote& quote = report_.quotes[i];
      id(quote.id, 'q', i);
      span("quote", quote.span);
      if (quote.parts.empty()) say("quote without parts");
      uint32_t end = 0;
      for (const ReportSpan& part : quote.parts) {
        span("part", part);
        if (part.start < end) say("parts of a quote overlap");
        end = part.end;
      }
      if (quote.cue) span("cue", *quote.cue);
      if (quote.speaker) {
        span("speaker", quote.speaker->span);
        known("speaker", quote.speaker->entity);
      }
    }
  }

  void figures() {
    for (size_t i = 0; i < report_.figures.size(); ++i) {
      const ReportFigure& figure = report_.figures[i];
      id(figure.id, 'f', i);
      span("figure", figure.span);
      known("figure", figure.time);
      known("figure", figure.source);
      if (!(figure.value == figure.value)) say("figure that is no number");
    }
  }

  void rest() {
    if (report_.keyphrases.size() > 12) say("more than 12 keyphrases");
    for (const ReportKeyphrase& keyphrase : report_.keyphrases) {
      if (keyphrase.mentions.empty()) say("keyphrase that is nowhere");
      for (const ReportSpan& mention : keyphrase.mentions) span("keyphrase " + keyphrase.text, mention);
    }
    std::set<uint32_t> chosen;
    for (const ReportSummarySentence& row : report_.summary) {
      if (row.sentence >= report_.sentences.size()) say("summary of a sentence that is not there");
      if (!chosen.insert(row.sentence).second) say("sentence twice in the summary");
    }
    for (const ReportWarning& warning : report_.warnings) {
      if (warning.span) span("warning", *warning.span);
    }
  }

  std::string_view text_;
  const Report& report_;
  std::set<std::string> ids_;
  std::vector<std::string> problems_;
  bool valid_ = true;
};

}  // namespace

std::vector<std::string> problems_of(std::string_view text, const Report& report) {
  return ReportChecker(text, report).run();
}

}  // namespace dateline::testing
