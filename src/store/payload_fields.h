// The fields of every value in a payload, each named once for writing and reading. A name here is
// a promise: records are kept for years.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/event.h"

namespace opsctl {

/// The value itself when reading, or a constant one when writing.
template <class T, class Value>
concept As = std::same_as<std::remove_const_t<T>, Value>;

void describe(auto& io, As<Party> auto& party) {
  io("id", party.id);
  io("organisation", party.organisation);
  io("function", party.function);
  io("supervised", party.supervised);
  io("directs", party.directs);
}

void describe(auto& io, As<Category> auto& category) {
  io("class", category.class_name);
  io("major", category.major);
  io("middle", category.middle);
  io("minor", category.minor);
}

void describe(auto& io, As<DutyCell> auto& cell) {
  io("party", cell.party);
  io("duty", cell.duty);
}

void describe(auto& io, As<Step> auto& step) {
  io("id", step.id);
  io("text", step.text);
  io("detail", step.detail);
  io("contents", step.contents);
  io("choices", step.choices);
  io("party", step.party);
  io("confirm_by", step.confirm_by);
  io("required", step.required);
  io("evidence", step.evidence);
}

void describe(auto& io, As<RecordField> auto& field) {
  io("key", field.key);
  io("label", field.label);
  io("type", field.type);
  io("choices", field.choices);
  io("required", field.required);
}

void describe(auto& io, As<Note> auto& note) {
  io("field", note.field);
  io("text", note.text);
  io("performers", note.performers);
}

/// Without its timetable and its text: the text is a blob, found by the hash.
void describe(auto& io, As<Runbook> auto& book) {
  io("id", book.id);
  io("no", book.no);
  io("sheet", book.sheet);
  io("title", book.title);
  io("category", book.category);
  io("summary", book.summary);
  io("methods", book.methods);
  io("duties", book.duties);
  io("gate", book.gate);
  io("order", book.order);
  io("steps", book.steps);
  io("records", book.records);
  io("notes", book.notes);
  io("hash", book.hash);
}

void describe(auto& io, As<Person> auto& person) {
  io("id", person.id);
  io("name", person.name);
  io("parties", person.parties);
  io("supervisor", person.supervisor);
  io("accounts", person.accounts);
  io("any_account", person.any_account);
}

void describe(auto& io, As<Deputation> auto& deputation) {
  io("deputy", deputation.deputy);
  io("represented", deputation.represented);
  io("from", deputation.from);
  io("until", deputation.until);
}

/// Without its text, which is a blob, found by the hash.
void describe(auto& io, As<Roster> auto& roster) {
  io("demonstration", roster.demonstration);
  io("shared_accounts_may_sign", roster.shared_accounts_may_sign);
  io("signatures_required", roster.signatures_required);
  io("persons", roster.persons);
  io("deputations", roster.deputations);
  io("hash", roster.hash);
}

void describe(auto& io, As<RosterChange> auto& change) {
  io("kind", change.kind);
  io("person", change.person);
}

/// Its uuid is the `journal` of the envelope, as in every record.
void describe(auto&, As<JournalCreated> auto&) {}

void describe(auto& io, As<RunStarted> auto& body) {
  io("runbook", body.book);
  io("parties", body.parties);
  io("cycle", body.cycle);
  io("supervisor", body.supervisor);
  io("request", body.request);
  io("ref", body.ref);
  io("instructed_by", body.instructed_by);
  io("emergency", body.emergency);
  io("keeper", body.keeper);
  io("planned_end", body.planned_end);
}

void describe(auto& io, As<Evidence> auto& evidence) {
  io("name", evidence.name);
  io("size", evidence.size);
  io("hash", evidence.hash);
  io("kept", evidence.kept);
}

void describe(auto& io, As<StepRecorded> auto& body) {
  io("step", body.step);
  io("result", body.result);
  io("note", body.note);
  io("choice", body.choice);
  io("values", body.values);
  io("evidence", body.evidence);
}

void describe(auto& io, As<StepConfirmed> auto& body) { io("step", body.step); }

void describe(auto& io, As<NoteAdded> auto& body) { io("note", body.note); }

void describe(auto& io, As<RosterRecorded> auto& body) {
  io("roster", body.roster);
  io("changes", body.changes);
}

void describe(auto& io, As<ValuesRecorded> auto& body) { io("values", body.values); }

void describe(auto& io, As<RunCorrected> auto& body) {
  io("reason", body.reason);
  io("steps", body.steps);
  io("values", body.values);
  io("performed_at", body.performed_at);
}

void describe(auto& io, As<RunFinished> auto& body) {
  io("outcome", body.outcome);
  io("reason", body.reason);
  io("values", body.values);
  io("steps", body.steps);
  io("for_key", body.for_key);
  io("request", body.request);
}

void describe(auto& io, As<RunAborted> auto& body) { io("reason", body.reason); }

void describe(auto& io, As<SignedOff> auto& body) {
  io("duty", body.duty);
  io("decision", body.decision);
  io("comment", body.comment);
  io("content", body.content);
  io("signature", body.signature);
  io("signed_at", body.signed_at);
}

void describe(auto& io, As<RequestMade> auto& body) {
  io("request", body.request);
  io("reason", body.reason);
  io("deadline", body.deadline);
  io("ref", body.ref);
  io("origin", body.origin);
}

void describe(auto& io, As<RequestApproved> auto& body) { io("request", body.request); }

void describe(auto& io, As<EmergencyAccepted> auto& body) { io("content", body.content); }

void describe(auto& io, As<RequestWithdrawn> auto& body) {
  io("request", body.request);
  io("reason", body.reason);
}

void describe(auto& io, As<OccurrenceWaived> auto& body) {
  io("key", body.key);
  io("reason", body.reason);
  io("until", body.until);
}

void describe(auto& io, As<RunHandedOver> auto& body) { io("to", body.to); }

void describe(auto&, As<WatchConfirmed> auto&) {}

/// The envelope: all but journal, kind and data (payload.cpp), and seq and hash, which are columns.
void describe(auto& io, As<Event> auto& event) {
  io("run", event.run);
  io("item", event.item);
  io("person", event.actor.person);
  io("party", event.actor.party);
  io("duty", event.actor.duty);
  io("deputy_for", event.actor.deputy_for);
  io("account", event.actor.account);
  io("uid", event.actor.uid);
  io("performed_at", event.performed_at);
  io("recorded_at", event.recorded_at);
  io("late_reason", event.late_reason);
  io("clock_back", event.clock_back);
  io("utc_offset_seconds", event.utc_offset_seconds);
  io("tty", event.origin.tty);
  io("host", event.origin.host);
  io("version", event.origin.version);
  io("runbook_hash", event.runbook_hash);
  io("roster_hash", event.roster_hash);
  io("idempotency_key", event.idempotency_key);
}

}  // namespace opsctl
