// The table of commands. Its order is that of --help: looking, doing, signing, proving, care.

#include <algorithm>
#include <array>
#include <span>

#include "cli/command.h"

namespace opsctl::cli {
namespace {

struct Known {
  const char* name;
  Command (*describe)();
};

constexpr auto kCommands = std::to_array<Known>({{"status", status_command},
                                                 {"due", due_command},
                                                 {"list", list_command},
                                                 {"show", show_command},
                                                 {"checklist", checklist_command},
                                                 {"raci", raci_command},
                                                 {"start", start_command},
                                                 {"step", step_command},
                                                 {"fill", fill_command},
                                                 {"note", note_command},
                                                 {"guide", guide_command},
                                                 {"done", done_command},
                                                 {"correct", correct_command},
                                                 {"abort", abort_command},
                                                 {"confirm", confirm_command},
                                                 {"handover", handover_command},
                                                 {"request", request_command},
                                                 {"withdraw", withdraw_command},
                                                 {"waive", waive_command},
                                                 {"pending", pending_command},
                                                 {"approve", approve_command},
                                                 {"return", return_command},
                                                 {"reject", reject_command},
                                                 {"check", check_command},
                                                 {"metrics", metrics_command},
                                                 {"log", log_command},
                                                 {"verify", verify_command},
                                                 {"register", register_command},
                                                 {"report", report_command},
                                                 {"calendar", calendar_command},
                                                 {"evidence", evidence_command},
                                                 {"explain", explain_command},
                                                 {"validate", validate_command},
                                                 {"schema", schema_command},
                                                 {"import", import_command},
                                                 {"export", export_command},
                                                 {"doctor", doctor_command},
                                                 {"backup", backup_command},
                                                 {"init", init_command},
                                                 {"completion", completion_command},
                                                 {"man", man_command}});

Command described(const Known& known) {
  Command command = known.describe();
  command.name = known.name;
  return command;
}

}  // namespace

std::vector<std::string> names_of(const Formats& formats) {
  std::vector<std::string> names;
  for (const render::Format format : formats) names.emplace_back(render::name_of(format));
  return names;
}

std::string_view letter_of(std::string_view option) {
  if (option == "--quiet") return "-q";
  if (option == "--output") return "-o";
  return "";
}

bool is_named(const Argument& option, std::string_view word) {
  return option.name == word || (!word.empty() && letter_of(option.name) == word);
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Known& known : kCommands) names.emplace_back(known.name);
  return names;
}

std::vector<Command> all_commands() {
  std::vector<Command> commands;
  commands.reserve(kCommands.size());
  for (const Known& known : kCommands) commands.push_back(described(known));
  return commands;
}

std::vector<Command> commands_among(const std::vector<std::string>& words) {
  std::vector<Command> commands = {described(kCommands.front())};
  for (const Known& known : std::span(kCommands).subspan(1)) {
    if (std::ranges::find(words, known.name) != words.end()) commands.push_back(described(known));
  }
  return commands;
}

}  // namespace opsctl::cli
