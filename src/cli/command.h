// A command as data: its name, texts, arguments, and what it does. Parsing, --help, the man page
// and completion are all made from this one description.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "base/problem.h"
#include "catalog/purpose.h"
#include "cli/kind.h"
#include "render/look.h"

namespace opsctl::cli {

class Session;

/// An option (its name begins with "--") or a word that stands by itself.
struct Argument {
  using Target = std::variant<bool*, std::optional<std::string>*, std::vector<std::string>*>;

  std::string name;  // "--note"; of a word, as the usage shows it
  Kind kind;         // of the value
  Target target;     // a flag, at most one value, or any number
  Message help;
  bool required = false;
};

/// What --format may be: every command speaks to people and to scripts, tables also to
/// spreadsheets (spec product.md, "Output contract").
using Formats = std::vector<render::Format>;
inline Formats text_or_json() { return {render::Format::text, render::Format::json}; }
inline Formats any_table() {
  using enum render::Format;
  return {text, json, csv, tsv, md};
}

std::vector<std::string> names_of(const Formats& formats);

/// The short form of an option ("-q" of "--quiet"); empty for most.
std::string_view letter_of(std::string_view option);

/// "--quiet" or "-q" is the option's name, in full or in short.
bool is_named(const Argument& option, std::string_view word);

struct Command {
  std::string name = {};  // the table of commands gives it
  Message summary;
  std::vector<Argument> words;
  std::vector<Argument> options;
  std::vector<std::string> examples;
  Formats formats = text_or_json();
  bool is_listing = false;  // its text may be longer than a screen
  Purpose purpose = Purpose::recording;
  /// --db may name any file, on a shared host too: it is read with the user's own rights.
  bool takes_any_journal = false;
  std::function<Exit(Session&)> action;
};

// The commands, one file each (cmd_*.cpp).
Command status_command();
Command due_command();
Command list_command();
Command show_command();
Command checklist_command();
Command raci_command();
Command start_command();
Command step_command();
Command fill_command();
Command note_command();
Command guide_command();
Command done_command();
Command correct_command();
Command abort_command();
Command confirm_command();
Command handover_command();
Command request_command();
Command withdraw_command();
Command waive_command();
Command pending_command();
Command approve_command();
Command return_command();
Command reject_command();
Command check_command();
Command metrics_command();
Command log_command();
Command verify_command();
Command register_command();
Command report_command();
Command calendar_command();
Command evidence_command();
Command explain_command();
Command validate_command();
Command schema_command();
Command import_command();
Command export_command();
Command doctor_command();
Command backup_command();
Command init_command();
Command completion_command();
Command man_command();

/// Of all commands, in the order of --help.
std::vector<std::string> command_names();

std::vector<Command> all_commands();

/// The first one, which is done where none is named, and those whose names are among the words:
/// to describe all of them would be a good part of what a short command does.
std::vector<Command> commands_among(const std::vector<std::string>& words);

}  // namespace opsctl::cli
