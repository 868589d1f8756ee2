#include "cli/completion.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/messages/help.h"
#include "base/text.h"
#include "base/width.h"
#include "cli/candidates.h"
#include "cli/command_line.h"
#include "cli/globals.h"

namespace opsctl::cli {
namespace {

struct Query {
  std::optional<int> columns;
  std::vector<std::string> line;
};

Query query_of(int argc, const char* const* argv) {
  Query query;
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--columns" && i + 1 < argc) {
      query.columns = parse_count(argv[++i]);
    } else if (word == "--") {
      query.line.assign(argv + i + 1, argv + argc);
      break;
    }
  }
  return query;
}

std::vector<Candidate> commands_of(Language language) {
  std::vector<Candidate> found;
  for (const Command& command : all_commands())
    found.push_back({command.name, to_text(command.summary, language)});
  return found;
}

/// Those that may still be given.
std::vector<Candidate> options_of(const Spot& spot, const std::vector<Argument>& globals,
                                  Language language) {
  std::vector<Candidate> found;
  const auto add = [&](const Argument& option) {
    const bool many = std::holds_alternative<std::vector<std::string>*>(option.target);
    if (many || !spot.options.contains(option.name))
      found.push_back({option.name, to_text(option.help, language)});
  };
  if (spot.command != nullptr) std::ranges::for_each(spot.command->options, add);
  std::ranges::for_each(globals, add);
  found.push_back({"--help", to_text(say<messages::help_help>(), language)});
  if (spot.command == nullptr)
    found.push_back({"--version", to_text(say<messages::help_version>(), language)});
  return found;
}

/// Only what is needed to find catalogue, journal and person. Errors of the runbooks are printed
/// for people; under json they are not.
Globals globals_for_values(const Spot& spot, Language language) {
  Globals globals;
  globals.runbooks = spot.value_of("--runbooks");
  globals.db = spot.value_of("--db");
  globals.as = spot.value_of("--as");
  globals.format = "json";
  globals.language = language == Language::ja ? "ja" : "en";
  return globals;
}

std::vector<Candidate> values_of(const Spot& spot, const World& world, Language language) {
  try {
    Session session(world, globals_for_values(spot, language), Purpose::overview);
    return candidates(session, spot);
  } catch (const std::exception&) {
    return {};  // no journal, broken runbooks, nobody of the roster: there is nothing to offer
  }
}

void keep_fitting(const std::string& typed, std::vector<Candidate>& found) {
  const std::string folded = fold_id(typed);
  std::erase_if(found, [&](const Candidate& one) {
    const bool fits = one.value.starts_with(typed) || fold_id(one.value).starts_with(folded);
    // What a shell cannot put into its line by one key.
    return !fits || visible(one.value) != one.value;
  });
}

void print_list(const std::vector<Candidate>& found, const std::string& before,
                std::optional<int> columns, std::ostream& out) {
  int widest = 0;
  for (const Candidate& one : found)
    widest = std::max(widest, display_width(before + one.value, 2));
  out << "list\n";
  for (const Candidate& one : found) {
    std::string about = visible(one.about);
    // Beside the value: two spaces and two brackets.
    if (columns) about = cut(about, std::max(*columns - widest - 5, 0), 2);
    out << before << one.value << "\t" << about << "\n";
  }
}

std::vector<Candidate> found_at(const Spot& spot, const std::vector<Argument>& globals,
                                const World& world, Language language) {
  const bool at_option = !spot.options_ended && spot.typed.starts_with("-");
  if (spot.argument != nullptr) {
    std::vector<Candidate> found = values_of(spot, world, language);
    keep_fitting(spot.typed, found);
    const bool is_word = !spot.argument->name.starts_with("-");
    if (!found.empty() || !is_word || !spot.typed.empty() || spot.options_ended) return found;
    return options_of(spot, globals, language);
  }
  std::vector<Candidate> found;
  if (at_option || (spot.command != nullptr && spot.typed.empty() && !spot.options_ended)) {
    found = options_of(spot, globals, language);
  } else if (spot.command == nullptr) {
    found = commands_of(language);
  }
  keep_fitting(spot.typed, found);
  return found;
}

}  // namespace

Exit complete(int argc, const char* const* argv, const World& world) {
  const Query query = query_of(argc, argv);
  const std::vector<Command> commands = commands_among(query.line);
  Globals typed;
  const std::vector<Argument> globals = global_options(typed);
  const Spot spot = spot_of(query.line, commands, globals);
  if (spot.argument != nullptr && spot.argument->kind.values == Values::files) {
    world.out << "files\n";
  } else if (spot.argument != nullptr && spot.argument->kind.values == Values::folders) {
    world.out << "folders\n";
  } else {
    const Language language = language_of(world, spot.value_of("--lang"));
    print_list(found_at(spot, globals, world, language), spot.before, query.columns, world.out);
  }
  return Exit::ok;
}

}  // namespace opsctl::cli
