#include "cli/recording.h"

#include <utility>

#include <fmt/format.h>

#include "model/roster.h"

namespace opsctl::cli {
namespace {

std::int32_t utc_offset(const Zone& zone, Instant instant) {
  return static_cast<std::int32_t>(zone.offset(instant).count());
}

}  // namespace

Acting acting(Session& session, const std::optional<std::string>& party) {
  const World& world = session.world();
  const Person& person = session.person();
  return {.person = person,
          .account = world.account,
          .account_is_shared = is_shared(session.catalog().roster, world.account),
          .wanted_party = party.value_or(""),
          .uid = world.uid};
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
  transaction_.put_blob(book.text);
  return append(run, book.id, book.hash, accepted);
}

Event Recording::append(const Run& run, const Accepted& accepted) {
  const Event& start = run.events.front();
  return append(run.id, start.item, start.runbook_hash, accepted);
}

Event Recording::append(const Runbook& book, const Accepted& accepted) {
  return append("", book.id, book.hash, accepted);
}

Event Recording::append(const std::string& run, const std::string& item, const Hash& runbook,
                        const Accepted& accepted) {
  const Catalog& catalog = session_.catalog();
  transaction_.put_blob(catalog.roster.text);
  return transaction_.append({.run = run,
                              .item = item,
                              .body = accepted.body,
                              .actor = accepted.actor,
                              .performed_at = accepted.late ? accepted.late->at : now_,
                              .recorded_at = now_,
                              .late_reason = accepted.late ? accepted.late->reason : "",
                              .clock_back = journal_.last_recorded_at() > now_,
                              .utc_offset_seconds = utc_offset(catalog.zone, now_),
                              .origin = session_.world().origin,
                              .runbook_hash = runbook,
                              .roster_hash = catalog.roster.hash,
                              .idempotency_key = key_});
}

std::string acknowledgement(const Session& session, const Event& event) {
  return to_text(say<MessageId::recorded>(event.seq, hex(event.hash).substr(0, 8)),
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
                    .account = world.account,
                    .uid = world.uid},
          .performed_at = now,
          .recorded_at = now,
          .utc_offset_seconds = utc_offset(catalog.zone, now),
          .origin = world.origin,
          .roster_hash = catalog.roster.hash};
}

}  // namespace opsctl::cli
