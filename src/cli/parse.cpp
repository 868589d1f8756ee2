#include "cli/parse.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/messages/base.h"
#include "base/messages/cli.h"
#include "base/text.h"

namespace opsctl::cli {
namespace {

void declare(CLI::App& app, const Argument& argument) {
  const std::string_view letter = letter_of(argument.name);
  const std::string names =
      letter.empty() ? argument.name : std::string(letter) + "," + argument.name;
  if (auto* const* flag = std::get_if<bool*>(&argument.target)) {
    app.add_flag(names, **flag);
  } else if (auto* const* one = std::get_if<std::optional<std::string>*>(&argument.target)) {
    app.add_option(names, **one);
  } else {
    auto* option = app.add_option(names, *std::get<std::vector<std::string>*>(argument.target));
    // A list option takes one value each time, or it would swallow the words behind it.
    if (argument.name.starts_with("--")) option->allow_extra_args(false);
  }
}

bool is_empty(const Argument& argument) {
  if (auto* const* one = std::get_if<std::optional<std::string>*>(&argument.target)) return !**one;
  auto* const* many = std::get_if<std::vector<std::string>*>(&argument.target);
  return many != nullptr && (*many)->empty();
}

bool has_blank(const Argument& argument) {
  if (auto* const* one = std::get_if<std::optional<std::string>*>(&argument.target))
    return **one && is_blank(***one);
  auto* const* many = std::get_if<std::vector<std::string>*>(&argument.target);
  return many != nullptr && std::ranges::any_of(**many, is_blank);
}

bool takes_value(const std::vector<Argument>& options, std::string_view name) {
  const auto option =
      std::ranges::find_if(options, [&](const Argument& one) { return is_named(one, name); });
  return option != options.end() && !std::holds_alternative<bool*>(option->target);
}

/// The first word of `text` that looks like an option or a word of the usage: CLI11 says the name
/// in its messages only.
std::string subject_of(std::string_view text) {
  for (std::string word : split(text, ' ')) {
    while (!word.empty() && (word.back() == ':' || word.back() == ',')) word.pop_back();
    if (word.starts_with("-")) return word;
  }
  return split(text, ' ').front();
}

[[noreturn]] void refuse_extra(const std::string& extra, const std::vector<Command>& commands,
                               const std::vector<Argument>& globals,
                               std::optional<std::size_t> chosen) {
  if (!chosen && !extra.starts_with("-")) {
    const auto near = nearest(extra, command_names());
    throw Error(Exit::usage, say<messages::unknown_command>(visible(extra)),
                near ? say<messages::did_you_mean>(*near) : say<messages::see_help>());
  }
  const std::string help =
      chosen ? "opsctl " + commands[*chosen].name + " --help" : "opsctl --help";
  if (!extra.starts_with("-")) {
    throw Error(Exit::usage, say<messages::unexpected_argument>(visible(extra)),
                say<messages::see_help_of>(help));
  }
  std::vector<std::string> names;
  for (const Argument& option : globals) names.push_back(option.name);
  if (chosen) {
    for (const Argument& option : commands[*chosen].options) names.push_back(option.name);
  }
  const std::string name = extra.substr(0, extra.find('='));
  if (std::ranges::count(names, name) > 0) {
    throw Error(Exit::usage, say<messages::option_after_end>(visible(name)),
                say<messages::option_after_end_hint>());
  }
  const auto near = nearest(name, names);
  throw Error(Exit::usage, say<messages::unknown_option>(visible(name)),
              near ? say<messages::did_you_mean>(*near) : say<messages::see_help_of>(help));
}

[[noreturn]] void translate(const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string subject = visible(subject_of(text));
  if (text.find("missing") != std::string::npos) {
    throw Error(Exit::usage, say<messages::option_without_value>(subject));
  }
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
    throw Error(Exit::usage, say<messages::option_repeated>(subject));
  }
  throw Error(Exit::usage, say<messages::bad_command_line>(visible(text)));
}

/// "--note=" is refused: CLI11 would take the next word for the value.
void refuse_empty_values(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") return;
    if (argument.starts_with("--") && argument.ends_with("=") &&
        argument.find('=') == argument.size() - 1) {
      throw Error(Exit::usage, say<messages::option_without_value>(
                                   visible(argument.substr(0, argument.size() - 1))));
    }
  }
}

