#include "render/report_view.h"

#include <fmt/format.h>

#include "base/messages/paper.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "model/workflow.h"
#include "render/document_html.h"
#include "render/html_page.h"
#include "render/ledger_view.h"
#include "render/overloaded.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

constexpr int kNarrowTitle = 8;

struct Maker {
  const Report& report;
  const Catalog& catalog;
  const Look& look;
  Document& document;

  std::string time(const std::optional<Instant>& at) const {
    return at ? to_text(*at, catalog.zone) : "";
  }

  /// The number that people know, and the title as it is today.
  std::pair<std::string, std::string> name_of_item(const std::string& id) const {
    const Runbook* book = find_runbook(catalog, id);
    if (book == nullptr) return {id, ""};
    return {item_name(catalog, *book), book->title};
  }

  void nothing() const { document.paragraph(word<messages::report_nothing>(look)); }

  static std::vector<Cell> tally_row(std::string no, std::string title, const ItemTally& tally) {
    std::vector<Cell> row = {std::move(no), std::move(title)};
    for (const int number : {tally.planned(), tally.in_time, tally.late, tally.missed, tally.waived,
                             tally.overdue, tally.open, tally.extra})
      row.emplace_back(std::to_string(number));
    return row;
  }

  void planned_work() const {
    document.heading(word<messages::report_planned_work>(look));
    if (report.items.empty()) return nothing();
    Table table;
    table.columns = {{word<messages::label_no>(look), Align::right},
                     {word<messages::label_title>(look), Align::left, kNarrowTitle}};
    for (const std::string& title :
         {word<messages::report_planned>(look), word<messages::report_in_time>(look),
          word<messages::report_late>(look), word<messages::report_missed>(look),
          word<messages::report_waived>(look), word<messages::report_overdue>(look),
          word<messages::report_open>(look), word<messages::report_extra>(look)})
      table.columns.push_back({title, Align::right});
    for (const ItemTally& tally : report.items) {
      const auto [no, title] = name_of_item(tally.item);
      table.rows.push_back(tally_row(no, title, tally));
    }
    const ItemTally total = total_of(report);
    table.rows.push_back(tally_row("", word<messages::report_total>(look), total));
    document.table(std::move(table));
    if (total.withdrawn > 0)
      document.paragraph(word<messages::report_withdrawn>(look, total.withdrawn));
  }

  std::string with_run(std::chrono::seconds time_taken, const std::string& run) const {
    if (run.empty()) return "-";
    return word<messages::report_of_run>(look, span_words(time_taken, look), run);
  }

  std::vector<Cell> times_row(std::string who, const SignOffTimes& times) const {
    return {std::move(who),
            std::to_string(times.given),
            times.given == 0 ? "-" : span_words(times.median, look),
            with_run(times.longest, times.longest_run),
            std::to_string(times.open),
            with_run(times.longest_open, times.longest_open_run)};
  }

  void sign_offs() const {
    document.heading(word<messages::report_sign_off_times>(look));
    Table table;
    table.columns = {{word<messages::label_role>(look)},
                     {word<messages::report_signed>(look), Align::right},
                     {word<messages::report_median>(look), Align::left, kNarrowTitle},
                     {word<messages::report_longest>(look), Align::left, kNarrowTitle},
                     {word<messages::report_still_open>(look), Align::right},
                     {word<messages::report_longest_open>(look), Align::left, kNarrowTitle}};
    table.rows = {times_row(word<messages::role_supervise>(look) + " " +
                                std::string(symbol_of(SignOffDuty::supervisor)),
                            report.supervisor),
                  times_row(word<messages::role_approve>(look) + " " +
                                std::string(symbol_of(SignOffDuty::approver)),
                            report.approver)};
    document.table(std::move(table));
  }

  std::string stretch_words(const ReportPeriod& stretch) const {
    if (stretch.from == stretch.to) return to_text(stretch.from);
    return word<messages::report_stretch>(look, to_text(stretch.from), to_text(stretch.to));
  }

  void charts() const {
    Chart categories{word<messages::report_by_category>(look), {}};
    for (const RunGroup& group : report.categories)
      categories.bars.push_back({group.name, static_cast<std::int64_t>(group.runs.size())});
    document.chart(std::move(categories));
    Chart over_time{word<messages::report_over_time>(look), {}};
    for (const StartedCount& count : report.over_time)
      over_time.bars.push_back({stretch_words(count.stretch), count.runs});
    document.chart(std::move(over_time));
  }

