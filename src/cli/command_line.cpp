#include "cli/command_line.h"

#include <algorithm>

namespace opsctl::cli {
namespace {

bool is_many(const Argument& argument) {
  return std::holds_alternative<std::vector<std::string>*>(argument.target);
}

bool takes_value(const Argument& option) { return !std::holds_alternative<bool*>(option.target); }

/// "-q", "-h": not "-003", which is the end of a run's id.
bool is_letter(const std::string& word) {
  return word.size() == 2 && word[0] == '-' && word[1] >= 'a' && word[1] <= 'z';
}

const Argument* find_option(const std::string& name, const Command* command,
                            const std::vector<Argument>& globals) {
  const auto named = [&](const Argument& one) { return is_named(one, name); };
  if (command != nullptr) {
    const auto own = std::ranges::find_if(command->options, named);
    if (own != command->options.end()) return &*own;
  }
  const auto global = std::ranges::find_if(globals, named);
  return global == globals.end() ? nullptr : &*global;
}

/// The word that comes next, where the command takes another one.
const Argument* next_word(const Spot& spot) {
  if (spot.command == nullptr || spot.command->words.empty()) return nullptr;
  const std::vector<Argument>& words = spot.command->words;
  if (spot.words.size() < words.size()) return &words[spot.words.size()];
  return is_many(words.back()) ? &words.back() : nullptr;
}

/// Reads the words that are complete.
class Reader {
 public:
  Reader(const std::vector<Command>& commands, const std::vector<Argument>& globals)
      : commands_(commands), globals_(globals) {}

  void read(const std::string& word) {
    if (awaiting_ != nullptr) {
      spot.options[awaiting_->name].push_back(word);
      awaiting_ = nullptr;
    } else if (!spot.options_ended && word == "--") {
      spot.options_ended = true;
    } else if (!spot.options_ended && (word.starts_with("--") || is_letter(word))) {
      read_option(word);
    } else if (spot.command == nullptr) {
      const auto named = std::ranges::find(commands_, word, &Command::name);
      if (named != commands_.end()) spot.command = &*named;
    } else {
      spot.words.push_back(word);
    }
  }

  /// The word of the cursor.
  Spot finish(const std::string& word) {
    spot.typed = word;
    if (awaiting_ != nullptr) {
      spot.argument = awaiting_;
    } else if (spot.options_ended || !word.starts_with("-")) {
      spot.argument = next_word(spot);
    } else if (const auto equals = word.find('='); equals != std::string::npos) {
      const Argument* option = find_option(word.substr(0, equals), spot.command, globals_);
      if (option == nullptr || !takes_value(*option)) return spot;
      spot.argument = option;
      spot.before = word.substr(0, equals + 1);
      spot.typed = word.substr(equals + 1);
    }
    return spot;
  }

 private:
  void read_option(const std::string& word) {
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Argument* option = find_option(name, spot.command, globals_);
    std::vector<std::string>& values = spot.options[option == nullptr ? name : option->name];
    if (equals != std::string::npos) return values.push_back(word.substr(equals + 1));
    if (option != nullptr && takes_value(*option)) awaiting_ = option;
  }

  const std::vector<Command>& commands_;
  const std::vector<Argument>& globals_;
  const Argument* awaiting_ = nullptr;  // the option whose value comes next
  Spot spot;
};

}  // namespace

std::optional<std::string> Spot::value_of(const std::string& option) const {
  const auto found = options.find(option);
  if (found == options.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

Spot spot_of(const std::vector<std::string>& line, const std::vector<Command>& commands,
             const std::vector<Argument>& globals) {
  Reader reader(commands, globals);
  for (std::size_t i = 0; i + 1 < line.size(); ++i) reader.read(line[i]);
  return reader.finish(line.empty() ? "" : line.back());
}

}  // namespace opsctl::cli
