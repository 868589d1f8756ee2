#include "render/pending_view.h"

#include <algorithm>
#include <tuple>

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "render/document.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

std::vector<const PendingRow*> exceptions_first(std::span<const PendingRow> rows) {
  std::vector<const PendingRow*> sorted;
  for (const PendingRow& row : rows) sorted.push_back(&row);
  const auto rank = [](const PendingRow* row) {
    return std::tuple(exceptions_of(row->run).empty(),
                      summarize(row->run).finished_at.value_or(Instant::max()));
  };
  std::ranges::stable_sort(sorted, {}, rank);
  return sorted;
}

std::vector<std::string> exceptions_in_words(const Run& run, const Look& look) {
  std::vector<std::string> words;
  for (const RunException& exception : exceptions_of(run))
    words.push_back(exception_words(run, exception, look));
  return words;
}

std::string missing_in_words(const Run& run, const Look& look) {
  std::vector<std::string> words;
  for (const OwedSignOff& owed : missing_sign_offs(run)) words.push_back(owed_words(run, owed));
  return listed(words, look);
}

/// When the last finish was written down.
std::optional<Instant> recorded_at(const Run& run) {
  std::optional<Instant> at;
  for (const Event& event : run.events) {
    if (std::holds_alternative<RunFinished>(event.body)) at = event.recorded_at;
  }
  return at;
}

std::string duration_words(const PendingRow& row, const Look& look) {
  const auto duration = duration_of(row.run);
  if (!duration) return "";
  std::string span = span_words(*duration, look);
  if (!row.usual) return span;
  return word<messages::duration_usual>(look, span, span_words(*row.usual, look));
}

void add_run(Document& document, const PendingRow& row, const Catalog& catalog, const Look& look) {
  const Run& run = row.run;
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? to_text(*at, catalog.zone) : "";
  };
  document.heading(run.id + " " + std::to_string(started(run).book.no) + " " +
                   started(run).book.title);
  for (const std::string& words : exceptions_in_words(run, look))
    document.bullet(0, "!", words, Style::bad);
  for (const SignOff& one : sign_offs(run)) {
    if (one.what.decision == Decision::return_run)
      document.bullet(0, "!",
                      word<messages::pending_returned>(
                          look, actor_name(catalog.roster, one.by, look), one.what.comment),
                      Style::attention);
  }
  if (row.runbook_changed)
    document.bullet(0, "!", word<messages::runbook_changed>(look), Style::attention);
  document.field(word<messages::label_performers>(look), performed_by(run, catalog.roster, look));
  document.field(word<messages::label_performed>(look), time(performed_at(run)));
  document.field(word<messages::label_recorded>(look), time(recorded_at(run)));
  document.field(word<messages::label_duration>(look), duration_words(row, look));
  document.field(word<messages::label_waiting_for>(look), missing_in_words(run, look));
  document.field(word<messages::label_details>(look), "opsctl show " + run.id);
  document.field(word<messages::label_next>(look), sign_command(run));
}

void add_request(Document& document, const PendingRequest& pending, const Catalog& catalog,
                 const Look& look) {
  const Request& request = pending.request;
  document.heading(request.id + " " + item_name(catalog, pending.book) + " " + pending.book.title);
  document.field(word<messages::label_reason>(look), request.reason);
  document.field(word<messages::label_ref>(look), request.ref);
  document.field(word<messages::label_origin>(look), request.origin);
  document.field(word<messages::label_person>(look), person_name(catalog.roster, request.person));
  document.field(word<messages::label_requested>(look),
                 to_text(request.requested_at, catalog.zone));
  if (request.deadline)
    document.field(word<messages::label_due>(look), to_text(*request.deadline, catalog.zone));
  document.field(word<messages::label_next>(look), "opsctl approve " + request.id);
}

Table table_of(const Catalog& catalog, std::span<const PendingRow> rows, const Look& look) {
  Table table;
  for (const auto& title :
       {word<messages::label_run>(look), word<messages::label_no>(look),
        word<messages::label_id>(look), word<messages::label_title>(look),
        word<messages::label_exceptions>(look), word<messages::label_performers>(look),
        word<messages::label_performed>(look), word<messages::label_recorded>(look),
        word<messages::label_duration>(look), word<messages::label_runbook>(look),
        word<messages::label_waiting_for>(look), word<messages::label_next>(look)})
    table.columns.push_back({title});
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? to_text(*at, catalog.zone) : "";
  };
  for (const PendingRow* row : exceptions_first(rows)) {
    const Run& run = row->run;
    const Runbook& book = started(run).book;
    table.rows.push_back({run.id, std::to_string(book.no), book.id, book.title,
                          listed(exceptions_in_words(run, look), look),
                          performed_by(run, catalog.roster, look), time(performed_at(run)),
                          time(recorded_at(run)), duration_words(*row, look),
                          row->runbook_changed ? word<messages::runbook_changed>(look) : "",
                          missing_in_words(run, look), sign_command(run)});
  }
  return table;
}

Json report_json(const Catalog& catalog, const PendingReport& report) {
  const auto seconds = [](const std::optional<std::chrono::seconds>& span) {
    return span ? Json(span->count()) : Json(nullptr);
  };
  Json json = json_document("pending");
  json["runs"] = Json::array();
  for (const PendingRow* row : exceptions_first(report.runs)) {
    Json run = run_json(row->run, catalog.zone);
    run["recorded_at"] = json_of(recorded_at(row->run), catalog.zone);
    run["duration_seconds"] = seconds(duration_of(row->run));
    run["usual_seconds"] = seconds(row->usual);
    run["runbook_changed"] = row->runbook_changed;
    json["runs"].push_back(std::move(run));
  }
  json["requests"] = Json::array();
  for (const auto& [request, book] : report.requests) {
    json["requests"].push_back({{"id", request.id},
                                {"item", book.id},
                                {"person", request.person},
                                {"reason", request.reason},
                                {"ref", json_or_null(request.ref)},
                                {"origin", json_or_null(request.origin)},
                                {"requested_at", to_rfc3339(request.requested_at, catalog.zone)},
                                {"deadline", json_of(request.deadline, catalog.zone)}});
  }
  return json;
}

}  // namespace

std::string pending(const Catalog& catalog, const PendingReport& report, Format format,
                    const Look& look) {
  if (format == Format::json) return to_text(report_json(catalog, report));
  if (format != Format::text) return written(table_of(catalog, report.runs, look), format, look);
  Document document;
  for (const PendingRow* row : exceptions_first(report.runs))
    add_run(document, *row, catalog, look);
  for (const PendingRequest& request : report.requests)
    add_request(document, request, catalog, look);
  if (document.blocks.empty()) document.paragraph(word<messages::pending_nothing>(look));
  return to_text(document, look);
}

}  // namespace opsctl::render
