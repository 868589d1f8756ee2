#include "cli/help.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/messages/help.h"
#include "base/text.h"
#include "base/width.h"

namespace opsctl::cli {
namespace {

// Help is read on any terminal and in any pipe: a fixed width keeps it the same everywhere.
constexpr int kWidth = 80;
constexpr int kAmbiguous = 2;
constexpr int kMaxTermWidth = 26;

struct Entry {
  std::string term;
  std::string text;
};

std::string term_of(const Argument& option) {
  const std::string name = name_in_help(option);
  return option.kind.shown.empty() || !name.starts_with("-") ? name
                                                             : name + " " + option.kind.shown;
}

std::vector<Entry> entries_of(const std::vector<Argument>& arguments, Language language) {
  std::vector<Entry> entries;
  for (const Argument& argument : arguments) {
    entries.push_back({term_of(argument), to_text(argument.help, language)});
  }
  return entries;
}

/// Terms in one column, their texts wrapped in the next; a long term has a line of its own.
std::string render(const Message& heading, const std::vector<Entry>& entries, Language language) {
  if (entries.empty()) return "";
  int term_width = 0;
  for (const Entry& entry : entries) {
    term_width =
        std::max(term_width, std::min(display_width(entry.term, kAmbiguous), kMaxTermWidth));
  }
  const int indent = term_width + 4;
  std::string out = fmt::format("\n{}\n", to_text(heading, language));
  for (const Entry& entry : entries) {
    bool first = display_width(entry.term, kAmbiguous) <= term_width;
    if (!first) out += fmt::format("  {}\n", entry.term);
    for (const std::string& line : wrap(entry.text, kWidth - indent, kAmbiguous)) {
      const std::string term = first ? entry.term : "";
      out += fmt::format("  {}  {}\n", pad(term, term_width, kAmbiguous), line);
      first = false;
    }
  }
  return out;
}

std::string render_examples(const std::vector<std::string>& examples, Language language) {
  if (examples.empty()) return "";
  std::string out = fmt::format("\n{}\n", to_text(say<messages::help_examples>(), language));
  for (const std::string& example : examples) out += fmt::format("  {}\n", example);
  return out;
}

}  // namespace

std::string name_in_help(const Argument& argument) {
  const std::string_view letter = letter_of(argument.name);
  return letter.empty() ? argument.name : std::string(letter) + ", " + argument.name;
}

std::string usage_of(const Command& command) {
  std::string out = "opsctl " + command.name;
  for (const Argument& word : command.words) {
    const bool many = std::holds_alternative<std::vector<std::string>*>(word.target);
    // "[RUN] STEP" says itself how many words it stands for.
    const std::string shown = many && !word.name.starts_with("[") ? word.name + "…" : word.name;
    out += word.required ? " " + shown : " [" + shown + "]";
  }
  for (const Argument& option : command.options) {
    if (option.required) out += fmt::format(" {} {}", option.name, option.kind.shown);
  }
  return out;
}

std::string help_of(const Command& command, Language language) {
  const auto text = [&](const Message& message) { return to_text(message, language); };
  std::string out = fmt::format("{} {}\n\n", text(say<messages::help_usage>()),
                                usage_of(command) + " " + text(say<messages::help_options_word>()));
  for (const std::string& line : wrap(text(command.summary), kWidth, kAmbiguous))
    out += line + "\n";
  out += render(say<messages::help_arguments>(), entries_of(command.words, language), language);
  std::vector<Entry> options = entries_of(command.options, language);
  options.push_back(
      {"--format " + join(names_of(command.formats), "|"), text(say<messages::help_format>())});
  out += render(say<messages::help_options>(), options, language);
  out += render_examples(command.examples, language);
  return out + "\n" + text(say<messages::help_see_globals>()) + "\n";
}

std::string help_of_program(const std::vector<Command>& commands,
                            const std::vector<Argument>& globals, Language language) {
  const auto text = [&](const Message& message) { return to_text(message, language); };
  std::vector<Entry> entries;
  for (const Command& command : commands) {
    entries.push_back({command.name, text(command.summary)});
  }
  std::vector<Entry> options = entries_of(globals, language);
  options.push_back({"-h, --help", text(say<messages::help_help>())});
  options.push_back({"--version", text(say<messages::help_version>())});
  return fmt::format("{} opsctl [{}] {}\n\n{}\n", text(say<messages::help_usage>()),
                     text(say<messages::help_command_word>()),
                     text(say<messages::help_options_word>()),
                     text(say<messages::help_program>())) +
         render(say<messages::help_commands>(), entries, language) +
         render(say<messages::help_options>(), options, language) +
         render_examples({"opsctl", "opsctl due", "opsctl start 49 --supervisor supervisor1",
                          "opsctl done 49 --all-ok"},
                         language);
}

}  // namespace opsctl::cli
