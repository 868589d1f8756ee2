#include "model/instruction.h"

#include <algorithm>

#include "base/messages/cli.h"
#include "base/messages/model.h"
#include "base/text.h"
#include "model/attribution.h"
#include "model/record_value.h"
#include "model/standing.h"
#include "model/watch_rules.h"

namespace opsctl {
namespace {

Scope scope_in(const Catalog& catalog, const Runbook& book) {
  return {book, catalog.parties, catalog.roster};
}

std::string ids_of(std::span<const Request> requests) {
  std::vector<std::string> ids;
  for (const Request& request : requests) ids.push_back(request.id);
  return join(ids, ", ");
}

Mode mode_at(const Occasion& occasion) {
  const auto& version =
      occasion.timetable.versions[version_at(occasion.timetable, occasion.site, occasion.now)];
  return mode_of(version.cycle, version.schedule);
}

std::optional<Refusal> refuse_waiver(const Runbook& book, const WaiverRequest& request,
                                     const Occasion& occasion) {
  const Mode mode = mode_at(occasion);
  if (mode == Mode::calendar) {
    if (request.until)
      return Refusal{{say<messages::waive_until_of_calendar>(book.id),
                      {},
                      say<messages::waive_key_hint>(book.no)}};
    if (request.key.empty())
      return Refusal{
          {say<messages::waive_needs_key>(book.id), {}, say<messages::waive_key_hint>(book.no)}};
    return refuse_key(book, occasion, request.key);
  }
  if (mode != Mode::rolling)
    return Refusal{
        {say<messages::waive_nothing>(book.id), {}, say<messages::waive_nothing_hint>()}};
  if (!request.key.empty() || !request.until)
    return Refusal{
        {say<messages::waive_needs_until>(book.id), {}, say<messages::waive_until_hint>(book.no)}};
  const Zone& zone = occasion.site.zone;
  const Standing now = evaluate(occasion.timetable, occasion.site, occasion.history, occasion.now);
  if (zone.end_of(*request.until) <= now.due.value_or(Instant::min())) {
    return Refusal{
        {say<messages::waive_not_later>(book.id, to_text(*now.due, zone), to_text(*request.until)),
         {},
         say<messages::waive_until_hint>(book.no)}};
  }
  return std::nullopt;
}

}  // namespace

Verdict make_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                     const NewRequest& request, Instant now) {
  Permission permission = may_request(scope_in(catalog, book), acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  auto reason = checked_text("--reason", request.reason);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  auto ref = optional_text("--ref", request.ref);
  if (auto* refusal = std::get_if<Refusal>(&ref)) return *refusal;
  auto origin = optional_text("--origin", request.origin);
  if (auto* refusal = std::get_if<Refusal>(&origin)) return *refusal;
  if (request.deadline && *request.deadline <= now)
    return Refusal{
        {say<messages::request_deadline_past>(), {}, say<messages::request_deadline_hint>()}};
  return Accepted{std::get<Actor>(permission),
                  RequestMade{request.id, std::get<std::string>(reason), request.deadline,
                              std::get<std::string>(ref), std::get<std::string>(origin)}};
}

Verdict withdraw_request(const Catalog& catalog, const Runbook& book, const Acting& acting,
                         const Request& request, std::span<const Request> open,
                         std::string_view reason) {
  Permission permission = may_request(scope_in(catalog, book), acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (std::ranges::find(open, request.id, &Request::id) == open.end()) {
    const Message what = request.withdrawn_at ? say<messages::request_withdrawn_already>(request.id)
                                              : say<messages::request_done_already>(request.id);
    return Refusal{{what, {}, say<messages::request_log_hint>(book.no)}};
  }
  auto text = checked_text("--reason", reason);
  if (auto* refusal = std::get_if<Refusal>(&text)) return *refusal;
  return Accepted{std::get<Actor>(permission),
                  RequestWithdrawn{request.id, std::get<std::string>(text)}};
}

std::variant<std::string, Refusal> served_request(const Runbook& book,
                                                  std::span<const Request> open,
                                                  std::string_view named) {
  if (!named.empty()) {
    if (std::ranges::find(open, named, &Request::id) != open.end()) return std::string(named);
    return Refusal{{say<messages::request_not_open>(named, book.id),
                    {},
                    open.empty() ? say<messages::request_none_hint>()
                                 : say<messages::try_one_of>(ids_of(open))}};
  }
  if (open.empty()) return std::string{};
  if (open.size() == 1) return open.front().id;
  return Refusal{{say<messages::request_several>(book.id, open.size()),
                  {},
                  say<messages::request_several_hint>(ids_of(open))}};
}

Verdict started_for_request(Verdict start, const Runbook& book, std::span<const Request> open,
                            std::string_view named) {
  auto* accepted = std::get_if<Accepted>(&start);
  if (accepted == nullptr) return start;
  auto request = served_request(book, open, named);
  if (auto* refusal = std::get_if<Refusal>(&request)) return *refusal;
  auto& started = std::get<RunStarted>(accepted->body);
  started.request = std::get<std::string>(request);
  const auto served = std::ranges::find(open, started.request, &Request::id);
  if (started.ref.empty() && served != open.end()) started.ref = served->ref;
  return start;
}

std::optional<Refusal> refuse_key(const Runbook& book, const Occasion& occasion,
                                  std::string_view key) {
  if (mode_at(occasion) != Mode::calendar)
    return Refusal{
        {say<messages::key_of_no_calendar>(book.id), {}, say<messages::key_leave_out>()}};
  const OwedLine line(occasion.timetable, occasion.site, occasion.now);
  const std::vector<Position> places = line.find(key);
  if (places.empty())
    return Refusal{
        {say<messages::key_unknown>(book.id, key), {}, say<messages::key_hint>(book.no)}};
  const ItemHistory known = known_at(occasion.now, occasion.history);
  const Settlement settlement = attribute(line, known.executions).settled;
  const bool free = std::ranges::any_of(
      places, [&](const Position& place) { return !settlement.contains(place); });
  if (free) return std::nullopt;
  return Refusal{{say<messages::key_settled>(book.id, key), {}, say<messages::key_hint>(book.no)}};
}

Verdict finish_on(Verdict finish, const Run& run, const Runbook& book, const Occasion& occasion,
                  const FinishOccasion& wanted) {
  auto* accepted = std::get_if<Accepted>(&finish);
  if (accepted == nullptr) return finish;
  auto& finished = std::get<RunFinished>(accepted->body);
  if (finished.outcome == Outcome::failed) return finish;  // satisfies nothing
  if (!wanted.for_key.empty()) {
    if (auto refusal = refuse_key(book, occasion, wanted.for_key)) return *refusal;
    finished.for_key = wanted.for_key;
  }
  const ItemHistory known = known_at(occasion.now, occasion.history);
  const std::vector<Request> open = open_requests(known);
  const std::string& begun_for = started(run).request;
  const bool still_open = std::ranges::find(open, begun_for, &Request::id) != open.end();
  auto request =
      served_request(book, open, wanted.request.empty() && still_open ? begun_for : wanted.request);
  if (auto* refusal = std::get_if<Refusal>(&request)) return *refusal;
  finished.request = std::get<std::string>(request);
  if (is_watch(run) && !wanted.leave_uncovered) {
    if (auto refusal = leaves_uncovered(book, run, known, occasion.now)) return *refusal;
  }
  return finish;
}

Verdict waive(const Catalog& catalog, const Runbook& book, const Acting& acting,
              const WaiverRequest& request, const Occasion& occasion) {
  Permission permission = may_decide(scope_in(catalog, book), acting);
  if (auto* refusal = std::get_if<Refusal>(&permission)) return *refusal;
  if (auto refusal = refuse_waiver(book, request, occasion)) return *refusal;
  auto reason = checked_text("--reason", request.reason);
  if (auto* refusal = std::get_if<Refusal>(&reason)) return *refusal;
  const std::string key = request.key.empty() ? std::string(kRollingKey) : request.key;
  return Accepted{std::get<Actor>(permission),
                  OccurrenceWaived{key, std::get<std::string>(reason), request.until}};
}

}  // namespace opsctl
