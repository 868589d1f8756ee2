// What is allowed next in a run, up to its finish. Each act answers with the event to be recorded,
// or says why not; it records nothing. Sign-offs are in sign_off.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"
#include "model/catalog.h"
#include "model/event.h"
#include "model/policy.h"
#include "model/run.h"

namespace opsctl {

/// Work that was done earlier than it is entered: --at and --reason.
struct LateEntry {
  Instant at{};
  std::string reason;
};

/// What is to be recorded, and by whom.
struct Accepted {
  Actor actor;
  EventBody body;
  std::optional<LateEntry> late = {};
};
using Verdict = std::variant<Accepted, Refusal>;

/// What people typed; the rules check it.
struct StartRequest {
  std::string supervisor = {};  // a person's id; empty: the only one there is
  bool parallel = false;
  std::optional<Instant> planned_end = {};  // of a watch
  std::string ref = {};                     // of an incident, a ticket …
};

struct StepRequest {
  std::string step;  // number or id
  StepResult result{};
  std::string note = {};
  std::string choice = {};               // in full, its beginning, or its number
  std::vector<std::string> values = {};  // KEY=VALUE
  std::vector<Evidence> evidence = {};   // as read
  std::string as = {};                   // " --as PERSON" as it was typed, for hints
};

struct FinishRequest {
  bool all_ok = false;
  bool failed = false;  // never with all_ok
  std::string reason = {};
  std::vector<std::string> values = {};  // KEY=VALUE
  std::string valid_until = {};          // the value of the record field of that name
  std::string as_typed = {};             // the other options, for a hint that repeats them
  std::string as = {};                   // those of them that a step takes, too: " --as PERSON"
};

/// `open_runs`: the ids of the item's runs that take work.
Verdict start_run(const Catalog& catalog, const Runbook& book, const Acting& acting,
                  const StartRequest& request, std::span<const std::string> open_runs);

Verdict record_step(const Catalog& catalog, const Run& run, const Acting& acting,
                    const StepRequest& request);

/// The record of a step as typed, checked.
std::variant<StepRecorded, Refusal> checked_record(const Catalog& catalog, const Run& run,
                                                   const Step& step, const StepRequest& request);

/// The step that was typed (number or id), or what there is.
std::variant<const Step*, Refusal> step_typed(const Runbook& book, std::string_view word);

/// The second person's word on the latest record of the step (number or id); also where a step of a
/// finished run was corrected.
Verdict confirm_step(const Catalog& catalog, const Run& run, const Acting& acting,
                     std::string_view step);

/// Record fields, KEY=VALUE, that are known before the finish: nothing that was typed waits for it.
Verdict fill_in(const Catalog& catalog, const Run& run, const Acting& acting,
                std::span<const std::string> assignments);

Verdict add_note(const Catalog& catalog, const Run& run, const Acting& acting,
                 std::string_view note);

/// With `all_ok` the required steps that are left are ticked as ok, those of other parties too:
/// the record shows who ticked. Optional steps stay unrecorded, as nobody said that they were done.
Verdict finish_run(const Catalog& catalog, const Run& run, const Acting& acting,
                   const FinishRequest& request);

/// May be ticked by --all-ok: it asks for no choice, no second person and no evidence.
bool can_be_ticked(const Step& step);

Verdict abort_run(const Catalog& catalog, const Run& run, const Acting& acting,
                  std::string_view reason);

/// The verdict as it is for work that is entered later: not in the future, not before the run's
/// start, and no finish before its work. `run`: nothing where the act starts one.
Verdict entered_late(Verdict verdict, const Run* run, const std::optional<LateEntry>& late,
                     Instant now);

/// From now on a colleague goes on with the run.
Verdict hand_over(const Catalog& catalog, const Run& run, const Acting& acting, const Person& to);

/// The first required step without a record; nullptr where there is none. Points into the run.
const Step* next_step(const Run& run);

/// "opsctl step RUN 4 --ok", with "…" for what the step asks for besides. `name`: the run's.
std::string step_command(std::string_view name, const Runbook& book, const Step& step);

/// What is typed next, by whoever it is for: a confirmation, the next step, or done. Empty where
/// the run takes no work. `as`: " --as PERSON" as it was typed; a confirmation is somebody else's.
std::string next_work_command(const Run& run, std::string_view as = {});

/// " --value cause=…" for each required record field that has no value yet.
std::string missing_values(const Run& run);

/// What keeps the run from being finished as done, a line each, with the command that helps.
std::vector<Message> open_points(const Run& run);

/// What every act on a run asks first; nothing where the run takes work.
std::optional<Refusal> takes_no_work(const Run& run);

/// As may_perform(), for a run that takes work, and apart from its signers.
Permission may_work(const Catalog& catalog, const Run& run, const Acting& acting);

/// The words for a state, as people see them.
Message describe(RunState state);

}  // namespace opsctl
