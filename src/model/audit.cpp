#include "model/audit.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/messages/model.h"
#include "base/messages/store.h"
#include "base/text.h"
#include "model/audit_record.h"
#include "model/audit_run.h"

namespace opsctl {
namespace {

/// None of the rules asked here looks at the clock: any zone will do.
Catalog catalog_with(const Roster& roster) {
  Catalog catalog{Zone::find("Etc/UTC").value()};
  catalog.roster = roster;
  return catalog;
}

/// An id of a run or a request that this event gives away; empty where it gives none.
std::string new_id(const Event& event) {
  if (std::holds_alternative<RunStarted>(event.body)) return event.run;
  if (const auto* made = std::get_if<RequestMade>(&event.body)) return made->request;
  return "";
}

/// "20261122-", "R20261122-".
std::string stem_of(const Event& event) {
  const std::chrono::year_month_day day(day_recorded(event));
  const bool is_request = std::holds_alternative<RequestMade>(event.body);
  return fmt::format("{}{:04}{:02}{:02}-", is_request ? "R" : "", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

/// The number behind the dash of an id; 0 where there is none.
int number_in(const std::string& id) {
  const std::size_t dash = id.find('-');
  if (dash == std::string::npos) return 0;
  const std::size_t digits = id.find_first_not_of('0', dash + 1);
  if (digits == std::string::npos) return 0;
  return parse_count(id.substr(digits)).value_or(0);
}

std::string request_named(const EventBody& body) {
  if (const auto* withdrawn = std::get_if<RequestWithdrawn>(&body)) return withdrawn->request;
  if (const auto* approved = std::get_if<RequestApproved>(&body)) return approved->request;
  return "";
}

/// Its duties are not on record: what can be asked is whether that kind of duty would do.
std::optional<Message> wrong_duty(const Event& event) {
  const std::string& duty = event.actor.duty;
  const bool decides = std::holds_alternative<RequestApproved>(event.body) ||
                       std::holds_alternative<OccurrenceWaived>(event.body);
  const bool approves = duty == name_of(Duty::approve);
  const bool asks = duty == name_of(Duty::direct) || duty == name_of(Duty::perform);
  if (approves || (asks && !decides)) return std::nullopt;
  return say<messages::audit_duty_too_small>(duty, kind_of(event.body));
}

std::optional<Message> wrong_outside_runs(const Event& event, const Catalog& then) {
  const Acting acting = acting_in(then.roster, event);
  if (!belongs_to(acting.holder(), event.actor.party))
    return say<messages::party_not_theirs>(acting.holder().id, event.actor.party);
  if (std::holds_alternative<RequestApproved>(event.body) && acting.account_is_shared &&
      !then.roster.shared_accounts_may_sign)
    return say<messages::sign_shared_account>(acting.account);
  return wrong_duty(event);
}

}  // namespace

/// What judges one event, and where that goes.
struct Audit::Bench {
  const Audit& audit;
  const Event& event;
  std::vector<AuditFinding> found = {};

  void say_if(std::optional<Message> wrong) {
    if (wrong) found.push_back({event.seq, std::move(*wrong)});
  }

  /// The catalogue by which the event is judged; nothing where it names another roster.
  const Catalog* roster_of_event() {
    const Catalog* then = audit.catalog_at(event.seq);
    if (then != nullptr && then->roster.hash == event.roster_hash) return then;
    found.push_back({event.seq, then == nullptr ? say<messages::audit_no_roster>()
                                                : say<messages::audit_other_roster>()});
    return nullptr;
  }

  /// The same where the person could act at all. (What is wrong with that was said by follow().)
  const Catalog* judged_by() const {
    const Catalog* then = audit.catalog_at(event.seq);
    const bool known = then != nullptr && then->roster.hash == event.roster_hash &&
                       !wrong_identity(then->roster, event);
    return known ? then : nullptr;
  }

  bool is_open(const std::string& request) const {
    const auto life = audit.requests_.find(request);
    if (life == audit.requests_.end()) return false;
    const auto& [item, made, withdrawn, approved] = life->second;
    return item == event.item && made < event.seq && (withdrawn == 0 || withdrawn >= event.seq);
  }
  bool is_approved(const std::string& request) const {
    const auto life = audit.requests_.find(request);
    return life != audit.requests_.end() && life->second.approved != 0 &&
           life->second.approved < event.seq;
  }

  std::optional<Message> wrong_request(const std::string& request) const {
    if (request.empty() || is_open(request)) return std::nullopt;
    return say<messages::request_not_open>(request, event.item);
  }

  std::optional<Message> wrong_gate(const RunStarted& start, const Catalog& then) const {
    if (auto wrong = wrong_request(start.request)) return wrong;
    const bool asked_for = !start.request.empty() || is_instructed(event, then);
    const bool opens = start.book.gate == Gate::none || !start.emergency.empty() ||
                       (start.book.gate == Gate::instruction && asked_for) ||
                       (start.book.gate == Gate::prior_approval && is_approved(start.request));
    if (opens) return std::nullopt;
    return say<messages::audit_gate>(event.item);
  }

  std::optional<Message> wrong_changes(const RosterRecorded& seen) const {
    const Catalog* before = audit.catalog_at(event.seq);
    const std::vector<RosterChange> changes = before == nullptr
                                                  ? std::vector<RosterChange>{}
                                                  : changes_between(before->roster, seen.roster);
    if (seen.roster.hash != event.roster_hash) return say<messages::audit_other_roster>();
    if (seen.changes != changes) return say<messages::audit_roster_changes>();
    return wrong_identity(seen.roster, event);
  }

  void judge_start() {
    const auto& start = std::get<RunStarted>(event.body);
    if (start.book.hash != event.runbook_hash || start.book.id != event.item)
      say_if(say<messages::audit_not_pinned>(event.run));
    const Catalog* then = judged_by();
    if (then == nullptr) return;
    say_if(wrong_start(event, *then));
    say_if(wrong_gate(start, *then));
  }

  void judge_act(const Run& before) {
    const Event& first = before.events.front();
    if (event.item != first.item || event.runbook_hash != first.runbook_hash)
      say_if(say<messages::audit_not_pinned>(before.id));
    if (!event.late_reason.empty() && event.performed_at < first.performed_at)
      say_if(say<messages::late_before_start>(before.id));
    if (const Catalog* then = judged_by()) say_if(wrong_act(before, event, *then));
  }
};

const Catalog* Audit::catalog_at(std::int64_t seq) const {
  const auto next = catalogs_.lower_bound(seq);
  return next == catalogs_.begin() ? nullptr : &std::prev(next)->second;
}

std::vector<AuditFinding> Audit::follow(const Event& event) {
  Bench bench{*this, event};
  bench.say_if(wrong_instant(event));
  if (const auto* seen = std::get_if<RosterRecorded>(&event.body)) {
    bench.say_if(bench.wrong_changes(*seen));
  } else if (!std::holds_alternative<JournalCreated>(event.body)) {
    const Catalog* then = bench.roster_of_event();
    auto stranger = then == nullptr ? std::nullopt : wrong_identity(then->roster, event);
    const bool known = then != nullptr && !stranger;
    bench.say_if(std::move(stranger));
    if (known && event.run.empty()) bench.say_if(wrong_outside_runs(event, *then));
  }
  bench.say_if(bench.wrong_request(request_named(event.body)));
  const auto approved = requests_.find(request_named(event.body));
  if (approved != requests_.end() && approved->second.approved != 0 &&
      std::holds_alternative<RequestApproved>(event.body))
    bench.say_if(say<messages::request_approved_already>(approved->first));
  if (const std::string id = new_id(event); !id.empty()) {
    const std::string next = fmt::format("{}{:03}", stem_of(event), numbers_[stem_of(event)] + 1);
    if (id != next) bench.say_if(say<messages::audit_id>(id, next));
  }
  take_in(event);
  return std::move(bench.found);
}

void Audit::take_in(const Event& event) {
  if (const auto* seen = std::get_if<RosterRecorded>(&event.body))
    catalogs_.emplace(event.seq, catalog_with(seen->roster));
  if (const auto* made = std::get_if<RequestMade>(&event.body))
    requests_.emplace(made->request, RequestLife{event.item, event.seq});
  if (const auto life = requests_.find(request_named(event.body)); life != requests_.end()) {
    const bool withdraws = std::holds_alternative<RequestWithdrawn>(event.body);
    (withdraws ? life->second.withdrawn : life->second.approved) = event.seq;
  }
  if (const std::string id = new_id(event); !id.empty()) {
    int& last = numbers_[id.substr(0, id.find('-') + 1)];
    last = std::max(last, number_in(id));
  }
}

std::vector<AuditFinding> Audit::judge(const Run& run) const {
  std::vector<AuditFinding> found;
  Run before{run.id, {}};
  for (const Event& event : run.events) {
    Bench bench{*this, event};
    const bool starts = std::holds_alternative<RunStarted>(event.body);
    const bool in_place = starts == before.events.empty();
    if (!in_place) {
      bench.say_if(say<messages::run_history_wrong>(run.id));
    } else if (starts) {
      bench.judge_start();
    } else {
      bench.judge_act(before);
    }
    found.insert(found.end(), bench.found.begin(), bench.found.end());
    if (in_place) before.events.push_back(event);
  }
  return found;
}

}  // namespace opsctl
