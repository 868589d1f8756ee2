// The table of commands. Its order is that of --help: looking, doing, signing, proving, care.

#include <array>

#include "cli/command.h"

namespace opsctl::cli {

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

std::vector<Command> all_commands() {
  constexpr std::array kCommands = {
      status_command,   due_command,     list_command,     show_command,   checklist_command,
      raci_command,     start_command,   step_command,     fill_command,   note_command,
      guide_command,    done_command,    correct_command,  abort_command,  confirm_command,
      handover_command, request_command, withdraw_command, waive_command,  pending_command,
      approve_command,  return_command,  reject_command,   check_command,  metrics_command,
      log_command,      verify_command,  register_command, report_command, calendar_command,
      evidence_command, explain_command, validate_command, schema_command, import_command,
      export_command,   doctor_command,  backup_command,   init_command,   completion_command,
      man_command};
  std::vector<Command> commands;
  commands.reserve(kCommands.size());
  for (const auto& command : kCommands) commands.push_back(command());
  return commands;
}

}  // namespace opsctl::cli
