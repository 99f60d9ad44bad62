#include "cli/readable_report.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace dateline::cli {
namespace {

constexpr size_t kMostRows = 40;

class ReadableReport {
 public:
  ReadableReport(std::string_view text, const Report& report, bool colours)
      : text_(text), report_(report), colours_(colours) {
    for (const ReportEntity& entity : report.entities) names_[entity.id] = entity.name;
    for (const ReportTime& time : report.times) times_[time.id] = &time;
  }

  std::string write() {
    out_ << bold("Reference date: ") << report_.reference_date.value_or("none") << " (" << report_.reference_date_source
         << ")\n\n";
    write_summary();
    write_timeline();
    write_quotes();
    write_entities();
    write_figures();
    write_keyphrases();
    write_warnings();
    return out_.str();
  }

 private:
  std::string paint(const char* code, const std::string& words) const {
    return colours_ ? std::string("\033[") + code + "m" + words + "\033[0m" : words;
  }
  std::string bold(const std::string& words) const { return paint("1", words); }
  std::string dim(const std::string& words) const { return paint("2", words); }

  /// The words of a span on one line.
  std::string words(ReportSpan span) const {
    std::string out;
    for (const char c : text_.substr(span.start, span.end - span.start)) {
      const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!space) {
        out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  template <typename Rows>
  bool open(const char* title, const Rows& rows) {
    if (rows.empty()) return false;
    out_ << bold(title) << dim(" (" + std::to_string(rows.size()) + ")") << "\n";
    return true;
  }

  template <typename Rows, typename Write>
  void list(const char* title, const Rows& rows, Write write) {
    if (!open(title, rows)) return;
    for (size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) write(rows[i]);
    if (rows.size() > kMostRows) out_ << dim("  … and " + std::to_string(rows.size() - kMostRows) + " more") << "\n";
    out_ << "\n";
  }

  void write_summary() {
    std::vector<uint32_t> chosen;
    for (size_t i = 0; i < std::min<size_t>(5, report_.summary.size()); ++i)
      chosen.push_back(report_.summary[i].sentence);
    std::sort(chosen.begin(), chosen.end());
    list("Read first", chosen,
         [&](uint32_t sentence) { out_ << "  " << words(report_.sentences[sentence].span) << "\n"; });
  }

  void write_timeline() {
    list("Timeline", report_.timeline, [&](const ReportEvent& event) {
      std::string days = event.begin;
      if (!event.end_date) {
        days += " …";
      } else if (*event.end_date != event.begin) {
        days += " … " + *event.end_date;
      }
      out_ << "  " << paint("33", days) << "  " << event.title
           << dim(std::string("  [") + event.basis + (event.planned ? ", planned" : "") + "]");
      std::string who;
      for (const std::string& id : event.entities) who += (who.empty() ? "  " : ", ") + names_[id];
      out_ << dim(who) << "\n";
    });
  }

  void write_quotes() {
    list("Quotes", report_.quotes, [&](const ReportQuote& quote) {
      std::string who = "?";
      if (quote.speaker) who = quote.speaker->name ? *quote.speaker->name : words(quote.speaker->span);
      out_ << "  " << paint("36", who)
           << dim(std::string(" [") + quote.kind + (quote.cue ? ", " + words(*quote.cue) : "") + "]") << "\n    ";
      for (size_t i = 0; i < quote.parts.size(); ++i) out_ << (i ? " … " : "") << words(quote.parts[i]);
      out_ << "\n";
    });
  }

  void write_entities() {
    list("Who and what", report_.entities, [&](const ReportEntity& entity) {
      std::ostringstream salience;
      salience.precision(2);
      salience << std::fixed << entity.salience;
      out_ << "  " << dim(salience.str()) << " " << paint("32", entity.name) << dim(std::string(" ") + entity.type);
      if (entity.description) out_ << ", " << *entity.description;
      if (!entity.aliases.empty()) {
        out_ << dim("  also:");
        for (size_t i = 0; i < entity.aliases.size(); ++i) out_ << (i ? "; " : " ") << entity.aliases[i];
      }
      if (entity.place)
        out_ << dim("  " + entity.place->kind + (entity.place->country.empty() ? "" : " " + entity.place->country));
      out_ << dim("  ×" + std::to_string(entity.mentions.size())) << "\n";
    });
  }

  void write_figures() {
    list("Figures", report_.figures, [&](const ReportFigure& figure) {
      out_ << "  " << paint("35", words(figure.span));
      if (figure.what) out_ << " · " << *figure.what;
      if (figure.time) out_ << " · " << words(times_[*figure.time]->span);
      if (figure.source) out_ << " · " << names_[*figure.source];
      out_ << "\n";
    });
  }

  void write_keyphrases() {
    if (!open("Keyphrases", report_.keyphrases)) return;
    out_ << " ";
    for (const ReportKeyphrase& keyphrase : report_.keyphrases)
      out_ << " " << keyphrase.text << (&keyphrase == &report_.keyphrases.back() ? "" : ";");
    out_ << "\n\n";
  }

  void write_warnings() {
    list("Warnings", report_.warnings, [&](const ReportWarning& warning) {
      out_ << "  " << paint("31", warning.code) << "  " << warning.message;
      if (warning.span) out_ << dim(" (at " + std::to_string(warning.span->start) + ")");
      out_ << "\n";
    });
  }

  std::string_view text_;
  const Report& report_;
  bool colours_;
  std::map<std::string, std::string> names_;
  std::map<std::string, const ReportTime*> times_;
  std::ostringstream out_;
};

}  // namespace

std::string readable_report(std::string_view text, const Report& report, bool colours) {
  return ReadableReport(text, report, colours).write();
}

}  // namespace dateline::cli
