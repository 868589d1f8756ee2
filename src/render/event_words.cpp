#include "render/event_words.h"

#include <fmt/format.h>

#include "base/messages/views.h"
#include "render/overloaded.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

void add_values(std::vector<std::string>& parts, const std::map<std::string, std::string>& values) {
  for (const auto& [key, value] : values) parts.push_back(fmt::format("{}={}", key, value));
}

std::string step_words(const StepRecorded& step, const Look& look) {
  std::vector<std::string> parts = {step.step + " " + result_word(step.result, look)};
  if (!step.choice.empty()) parts.push_back(step.choice);
  if (!step.note.empty()) parts.push_back(step.note);
  for (const Evidence& evidence : step.evidence) parts.push_back(evidence_words(evidence, look));
  add_values(parts, step.values);
  return listed(parts, look);
}

std::string finish_words(const RunFinished& finish, const Look& look) {
  std::vector<std::string> parts = {finish.outcome == Outcome::done
                                        ? word<messages::outcome_done>(look)
                                        : word<messages::outcome_failed>(look)};
  if (!finish.reason.empty()) parts.push_back(finish.reason);
  if (!finish.for_key.empty()) parts.push_back(word<messages::due_key>(look, finish.for_key));
  if (!finish.request.empty()) parts.push_back(finish.request);
  add_values(parts, finish.values);
  if (!finish.steps.empty()) parts.push_back(word<messages::record_ticked>(look));
  return listed(parts, look);
}

std::string sign_off_words(const SignedOff& sign_off, const Look& look) {
  const std::string words =
      std::string(symbol_of(sign_off.duty)) + " " + decision_word(sign_off.decision, look);
  return sign_off.comment.empty() ? words : words + ": " + sign_off.comment;
}

std::string start_words(const RunStarted& start, const Catalog& catalog, const Look& look) {
  std::vector<std::string> parts = {start.book.title};
  if (!start.supervisor.empty())
    parts.push_back(std::string(kSupervisedSymbol) + " " +
                    person_name(catalog.roster, start.supervisor));
  if (!start.keeper.empty())
    parts.push_back(word<messages::record_keeper>(look, person_name(catalog.roster, start.keeper)));
  if (!start.request.empty()) parts.push_back(start.request);
  if (!start.ref.empty()) parts.push_back(start.ref);
  if (!start.instructed_by.empty())
    parts.push_back(
        word<messages::record_instructed>(look, person_name(catalog.roster, start.instructed_by)));
  if (!start.emergency.empty())
    parts.push_back(word<messages::record_emergency>(look, start.emergency));
  return listed(parts, look);
}

std::string request_words(const RequestMade& made, const Catalog& catalog, const Look& look) {
  std::vector<std::string> parts = {made.request, made.reason};
  if (made.deadline)
    parts.push_back(word<messages::due_at>(look, to_text(*made.deadline, catalog.zone)));
  if (!made.ref.empty()) parts.push_back(made.ref);
  if (!made.origin.empty()) parts.push_back(word<messages::record_origin>(look, made.origin));
  return listed(parts, look);
}

std::string roster_words(const RosterRecorded& recorded, const Look& look) {
  std::vector<std::string> parts = {
      word<messages::record_roster>(look, recorded.roster.persons.size())};
  for (const RosterChange& change : recorded.changes) {
    switch (change.kind) {
      case RosterChange::Kind::added:
        parts.push_back("+" + change.person);
        break;
      case RosterChange::Kind::removed:
        parts.push_back("-" + change.person);
        break;
      case RosterChange::Kind::changed:
        parts.push_back(word<messages::record_roster_changed>(look, change.person));
        break;
    }
  }
  return listed(parts, look);
}

std::string assigned(const std::map<std::string, std::string>& values, const Look& look) {
  std::vector<std::string> parts;
  add_values(parts, values);
  return listed(parts, look);
}

std::string waiver_words(const OccurrenceWaived& waived, const Look& look) {
  const std::string what = waived.until ? "→ " + to_text(*waived.until) : waived.key;
  return listed(std::vector{what, waived.reason}, look);
}

