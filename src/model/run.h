// A run is its history. Everything else about it is asked of its events and kept nowhere, so that
// the two cannot disagree.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "base/time.h"
#include "model/event.h"

namespace opsctl {

struct Run {
  std::string id;
  std::vector<Event> events;  // as recorded; the first is RunStarted
};

enum class RunState {
  open,
  returned,  // open again after a return
  awaiting_supervisor,
  awaiting_approval,
  approved,  // nothing is left to sign
  rejected,
  aborted
};
std::string_view name_of(RunState state);  // "open", "returned", "awaiting-supervisor" …
std::optional<RunState> run_state_of_name(std::string_view name);

/// True for open and returned: the states in which work is recorded.
bool takes_work(RunState state);

/// What the run began with. Throws std::logic_error where the history does not begin with it.
const RunStarted& started(const Run& run);

RunState state_of(const Run& run);

/// Of the last finish; nothing where there was none.
std::optional<Outcome> outcome_of(const Run& run);

/// One record of a step. `ticked`: by `done --all-ok`.
struct StepRecord {
  StepRecorded what;
  Actor by;
  Instant performed_at{};
  Instant recorded_at{};
  bool ticked = false;
};

struct StepConfirmation {
  Actor by;
  Instant performed_at{};
};

struct StepStatus {
  Step step;
  std::vector<StepRecord> records;                 // the last one counts, the earlier stay visible
  std::optional<StepConfirmation> confirmed = {};  // of the last record

  const StepRecord* latest() const { return records.empty() ? nullptr : &records.back(); }
};

/// Recorded, and not yet confirmed by the second person that the step asks for. Work that was not
/// applicable needs nobody's confirmation.
bool awaits_second_person(const StepStatus& status);

/// One for each step of the runbook, in its order.
std::vector<StepStatus> steps_of(const Run& run);

/// The record fields; the later value wins.
std::map<std::string, std::string> values_of(const Run& run);

/// A start, a record or a correction, a confirmation of a step or a watch, or a finish. A note, an
/// abort or a sign-off is none.
bool is_performance(const Event& event);

/// Everybody who started or keeps the watch, recorded or confirmed a step, finished or corrected,
/// over the whole run, and whom they represented; in the order of their first act. Separation of
/// duties counts them all.
std::vector<std::string> performers(const Run& run);

/// Whose run it is to go on with: the performers, and those to whom it was handed over.
std::vector<std::string> workers(const Run& run);

/// A run of a 24H item.
bool is_watch(const Run& run);

struct SignOff {
  SignedOff what;
  Actor by;
  Instant performed_at{};
  bool in_force = false;  // an approval of the content as it is now, with no return since
};

/// All, in the order of the history.
std::vector<SignOff> sign_offs(const Run& run);

/// One that is still to be given: ● by an organisation, ▲ by a party (its id).
struct OwedSignOff {
  SignOffDuty duty{};
  std::string owed_by;

  friend bool operator==(const OwedSignOff&, const OwedSignOff&) = default;
};

/// What a sign-off pays.
OwedSignOff paid_by(const Run& run, const SignOff& sign_off);

/// ● once for each supervised organisation whose people performed, then ▲ once for each party
/// that has it; in the sheet's order. Also answers for a run that is not finished yet.
std::vector<OwedSignOff> missing_sign_offs(const Run& run);

/// What a decision is bound to: SHA-256 over the hashes of the events up to the last one that is
/// not a sign-off.
Hash content_hash(const Run& run);

/// Begun in an emergency without what its gate asks for, and not yet accepted: neither by whoever
/// could have opened the gate nor by the approval of the work.
bool awaits_acceptance(const Run& run);

enum class ExceptionKind { emergency, failed, step_ng, step_na, late_entry, corrected };
std::string_view name_of(ExceptionKind kind);  // "emergency", "failed", "step-ng" …

/// What a decision must look at first.
struct RunException {
  ExceptionKind kind{};
  std::string step = {};  // its id
  std::string text = {};  // the reason or the note

  friend bool operator==(const RunException&, const RunException&) = default;
};
std::vector<RunException> exceptions_of(const Run& run);

/// Some work was entered more than 24 hours after it took place.
bool is_late_entry(const Run& run);

/// When the work was done: at the finish, or as a correction says. A finish after a return leaves
/// it as it was, unless a step was recorded again or the finish before was a failure.
std::optional<Instant> performed_at(const Run& run);

/// From the start to performed_at().
std::optional<std::chrono::seconds> duration_of(const Run& run);

/// What lists and the schedule need to know of a run.
struct RunSummary {
  std::string id;
  std::string item;
  RunState state{};
  std::optional<Outcome> outcome;  // of the last finish
  Instant started_at{};
  std::optional<Instant> performed_at;  // see performed_at(); kept while the run is returned
  std::optional<Instant> finished_at;   // when the last finish was recorded
  std::int64_t last_seq = 0;
  bool satisfies = false;  // finished as done, and not returned, rejected or aborted
  std::string valid_until = {};
  std::string cycle = {};                   // as the item had it at the start
  std::optional<Instant> planned_end = {};  // of a watch
  std::string for_key = {};                 // what the last finish names and closes
  std::string request = {};
  std::string ref = {};         // what belongs together
  bool emergency = false;       // see awaits_acceptance()
  std::int64_t finish_seq = 0;  // of the last finish

  friend bool operator==(const RunSummary&, const RunSummary&) = default;
};
RunSummary summarize(const Run& run);

/// The run as it was at an instant: work that had been performed, decisions that had been recorded
/// (spec schedule.md 13, --as-of). Without events where it had not begun.
Run as_of(const Run& run, Instant instant);

}  // namespace opsctl