  void demand_runs() const {
    Table table;
    table.columns = {{word<messages::label_run>(look)},
                     {word<messages::label_item>(look), Align::left, kNarrowTitle},
                     {word<messages::label_ref>(look), Align::left, kNarrowTitle},
                     {word<messages::label_started>(look), Align::left, kNarrowTitle},
                     {word<messages::label_performed>(look), Align::left, kNarrowTitle},
                     {word<messages::label_state>(look), Align::left, kNarrowTitle}};
    for (const DemandRun& one : report.on_demand) {
      std::string state = to_text(describe(one.run.state), look.language);
      if (one.exceptional) state += " " + word<messages::status_exceptional>(look);
      table.rows.push_back({one.run.id, std::to_string(one.no) + " " + one.title, one.run.ref,
                            time(one.run.started_at), time(one.run.performed_at),
                            Cell(state, one.exceptional ? Style::bad : Style::plain)});
    }
    document.table(std::move(table));
  }

  void groups(const std::vector<RunGroup>& all, std::string heading) const {
    Table table;
    table.columns = {{std::move(heading), Align::left, kNarrowTitle},
                     {word<messages::report_runs>(look), Align::right},
                     {word<messages::report_exceptional>(look), Align::right},
                     {word<messages::report_unfinished>(look), Align::right},
                     {word<messages::report_items>(look), Align::left, kNarrowTitle},
                     {word<messages::report_last_performed>(look), Align::left, kNarrowTitle}};
    for (const RunGroup& group : all) {
      std::vector<std::string> items = group.items;
      for (std::string& item : items) item = name_of_item(item).first;
      table.rows.push_back({group.name, std::to_string(group.runs.size()),
                            std::to_string(group.exceptional), std::to_string(group.unfinished),
                            listed(items, look), time(group.last_performed)});
    }
    document.table(std::move(table));
  }

  void incidents() const {
    document.heading(word<messages::report_incidents>(look));
    if (report.on_demand.empty()) {
      nothing();
    } else {
      demand_runs();
      charts();
      groups(report.categories, word<messages::label_category>(look));
    }
    if (report.references.empty()) return;
    document.heading(word<messages::report_references>(look));
    groups(report.references, word<messages::label_ref>(look));
  }

  void runbooks() const {
    document.heading(word<messages::report_runbooks>(look));
    if (report.runbooks.empty()) return nothing();
    Table table;
    table.columns = {{word<messages::label_item>(look), Align::left, kNarrowTitle},
                     {word<messages::report_first_run>(look), Align::left, kNarrowTitle},
                     {word<messages::report_start_recorded>(look), Align::left, kNarrowTitle},
                     {word<messages::report_before>(look)},
                     {word<messages::report_now>(look)},
                     {word<messages::report_changed>(look), Align::left, kNarrowTitle}};
    for (const RunbookChange& one : report.runbooks) {
      const auto [no, title] = name_of_item(one.item);
      table.rows.push_back({fmt::format("{} {}", no, title), one.run, time(one.at),
                            short_hash(one.before), short_hash(one.now),
                            word<messages::report_changed_words>(look, one.changes.steps.size(),
                                                                 one.changes.fields.size())});
    }
    document.table(std::move(table));
  }

  void watches() const {
    Table table;
    table.columns = {{word<messages::label_item>(look), Align::left, kNarrowTitle},
                     {word<messages::report_covered>(look), Align::right},
                     {word<messages::report_gaps>(look), Align::right},
                     {word<messages::report_uncovered>(look)}};
    for (const ItemTally& tally : report.items) {
      if (!tally.watch) continue;
      const auto [no, title] = name_of_item(tally.item);
      const bool whole = tally.watch->uncovered.count() == 0;
      table.rows.push_back({fmt::format("{} {}", no, title), coverage_ratio(*tally.watch),
                            std::to_string(tally.watch->gaps.size()),
                            whole ? "-" : span_words(tally.watch->uncovered, look)});
    }
    if (table.rows.empty()) return;
    document.heading(word<messages::report_watches>(look));
    document.table(std::move(table));
  }

