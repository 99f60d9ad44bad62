// Records are read in order, analysed by a few threads, and written in order: a window of at most kWindow records is in
// flight, so that memory stays bounded however long the input is.
#include <condition_variable>
#include <deque>
#include <fstream>
#include <iostream>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/commands.h"
#include "report_json.h"

namespace dateline::cli {
namespace {

constexpr size_t kWindow = 64;

struct Job {
  std::string line, result;
  bool done = false, failed = false;
};

/// A record's id as text; numbers are taken as they stand.
std::string id_of(const nlohmann::json& record) {
  const auto id = record.find("id");
  if (id == record.end() || id->is_null()) return {};
  return id->is_string() ? id->get<std::string>() : id->dump();
}

void fail(Job& job, const std::string& id, const std::string& code, const std::string& message) {
  job.failed = true;
  job.result = error_line(id, code, message);
}

void analyze_record(Job& job, Options options) {
  const nlohmann::json record = nlohmann::json::parse(job.line, nullptr, false);
  if (record.is_discarded()) return fail(job, {}, "bad_json", "the line is not valid JSON");
  if (!record.is_object()) return fail(job, {}, "bad_record", "the line is not a JSON object");
  const std::string id = id_of(record);
  const auto text = record.find("text");
  if (text == record.end() || !text->is_string()) return fail(job, id, "no_text", "the record has no string \"text\"");
  const auto date = record.find("date");
  if (date != record.end() && !date->is_null()) {
    options.date = date->is_string() ? parse_date(date->get_ref<const std::string&>()) : std::nullopt;
    if (!options.date) return fail(job, id, "bad_date", "\"date\" is not a day of the form YYYY-MM-DD");
  }
  job.result = to_json(analyze(std::string_view(text->get_ref<const std::string&>()), options), id);
}

class LineAnalyzer {
 public:
  LineAnalyzer(std::istream& in, const AnalyzeOptions& options) : in_(in), options_(options) {}

  /// Whether every record could be read.
  bool run() {
    const unsigned count = options_.threads ? options_.threads : std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < count; ++i) workers.emplace_back([this] { work(); });
    read_and_write();
    for (std::thread& worker : workers) worker.join();
    return !failed_;
  }

 private:
  void work() {
    for (;;) {
      std::shared_ptr<Job> job;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
        if (waiting_.empty()) return;
        job = waiting_.front();
        waiting_.pop_front();
      }
      analyze_record(*job, options_.analysis);
      {
        const std::lock_guard lock(mutex_);
        job->done = true;
      }
      changed_.notify_all();
    }
  }

  void read_and_write() {
    std::deque<std::shared_ptr<Job>> in_order;
    const auto write_first = [&] {
      const std::shared_ptr<Job> job = in_order.front();
      in_order.pop_front();
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return job->done; });
      }
      failed_ |= job->failed;
      std::cout << job->result << '\n';
    };
    std::string line;
    while (std::getline(in_, line)) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      auto job = std::make_shared<Job>();
      job->line = std::move(line);
      in_order.push_back(job);
      {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(job);
      }
      changed_.notify_all();
      if (in_order.size() >= kWindow) write_first();
    }
    while (!in_order.empty()) write_first();
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    std::cout.flush();
  }

  std::istream& in_;
  const AnalyzeOptions& options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> waiting_;
  bool closed_ = false, failed_ = false;
};

}  // namespace

int analyze_lines(const AnalyzeOptions& options) {
  bool all_read = true;
  const std::vector<std::string> files = options.files.empty() ? std::vector<std::string>{"-"} : options.files;
  for (const std::string& file : files) {
    if (file == "-") {
      all_read &= LineAnalyzer(std::cin, options).run();
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      std::cerr << "dateline: cannot read " << file << "\n";
      all_read = false;
      continue;
    }
    all_read &= LineAnalyzer(in, options).run();
  }
  return all_read ? kDone : kSomeFailed;
}

}  // namespace dateline::cli
