// The report for scripts.
#include "render/ledger_view.h"
#include "render/report_view.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

Json period_json(const ReportPeriod& period) {
  return {{"from", to_text(period.from)}, {"to", to_text(period.to)}};
}

Json counts_json(const ItemTally& tally) {
  return {{"planned", tally.planned()}, {"in_time", tally.in_time},     {"late", tally.late},
          {"missed", tally.missed},     {"waived", tally.waived},       {"overdue", tally.overdue},
          {"open", tally.open},         {"withdrawn", tally.withdrawn}, {"extra", tally.extra}};
}

Json item_json(const ItemTally& tally, const Catalog& catalog) {
  Json json = {{"id", tally.item}};
  if (const Runbook* book = find_runbook(catalog, tally.item)) {
    json["no"] = book->no;
    json["title"] = book->title;
    json["cycle"] = to_text(book->cycle());
  }
  json.update(counts_json(tally));
  json["coverage"] = tally.watch ? coverage_json(*tally.watch, catalog.zone) : Json(nullptr);
  return json;
}

Json seconds_of(std::chrono::seconds time, bool known) {
  return known ? Json(time.count()) : Json(nullptr);
}

Json times_json(const SignOffTimes& times) {
  return {{"signed", times.given},
          {"median_seconds", seconds_of(times.median, times.given > 0)},
          {"longest_seconds", seconds_of(times.longest, times.given > 0)},
          {"longest_run", json_or_null(times.longest_run)},
          {"open", times.open},
          {"longest_open_seconds", seconds_of(times.longest_open, times.open > 0)},
          {"longest_open_run", json_or_null(times.longest_open_run)}};
}

Json groups_json(const std::vector<RunGroup>& groups, const Zone& zone) {
  Json json = Json::array();
  for (const RunGroup& group : groups) {
    json.push_back({{"name", group.name},
                    {"runs", group.runs},
                    {"items", group.items},
                    {"exceptional", group.exceptional},
                    {"unfinished", group.unfinished},
                    {"first_started", to_rfc3339(group.first_started, zone)},
                    {"last_performed", json_of(group.last_performed, zone)}});
  }
  return json;
}

Json runs_json(const Report& report, const Zone& zone) {
  Json json = Json::array();
  for (const DemandRun& one : report.on_demand) {
    json.push_back({{"run", one.run.id},
                    {"item", one.run.item},
                    {"no", one.no},
                    {"title", one.title},
                    {"ref", json_or_null(one.run.ref)},
                    {"state", name_of(one.run.state)},
                    {"started_at", to_rfc3339(one.run.started_at, zone)},
                    {"performed_at", json_of(one.run.performed_at, zone)},
                    {"exceptional", one.exceptional}});
  }
  return json;
}

Json over_time_json(const Report& report) {
  Json json = Json::array();
  for (const StartedCount& count : report.over_time) {
    Json one = period_json(count.stretch);
    one["runs"] = count.runs;
    json.push_back(std::move(one));
  }
  return json;
}

Json runbooks_json(const Report& report, const Zone& zone) {
  Json json = Json::array();
  for (const RunbookChange& one : report.runbooks) {
    json.push_back({{"item", one.item},
                    {"run", one.run},
                    {"at", to_rfc3339(one.at, zone)},
                    {"before", hex(one.before)},
                    {"now", hex(one.now)},
                    {"steps", one.changes.steps.size()},
                    {"fields", one.changes.fields.size()}});
  }
  return json;
}

Json rosters_json(const Report& report, const Zone& zone) {
  Json json = Json::array();
  for (const Event& event : report.rosters) {
    const auto& recorded = std::get<RosterRecorded>(event.body);
    Json changes = Json::array();
    for (const RosterChange& change : recorded.changes)
      changes.push_back({{"person", change.person}, {"change", name_of(change.kind)}});
    json.push_back({{"seq", event.seq},
                    {"recorded_at", to_rfc3339(event.recorded_at, zone)},
                    {"persons", recorded.roster.persons.size()},
                    {"changes", changes}});
  }
  return json;
}

Json outside_json(const std::optional<AnchorOutside>& kept, const Zone& zone) {
  if (!kept) return nullptr;
  const bool is_copy = !kept->copy.empty();
  return {{"seq", kept->seq},
          {"at", to_rfc3339(kept->at, zone)},
          {"where", is_copy ? "copy" : "log"},
          {"copy", is_copy ? Json(kept->copy) : Json(nullptr)}};
}

}  // namespace

Json report_json(const Report& report, const Catalog& catalog, const ReportProof& proof) {
  const Zone& zone = catalog.zone;
  Json json = json_document("report");
  json.update(period_json(report.period));
  json["as_of"] = to_rfc3339(report.as_of, zone);
  json["total"] = counts_json(total_of(report));
  json["items"] = Json::array();
  for (const ItemTally& tally : report.items) json["items"].push_back(item_json(tally, catalog));
  json["sign_offs"] = {{"supervisor", times_json(report.supervisor)},
                       {"approver", times_json(report.approver)}};
  json["on_demand"] = {{"runs", runs_json(report, zone)},
                       {"by_category", groups_json(report.categories, zone)},
                       {"by_reference", groups_json(report.references, zone)},
                       {"over_time", over_time_json(report)}};
  json["runbook_changes"] = runbooks_json(report, zone);
  json["roster_changes"] = rosters_json(report, zone);
  json["anchor"] = json_of(proof.head);
  json["anchor_outside"] = outside_json(proof.outside, zone);
  json["copies_not_seen"] =
      proof.not_looked ? Json(to_text(*proof.not_looked, Language::en)) : Json(nullptr);
  return json;
}

}  // namespace opsctl::render
