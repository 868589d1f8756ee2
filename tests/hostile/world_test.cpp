// The real binary in a world that is against it: its name, its environment, its streams.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "hostile/checks.h"
#include "hostile/stage.h"

using namespace opsctl;
using namespace opsctl::hostile;
namespace fs = std::filesystem;

namespace {

std::vector<char*> pointers(Words& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// A folder with a catalogue, and the binary run in it.
class Outside {
 public:
  Outside() {
    fs::create_directory(path("home"));
    environment = {"OPSCTL_RUNBOOKS=" + path("runbooks").string(), "HOME=" + path("home").string(),
                   "LANG=C"};
  }

  Words environment;

  fs::path path(const std::string& name) const { return stage_.path(name); }

  /// `argv` with the program's own name. `closed`: descriptors that are not open.
  Answer run(Words argv, const std::vector<int>& closed = {}) const {
    const std::string out = path("out").string();
    const std::string err = path("err").string();
    Words env = environment;
    const pid_t child = fork();
    if (child == 0) {
      const int streams[3] = {open("/dev/null", O_RDONLY),
                              open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600),
                              open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600)};
      for (int i = 0; i < 3; ++i) dup2(streams[i], i);
      for (const int fd : closed) close(fd);
      if (chdir(path("home").c_str()) != 0) _exit(126);
      execve(OPSCTL_BINARY, pointers(argv).data(), pointers(env).data());
      _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Answer answer;
    answer.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    answer.out = read(out);
    answer.err = read(err);
    return answer;
  }

  /// In place of a variable of that name: of two the program would see the first.
  Answer run_with(const std::string& variable, Words words) {
    const Words before = environment;
    const std::string name = variable.substr(0, variable.find('=') + 1);
    std::erase_if(environment, [&](const std::string& one) { return one.starts_with(name); });
    environment.push_back(variable);
    words.insert(words.begin(), "opsctl");
    Answer answer = run(words);
    environment = before;
    return answer;
  }

 private:
  Stage stage_;
};

}  // namespace

TEST_CASE("the program's own name is never believed", "[world]") {
  const Outside outside;
  for (const char* name :
       {"", "\x1B[2J", "a\nTAIL", "check", "--format=json", "\xFF", "../../opsctl"}) {
    const Answer usage = outside.run({name, "nope"});
    CHECK(usage.exit == 2);
    CHECK(wrong_with(Form::text, usage.err) == "");
    CHECK_THAT(outside.run({name, "--help"}).out, Catch::Contains("opsctl"));
    CHECK(outside.run({name, "list"}).exit == 0);
  }
  CHECK(outside.run({}).exit == 0);  // as the kernel lets it be started: without even a name
}

TEST_CASE("the host is asked who it is by what needs to know that, and once", "[world]") {
  const Stage stage;
  REQUIRE(stage.start() != "");
  const int before = stage.accounts_asked();
  for (const Words& words : {Words{"check"}, {"due"}, {"list"}, {"pending"}, {"log"}, {"verify"}}) {
    INFO(words.front());
    CHECK(stage.run(words).exit <= 2);
    CHECK(stage.accounts_asked() == before);
  }
  CHECK(stage.run({"note", "1", "so far", "--as=op"}).exit == 0);
  CHECK(stage.accounts_asked() == before + 1);
}

TEST_CASE("a stream that is closed loses nothing and breaks nothing", "[world]") {
  const Outside outside;
  CHECK(outside.run({"opsctl", "init"}, {0}).exit == 0);
  CHECK(outside.run({"opsctl", "start", "1", "--as=op"}, {0, 2}).exit == 0);
  CHECK(outside.run({"opsctl", "list"}, {1}).exit == 1);
  CHECK(outside.run({"opsctl", "list"}, {0, 1, 2}).exit == 1);
  CHECK(outside.run({"opsctl", "check"}, {0, 1, 2}).exit == 3);
  CHECK(outside.run({"opsctl", "note", "1", "text", "--as=op"}, {0, 1, 2}).exit == 1);
  // What could not be said was done all the same, and the journal is whole: no stream became it.
  CHECK_THAT(outside.run({"opsctl", "log"}).out, Catch::Contains("text"));
  CHECK(outside.run({"opsctl", "verify", "--deep"}).exit == 0);
  CHECK(outside.run({"opsctl", "guide", "1", "--as=op"}, {0}).exit == 2);
}

TEST_CASE("the place of the journal in the environment", "[world]") {
  Outside outside;
  const Words start = {"start", "2", "--as=op"};
  mkfifo(outside.path("fifo").c_str(), 0600);
  fs::create_symlink("loop", outside.path("loop"));
  for (const std::string& place :
       {std::string("/dev/full"), std::string("/dev/null"), std::string("/"), std::string("."),
        std::string("none/journal.db"), std::string("relative.db"), outside.path("fifo").string(),
        outside.path("loop").string(), outside.path("home").string(),
        outside.path("loop/x.db").string()}) {
    INFO(place);
    const Answer answer = outside.run_with("OPSCTL_DB=" + place, start);
    CHECK(answer.exit == 6);
    CHECK(answer.out.empty());
    CHECK_THAT(answer.err, Catch::StartsWith("error: "));
    CHECK(outside.run_with("OPSCTL_DB=" + place, {"check"}).exit == 3);
  }
  CHECK(fs::is_empty(outside.path("home")));

  // A name without a folder is one in the folder where it is typed; empty is as if it were not set.
  CHECK(outside.run_with("OPSCTL_DB=relative.db", {"init"}).exit == 0);
  CHECK(fs::exists(outside.path("home/relative.db")));
  CHECK(outside.run_with("OPSCTL_DB=", start).exit == 0);
  CHECK(fs::exists(outside.path("home/.local/state/opsctl/journal.db")));
}

TEST_CASE("a time zone or a language of nonsense changes no fact", "[world]") {
  Outside outside;
  CHECK(outside.run({"opsctl", "init"}).exit == 0);
  const Words due = {"due", "--all", "--as-of=2027-01-01", "--format=json"};
  const std::string usual = outside.run_with("TZ=UTC", due).out;
  CHECK_THAT(usual, Catch::Contains("opsctl.due/1"));
  for (const char* variable :
       {"TZ=", "TZ=No/Such", "TZ=:/dev/zero", "TZ=../../../etc/passwd", "TZDIR=/nowhere", "LANG=xx",
        "LANG=ja_JP.NOTHING", "LC_ALL=\xFF", "LC_ALL=../..", "LOCPATH=/nowhere", "COLUMNS=-1",
        "TERM=\x1B[2J", "SQLITE_TMPDIR=/nowhere", "TMPDIR=/nowhere", "GCONV_PATH=/nowhere"}) {
    INFO(variable);
    CHECK(outside.run_with(variable, due).out == usual);
    CHECK(outside.run_with(variable, {"list"}).exit == 0);
  }
}

TEST_CASE("without a home there is no journal, and that is said", "[world]") {
  Outside outside;
  outside.environment = {outside.environment.front()};
  CHECK(outside.run({"opsctl", "list"}).exit == 0);
  for (const Words& words :
       std::vector<Words>{{"opsctl", "start", "1", "--as=op"}, {"opsctl", "log"}}) {
    const Answer answer = outside.run(words);
    CHECK(answer.exit == 6);
    CHECK_THAT(answer.err, Catch::Contains("neither XDG_STATE_HOME nor HOME is set"));
  }
}