Json step_json(const StepRecorded& step) {
  return {{"step", step.step},
          {"result", name_of(step.result)},
          {"note", json_or_null(step.note)},
          {"choice", json_or_null(step.choice)},
          {"values", step.values},
          {"evidence", evidence_json(step.evidence)}};
}

Json roster_json(const RosterRecorded& recorded) {
  Json persons = Json::array();
  for (const Person& person : recorded.roster.persons) {
    persons.push_back({{"id", person.id},
                       {"name", person.name},
                       {"parties", person.parties},
                       {"supervisor", person.supervisor},
                       {"accounts", person.any_account ? Json("any") : Json(person.accounts)}});
  }
  Json deputies = Json::array();
  for (const Deputation& one : recorded.roster.deputations) {
    deputies.push_back({{"deputy", one.deputy},
                        {"for", one.represented},
                        {"from", opsctl::to_text(one.from)},
                        {"until", opsctl::to_text(one.until)}});
  }
  Json changes = Json::array();
  for (const RosterChange& change : recorded.changes)
    changes.push_back({{"kind", name_of(change.kind)}, {"person", change.person}});
  return {{"demonstration", recorded.roster.demonstration},
          {"shared_accounts_may_sign", recorded.roster.shared_accounts_may_sign},
          {"signatures_required", recorded.roster.signatures_required},
          {"persons", persons},
          {"deputies", deputies},
          {"changes", changes},
          {"roster_hash", hex(recorded.roster.hash)}};
}

Json correction_json(const RunCorrected& corrected, const Zone& zone) {
  Json steps = Json::array();
  for (const StepRecorded& step : corrected.steps) steps.push_back(step_json(step));
  return {{"reason", corrected.reason},
          {"steps", steps},
          {"values", corrected.values},
          {"performed_at", json_of(corrected.performed_at, zone)}};
}

Json finish_json(const RunFinished& finish) {
  Json steps = Json::array();
  for (const StepRecorded& step : finish.steps) steps.push_back(step_json(step));
  return {{"outcome", name_of(finish.outcome)},
          {"reason", json_or_null(finish.reason)},
          {"values", finish.values},
          {"steps", steps},
          {"for", json_or_null(finish.for_key)},
          {"request", json_or_null(finish.request)}};
}

}  // namespace

std::string kind_word(const EventBody& body, const Look& look) {
  return std::visit(
      Overloaded{
          [&](const JournalCreated&) { return word<messages::event_created>(look); },
          [&](const RunStarted&) { return word<messages::event_started>(look); },
          [&](const StepRecorded&) { return word<messages::event_step>(look); },
          [&](const StepConfirmed&) { return word<messages::event_confirmed>(look); },
          [&](const NoteAdded&) { return word<messages::event_note>(look); },
          [&](const RunFinished&) { return word<messages::event_finished>(look); },
          [&](const RunAborted&) { return word<messages::event_aborted>(look); },
          [&](const SignedOff&) { return word<messages::event_signed>(look); },
          [&](const RequestMade&) { return word<messages::event_requested>(look); },
          [&](const RequestWithdrawn&) { return word<messages::event_withdrawn>(look); },
          [&](const OccurrenceWaived&) { return word<messages::event_waived>(look); },
          [&](const RunHandedOver&) { return word<messages::event_handed_over>(look); },
          [&](const WatchConfirmed&) { return word<messages::event_watch>(look); },
          [&](const RequestApproved&) { return word<messages::event_request_approved>(look); },
          [&](const EmergencyAccepted&) { return word<messages::event_accepted>(look); },
          [&](const RosterRecorded&) { return word<messages::event_roster>(look); },
          [&](const ValuesRecorded&) { return word<messages::event_filled>(look); },
          [&](const RunCorrected&) { return word<messages::event_corrected>(look); }},
      body);
}

