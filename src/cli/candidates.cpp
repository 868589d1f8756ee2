#include "cli/candidates.h"

#include "cli/candidate_lists.h"
#include "cli/candidate_source.h"

namespace opsctl::cli {
namespace {

Candidates items_or_runs(Source& source) {
  Candidates found = source.any_runs();
  try {
    const Candidates items = source.items();
    found.insert(found.end(), items.begin(), items.end());
  } catch (const Error&) {
    // Runbooks that cannot be read have no items; the journal still has its runs.
  }
  return found;
}

}  // namespace

Candidates candidates(Session& session, const Spot& spot) {
  const auto source = [&] { return Source(session, spot); };
  switch (spot.argument->kind.values) {
    case Values::nothing:
    case Values::files:
    case Values::folders:
      break;
    case Values::alternatives:
      return alternatives_of(spot.argument->kind);
    case Values::formats:
      return formats_of(spot);
    case Values::items:
      return source().items();
    case Values::runs:
      return source().any_runs();
    case Values::items_or_runs: {
      Source both = source();
      return items_or_runs(both);
    }
    case Values::open_runs:
      return source().runs(takes_work);
    case Values::watches:
      return source().runs(
          [](const RunSummary& run) { return takes_work(run) && run.cycle == kContinuousCycle; });
    case Values::awaiting_runs:
      return source().runs(awaits_sign_off);
    case Values::to_be_signed:
      return source().to_be_signed();
    case Values::finished_runs:
      return source().latest_runs([](const RunSummary& run) {
        return awaits_sign_off(run) || run.state == RunState::approved;
      });
    case Values::run_and_step:
      return source().run_and(&Source::steps);
    case Values::run_and_field:
      return source().run_and(&Source::fields);
    case Values::steps:
      return source().steps();
    case Values::choices:
      return source().choices();
    case Values::fields:
      return source().fields();
    case Values::occurrences:
      return source().occurrences();
    case Values::requests:
      return source().requests();
    case Values::persons:
      return persons(session);
    case Values::own_persons:
      return own_persons(session);
    case Values::supervisors:
      return supervisors(session);
    case Values::parties:
      return parties(session);
    case Values::cycles:
      return cycles(session);
    case Values::event_kinds:
      return event_kinds_known();
  }
  return {};
}

}  // namespace opsctl::cli
