// opsctl guide [RUN]: walks through the checklist of an open run, one key an answer.

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <set>

#include "base/messages/cli.h"
#include "base/messages/help.h"
#include "base/messages/views.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/evidence.h"
#include "cli/finish.h"
#include "cli/guide.h"
#include "cli/lookup.h"
#include "cli/outcome.h"
#include "cli/recording.h"
#include "model/guide.h"
#include "model/workflow.h"
#include "render/guide_view.h"
#include "render/words.h"

namespace opsctl::cli {
namespace {

constexpr std::string_view kInterrupt = "\x03";
constexpr std::string_view kEndOfInput = "\x04";

class Guide {
 public:
  Guide(Session& session, std::string run)
      : session_(session), me_(acting(session)), run_(std::move(run)) {}

  Exit walk();

 private:
  using Rule = std::function<Verdict(Recording&, const Run&)>;

  Run load() const;
  bool go_on(const Run& run, const GuideStop& stop);
  bool ask_step(const Run& run, int number);
  bool answer_step(const Run& run, const Step& step, int number, const std::string& key);
  bool ask_field(const Run& run, const std::string& key);
  bool ask_finish();
  void record_step_as(const Step& step, StepResult result, const std::string& choice);
  std::optional<Refusal> answered_meanwhile(const Run& run, const Step& step) const;
  bool may_confirm_it(const Run& run, int number) const;
  bool ask_confirmation(const Run& run, int number);
  void attach();
  void add_note_typed();
  bool record(const Message& what, const Rule& rule);
  std::string ask_key() const;
  std::string ask_line(const Message& question) const;
  bool is_end(const std::string& key);
  void tell(const Message& message) const;

