// A folder with a small catalogue, a journal, and people at terminals: commands run in-process,
// with a fixed clock, and every answer is kept apart by stream.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/world.h"
#include "unit/temp_folder.h"

namespace opsctl::hostile {

using Words = std::vector<std::string>;

inline std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

struct Answer {
  int exit = 0;
  std::string out;
  std::string err;
  std::vector<std::string> log;  // lines for the system's log
};

/// The texts of the catalogue, as YAML writes them: in quotes where they need it.
struct Wording {
  std::string text = "text";  // titles, steps, labels, choices, notes
  std::string name = "Name";  // of persons, organisations
};

class Stage {
 public:
  explicit Stage(const Wording& wording = {}) {
    folder_.write("etc/config.yaml", "syslog: true\n");
    write_catalogue(wording);
  }

  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path journal() const { return path("state/opsctl/journal.db"); }
  void write(const std::string& name, const std::string& content) const {
    folder_.write(name, content);
  }
  void write_catalogue(const Wording& wording) const;

  std::map<std::string, std::string>& environment() { return environment_; }
  void set_account(std::string account) { account_ = std::move(account); }
  /// How often a command has asked for it.
  int accounts_asked() const { return accounts_asked_; }
  void wait(std::chrono::hours hours) { now_ += hours; }

  /// `columns`: of a terminal on both sides, where `typed` is typed; 0: pipes.
  Answer run(const std::vector<std::string>& words, int columns = 0,
             const std::string& typed = "") const {
    std::vector<const char*> argv = {"opsctl"};
    for (const std::string& word : words) argv.push_back(word.c_str());
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    Answer answer;
    const cli::World world{
        .now = [this] { return now_; },
        .new_uuid = [this] { return fmt::format("00000000-0000-4000-8000-{:012}", ++ids_); },
        .account =
            [this] {
              ++accounts_asked_;
              return account_;
            },
        .uid = 1000,
        .origin = {"tty1", account_, "0.1.0"},
        .environment = environment_,
        .program_folder = path("bin").string(),
        .etc_folder = path("etc").string(),
        .system_folder = path("system").string(),
        .input_is_terminal = columns > 0,
        .output_is_terminal = columns > 0,
        .columns = columns,
        .sign = [](const std::string&, const std::string&) { return std::string("signature"); },
        .verifies = [](const std::string&, const std::string&, const std::string&,
                       const std::string&, Instant) { return true; },
        .system_log = [&answer](const std::string& line) { answer.log.push_back(line); },
        .read_key =
            [&in] {
              const int key = in.get();
              return key == EOF ? std::string() : std::string(1, static_cast<char>(key));
            },
        .in = in,
        .out = out,
        .err = err,
        .account_exists = [](const std::string&) { return true; },
        .disk_of =
            [](const std::string&) {
              return Disk{0xEF53, 1U << 31, 1000, 500};
            }};
    answer.exit = static_cast<int>(cli::run(static_cast<int>(argv.size()), argv.data(), world));
    answer.out = out.str();
    answer.err = err.str();
    return answer;
  }

  /// Starts item 1 and answers the run's id; "" where that was refused.
  std::string start(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"start", "1", "--parallel", "--as=op", "--format=json"};
    words.insert(words.end(), more.begin(), more.end());
    const Answer answer = run(words);
    if (answer.exit != 0) return "";
    return nlohmann::json::parse(answer.out).at("records").at(0).at("run").get<std::string>();
  }

 private:
  TempFolder folder_;
  std::string account_ = "tester";
  Instant now_ = Instant(std::chrono::seconds(1795316400));  // 2026-11-22T12:00:00+09:00
  std::map<std::string, std::string> environment_ = {{"XDG_STATE_HOME", path("state").string()},
                                                     {"OPSCTL_RUNBOOKS", path("runbooks").string()},
                                                     {"LANG", "en_US.UTF-8"}};
  mutable int ids_ = 0;
  mutable int accounts_asked_ = 0;
};

inline void Stage::write_catalogue(const Wording& wording) const {
  const std::string& text = wording.text;
  const std::string& name = wording.name;
  write("runbooks/catalog.yaml",
        fmt::format("title: {0}\n"
                    "timezone: Asia/Tokyo\n"
                    "effective_from: journal\n"
                    "fiscal_year_start: 04-01\n"
                    "week_start: monday\n"
                    "parties:\n"
                    "  - {{id: boss, organisation: {1}, function: {1}, directs: true}}\n"
                    "  - {{id: crew, organisation: {1}, function: {1}}}\n",
                    text, name));
  write("runbooks/roster.yaml",
        fmt::format("demonstration: true\n"
                    "shared_accounts_may_sign: true\n"
                    "persons:\n"
                    "  - {{id: boss1, name: {0}, parties: [boss], accounts: any}}\n"
                    "  - {{id: boss2, name: {0}, parties: [boss], accounts: any}}\n"
                    "  - {{id: op, name: {0}, parties: [crew], accounts: any}}\n"
                    "  - {{id: op2, name: {0}, parties: [crew], accounts: any}}\n",
                    name));
  write("runbooks/one/sheet.yaml", fmt::format("title: {0}\nannex: {0}\nprefix: one\n", text));
  const auto book = [&](int no, std::string_view cycle) {
    return fmt::format(
        "id: one-{0:02}\n"
        "no: {0}\n"
        "title: {1}\n"
        "category: {{class: {1}, major: {1}, middle: {1}, minor: {1}}}\n"
        "summary: {1}\n"
        "cycle: {2}\n"
        "methods: [tool]\n"
        "duties: {{boss: ▲, crew: ◎}}\n"
        "steps:\n"
        "  - {{id: a, text: {1}, detail: {1}, evidence: optional}}\n"
        "  - {{id: b, text: {1}, choose: [{1}, other], required: false}}\n"
        "records:\n"
        "  - {{key: memo, label: {1}, type: text}}\n"
        "  - {{key: places, label: places, type: list}}\n"
        "notes:\n"
        "  - {{field: title, text: {1}}}\n",
        no, text, cycle);
  };
  write("runbooks/one/01-one.yaml", book(1, "随時"));
  write("runbooks/one/02-two.yaml", book(2, "1/D"));
}

}  // namespace opsctl::hostile
