// Runs the *.scenario files: what a user types and sees, in-process, with a fixed clock. Each has a
// journal and a folder of its own. Lines:
//   # …              a remark
//   @ 2026-11-22 09:00   the clock, from here on
//   $ [NAME=value…] opsctl …   a command; then its output (both streams), then [exit] unless 0.
//                        ACCOUNT=name: who types it. DISK_FULL=1: so is the disk. TYPED='o\nq': on
//                        a terminal, with these keys
//   $ fixture NAME FILE  copies a journal of tests/store/fixtures into the folder
//   $ write FILE         puts the lines up to the next empty line into a file of the folder
//                        (there as in a command, %dir is the folder)
// At the end of each story its journal must be whole, the rules of duty included.
// OPSCTL_UPDATE=1 rewrites the files; the review is the diff.

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/world.h"
#include "scenarios/shell_words.h"
#include "store/verify.h"

using namespace opsctl;
namespace fs = std::filesystem;

namespace {

const Zone kTokyo = *Zone::find("Asia/Tokyo");

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A folder of its own for each story, gone afterwards.
class Stage {
 public:
  Stage() {
    std::string pattern = (fs::temp_directory_path() / "opsctl-scenario-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    ::umask(022);  // doctor looks at modes
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void set_clock(const std::string& text) {
    const auto instant = parse_instant(text, kTokyo);
    REQUIRE(instant);
    now_ = *instant;
  }

  void write(const std::string& name, const std::string& content) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << expanded(content);
  }

  /// "NAME FILE".
  void bring(const std::string& names) {
    const auto space = names.find(' ');
    const fs::path file = folder_ / names.substr(space + 1);
    fs::copy_file(fs::path(OPSCTL_SOURCE_DIR "/tests/store/fixtures") / names.substr(0, space),
                  file);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  }

  /// What is wrong with the journal at the default place, a line each; "" where there is none.
  std::string wrong_with_journal() const {
    const fs::path journal = folder_ / ".local/state/opsctl/journal.db";
    if (!fs::exists(journal)) return "";
    std::string text;
    for (const CheckResult& result : verify_journal(journal, {.deep = true}).checks) {
      for (const Message& finding : result.findings)
        text += fmt::format("{}: {}\n", name_of(result.check), to_text(finding, Language::en));
    }
    return text;
  }

  /// Output and exit status of one command line.
  std::string run(const std::string& line) {
    std::map<std::string, std::string> environment = {
        {"HOME", folder_.string()},
        {"LANG", "en_US.UTF-8"},
        {"OPSCTL_RUNBOOKS", OPSCTL_SOURCE_DIR "/runbooks"}};
    std::vector<std::string> words = shell_words(line);
    std::string account = "tester";
    std::optional<std::string> typed;
    while (!words.empty() && words.front().find('=') != std::string::npos) {
      const std::string name = words.front().substr(0, words.front().find('='));
      const std::string value = words.front().substr(name.size() + 1);
      if (name == "ACCOUNT") account = value;
      if (name == "TYPED") typed = with_line_ends(expanded(value));
      environment[name] = expanded(value);
      words.erase(words.begin());
    }
    REQUIRE(words.front() == "opsctl");
    for (std::string& word : words) word = expanded(word);
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    return run(argv, environment, account, typed);
  }

 private:
  static std::string with_line_ends(std::string text) {
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n"))
      text.replace(at, 2, "\n");
    return text;
  }

  /// A key is a character, as a terminal sends it.
  static std::string next_key(std::istream& in) {
    std::string key;
    for (int c = in.get(); c != EOF; c = in.get()) {
      key += static_cast<char>(c);
      const bool goes_on = (in.peek() & 0xC0) == 0x80 && in.peek() != EOF;
      if (!goes_on) break;
    }
    return key;
  }

  /// %dir is the folder of the story.
  std::string expanded(std::string text) const {
    for (auto at = text.find("%dir"); at != std::string::npos; at = text.find("%dir", at)) {
      text.replace(at, 4, folder_.string());
    }
    return text;
  }

  std::string run(const std::vector<const char*>& argv,
                  const std::map<std::string, std::string>& environment, const std::string& account,
                  const std::optional<std::string>& typed) {
    std::istringstream in(typed.value_or(""));
    std::ostringstream out;
    const cli::World world{
        .now = [this] { return now_; },
        .new_uuid = [this] { return fmt::format("00000000-0000-4000-8000-{:012}", ++ids_); },
        .account = [&account] { return account; },
        .uid = 1000,
        .origin = {"tty1", "opshost", "0.1.0"},
        .environment = environment,
        .program_folder = OPSCTL_SOURCE_DIR "/build/bin",
        .etc_folder = (folder_ / "etc").string(),
        .system_folder = (folder_ / "var").string(),
        .input_is_terminal = typed.has_value(),
        .output_is_terminal = typed.has_value(),
        .columns = 80,
        .sign = [](const std::string& key,
                   const std::string& text) { return key + " signs\n" + text; },
        .verifies =
            [](const std::string& signers, const std::string&, const std::string& text,
               const std::string& signature, Instant) {
              if (!fs::exists(signers))
                throw Error(Exit::failure, say<messages::signer_failed>(signers));
              return signature.ends_with(" signs\n" + text);
            },
        .system_log = [&out](const std::string& line) { out << "[syslog] " << line << "\n"; },
        .read_key = [&in] { return next_key(in); },
        .in = in,
        .out = out,
        .err = out,
        .account_exists = [](const std::string& name) { return name == "tester"; },
        .disk_of =
            [&](const std::string&) {
              const bool full = environment.contains("DISK_FULL");
              return Disk{0xEF53, full ? 1U << 20 : 1U << 31, 100000, full ? 0U : 50000U};
            }};
    const Exit exit = cli::run(static_cast<int>(argv.size()), argv.data(), world);
    std::string text = out.str();
    for (auto at = text.find(folder_.string()); at != std::string::npos;
         at = text.find(folder_.string())) {
      text.replace(at, folder_.string().size(), "%dir");
    }
    // No more than this: the source tree may lie in a folder whose name stands elsewhere too.
    const std::string shipped = OPSCTL_SOURCE_DIR "/runbooks";
    for (auto at = text.find(shipped); at != std::string::npos; at = text.find(shipped)) {
      text.replace(at, shipped.size(), "runbooks");
    }
    if (exit != Exit::ok) text += fmt::format("[{}]\n", static_cast<int>(exit));
    return text;
  }

  fs::path folder_;
  Instant now_{};
  int ids_ = 0;
};

bool is_of_the_story(const std::string& line) {
  return line.starts_with("$ ") || line.starts_with("# ") || line.starts_with("@ ");
}

/// The transcript as it is when played now.
std::string play(const std::vector<std::string>& lines) {
  Stage stage;
  stage.set_clock("2026-11-22 09:00");
  std::string transcript;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line.starts_with("$ write ")) {
      transcript += line + "\n";
      std::string content;
      for (++i; i < lines.size() && !lines[i].empty(); ++i) content += lines[i] + "\n";
      stage.write(line.substr(8), content);
      transcript += content + "\n";
    } else if (line.starts_with("$ fixture ")) {
      transcript += line + "\n";
      stage.bring(line.substr(10));
    } else if (line.starts_with("$ ")) {
      transcript += line + "\n" + stage.run(line.substr(2)) + "\n";
      // What was printed when the file was written is skipped, up to the next line of the story.
      while (i + 1 < lines.size() && !(lines[i].empty() && is_of_the_story(lines[i + 1]))) ++i;
    } else if (line.starts_with("@ ")) {
      transcript += line + "\n";
      stage.set_clock(line.substr(2));
    } else if (line.starts_with("#") || line.empty()) {
      transcript += line + "\n";
    } else {
      FAIL("a line of a scenario is no remark, clock or command: " << line);
    }
  }
  CHECK(stage.wrong_with_journal() == "");
  return transcript;
}

}  // namespace

TEST_CASE("every scenario plays as it is written") {
  int played = 0;
  for (const auto& entry : fs::directory_iterator(OPSCTL_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() != ".scenario") continue;
    ++played;
    DYNAMIC_SECTION(entry.path().stem().string()) {
      const std::vector<std::string> lines = lines_of(entry.path());
      std::string written;
      for (const std::string& line : lines) written += line + "\n";
      const std::string transcript = play(lines);
      if (std::getenv("OPSCTL_UPDATE") != nullptr) {
        std::ofstream(entry.path()) << transcript;
      } else {
        CHECK(transcript == written);
      }
    }
  }
  CHECK(played > 0);
}
