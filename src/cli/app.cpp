// The whole program: parse, run the command, print what went wrong.

#include <algorithm>
#include <ostream>
#include <span>

#include <fmt/format.h>

#include "base/json.h"
#include "base/messages/cli.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/completion.h"
#include "cli/globals.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/session.h"
#include "cli/world.h"

namespace opsctl::cli {
namespace {

/// What must be known before the command line is understood: how to speak of its mistakes.
struct Manner {
  Language language = Language::en;
  bool json = false;
  bool is_check = false;
};

std::vector<std::string> words_of(int argc, const char* const* argv) {
  return {argv + std::min(argc, 1), argv + argc};
}

std::optional<std::string> value_of(std::span<const std::string> arguments, std::string_view name) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i] == name && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].starts_with(std::string(name) + "="))
      return arguments[i].substr(name.size() + 1);
  }
  return std::nullopt;
}

bool has_flag(std::span<const std::string> arguments, std::string_view name) {
  const auto end = std::ranges::find(arguments, "--");
  return std::find(arguments.begin(), end, name) != end;
}

void print_error(const World& world, const Manner& manner, Exit exit, const Problem& problem) {
  if (!manner.json) return complain(world, manner.language, problem);
  // Never translated, as nothing in JSON is.
  const auto text = [](const Message& message) { return to_text(message, Language::en); };
  world.out.flush();
  Json details = Json::array();
  for (const Message& detail : problem.details) details.push_back(text(detail));
  const Json json = {{"schema", "opsctl.error/1"},
                     {"error",
                      {{"code", std::string(problem.what.text->name)},
                       {"message", text(problem.what)},
                       {"details", details},
                       {"hint", problem.hint ? Json(text(*problem.hint)) : Json(nullptr)},
                       {"exit", static_cast<int>(exit)}}}};
  world.err << to_text(json);
}

constexpr Exit kUnknown{3};

/// A monitoring plugin answers 3, with its line on stdout, for every trouble (schedule.md 16).
Exit report(const World& world, const Manner& manner, Exit exit, const Problem& problem) {
  if (!manner.is_check) {
    print_error(world, manner, exit, problem);
    return exit;
  }
  // A bar would be taken for the beginning of the performance data.
  std::string what = to_text(problem.what, manner.language);
  std::ranges::replace(what, '|', '/');
  world.out << "OPSCTL UNKNOWN - " << what << "\n";
  if (manner.json) {
    print_error(world, manner, kUnknown, problem);
  } else if (problem.hint) {
    world.err << to_text(*problem.hint, manner.language) << "\n";
  }
  return kUnknown;
}

/// A view that lacks the format must not answer with another one: a script would not notice.
void require_format(const Command& command, const std::string& typed) {
  const std::vector<std::string> names = names_of(command.formats);
  if (std::ranges::count(names, typed) > 0) return;
  const bool exists = std::ranges::any_of(render::kFormatNames,
                                          [&](const auto& known) { return known.first == typed; });
  throw Error(Exit::usage,
              exists ? say<messages::format_not_here>(command.name, typed)
                     : say<messages::option_value_unknown>("--format", visible(typed)),
              say<messages::try_one_of>(join(names, ", ")));
}

Exit run_checked(int argc, const char* const* argv, const World& world, const Manner& manner,
                 const std::vector<Command>& commands) {
  const std::vector<std::string> arguments = words_of(argc, argv);
  Globals globals;
  const std::vector<Argument> options = global_options(globals);
  if (has_flag(arguments, "--help") || has_flag(arguments, "-h")) {
    const auto named = named_command(arguments, commands, options);
    world.out << (named ? help_of(commands[*named], manner.language)
                        : help_of_program(all_commands(), options, manner.language));
    return Exit::ok;
  }
  if (has_flag(arguments, "--version")) {
    world.out << "opsctl " OPSCTL_VERSION "\n";
    return Exit::ok;
  }
  const auto chosen = parse(argc, argv, commands, options);
  // Without a command: what concerns me now.
  const Command& command = commands[chosen.value_or(0)];
  if (globals.format) require_format(command, *globals.format);
  Session session(world, globals, command.purpose, command.takes_any_journal);
  if (command.is_listing) session.page_long_text();
  return command.action(session);
}

}  // namespace

namespace {

Manner manner_of(int argc, const char* const* argv, const World& world,
                 const std::vector<Command>& commands) {
  const std::vector<std::string> arguments = words_of(argc, argv);
  Manner manner;
  manner.language = language_of(world, value_of(arguments, "--lang"));
  manner.json = value_of(arguments, "--format") == "json";
  Globals globals;
  const auto named = named_command(arguments, commands, global_options(globals));
  manner.is_check = named && commands[*named].name == "check";
  return manner;
}

}  // namespace

Exit run(int argc, const char* const* argv, const World& world) {
  if (argc > 1 && argv[1] == kCompleteWord) return complete(argc, argv, world);
  const std::vector<Command> commands = commands_among(words_of(argc, argv));
  const Manner manner = manner_of(argc, argv, world, commands);
  try {
    return run_checked(argc, argv, world, manner, commands);
  } catch (const Error& error) {
    return report(world, manner, error.exit(), error.problem());
  } catch (const std::exception& error) {
    return report(world, manner, Exit::failure,
                  {say<messages::bug>(visible(error.what())), {}, say<messages::bug_hint>()});
  }
}

Exit report_lost_output(int argc, const char* const* argv, const World& world,
                        const std::string& why) {
  const Manner manner = manner_of(argc, argv, world, commands_among(words_of(argc, argv)));
  const Exit exit = manner.is_check ? kUnknown : Exit::failure;
  print_error(world, manner, exit,
              {say<messages::output_lost>(why), {}, say<messages::output_lost_hint>()});
  return exit;
}

}  // namespace opsctl::cli
