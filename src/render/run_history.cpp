#include "render/run_history.h"

#include "base/messages/views.h"
#include "base/messages/words.h"
#include "model/workflow.h"
#include "render/run_json.h"
#include "render/run_parts.h"
#include "render/words.h"

namespace opsctl::render {
namespace {

void add_notes(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  bool first = true;
  for (const Event& event : run.events) {
    const auto* added = std::get_if<NoteAdded>(&event.body);
    if (added == nullptr) continue;
    if (first) document.heading(word<messages::label_notes>(look));
    first = false;
    document.bullet(0, "-",
                    to_text(event.performed_at, catalog.zone) + " " +
                        actor_name(catalog.roster, event.actor, look) + ": " + added->note);
  }
}

void add_corrections(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  bool first = true;
  for (const Event& event : run.events) {
    const auto* corrected = std::get_if<RunCorrected>(&event.body);
    if (corrected == nullptr) continue;
    if (first) document.heading(word<messages::label_corrections>(look));
    first = false;
    document.bullet(0, "-",
                    to_text(event.recorded_at, catalog.zone) + " " +
                        actor_name(catalog.roster, event.actor, look) + ": " +
                        correction_words(*corrected, catalog.zone, look));
  }
}

void add_sign_offs(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  const std::vector<SignOff> given = sign_offs(run);
  // Work that was broken off or rejected is signed by nobody any more.
  const RunState state = state_of(run);
  const bool over = state == RunState::aborted || state == RunState::rejected;
  const std::vector<OwedSignOff> missing =
      over ? std::vector<OwedSignOff>() : missing_sign_offs(run);
  if (given.empty() && missing.empty()) return;
  document.heading(word<messages::label_sign_offs>(look));
  for (const SignOff& sign_off : given) {
    std::vector<std::string> parts = {
        decision_word(sign_off.what.decision, look), actor_name(catalog.roster, sign_off.by, look),
        full_name(started(run).parties, paid_by(run, sign_off).owed_by),
        to_text(sign_off.performed_at, catalog.zone)};
    if (!sign_off.what.signature.empty()) parts.push_back(word<messages::sign_off_by_key>(look));
    if (!sign_off.what.comment.empty()) parts.push_back(sign_off.what.comment);
    const bool void_now = !sign_off.in_force && sign_off.what.decision == Decision::approve;
    if (void_now) parts.push_back(word<messages::sign_off_void>(look));
    document.bullet(0, std::string(symbol_of(sign_off.what.duty)), listed(parts, look),
                    void_now ? Style::faint : Style::plain);
  }
  for (const OwedSignOff& owed : missing)
    document.bullet(0, "[ ]", word<messages::sign_off_missing>(look, owed_words(run, owed)));
}

}  // namespace

void add_run_facts(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  const RunSummary summary = summarize(run);
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? to_text(*at, catalog.zone) : "";
  };
  document.field(word<messages::label_state>(look),
                 to_text(describe(summary.state), look.language));
  document.field(word<messages::label_started>(look), time(summary.started_at));
  document.field(word<messages::label_performed>(look), time(summary.performed_at));
  document.field(word<messages::label_finished>(look), time(summary.finished_at));
  if (const auto duration = duration_of(run))
    document.field(word<messages::label_duration>(look), span_words(*duration, look));
  document.field(word<messages::label_performers>(look), performed_by(run, catalog.roster, look));
  if (!started(run).supervisor.empty()) {
    document.field(word<messages::label_supervisor>(look),
                   person_name(catalog.roster, started(run).supervisor));
  }
  for (const Event& event : run.events) {
    if (const auto* handed = std::get_if<RunHandedOver>(&event.body))
      document.field(word<messages::label_handed_over>(look),
                     person_name(catalog.roster, handed->to) + " " +
                         to_text(event.performed_at, catalog.zone));
    if (const auto* aborted = std::get_if<RunAborted>(&event.body))
      document.field(word<messages::label_aborted>(look),
                     actor_name(catalog.roster, event.actor, look) + " " +
                         to_text(event.performed_at, catalog.zone) + " " + aborted->reason,
                     Style::bad);
  }
  document.field(word<messages::label_request>(look), started(run).request);
  document.field(word<messages::label_ref>(look), started(run).ref);
  if (!started(run).instructed_by.empty()) {
    document.field(word<messages::label_instructed_by>(look),
                   person_name(catalog.roster, started(run).instructed_by));
  }
  document.field(word<messages::label_runbook>(look), short_hash(started(run).book.hash));
  document.field(word<messages::label_reference>(look), short_reference_of(run));
}

void add_exceptions(Document& document, const Run& run, const Look& look) {
  const std::vector<RunException> exceptions = exceptions_of(run);
  if (!exceptions.empty()) document.heading(word<messages::label_exceptions>(look));
  for (const RunException& exception : exceptions)
    document.bullet(0, "!", exception_words(run, exception, look), Style::bad);
}

void add_history(Document& document, const Run& run, const Catalog& catalog, const Look& look) {
  add_notes(document, run, catalog, look);
  add_corrections(document, run, catalog, look);
  add_sign_offs(document, run, catalog, look);
}

}  // namespace opsctl::render
