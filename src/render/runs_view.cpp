#include "render/runs_view.h"

#include "base/messages/sheet.h"
#include "base/messages/views.h"
#include "base/messages/words.h"
#include "base/text.h"
#include "model/workflow.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// Who has signed in this duty, in force.
std::string signers(const Run& run, SignOffDuty duty, const Roster& roster, const Look& look) {
  std::vector<std::string> names;
  for (const SignOff& sign_off : sign_offs(run)) {
    if (sign_off.in_force && sign_off.what.duty == duty)
      names.push_back(actor_name(roster, sign_off.by, look));
  }
  return listed(names, look);
}

std::string exceptions(const Run& run, const Look& look) {
  std::vector<std::string> words;
  for (const RunException& exception : exceptions_of(run))
    words.push_back(exception_words(run, exception, look));
  return join(words, "\n");
}

}  // namespace

RunsView::RunsView(const Catalog& catalog, Format format, const Look& look)
    : catalog_(catalog), format_(format), look_(look), json_(json_document("runs")) {
  json_["runs"] = Json::array();
  worksheet_.name = word<messages::runs_title>(look);
  for (const auto& title :
       {word<messages::label_run>(look), word<messages::label_no>(look),
        word<messages::label_id>(look), word<messages::label_title>(look),
        word<messages::label_cycle>(look), word<messages::label_key>(look),
        word<messages::label_state>(look), word<messages::label_started>(look),
        word<messages::label_performed>(look), word<messages::label_finished>(look),
        word<messages::label_performers>(look), word<messages::label_supervisor>(look),
        std::string(kSupervisedSymbol), std::string(symbol_of(Duty::approve)),
        word<messages::label_exceptions>(look), word<messages::label_ref>(look),
        word<messages::label_reference>(look)})
    worksheet_.table.columns.push_back({title});
  worksheet_.table.columns[1].align = Align::right;
}

void RunsView::add(const Run& run) {
  if (format_ == Format::json) {
    json_["runs"].push_back(run_json(run, catalog_.zone));
    return;
  }
  const RunStarted& start = started(run);
  const RunSummary summary = summarize(run);
  const Roster& roster = catalog_.roster;
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? to_text(*at, catalog_.zone) : "";
  };
  worksheet_.table.rows.push_back(
      {run.id, std::to_string(start.book.no), summary.item, start.book.title, summary.cycle,
       summary.for_key, to_text(describe(summary.state), look_.language), time(summary.started_at),
       time(summary.performed_at), time(summary.finished_at), performed_by(run, roster, look_),
       start.supervisor.empty() ? "" : person_name(roster, start.supervisor),
       signers(run, SignOffDuty::supervisor, roster, look_),
       signers(run, SignOffDuty::approver, roster, look_), exceptions(run, look_), summary.ref,
       reference_of(run)});
}

std::string RunsView::text() const {
  return format_ == Format::json ? to_text(json_) : written(worksheet_, format_, look_);
}

}  // namespace opsctl::render
