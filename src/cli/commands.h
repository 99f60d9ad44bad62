// The commands of the command line. Exit codes: 0 done; 1 a file or record could not be read (the others were); 2 the
// command line itself is wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline.h"

namespace dateline::cli {

enum ExitCode { kDone = 0, kSomeFailed = 1, kUsage = 2 };

struct AnalyzeOptions {
  Options analysis;
  bool json = false, jsonl = false;
  unsigned threads = 0;            // 0: as many as the machine has
  std::vector<std::string> files;  // none: standard input
};

/// Runs one command line (without the program's name).
int run(const std::vector<std::string>& arguments);

/// `dateline analyze`: reports on files or standard input, for a person or as JSON.
int analyze_files(const AnalyzeOptions& options);

/// `dateline analyze --jsonl`: a record a line in, a report a line out, in the same order.
int analyze_lines(const AnalyzeOptions& options);

/// `dateline grammar`: CoNLL-U in, CoNLL-U out; analysed from the raw text, or with the words and sentences given.
int write_grammar(bool given_words);

/// The error object of the contract: {"id", "error": {"code", "message"}}.
std::string error_line(const std::string& id, const std::string& code, const std::string& message);

}  // namespace dateline::cli