  std::string change_words(const RosterRecorded& recorded, const RosterChange& change) const {
    const std::string name = person_name(recorded.roster, change.person);
    switch (change.kind) {
      case RosterChange::Kind::added:
        return word<messages::report_person_added>(look, name);
      case RosterChange::Kind::removed:
        return word<messages::report_person_removed>(look, name);
      case RosterChange::Kind::changed:
        break;
    }
    return word<messages::report_person_changed>(look, name);
  }

  void rosters() const {
    document.heading(word<messages::report_rosters>(look));
    if (report.rosters.empty()) return nothing();
    for (const Event& event : report.rosters) {
      const auto& recorded = std::get<RosterRecorded>(event.body);
      std::vector<std::string> parts;
      for (const RosterChange& change : recorded.changes)
        parts.push_back(change_words(recorded, change));
      if (parts.empty())
        parts.push_back(word<messages::report_first_roster>(look, recorded.roster.persons.size()));
      document.bullet(0, "-", time(event.recorded_at) + " " + listed(parts, look));
    }
  }
};

std::string outside_words(const ReportProof& proof, const Report& report, const Catalog& catalog,
                          const Look& look) {
  std::string words = word<messages::report_outside_none>(look);
  if (const auto& kept = proof.outside) {
    const std::string at = to_text(kept->at, catalog.zone);
    const std::string age = span_words(report.as_of - kept->at, look);
    words = kept->copy.empty()
                ? word<messages::report_outside_log>(look, kept->seq, at, age)
                : word<messages::report_outside_copy>(look, kept->seq, at, age, kept->copy);
  }
  if (!proof.not_looked) return words;
  return word<messages::report_outside_but>(look, words, to_text(*proof.not_looked, look.language));
}

void add_proof(const ReportProof& proof, const Report& report, const Catalog& catalog,
               const Look& look, Document& document) {
  const std::string label = word<messages::label_anchor>(look);
  if (!proof.head) return document.field(label, word<messages::report_no_chain>(look));
  document.field(label, opsctl::to_text(*proof.head));
  document.field(word<messages::report_outside>(look), outside_words(proof, report, catalog, look));
}

Document document_of(const Report& report, const Catalog& catalog, const ReportProof& proof,
                     const Look& look) {
  Document document;
  const Maker maker{report, catalog, look, document};
  const ItemTally total = total_of(report);
  document.title =
      word<messages::report_title>(look, to_text(report.period.from), to_text(report.period.to));
  document.field(word<messages::report_system>(look), catalog.title);
  document.field(word<messages::report_as_of>(look), to_text(report.as_of, catalog.zone));
  add_proof(proof, report, catalog, look, document);
  document.field(
      word<messages::report_summary>(look),
      word<messages::report_summary_words>(look, total.planned(), total.in_time, total.late,
                                           total.missed, total.waived, total.overdue, total.open));
  maker.planned_work();
  maker.watches();
  maker.sign_offs();
  maker.incidents();
  maker.runbooks();
  maker.rosters();
  return document;
}

std::string html_of(const Report& report, const Document& document, const Catalog& catalog,
                    const Look& look) {
  HtmlPage page;
  page.title = document.title;
  page.foot = word<messages::report_foot>(look, catalog.title, to_text(report.as_of, catalog.zone));
  page.style =
      ".chart { margin: 2mm 0; break-inside: avoid; }\n"
      "table { margin-bottom: 2mm; font-size: 8pt; }\n";
  page.body = to_html(document);
  return to_html(page, look);
}

}  // namespace

ItemTally total_of(const Report& report) {
  ItemTally total;
  for (const ItemTally& one : report.items) {
    total.in_time += one.in_time;
    total.late += one.late;
    total.missed += one.missed;
    total.waived += one.waived;
    total.overdue += one.overdue;
    total.open += one.open;
    total.withdrawn += one.withdrawn;
    total.extra += one.extra;
  }
  return total;
}

std::string report(const Report& report, const Catalog& catalog, const ReportProof& proof,
                   Format format, const Look& look) {
  if (format == Format::json) return to_text(report_json(report, catalog, proof));
  const Document document = document_of(report, catalog, proof, look);
  if (format == Format::html) return html_of(report, document, catalog, look);
  return format == Format::md ? to_md(document) : to_text(document, look);
}

}  // namespace opsctl::render
