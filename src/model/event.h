// What the journal holds: facts, one after another, never changed (spec records.md). Everything
// else about a run is asked of its events.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/sha256.h"
#include "base/time.h"
#include "model/roster.h"
#include "model/runbook.h"

namespace opsctl {

/// The first event: the journal's own identity.
struct JournalCreated {
  std::string uuid;
};

/// The roster, by which the rules judge from here on; recorded when it is first seen. The actor is
/// whose act saw it, not who changed it.
struct RosterRecorded {
  Roster roster;                           // its text is not kept here, but for its hash
  std::vector<RosterChange> changes = {};  // since the roster recorded before
};

/// A run begins; it keeps the runbook it began with, whatever becomes of the file.
struct RunStarted {
  Runbook book;                // its timetable is not kept, but for the cycle's text below
  std::vector<Party> parties;  // those of the catalogue, so that the rules need nothing else
  std::string cycle;
  std::string supervisor = {};     // ● on duty: a person's id; empty where no ● is owed
  std::string request = {};        // that it serves: its id
  std::string ref = {};            // of an incident, a ticket …: what belongs together
  std::string instructed_by = {};  // a person's id, where the instruction is no request
  std::string emergency = {};      // why it began without what its gate asks for
  // Of a watch (24H): who keeps it, where that is not who typed, and until when it is planned.
  std::string keeper = {};
  std::optional<Instant> planned_end = {};
};

enum class StepResult { ok, ng, na };
std::string_view name_of(StepResult result);  // "ok", "ng", "na"
std::optional<StepResult> step_result_of_name(std::string_view name);

/// A file that proves a step. Small ones are kept in the journal, all by their hash.
struct Evidence {
  std::string name;
  std::int64_t size = 0;  // bytes
  Hash hash{};            // SHA-256 of the content
  bool kept = false;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A step was done (or not). A step may be recorded again: the later record counts.
struct StepRecorded {
  std::string step;
  StepResult result{};
  std::string note = {};
  std::string choice = {};
  std::map<std::string, std::string> values = {};  // record fields, as checked and normalised
  std::vector<Evidence> evidence = {};
};

/// The second person that a step asks for.
struct StepConfirmed {
  std::string step;
};

struct NoteAdded {
  std::string note;
};

/// Record fields that are filled in while the work goes on.
struct ValuesRecorded {
  std::map<std::string, std::string> values;  // as checked and normalised
};

enum class Outcome { done, failed };
std::string_view name_of(Outcome outcome);  // "done", "failed"
std::optional<Outcome> outcome_of_name(std::string_view name);

struct RunFinished {
  Outcome outcome = Outcome::done;
  std::string reason = {};                         // of a failure
  std::map<std::string, std::string> values = {};  // record fields
  std::vector<StepRecorded> steps = {};            // those that --all-ok ticked
  std::string for_key = {};                        // the occurrence named explicitly
  std::string request = {};                        // that it closes: its id
};

/// What was recorded of a finished run was wrong. Every sign-off before it is void.
struct RunCorrected {
  std::string reason;
  std::vector<StepRecorded> steps = {};            // at most one
  std::map<std::string, std::string> values = {};  // record fields
  std::optional<Instant> performed_at = {};        // when the work was really done
};

struct RunAborted {
  std::string reason;
};

enum class Decision { approve, return_run, reject };
std::string_view name_of(Decision decision);  // "approve", "return", "reject"
std::optional<Decision> decision_of_name(std::string_view name);

enum class SignOffDuty { supervisor, approver };  // ●, ▲
std::string_view name_of(SignOffDuty duty);       // "supervisor", "approver"
std::optional<SignOffDuty> sign_off_duty_of_name(std::string_view name);

/// A supervisor's or approver's decision, bound to what it was made on.
struct SignedOff {
  SignOffDuty duty{};
  Decision decision{};
  std::string comment = {};               // the reason of a return or rejection
  Hash content{};                         // content_hash() of the run as it was shown
  std::string signature = {};             // of signed_text(), by the signer's key; empty: none
  std::optional<Instant> signed_at = {};  // with a signature
};

/// Somebody asks for an item to be done (spec schedule.md 10).
struct RequestMade {
  std::string request;  // its id: "R20261122-001"
  std::string reason;
  std::optional<Instant> deadline = {};
  std::string ref = {};     // of a ticket, a letter …
  std::string origin = {};  // who asked for it, where that is nobody of the parties (sheet No. 30)
};

/// Work that may not begin without approval may begin (▲).
struct RequestApproved {
  std::string request;
};

/// 事後承認: what the gate asked for, given after an emergency start.
struct EmergencyAccepted {
  Hash content{};  // content_hash() of the run as it was shown
};

struct RequestWithdrawn {
  std::string request;
  std::string reason;
};

/// An occurrence is excused; where a rolling item has none of that name, its due date is moved.
struct OccurrenceWaived {
  std::string key;
  std::string reason;
  std::optional<Date> until = {};  // rolling
};

/// A colleague goes on with the run.
struct RunHandedOver {
  std::string to;  // a person's id
};

/// The keeper of a watch is still there (spec schedule.md 9).
struct WatchConfirmed {};

using EventBody = std::variant<JournalCreated, RunStarted, StepRecorded, StepConfirmed, NoteAdded,
                               RunFinished, RunAborted, SignedOff, RequestMade, RequestWithdrawn,
                               OccurrenceWaived, RunHandedOver, WatchConfirmed, RequestApproved,
                               EmergencyAccepted, RosterRecorded, ValuesRecorded, RunCorrected>;

/// Who did it, as far as the system can tell.
struct Actor {
  std::string person;   // roster id; empty in JournalCreated by somebody outside the roster
  std::string party;    // the party the person acts for
  std::string duty;     // "perform", "approve", "supervise" …
  std::string account;  // the real uid's name
  std::uint32_t uid = 0;
  std::string deputy_for = {};  // 代行: whose duty it is, a person's id

  friend bool operator==(const Actor&, const Actor&) = default;
};

/// Those whose act it is: the person, and whom the person represented. Separation of duties counts
/// both.
std::vector<std::string> persons_of(const Actor& actor);

/// Where a record was made.
struct Origin {
  std::string tty;
  std::string host;
  std::string version;  // of opsctl
};

struct Event {
  std::int64_t seq = 0;  // given by the journal; no gaps, from 1
  std::string run = {};  // "20261122-003"; empty where it is about no run
  std::string item = {};
  EventBody body;
  Actor actor;
  Instant performed_at{};               // when the act took place
  Instant recorded_at{};                // when it was written down
  std::string late_reason = {};         // why it was not written down at once (--at)
  bool clock_back = false;              // the record before it has a later recorded_at
  std::int32_t utc_offset_seconds = 0;  // of the catalogue's zone at recorded_at
  Origin origin;
  Hash runbook_hash{};
  Hash roster_hash{};
  std::string idempotency_key = {};
  Hash hash{};  // of the chain, given by the journal
};

/// All that kind_of() answers, in the order of EventBody.
std::span<const std::string_view> event_kinds();

/// "run-started", "step-recorded" …: the `kind` of a record, in the journal and in JSON.
std::string_view kind_of(const EventBody& body);

}  // namespace opsctl
