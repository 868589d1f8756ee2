#include "render/run_json.h"

#include "render/words.h"

namespace opsctl::render {
namespace {

Json record_json(const StepRecord& record, const Zone& zone) {
  return {{"result", name_of(record.what.result)},
          {"note", json_or_null(record.what.note)},
          {"choice", json_or_null(record.what.choice)},
          {"values", record.what.values},
          {"evidence", evidence_json(record.what.evidence)},
          {"person", record.by.person},
          {"deputy_for", json_or_null(record.by.deputy_for)},
          {"performed_at", to_rfc3339(record.performed_at, zone)},
          {"recorded_at", to_rfc3339(record.recorded_at, zone)},
          {"ticked", record.ticked}};
}

/// The latest record's fields beside the step's own; earlier records stay visible below them.
Json step_json(int number, const StepStatus& status, const Zone& zone) {
  Json json = {{"n", number},
               {"id", status.step.id},
               {"text", status.step.text},
               {"required", status.step.required}};
  const StepRecord* latest = status.latest();
  if (latest == nullptr) {
    json["result"] = nullptr;
  } else {
    json.update(record_json(*latest, zone));
  }
  json["confirmed_by"] = status.confirmed ? json_or_null(status.confirmed->by.person) : nullptr;
  json["confirmed_at"] =
      status.confirmed ? Json(to_rfc3339(status.confirmed->performed_at, zone)) : Json(nullptr);
  json["earlier"] = Json::array();
  for (std::size_t i = 0; i + 1 < status.records.size(); ++i)
    json["earlier"].push_back(record_json(status.records[i], zone));
  return json;
}

Json steps_json(const Run& run, const Zone& zone) {
  Json json = Json::array();
  int number = 0;
  for (const StepStatus& status : steps_of(run)) json.push_back(step_json(++number, status, zone));
  return json;
}

Json sign_offs_json(const Run& run, const Zone& zone) {
  Json json = Json::array();
  for (const SignOff& sign_off : sign_offs(run)) {
    json.push_back({{"duty", name_of(sign_off.what.duty)},
                    {"decision", name_of(sign_off.what.decision)},
                    {"person", sign_off.by.person},
                    {"deputy_for", json_or_null(sign_off.by.deputy_for)},
                    {"party", sign_off.by.party},
                    {"at", to_rfc3339(sign_off.performed_at, zone)},
                    {"comment", json_or_null(sign_off.what.comment)},
                    {"signed", !sign_off.what.signature.empty()},
                    {"in_force", sign_off.in_force}});
  }
  return json;
}

Json missing_json(const Run& run) {
  Json json = Json::array();
  for (const OwedSignOff& owed : missing_sign_offs(run))
    json.push_back({{"duty", name_of(owed.duty)}, {"owed_by", owed.owed_by}});
  return json;
}

Json exceptions_json(const Run& run) {
  Json json = Json::array();
  for (const RunException& exception : exceptions_of(run)) {
    json.push_back({{"kind", name_of(exception.kind)},
                    {"step", json_or_null(exception.step)},
                    {"text", json_or_null(exception.text)}});
  }
  return json;
}

Json corrections_json(const Run& run, const Zone& zone) {
  Json json = Json::array();
  for (const Event& event : run.events) {
    const auto* corrected = std::get_if<RunCorrected>(&event.body);
    if (corrected == nullptr) continue;
    json.push_back(
        {{"person", event.actor.person},
         {"deputy_for", json_or_null(event.actor.deputy_for)},
         {"at", to_rfc3339(event.recorded_at, zone)},
         {"reason", corrected->reason},
         {"step", corrected->steps.empty() ? Json(nullptr) : Json(corrected->steps.front().step)},
         {"values", corrected->values},
         {"performed_at", json_of(corrected->performed_at, zone)}});
  }
  return json;
}

Json notes_json(const Run& run, const Zone& zone) {
  Json json = Json::array();
  for (const Event& event : run.events) {
    const auto* added = std::get_if<NoteAdded>(&event.body);
    if (added == nullptr) continue;
    json.push_back({{"person", event.actor.person},
                    {"at", to_rfc3339(event.performed_at, zone)},
                    {"text", added->note}});
  }
  return json;
}

}  // namespace

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json json = Json::array();
  for (const Evidence& one : evidence) {
    json.push_back(
        {{"name", one.name}, {"size", one.size}, {"sha256", hex(one.hash)}, {"kept", one.kept}});
  }
  return json;
}

std::string reference_of(const Run& run) {
  return std::to_string(run.events.back().seq) + ":" + hex(run.events.back().hash);
}

std::string short_reference_of(const Run& run) {
  const std::string reference = reference_of(run);
  return reference.substr(0, reference.find(':') + 1 + 8);
}

Json run_json(const Run& run, const Zone& zone) {
  const RunStarted& start = started(run);
  const RunSummary summary = summarize(run);
  return {{"id", run.id},
          {"item", summary.item},
          {"no", start.book.no},
          {"title", start.book.title},
          {"cycle", start.cycle},
          {"state", name_of(summary.state)},
          {"outcome", summary.outcome ? Json(name_of(*summary.outcome)) : Json(nullptr)},
          {"started_at", to_rfc3339(summary.started_at, zone)},
          {"performed_at", json_of(summary.performed_at, zone)},
          {"finished_at", json_of(summary.finished_at, zone)},
          {"performers", performers(run)},
          {"supervisor", json_or_null(start.supervisor)},
          {"request", json_or_null(start.request)},
          {"instructed_by", json_or_null(start.instructed_by)},
          {"emergency", json_or_null(start.emergency)},
          {"awaits_acceptance", awaits_acceptance(run)},
          {"steps", steps_json(run, zone)},
          {"values", values_of(run)},
          {"notes", notes_json(run, zone)},
          {"corrections", corrections_json(run, zone)},
          {"exceptions", exceptions_json(run)},
          {"signoffs", sign_offs_json(run, zone)},
          {"missing_signoffs", missing_json(run)},
          {"late_entry", is_late_entry(run)},
          {"runbook_hash", hex(start.book.hash)},
          {"content_hash", hex(content_hash(run))},
          {"ref", json_or_null(start.ref)},
          {"record", reference_of(run)}};
}

}  // namespace opsctl::render
