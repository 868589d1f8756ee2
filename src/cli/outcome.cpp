#include "cli/outcome.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.h"
#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/recording.h"
#include "model/sign_off.h"
#include "model/workflow.h"

namespace opsctl::cli {
namespace {

void print_json(const Session& session, std::string_view command, const std::vector<Event>& events,
                bool repeated) {
  Json records = Json::array();
  for (const Event& event : events) {
    records.push_back({{"run", event.run},
                       {"item", event.item},
                       {"kind", std::string(kind_of(event.body))},
                       {"seq", event.seq},
                       {"hash", hex(event.hash)}});
  }
  session.print(to_text(Json{{"schema", fmt::format("opsctl.{}/1", command)},
                             {"repeated", repeated},
                             {"records", records}}));
}

/// True where `done --all-ok` would tick the rest.
bool can_tick_rest(const Run& run) {
  return std::ranges::all_of(steps_of(run), [](const StepStatus& status) {
    return status.latest() != nullptr || !status.step.required || can_be_ticked(status.step);
  });
}

/// The number of the first step that waits for its second person; nothing where none does.
std::optional<std::size_t> unconfirmed(const std::vector<StepStatus>& steps) {
  const auto waits = std::ranges::find_if(steps, awaits_second_person);
  if (waits != steps.end()) return static_cast<std::size_t>(waits - steps.begin()) + 1;
  return std::nullopt;
}

/// Those who do the step, where it is not for every performer.
std::string doers_of(const Step& step, const Roster& roster) {
  std::vector<std::string> persons;
  for (const Person& person : roster.persons) {
    if (!step.party.empty() && belongs_to(person, step.party)) persons.push_back(person.id);
  }
  return join(persons, ", ");
}

bool is_for(const Step& step, const Roster& roster, const std::string& id) {
  const Person* person = find_person(roster, id);
  return step.party.empty() || (person != nullptr && belongs_to(*person, step.party));
}

/// By whom: the party's people, but for those who recorded it.
Message next_confirmation(const Run& run, const Roster& roster, const std::string& name,
                          std::size_t number) {
  const StepStatus status = steps_of(run)[number - 1];
  std::vector<std::string> persons;
  for (const Person& person : roster.persons) {
    if (belongs_to(person, status.step.confirm_by) &&
        std::ranges::count(persons_of(status.latest()->by), person.id) == 0)
      persons.push_back(person.id);
  }
  return say<messages::next_confirm>(
      name, number, persons.empty() ? status.step.confirm_by : join(persons, ", "));
}

Message next_of_open(const Run& run, const Roster& roster, const std::string& name,
                     const std::string& as) {
  const std::vector<StepStatus> steps = steps_of(run);
  if (const auto number = unconfirmed(steps)) return next_confirmation(run, roster, name, *number);
  const Step* step = next_step(run);
  if (step == nullptr) {
    return is_watch(run) ? say<messages::next_watch>(name, as)
                         : say<messages::next_done>(name, missing_values(run) + as);
  }
  const auto at = std::ranges::find(steps, step->id, [](const StepStatus& s) { return s.step.id; });
  const auto number = at - steps.begin() + 1;
  if (!is_for(*step, roster, run.events.back().actor.person))
    return say<messages::next_step_of>(name, number, doers_of(*step, roster));
  const std::string command = step_command(name, started(run).book, *step) + as;
  if (can_tick_rest(run) && missing_values(run).empty())
    return say<messages::next_step_or_all>(command, name, as);
  return say<messages::next_step>(command);
}

Message next_of(Session& session, const Run& run, const std::string& name, const std::string& as) {
  const std::vector<std::string> signers = possible_signers(run, session.catalog().roster);
  const std::string who = signers.empty()
                              ? to_text(say<messages::next_nobody>(), session.language())
                              : join(signers, ", ");
  switch (state_of(run)) {
    case RunState::open:
    case RunState::returned:
      return next_of_open(run, session.catalog().roster, name, as);
    case RunState::awaiting_supervisor:
    case RunState::awaiting_approval:
      if (const auto number = unconfirmed(steps_of(run)))
        return next_confirmation(run, session.catalog().roster, name, *number);
      if (state_of(run) == RunState::awaiting_approval)
        return say<messages::next_approver>(name, who);
      return say<messages::next_supervisor>(name, who);
    case RunState::approved:
      return say<messages::next_nothing>();
    case RunState::rejected:
    case RunState::aborted:
      break;
  }
  return say<messages::next_again>(std::to_string(started(run).book.no));
}

}  // namespace

std::string label_of_run(const Run& run) {
  return visible(fmt::format("{} {}", run.id, started(run).book.title));
}

void say_recorded(const Session& session, std::string_view command,
                  const std::vector<Message>& what, const std::vector<Event>& events) {
  if (session.format() == render::Format::json) return print_json(session, command, events, false);
  for (std::size_t i = 0; i < events.size(); ++i) {
    session.print(fmt::format("{}\n{}\n", to_text(what.at(i), session.language()),
                              acknowledgement(session, events[i])));
  }
}

Exit say_already_recorded(const Session& session, std::string_view command,
                          const std::vector<Event>& events) {
  if (session.format() == render::Format::json) {
    print_json(session, command, events, true);
    return Exit::ok;
  }
  session.print(to_text(say<messages::already_recorded>(), session.language()) + "\n");
  for (const Event& event : events) session.print(acknowledgement(session, event) + "\n");
  return Exit::ok;
}

void say_next_of(Session& session, const Run& run, const std::string& name,
                 const std::string& person) {
  session.remark(next_of(session, run, name, " --as " + person));
}

void say_next(Session& session, const Run& run, const std::string& name, const Event& last) {
  // Whoever only confirmed does not do the next step: the command is somebody else's.
  const bool goes_on = last.actor.duty == name_of(Duty::perform);
  session.remark(next_of(session, run, name, goes_on ? session.as_typed() : ""));
}

}  // namespace opsctl::cli
