#include "cli/commands.h"

#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

#include "report_json.h"

namespace dateline::cli {
namespace {

constexpr const char* kHelp = R"(dateline: who and what is in a news article, what happened when, who said what.

usage: dateline analyze [options] [FILE...]
       dateline grammar [--gold-tokens]

analyze reads each FILE, or standard input where none is named ("-" is standard input too), and prints a report to read.
grammar reads a treebank (CoNLL-U) from standard input, analyses each document's raw text, or with --gold-tokens its given
words and sentences, and writes CoNLL-U.

options
  --date YYYY-MM-DD                  the publication date, which "on Wednesday" counts from;
                                     without it the article's own date is looked for
  --json                             print the report as one JSON object a file
  --jsonl                            read one {"id", "text", "date"} a line, write one report a line, in the same order
  --offsets utf8|utf16|codepoint     the unit of every start and end (default utf8)
  --threads N                        for --jsonl (default: one a core)
  --help, --version

exit status: 0 done, 1 something could not be read, 2 the command line is wrong
)";

struct UsageError {
  std::string message;
};

std::optional<OffsetUnit> unit_named(const std::string& name) {
  for (const OffsetUnit unit : {OffsetUnit::kUtf8, OffsetUnit::kUtf16, OffsetUnit::kCodePoint}) {
    if (name == name_of(unit)) return unit;
  }
  return std::nullopt;
}

AnalyzeOptions read_options(const std::vector<std::string>& arguments) {
  AnalyzeOptions options;
  for (size_t i = 1; i < arguments.size(); ++i) {
    std::string name = arguments[i];
    std::optional<std::string> inline_value;
    if (const size_t equals = name.find('='); name.starts_with("--") && equals != std::string::npos) {
      inline_value = name.substr(equals + 1);
      name.resize(equals);
    }
    const auto value = [&] {
      if (inline_value) return *inline_value;
      if (i + 1 >= arguments.size()) throw UsageError{name + " needs a value"};
      return arguments[++i];
    };
    if (name == "--date") {
      const std::string date = value();
      options.analysis.date = parse_date(date);
      if (!options.analysis.date) throw UsageError{"--date " + date + ": not a day of the form YYYY-MM-DD"};
    } else if (name == "--offsets") {
      const std::string unit = value();
      if (!unit_named(unit)) throw UsageError{"--offsets " + unit + ": not utf8, utf16 or codepoint"};
      options.analysis.offsets = *unit_named(unit);
    } else if (name == "--threads") {
      const std::string count = value();
      const auto [end, problem] = std::from_chars(count.data(), count.data() + count.size(), options.threads);
      if (problem != std::errc() || end != count.data() + count.size() || options.threads == 0 ||
          options.threads > 1024) {
        throw UsageError{"--threads " + count + ": not a number from 1 to 1024"};
      }
    } else if (name == "--json") {
      options.json = true;
    } else if (name == "--jsonl") {
      options.jsonl = true;
    } else if (name.starts_with("-") && name != "-") {
      throw UsageError{"unknown option " + name};
    } else {
      options.files.push_back(name);
    }
  }
  if (options.json && options.jsonl) throw UsageError{"--json and --jsonl do not go together"};
  return options;
}

}  // namespace

std::string error_line(const std::string& id, const std::string& code, const std::string& message) {
  nlohmann::ordered_json line;
  line["id"] = id.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(id);
  line["error"] = {{"code", code}, {"message", message}};
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

int run(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--help" || argument == "-h") {
      std::cout << kHelp;
      return kDone;
    }
    if (argument == "--version") {
      std::cout << "dateline " << version() << "\n";
      return kDone;
    }
  }
  try {
    if (arguments.empty()) throw UsageError{"no command"};
    if (arguments[0] == "grammar") {
      const bool given_words = arguments.size() == 2 && arguments[1] == "--gold-tokens";
      if (arguments.size() > 1 && !given_words) throw UsageError{"grammar takes no argument but --gold-tokens"};
      return write_grammar(given_words);
    }
    if (arguments[0] != "analyze") throw UsageError{"unknown command " + arguments[0]};
    const AnalyzeOptions options = read_options(arguments);
    return options.jsonl ? analyze_lines(options) : analyze_files(options);
  } catch (const UsageError& error) {
    std::cerr << "dateline: " << error.message << "\n\n" << kHelp;
    return kUsage;
  }
}

}  // namespace dateline::cli