  Session& session_;
  Acting me_;
  std::string run_;
  int again_ = 0;  // the number of a recorded step that is asked for again
  std::set<std::string> skipped_;
  std::size_t seen_ = 0;         // records of the step that is being asked for, as shown
  std::vector<ReadFile> files_;  // for the step that is being asked for
  Exit exit_ = Exit::ok;
};

Run Guide::load() const {
  const std::optional<Journal> journal = session_.read_journal();
  return *journal->run(run_);
}

Exit Guide::walk() {
  session_.print(render::guide_opening(load(), session_.look()));
  for (;;) {
    const Run run = load();
    const GuideStop stop = again_ > 0 ? GuideStop{GuideStop::Kind::step, again_}
                                      : next_stop(run, session_.catalog().roster, me_, skipped_);
    if (!go_on(run, stop)) return exit_;
  }
}

/// False where the walk is over.
bool Guide::go_on(const Run& run, const GuideStop& stop) {
  switch (stop.kind) {
    case GuideStop::Kind::step:
      if (ask_step(run, stop.number)) return true;
      break;
    case GuideStop::Kind::field:
      if (ask_field(run, stop.field)) return true;
      break;
    case GuideStop::Kind::finish:
      if (!ask_finish()) break;
      return false;
    case GuideStop::Kind::second_person:
      if (may_confirm_it(run, stop.number)) {
        if (ask_confirmation(run, stop.number)) return true;
        break;
      }
      [[fallthrough]];
    case GuideStop::Kind::of_others:
      session_.print(render::guide_step(run, stop.number, session_.catalog(), session_.look()));
      say_next(session_, run, run_, run.events.back());
      break;
    case GuideStop::Kind::over:
      say_next(session_, run, run_, run.events.back());
      return false;
  }
  tell(say<messages::guide_left>(run_, session_.as_typed()));
  return false;
}

bool Guide::may_confirm_it(const Run& run, int number) const {
  return std::holds_alternative<Accepted>(
      confirm_step(session_.catalog(), run, me_, std::to_string(number)));
}

/// The person at this terminal may be the second one.
bool Guide::ask_confirmation(const Run& run, int number) {
  session_.print(render::guide_step(run, number, session_.catalog(), session_.look()));
  tell(say<messages::guide_ask_confirm>());
  const std::string key = ask_key();
  if (key != "c") {
    is_end(key);
    return false;
  }
  return record(
      say<messages::guide_answer>(to_text(say<messages::event_confirmed>(), session_.language())),
      [&](Recording&, const Run& now) {
        return confirm_step(session_.catalog(), now, me_, std::to_string(number));
      });
}

bool Guide::ask_step(const Run& run, int number) {
  const Step& step = started(run).book.steps.at(static_cast<std::size_t>(number - 1));
  files_.clear();
  seen_ = steps_of(run).at(static_cast<std::size_t>(number - 1)).records.size();
  session_.print(render::guide_step(run, number, session_.catalog(), session_.look()));
  session_.print(render::guide_keys(step, again_ > 0, session_.look()));
  return answer_step(run, step, number, ask_key());
}

bool Guide::answer_step(const Run& run, const Step& step, int number, const std::string& key) {
  if (is_end(key)) return false;
  const std::optional<int> choice = parse_count(key);
  if (key == "e" && step.evidence != EvidenceWish::none) {
    attach();
    return answer_step(run, step, number, ask_key());
  }
  if (key == "o" && step.choices.empty()) {
    record_step_as(step, StepResult::ok, "");
  } else if (choice && *choice >= 1 && *choice <= static_cast<int>(step.choices.size())) {
    record_step_as(step, StepResult::ok, step.choices[static_cast<std::size_t>(*choice - 1)]);
  } else if (key == "n" || key == "x") {
    record_step_as(step, key == "n" ? StepResult::ng : StepResult::na, "");
  } else if (key == "k" && again_ > 0) {
    again_ = 0;
  } else if (key == "s" && !step.required && again_ == 0) {
    skipped_.insert(step.id);
  } else if (key == "m") {
    add_note_typed();
  } else if (key == "b") {
    const int before = step_before(run, session_.catalog().roster, me_, number);
    if (before == 0) tell(say<messages::guide_no_step_before>());
    if (before > 0) again_ = before;
  } else {
    tell(say<messages::guide_unknown_key>());
    session_.print(render::guide_keys(step, again_ > 0, session_.look()));
    return answer_step(run, step, number, ask_key());
  }
  return true;
}

void Guide::record_step_as(const Step& step, StepResult result, const std::string& choice) {
  StepRequest request{.step = step.id, .result = result, .choice = choice};
  if (result != StepResult::ok) {
    request.note = ask_line(say<messages::guide_ask_why>());
    if (request.note.empty()) return;
  }
  const bool proof = step.evidence == EvidenceWish::required && result == StepResult::ok;
  if (proof && files_.empty()) attach();
  if (proof && files_.empty()) return;
  request.evidence = described(files_);
  const Message what = say<messages::guide_answer>(render::result_word(result, session_.look()));
  const bool recorded = record(what, [&](Recording& recording, const Run& run) -> Verdict {
    if (auto refusal = answered_meanwhile(run, step)) return *refusal;
    keep(recording, files_);
    return record_step(session_.catalog(), run, me_, request);
  });
  if (recorded) again_ = 0;
}

/// A colleague's record of the step that this person has not seen must not be covered by an answer.
std::optional<Refusal> Guide::answered_meanwhile(const Run& run, const Step& step) const {
  for (const StepStatus& status : steps_of(run)) {
    if (status.step.id != step.id || status.records.size() == seen_) continue;
    const StepRecord& latest = status.records.back();
    return Refusal{{say<messages::guide_meanwhile>(
                        latest.by.person, render::result_word(latest.what.result, session_.look())),
                    {},
                    say<messages::guide_meanwhile_hint>()}};
  }
  return std::nullopt;
}

void Guide::attach() {
  const std::string name = ask_line(say<messages::guide_ask_file>());
  if (name.empty()) return;
  try {
    files_.push_back(read_evidence({name}).front());
    tell(say<messages::guide_file_taken>(files_.back().evidence.name, files_.back().evidence.size));
  } catch (const Error& error) {
    complain(session_.world(), session_.language(), error.problem());
  }
}

void Guide::add_note_typed() {
  const std::string note = ask_line(say<messages::guide_ask_note>());
  if (note.empty()) return;
  record(say<messages::guide_answer>(note),
         [&](Recording&, const Run& run) { return add_note(session_.catalog(), run, me_, note); });
}

bool Guide::ask_field(const Run& run, const std::string& key) {
  const auto& fields = started(run).book.records;
  const RecordField& field = *std::ranges::find(fields, key, &RecordField::key);
  session_.print(render::guide_field(field, session_.look()));
  const std::string value = ask_line(field.required ? say<messages::guide_ask_value>()
                                                    : say<messages::guide_ask_optional>());
  if (value == "q") return false;
  if (value.empty()) {
    if (session_.world().in.eof()) return false;
    if (!field.required) skipped_.insert(key);
    return true;
  }
  const std::vector<std::string> assignment = {key + "=" + value};
  record(say<messages::guide_answer>(value), [&](Recording&, const Run& now) {
    return fill_in(session_.catalog(), now, me_, assignment);
  });
  return true;
}

/// True where the run was finished.
bool Guide::ask_finish() {
  tell(say<messages::guide_ask_finish>());
  const std::string key = ask_key();
  if (key != "d") {
    is_end(key);
    return false;
  }
  finish({.run = run_}, session_);
  return true;
}

/// True where it was recorded, and says so. A refusal is said, and the question is asked again; a
/// busy journal is tried again with the same answer.
bool Guide::record(const Message& what, const Rule& rule) {
  for (;;) {
    try {
      Recording recording(session_, std::nullopt);
      const Run before = *recording.journal().run(run_);
      const Event event = recording.append(before, accepted(rule(recording, before)));
      recording.commit();
      tell(what);
      session_.print(acknowledgement(session_, event) + "\n");
      return true;
    } catch (const Error& error) {
      if (error.exit() == Exit::journal) throw;
      complain(session_.world(), session_.language(), error.problem());
      if (error.exit() != Exit::busy) return false;
      tell(say<messages::guide_try_again>());
      if (is_end(ask_key())) return false;
    }
  }
}

/// What was pressed, in small ASCII letters also from a Japanese keyboard; empty at the input's
/// end.
std::string Guide::ask_key() const {
  session_.world().out.flush();
  const std::string key = session_.world().read_key();
  const std::string folded = fold_id(key);
  return folded.empty() ? key : folded;  // Enter and space are keys, too
}

std::string Guide::ask_line(const Message& question) const {
  const World& world = session_.world();
  world.out << to_text(question, session_.language()) << std::flush;
  std::string line;
  std::getline(world.in, line);
  return trim(line);
}

bool Guide::is_end(const std::string& key) {
  if (key == kInterrupt) exit_ = Exit::interrupted;
  return key.empty() || key == "q" || key == kInterrupt || key == kEndOfInput;
}

void Guide::tell(const Message& message) const {
  session_.print(to_text(message, session_.language()) + "\n");
}

}  // namespace

void require_terminal(const Session& session) {
  if (session.may_ask() && session.format() == render::Format::text) return;
  throw Error(Exit::usage, say<messages::guide_needs_terminal>(),
              say<messages::guide_terminal_hint>());
}

Exit guide(Session& session, const std::string& run) { return Guide(session, run).walk(); }

namespace {

struct Options {
  std::optional<std::string> run;
};

Exit guide_named(const Options& options, Session& session) {
  require_terminal(session);
  std::string run;
  {
    const std::optional<Journal> journal = session.read_journal();
    if (!journal) {
      throw Error(Exit::not_found, say<messages::no_journal_yet>(visible(session.journal_path())));
    }
    run = find_run(session, *journal, options.run, [](const RunSummary& one) {
            return takes_work(one);
          }).id;
  }
  return guide(session, run);
}

}  // namespace

Command guide_command() {
  auto options = std::make_shared<Options>();
  return {.summary = say<messages::about_guide>(),
          .words = {{"RUN", {"RUN", Values::open_runs}, &options->run, say<messages::arg_run>()}},
          .options = {},
          .examples = {"opsctl guide", "opsctl guide 49"},
          .formats = {render::Format::text},
          .action = [options](Session& session) { return guide_named(*options, session); }};
}

}  // namespace opsctl::cli