std::string data_words(const EventBody& body, const Catalog& catalog, const Look& look) {
  return std::visit(
      Overloaded{[](const JournalCreated& created) { return created.uuid; },
                 [&](const RunStarted& start) { return start_words(start, catalog, look); },
                 [&](const StepRecorded& step) { return step_words(step, look); },
                 [](const StepConfirmed& confirmed) { return confirmed.step; },
                 [](const NoteAdded& added) { return added.note; },
                 [&](const RunFinished& finish) { return finish_words(finish, look); },
                 [](const RunAborted& aborted) { return aborted.reason; },
                 [&](const SignedOff& sign_off) { return sign_off_words(sign_off, look); },
                 [&](const RequestMade& made) { return request_words(made, catalog, look); },
                 [&](const RequestWithdrawn& withdrawn) {
                   return listed(std::vector{withdrawn.request, withdrawn.reason}, look);
                 },
                 [&](const OccurrenceWaived& waived) { return waiver_words(waived, look); },
                 [&](const RunHandedOver& handed) {
                   return "→ " + person_name(catalog.roster, handed.to);
                 },
                 [](const WatchConfirmed&) { return std::string(); },
                 [](const RequestApproved& approved) { return approved.request; },
                 [](const EmergencyAccepted&) { return std::string(); },
                 [&](const RosterRecorded& recorded) { return roster_words(recorded, look); },
                 [&](const ValuesRecorded& filled) { return assigned(filled.values, look); },
                 [&](const RunCorrected& corrected) {
                   return correction_words(corrected, catalog.zone, look);
                 }},
      body);
}

Json data_json(const Event& event, const Zone& zone) {
  return std::visit(
      Overloaded{[](const JournalCreated& created) -> Json {
                   return {{"uuid", created.uuid}};
                 },
                 [&](const RunStarted& start) -> Json {
                   return {{"title", start.book.title},
                           {"cycle", start.cycle},
                           {"supervisor", json_or_null(start.supervisor)},
                           {"request", json_or_null(start.request)},
                           {"ref", json_or_null(start.ref)},
                           {"instructed_by", json_or_null(start.instructed_by)},
                           {"emergency", json_or_null(start.emergency)},
                           {"keeper", json_or_null(start.keeper)},
                           {"planned_end", json_of(start.planned_end, zone)},
                           {"runbook_hash", hex(event.runbook_hash)}};
                 },
                 [](const StepRecorded& step) { return step_json(step); },
                 [](const StepConfirmed& confirmed) -> Json {
                   return {{"step", confirmed.step}};
                 },
                 [](const NoteAdded& added) -> Json {
                   return {{"note", added.note}};
                 },
                 [](const RunFinished& finish) { return finish_json(finish); },
                 [](const RunAborted& aborted) -> Json {
                   return {{"reason", aborted.reason}};
                 },
                 [](const SignedOff& sign_off) -> Json {
                   return {{"duty", name_of(sign_off.duty)},
                           {"decision", name_of(sign_off.decision)},
                           {"comment", json_or_null(sign_off.comment)},
                           {"signature", json_or_null(sign_off.signature)},
                           {"content_hash", hex(sign_off.content)}};
                 },
                 [&](const RequestMade& made) -> Json {
                   return {{"request", made.request},
                           {"reason", made.reason},
                           {"deadline", json_of(made.deadline, zone)},
                           {"ref", json_or_null(made.ref)},
                           {"origin", json_or_null(made.origin)}};
                 },
                 [](const RequestWithdrawn& withdrawn) -> Json {
                   return {{"request", withdrawn.request}, {"reason", withdrawn.reason}};
                 },
                 [](const OccurrenceWaived& waived) -> Json {
                   return {{"key", waived.key},
                           {"reason", waived.reason},
                           {"until",
                            waived.until ? Json(opsctl::to_text(*waived.until)) : Json(nullptr)}};
                 },
                 [](const RunHandedOver& handed) -> Json {
                   return {{"to", handed.to}};
                 },
                 [](const WatchConfirmed&) -> Json { return Json::object(); },
                 [](const RequestApproved& approved) -> Json {
                   return {{"request", approved.request}};
                 },
                 [](const EmergencyAccepted& accepted) -> Json {
                   return {{"content_hash", hex(accepted.content)}};
                 },
                 [](const RosterRecorded& recorded) { return roster_json(recorded); },
                 [](const ValuesRecorded& filled) -> Json {
                   return {{"values", filled.values}};
                 },
                 [&](const RunCorrected& corrected) { return correction_json(corrected, zone); }},
      event.body);
}

}  // namespace opsctl::render
