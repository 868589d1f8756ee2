// Every hostile text through every way in; then every sink must be safe to look at.
#include <catch2/catch.hpp>

#include <cstdio>
#include <set>

#include "hostile/checks.h"
#include "hostile/sinks.h"
#include "hostile/stage.h"
#include "hostile/texts.h"

using namespace opsctl;
using namespace opsctl::hostile;

namespace {

bool has_option(const std::vector<std::string>& words, std::string_view option) {
  return std::ranges::count(words, option) > 0;
}

/// What is wrong with an answer, whatever it was: its streams, and how it ended.
std::string wrong_with(const Answer& answer, Form form, bool json) {
  static const std::set<int> kExits = {0, 1, 2, 3, 4, 5, 6};
  if (!kExits.contains(answer.exit)) return fmt::format("it ended with {}", answer.exit);
  if (!answer.out.empty()) {
    if (auto wrong = wrong_with(form, answer.out); !wrong.empty()) return "stdout: " + wrong;
  }
  // Remarks, such as what to type next, are text also under --format json.
  const Form err = json && answer.err.starts_with("{") ? Form::json : Form::text;
  if (auto wrong = wrong_with(err, answer.err); !wrong.empty()) return "stderr: " + wrong;
  if (answer.err.find("a bug in opsctl") != std::string::npos) return answer.err;
  for (const std::string& line : answer.log) {
    if (line.find('\n') != std::string::npos) return "a line of the system's log is not one";
    if (auto wrong = wrong_with(Form::text, line); !wrong.empty()) return "log: " + wrong;
  }
  return "";
}

void require_safe(const std::vector<std::string>& words, const Answer& answer, Form form) {
  INFO(visible(join(words, " ")).substr(0, 300));
  CHECK(wrong_with(answer, form, has_option(words, "--format=json")) == "");
}

Answer checked(const Stage& stage, const std::vector<std::string>& words, Form form = Form::text) {
  Answer answer = stage.run(words);
  require_safe(words, answer, has_option(words, "--format=json") ? Form::json : form);
  return answer;
}

/// Does what one text can do to one journal. The runs that it made.
std::vector<std::string> put_in(const Stage& stage, const std::string& text) {
  const std::string t = text.c_str();  // an argument ends at the first NUL
  std::vector<std::string> runs;
  const auto start = [&](const std::vector<std::string>& more) {
    std::string run = stage.start(more);
    if (run.empty()) run = stage.start();
    REQUIRE_FALSE(run.empty());
    runs.push_back(run);
    return run;
  };
  const std::string file = stage.path(t.substr(0, 200)).string();
  const bool is_file = t.find('/') == std::string::npos && !t.empty();
  if (is_file) stage.write(t.substr(0, 200), "content");

  checked(stage, {"start", "1", "--parallel", "--as=op", "--ref=" + t});
  const std::string first = start({"--ref=" + t});
  checked(stage, {"note", first, t, "--as=op"});
  checked(stage, {"note", first, "--as=op", "--", t});
  checked(stage, {"step", first, "1", "--ok", "--as=op", "--note=" + t, "--evidence=" + file});
  checked(stage, {"step", first, "1", "--ng", "--as=op", "--note=" + t});
  checked(stage, {"step", first, "2", "--ok", "--as=op", "--choice=" + t});
  checked(stage, {"fill", first, "memo=" + t, "--as=op"});
  checked(stage, {"fill", first, t + "=x", "--as=op"});
  checked(stage, {"fill", first, t, "--as=op"});
  checked(stage, {"step", first, "1", "--ok", "--as=op", "--value=places=" + t});
  checked(stage, {"done", first, "--all-ok", "--as=op", "--value=memo=" + t});
  checked(stage, {"return", first, "--as=boss1", "--reason=" + t});
  checked(stage, {"return", first, "--as=boss1", "--reason=again"});
  checked(stage, {"done", first, "--all-ok", "--as=op", "--format=json"});
  checked(stage, {"approve", first, "--as=boss1", "--confirm=" + first, "--comment=" + t});
  checked(stage, {"correct", first, "--as=op", "--value=memo=x", "--reason=" + t});

  const std::string failed = start({});
  checked(stage, {"done", failed, "--failed", "--as=op", "--reason=" + t});
  checked(stage, {"reject", failed, "--as=boss1", "--reason=" + t});
  checked(stage, {"abort", start({}), "--as=op", "--reason=" + t});
  start({"--at=2026-11-22 11:00", "--reason=" + t});
  const std::string waiting = start({"--ref=" + t});
  checked(stage, {"note", waiting, t, "--as=op2"});
  checked(stage, {"done", waiting, "--all-ok", "--as=op2", "--value=memo=" + t});

  checked(stage, {"request", "2", "--as=boss1", "--reason=" + t, "--origin=" + t, "--ref=" + t});
  checked(stage, {"request", "2", "--as=boss1", "--reason=" + t});
  checked(stage, {"withdraw", "R20261122-001", "--as=boss1", "--reason=" + t});
  checked(stage, {"waive", "2", "--for=2026-11-22", "--as=boss1", "--reason=" + t});
  checked(stage, {"note", first, "text", "--as=op", "--idempotency-key=" + t});
  return runs;
}

/// A file of the sink's, as sinks.h has it; any other word as it is.
std::string with_files(const Stage& stage, const std::string& word) {
  const auto taken = [&](const std::string& name) {
    const std::string path = stage.path(name).string();
    if (!std::filesystem::exists(path)) CHECK(stage.run({"backup", path}).exit == 0);
    return path;
  };
  if (word == "COPY") return taken("copy.db");
  if (word != "NEW") return word;
  for (int n = 1;; ++n) {
    const std::string path = stage.path("new" + std::to_string(n) + ".db").string();
    if (!std::filesystem::exists(path)) return path;
  }
}

/// Every sink sees every fifth run, each another fifth: all of them would take minutes.
constexpr std::size_t kShare = 5;

void look_at(const Stage& stage, const Sink& sink, const std::vector<std::string>& runs,
             std::size_t turn = 0) {
  const auto at = std::ranges::find(sink.words, "RUN");
  const std::size_t times = at == sink.words.end() ? 1 : runs.size();
  for (std::size_t i = times > kShare ? turn % kShare : 0;
       i<times; i += times> kShare ? kShare : 1) {
    std::vector<std::string> words = sink.words;
    std::ranges::replace(words, std::string("RUN"), runs.empty() ? "1" : runs[i]);
    for (std::string& word : words) word = with_files(stage, word);
    const Answer answer = stage.run(words, sink.columns);
    if (answer.exit != 0 && sink.form != Form::plugin && sink.words.front() != "check")
      FAIL_CHECK(join(words, " ") << " ended with " << answer.exit << ": " << answer.err);
    require_safe(words, answer, sink.form);
  }
}

/// The text as YAML can say it: in quotes, what cannot stand there by its number.
std::string in_yaml(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += fmt::format("\\{}", c);
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

TEST_CASE("what was typed comes out of every sink harmless", "[texts]") {
  Stage stage;
  CHECK(stage.run({"init"}).exit == 0);
  std::vector<std::string> runs;
  for (const Text& text : texts()) {
    INFO(text.name);
    for (const std::string& run : put_in(stage, text.bytes)) runs.push_back(run);
  }
  std::size_t turn = 0;
  for (const Sink& sink : sinks()) look_at(stage, sink, runs, turn++);
  stage.wait(std::chrono::hours(24 * 30));  // all of it overdue, stale, unsigned
  for (const Sink& sink : sinks()) {
    if (sink.words.front() == "check" || sink.words.front() == "due") look_at(stage, sink, runs);
  }
}

TEST_CASE("what was recorded is what was typed, however it is shown", "[texts]") {
  Stage stage;
  CHECK(stage.run({"init"}).exit == 0);
  const std::string run = stage.start();
  std::vector<std::string> accepted;
  for (const Text& text : texts()) {
    const std::string t = text.bytes.c_str();
    if (stage.run({"note", run, "--as=op", "--", t}).exit == 0) accepted.push_back(trim(t));
  }
  CHECK(accepted.size() >= 25);
  const auto log =
      nlohmann::json::parse(stage.run({"log", "--format=json", "--kind=note-added"}).out);
  std::vector<std::string> recorded;
  for (const auto& event : log.at("events"))
    recorded.push_back(event.at("data").at("note").get<std::string>());
  CHECK(recorded == accepted);
}

TEST_CASE("a catalogue with a hostile text is refused, or every sink of it is harmless",
          "[texts]") {
  int accepted = 0;
  int refused = 0;
  std::size_t turn = 0;
  for (const Text& text : texts()) {
    INFO(text.name);
    for (const std::string& quoted : {in_yaml(text.bytes), text.bytes}) {
      if (quoted.size() > 5'000) continue;
      Stage stage;
      stage.write_catalogue({.text = quoted, .name = quoted});
      const Answer answer = checked(stage, {"validate"});
      CHECK((answer.exit == 0 || answer.exit == 5));
      (answer.exit == 0 ? accepted : refused) += 1;
      if (answer.exit != 0) {
        checked(stage, {"validate", "--format=json"});
        checked(stage, {"validate", "--lang=ja"});
        checked(stage, {"check"}, Form::plugin);
        checked(stage, {"list", "--format=json"});
        continue;
      }
      CHECK(stage.run({"init"}).exit == 0);
      const std::string run = stage.start();
      checked(stage, {"start", "2", "--as=op"});
      checked(stage, {"step", run, "2", "--ok", "--as=op", "--choice=1"});
      checked(stage, {"done", run, "--all-ok", "--as=op"});
      require_safe({"guide"}, stage.run({"guide", "2", "--as=op"}, 80), Form::text);
      for (std::size_t i = turn++ % kShare; i < sinks().size(); i += kShare)
        look_at(stage, sinks()[i], {run});
    }
  }
  CHECK(accepted >= 20);
  CHECK(refused >= 20);
}

TEST_CASE("a hostile word in any place of a command line is answered, not obeyed", "[texts]") {
  Stage stage;
  CHECK(stage.run({"init"}).exit == 0);
  const std::string run = stage.start();
  std::size_t turn = 0;
  const std::size_t before =
      nlohmann::json::parse(stage.run({"log", "--format=json"}).out)["events"].size();
  for (const Text& text : texts()) {
    INFO(text.name);
    const std::string t = text.bytes.c_str();
    const std::vector<std::vector<std::string>> lines = {
        {t},
        {"--" + t},
        {"list", "--" + t},
        {"list", t},
        {"list", "--category=" + t},
        {"list", "--cycle=" + t},
        {"list", "--party=" + t},
        {"list", "--format=" + t},
        {"list", "--lang=" + t},
        {"list", "--color=" + t},
        {"list", "--ambiwidth=" + t},
        {"list", "--as=" + t},
        {"list", "--runbooks=" + t},
        {"list", "--duty=" + t},
        {"show", t},
        {"start", t, "--as=op"},
        {"start", "2", "--as=" + t},
        {"start", "2", "--as=op", "--supervisor=" + t},
        {"start", "2", "--as=op", "--party=" + t},
        {"start", "2", "--as=op", "--at=" + t, "--reason=x"},
        {"start", "2", "--as=op", "--instructed-by=" + t},
        {"start", "2", "--as=op", "--deputy-for=" + t},
        {"step", run, t, "--ok", "--as=op"},
        {"step", t, "1", "--ok", "--as=op"},
        {"step", run, "1", "--ok", "--as=op", t},
        {"done", run, "--for=" + t, "--as=op"},
        {"done", run, "--valid-until=" + t, "--as=op"},
        {"approve", t, "--as=boss1"},
        {"withdraw", t, "--reason=x", "--as=boss1"},
        {"handover", run, "--to=" + t, "--as=op"},
        {"due", "--as-of=" + t},
        {"due", "--within=" + t},
        {"log", t},
        {"log", "--kind=" + t},
        {"log", "--person=" + t},
        {"log", "--from=" + t},
        {"log", "--limit=" + t},
        {"log", "--db=" + t},
        {"verify", "--anchor=" + t},
        {"verify", "--anchors=" + t},
        {"validate", t},
        {"evidence", run, "--save=" + t + "/none"},
        {"schema", t},
    };
    for (std::vector<std::string> line : lines) {
      if (turn++ % 2 == 0) line.push_back("--format=json");
      checked(stage, line);
    }
    for (std::vector<std::string> line : {std::vector<std::string>{"check", t},
                                          {"check", "--timeout=" + t},
                                          {"check", "--db=" + t},
                                          {"check", "--cycle=" + t},
                                          {"check", "--runbooks=" + t},
                                          {"check", "--" + t}})
      checked(stage, line, Form::plugin);
  }
  const std::size_t after =
      nlohmann::json::parse(stage.run({"log", "--format=json"}).out)["events"].size();
  // "-q" behind either form of a step is an option of its own, and what a NUL cuts to "a" is a
  // step.
  constexpr std::size_t kRightAfterAll = 3;
  CHECK(after == before + kRightAfterAll);
}

TEST_CASE("a hostile environment or account is answered, not obeyed", "[texts]") {
  std::size_t turn = 0;
  for (const Text& text : texts()) {
    INFO(text.name);
    const std::string t = text.bytes.c_str();
    const std::vector<std::pair<Words, Form>> looks = {{{"status"}, Form::coloured},
                                                       {{"check"}, Form::plugin},
                                                       {{"log", "--format=json"}, Form::json}};
    Stage stage;
    const auto usual = stage.environment();
    for (const char* name : {"OPSCTL_DB", "OPSCTL_RUNBOOKS", "XDG_STATE_HOME", "HOME", "LANG",
                             "LC_ALL", "LC_MESSAGES", "TERM", "NO_COLOR", "CLICOLOR_FORCE"}) {
      stage.environment() = usual;
      stage.environment()[name] = t;
      if (std::string_view(name) == "HOME") stage.environment().erase("XDG_STATE_HOME");
      const auto& [words, form] = looks[turn++ % looks.size()];
      checked(stage, words, form);
    }
    stage.environment() = usual;
    stage.set_account(t);
    checked(stage, {"start", "1"});
    checked(stage, {"start", "1", "--as=op"});
    checked(stage, {"log"});
    checked(stage, {"log", "--format=json"});
  }
}
