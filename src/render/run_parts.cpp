#include "render/run_parts.h"

#include <algorithm>

#include "base/messages/views.h"
#include "model/workflow.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

/// "ok, 山田太郎 (yamada), 2026-11-22 10:05+09:00"; where it was entered later, that time too.
std::string record_words(const StepRecord& record, const Catalog& catalog, const Look& look) {
  std::vector<std::string> parts = {result_word(record.what.result, look),
                                    actor_name(catalog.roster, record.by, look),
                                    to_text(record.performed_at, catalog.zone)};
  if (record.recorded_at != record.performed_at)
    parts.push_back(word<messages::recorded_at>(look, to_text(record.recorded_at, catalog.zone)));
  if (record.ticked) parts.push_back(word<messages::record_ticked>(look));
  return listed(parts, look);
}

std::string earlier_words(const StepRecord& record, const Catalog& catalog, const Look& look) {
  std::vector<std::string> parts = {record_words(record, catalog, look)};
  for (const std::string& said : {record.what.choice, record.what.note}) {
    if (!said.empty()) parts.push_back(said);
  }
  for (const Evidence& evidence : record.what.evidence)
    parts.push_back(evidence_words(evidence, look));
  return listed(parts, look);
}

std::int64_t step_number(const Run& run, std::string_view id) {
  const auto& steps = started(run).book.steps;
  return std::ranges::find(steps, id, &Step::id) - steps.begin() + 1;
}

}  // namespace

std::string evidence_words(const Evidence& evidence, const Look& look) {
  const std::string hash = hex(evidence.hash).substr(0, 12);
  return evidence.kept
             ? word<messages::evidence_kept>(look, evidence.name, evidence.size, hash)
             : word<messages::evidence_not_kept>(look, evidence.name, evidence.size, hash);
}

std::string box_of(const StepStatus& status) {
  if (status.latest() == nullptr) return "[ ]";
  switch (status.latest()->what.result) {
    case StepResult::ok:
      return "[x]";
    case StepResult::ng:
      return "[!]";
    case StepResult::na:
      break;
  }
  return "[-]";
}

void add_step_records(Document& document, const Run& run, const StepStatus& status,
                      const Catalog& catalog, const Look& look) {
  const StepRecord* latest = status.latest();
  if (latest == nullptr) return;
  const Style style = latest->what.result == StepResult::ng ? Style::bad : Style::plain;
  document.bullet(1, "", record_words(*latest, catalog, look), style);
  add_step_details(document, run, status, catalog, look);
}

void add_step_details(Document& document, const Run& run, const StepStatus& status,
                      const Catalog& catalog, const Look& look) {
  const StepRecord* latest = status.latest();
  if (latest == nullptr) return;
  if (!latest->what.choice.empty())
    document.bullet(1, "", word<messages::record_choice>(look, latest->what.choice));
  if (!latest->what.note.empty())
    document.bullet(1, "", word<messages::record_note>(look, latest->what.note));
  for (const Evidence& evidence : latest->what.evidence)
    document.bullet(1, "", evidence_words(evidence, look));
  for (const auto& [key, value] : latest->what.values)
    document.bullet(1, "", value_label(run, key) + ": " + value);
  if (status.confirmed) {
    document.bullet(1, "",
                    word<messages::record_confirmed>(
                        look, actor_name(catalog.roster, status.confirmed->by, look),
                        to_text(status.confirmed->performed_at, catalog.zone)));
  }
  for (std::size_t i = 0; i + 1 < status.records.size(); ++i) {
    document.bullet(
        1, "",
        word<messages::record_earlier>(look, earlier_words(status.records[i], catalog, look)),
        Style::faint);
  }
}

std::string exception_words(const Run& run, const RunException& exception, const Look& look) {
  switch (exception.kind) {
    case ExceptionKind::emergency:
      return awaits_acceptance(run) ? word<messages::exception_emergency>(look, exception.text)
                                    : word<messages::exception_accepted>(look, exception.text);
    case ExceptionKind::failed:
      return word<messages::exception_failed>(look, exception.text);
    case ExceptionKind::step_ng:
      return word<messages::exception_ng>(look, step_number(run, exception.step), exception.text);
    case ExceptionKind::step_na:
      return word<messages::exception_na>(look, step_number(run, exception.step), exception.text);
    case ExceptionKind::late_entry:
      return word<messages::exception_late>(look);
    case ExceptionKind::corrected:
      break;
  }
  return word<messages::exception_corrected>(look, exception.text);
}

std::string correction_words(const RunCorrected& corrected, const Zone& zone, const Look& look) {
  std::vector<std::string> parts = {corrected.reason};
  for (const StepRecorded& step : corrected.steps)
    parts.push_back(step.step + " " + result_word(step.result, look));
  for (const auto& [key, value] : corrected.values) parts.push_back(key + "=" + value);
  if (corrected.performed_at)
    parts.push_back(word<messages::performed_at>(look, to_text(*corrected.performed_at, zone)));
  return listed(parts, look);
}

std::string owed_words(const Run& run, const OwedSignOff& owed) {
  return std::string(symbol_of(owed.duty)) + " " + full_name(started(run).parties, owed.owed_by);
}

std::string value_label(const Run& run, std::string_view key) {
  const auto& fields = started(run).book.records;
  const auto found = std::ranges::find(fields, key, &RecordField::key);
  return found == fields.end() ? std::string(key) : found->label;
}

std::string performed_by(const Run& run, const Roster& roster, const Look& look) {
  std::vector<std::string> names = performers(run);
  for (std::string& name : names) name = person_name(roster, name);
  return listed(names, look);
}

std::string sign_command(const Run& run) {
  const RunState state = state_of(run);
  const bool waiting = state == RunState::awaiting_supervisor ||
                       state == RunState::awaiting_approval ||
                       (takes_work(state) && awaits_acceptance(run));
  return waiting ? "opsctl approve " + run.id : "";
}

}  // namespace opsctl::render