/// "--confirm --as approver1": CLI11 would take the option for the value. A value that begins so
/// is written "--note=--x".
void refuse_swallowed_options(int argc, const char* const* argv,
                              const std::vector<Argument>& options) {
  for (int i = 1; i + 1 < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") return;
    const std::string_view next = argv[i + 1];
    if (takes_value(options, argument) && (next.starts_with("--") || next == "-q"))
      throw Error(Exit::usage, say<messages::option_without_value>(std::string(argument)));
  }
}

/// What stands behind "--": the command's words, in their order. CLI11 would not give them to a
/// command after a global option.
void take_words(const std::vector<std::string>& words, const std::vector<Command>& commands,
                const std::vector<Argument>& globals, std::size_t chosen) {
  for (const std::string& word : words) {
    const auto takes = [&](const Argument& argument) {
      if (auto* const* one = std::get_if<std::optional<std::string>*>(&argument.target)) {
        if (**one) return false;
        **one = word;
        return true;
      }
      std::get<std::vector<std::string>*>(argument.target)->push_back(word);
      return true;
    };
    if (std::ranges::none_of(commands[chosen].words, takes))
      refuse_extra(word, commands, globals, chosen);
  }
}

void check_complete(const Command& command, const std::vector<Argument>& globals) {
  for (const auto* arguments : {&command.words, &command.options, &globals}) {
    for (const Argument& argument : *arguments) {
      if (has_blank(argument)) {
        throw Error(Exit::usage, say<messages::option_without_value>(argument.name));
      }
    }
  }
  for (const auto* arguments : {&command.words, &command.options}) {
    for (const Argument& argument : *arguments) {
      if (!argument.required || !is_empty(argument)) continue;
      throw Error(Exit::usage, say<messages::argument_missing>(argument.name),
                  say<messages::see_help_of>("opsctl " + command.name + " --help"));
    }
  }
}

}  // namespace

std::optional<std::size_t> parse(int argc, const char* const* argv,
                                 const std::vector<Command>& commands,
                                 const std::vector<Argument>& globals) {
  refuse_empty_values(argc, argv);
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  std::vector<Argument> options = globals;
  if (const auto named = named_command(words, commands, globals))
    options.insert(options.end(), commands[*named].options.begin(), commands[*named].options.end());
  refuse_swallowed_options(argc, argv, options);
  const auto end = std::ranges::find(words, "--");
  const bool words_behind =
      end != words.end() && named_command({words.begin(), end}, commands, globals);
  CLI::App app{"", "opsctl"};
  app.set_help_flag();
  app.require_subcommand(0, 1);
  app.fallthrough();
  for (const Argument& option : globals) declare(app, option);
  // Only those that are named: to declare them all would be most of what a short command does.
  std::vector<std::pair<std::size_t, const CLI::App*>> parsers;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Command& command = commands[i];
    if (std::ranges::find(words, command.name) == words.end()) continue;
    CLI::App* parser = app.add_subcommand(command.name);
    parser->set_help_flag();
    parser->fallthrough();
    for (const Argument& word : command.words) declare(*parser, word);
    for (const Argument& option : command.options) declare(*parser, option);
    parsers.emplace_back(i, parser);
  }
  const auto chosen_index = [&]() -> std::optional<std::size_t> {
    const auto found =
        std::ranges::find_if(parsers, [](const auto& one) { return one.second->parsed(); });
    return found == parsers.end() ? std::nullopt : std::optional(found->first);
  };
  try {
    app.parse(words_behind ? static_cast<int>(end - words.begin()) + 1 : argc, argv);
  } catch (const CLI::ExtrasError&) {
    const std::vector<std::string> extras = app.remaining(true);
    refuse_extra(extras.empty() ? "" : extras.front(), commands, globals, chosen_index());
  } catch (const CLI::ParseError& error) {
    translate(error);
  }
  const auto chosen = chosen_index();
  if (chosen && words_behind) take_words({end + 1, words.end()}, commands, globals, *chosen);
  if (chosen) check_complete(commands[*chosen], globals);
  return chosen;
}

std::optional<std::size_t> named_command(const std::vector<std::string>& arguments,
                                         const std::vector<Command>& commands,
                                         const std::vector<Argument>& globals) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (takes_value(globals, arguments[i])) {
      ++i;
      continue;
    }
    const auto found = std::ranges::find(commands, arguments[i], &Command::name);
    if (found != commands.end()) return static_cast<std::size_t>(found - commands.begin());
  }
  return std::nullopt;
}

}  // namespace opsctl::cli
