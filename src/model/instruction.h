// Around the runs: asking for an item, withdrawing that, excusing an occurrence (spec workflow.md).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "model/due.h"
#include "model/workflow.h"

namespace opsctl {

struct NewRequest {
  std::string id = {};
  std::string reason = {};
  std::optional<Instant> deadline = {};
  std::string ref = {};
  std::string origin = {};  // --origin: who asked, where that is nobody of the parties
};
Verdict make_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                     const NewRequest& request, Instant now);

/// `open`: the item's open requests.
Verdict withdraw_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                         const Request& request, std::span<const Request> open,
                         std::string_view reason);

/// The id of the open request that an execution serves: the one named, else the only one; empty
/// where there is none. With several it must be named.
std::variant<std::string, Refusal> served_request(const Runbook& book,
                                                  std::span<const Request> open,
                                                  std::string_view named);

/// The verdict of start_run(), with the request that the run serves and, where none was typed, its
/// reference. A run may also begin unasked.
Verdict started_for_request(Verdict start, const Runbook& book, std::span<const Request> open,
                            std::string_view named);

/// How an item stands, for those acts that name one of its occurrences.
struct Occasion {
  const Timetable& timetable;
  const SiteCalendar& site;
  const ItemHistory& history;
  Instant now;
};

/// Why no new execution or waiver can name the key; nothing where it can. The key must be owed and
/// not yet satisfied (spec schedule.md 7).
std::optional<Refusal> refuse_key(const Runbook& book, const Occasion& occasion,
                                  std::string_view key);

/// What a finish means for the schedule, as typed.
struct FinishOccasion {
  std::string for_key = {};      // --for
  std::string request = {};      // --request; empty: the one of the start, or the only open one
  bool leave_uncovered = false;  // the last watch may end
};
/// The verdict of finish_run(), with the occurrence that it names and the request that it closes.
Verdict finish_on(Verdict finish, const Run& run, const Runbook& book, const Occasion& occasion,
                  const FinishOccasion& wanted);

struct WaiverRequest {
  std::string key = {};            // --for; empty for a rolling item
  std::optional<Date> until = {};  // a rolling item's due date is moved to it
  std::string reason;
};
Verdict waive(const Catalog& catalog, const Runbook& book, const Acting& acting,
              const WaiverRequest& request, const Occasion& occasion);

}  // namespace opsctl
