#include "cli/recording.h"

#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/messages/cli.h"
#include "model/roster.h"

namespace opsctl::cli {
namespace {

std::int32_t utc_offset(const Zone& zone, Instant instant) {
  return static_cast<std::int32_t>(zone.offset(instant).count());
}

}  // namespace

Acting acting(Session& session, const std::optional<std::string>& party,
              const std::optional<Instant>& at) {
  const World& world = session.world();
  const Catalog& catalog = session.catalog();
  const Person& person = session.person();
  const Instant when = at.value_or(session.now());
  Acting acting{.person = person,
                .account = session.account(),
                .account_is_shared = is_shared(catalog.roster, session.account()),
                .wanted_party = party.value_or(""),
                .uid = world.uid,
                .deputy_for = session.represented(when)};
  for (const Person* one : represented_by(catalog.roster, person.id, catalog.zone.date_of(when)))
    acting.may_represent.push_back(one->id);
  return acting;
}

Accepted accepted(Verdict verdict) {
  if (auto* refusal = std::get_if<Refusal>(&verdict))
    throw Error(Exit::refused, std::move(*refusal));
  return std::get<Accepted>(std::move(verdict));
}

Recording::Recording(Session& session, const std::optional<std::string>& key)
    : session_(session),
      journal_(session.write_journal()),
      transaction_(journal_.begin()),
      now_(session.world().now()),
      key_(key.value_or(session.world().new_uuid())) {
  if (key) earlier_ = journal_.events_of_key(key_);
}

Event Recording::append_start(const std::string& run, const Runbook& book,
                              const Accepted& accepted) {
  if (book.text.empty()) throw std::logic_error(book.id + " was not read from its file");
  transaction_.put_blob(book.text);
  return append(run, book.id, book.hash, accepted);
}

Event Recording::append(const Run& run, const Accepted& accepted) {
  const Event& start = run.events.front();
  return append(run.id, start.item, start.runbook_hash, accepted);
}

Event Recording::append(const Runbook& book, const Accepted& accepted) {
  if (book.text.empty()) throw std::logic_error(book.id + " was not read from its file");
  return append("", book.id, book.hash, accepted);
}

Event Recording::append(const std::string& run, const std::string& item, const Hash& runbook,
                        const Accepted& accepted) {
  Event event = stamped(accepted.actor, accepted.body);
  if (accepted.late) event.performed_at = accepted.late->at;
  if (accepted.late) event.late_reason = accepted.late->reason;
  // Midnight may have passed since the command began.
  if (!accepted.actor.deputy_for.empty()) session_.represented(event.performed_at);
  record_roster(accepted.actor);
  event.clock_back = journal_.last_recorded_at() > now_;
  event.run = run;
  event.item = item;
  event.runbook_hash = runbook;
  event.idempotency_key = key_;
  return transaction_.append(event);
}

void Recording::record_roster(const Actor& actor) {
  const Roster& roster = session_.catalog().roster;
  const auto last = journal_.last_events({.kind = "roster-recorded"}, 1);
  const Roster before =
      last.empty() ? Roster{} : std::get<RosterRecorded>(last.front().body).roster;
  if (!last.empty() && before.hash == roster.hash) return;
  transaction_.put_blob(roster.text);
  RosterRecorded seen{roster, changes_between(before, roster)};
  if (last.empty()) seen.changes.clear();  // the first one is no change
  seen.roster.text.clear();
  Event event = stamped(
      {.person = actor.person, .party = {}, .duty = {}, .account = actor.account, .uid = actor.uid},
      std::move(seen));
  event.clock_back = journal_.last_recorded_at() > now_;
  transaction_.append(event);
}

Event Recording::stamped(const Actor& actor, EventBody body) const {
  const Catalog& catalog = session_.catalog();
  return {.body = std::move(body),
          .actor = actor,
          .performed_at = now_,
          .recorded_at = now_,
          .utc_offset_seconds = utc_offset(catalog.zone, now_),
          .origin = session_.world().origin,
          .roster_hash = catalog.roster.hash};
}

std::string acknowledgement(const Session& session, const Event& event) {
  return to_text(say<messages::recorded>(event.seq, hex(event.hash).substr(0, 8)),
                 session.language());
}

Event birth_of_journal(Session& session) {
  const Catalog& catalog = session.catalog();
  const World& world = session.world();
  const Instant now = world.now();
  const Person* person = session.reader();
  return {.body = JournalCreated{world.new_uuid()},
          .actor = {.person = person != nullptr ? person->id : "",
                    .party = "",
                    .duty = "",
                    .account = session.account(),
                    .uid = world.uid},
          .performed_at = now,
          .recorded_at = now,
          .utc_offset_seconds = utc_offset(catalog.zone, now),
          .origin = world.origin,
          .roster_hash = catalog.roster.hash};
}

}  // namespace opsctl::cli
