#include <catch2/catch.hpp>

#include "cli/command_line.h"
#include "cli/globals.h"

using namespace opsctl;
using namespace opsctl::cli;

namespace {

/// The real commands; what is found points into them.
struct Table {
  std::vector<Command> commands = all_commands();
  Globals typed;
  std::vector<Argument> globals = global_options(typed);

  Spot at(const std::vector<std::string>& line) const { return spot_of(line, commands, globals); }
};

/// "start ITEM", "done --value": what is wanted.
std::string wanted(const Spot& spot) {
  return (spot.command != nullptr ? spot.command->name : "?") + " " +
         (spot.argument != nullptr ? spot.argument->name : "?");
}

}  // namespace

TEST_CASE("of all commands those are described that the words may mean, and the first",
          "[completion]") {
  const auto names = [](const std::vector<Command>& commands) {
    std::vector<std::string> found;
    for (const Command& command : commands) found.push_back(command.name);
    return found;
  };
  const std::vector<std::string> all = names(all_commands());
  CHECK(all == command_names());
  CHECK(all.size() > 40);
  CHECK(all.front() == "status");
  CHECK(names(commands_among({})) == std::vector<std::string>{"status"});
  CHECK(names(commands_among({"--as", "done", "check", "nothing", "done"})) ==
        std::vector<std::string>{"status", "done", "check"});
  CHECK(names(commands_among({"status"})) == std::vector<std::string>{"status"});
}

TEST_CASE("a line that is still being typed: what stands at the cursor", "[completion]") {
  const Table table;
  CHECK(wanted(table.at({""})) == "? ?");
  CHECK(wanted(table.at({"sta"})) == "? ?");
  CHECK(wanted(table.at({"start", ""})) == "start ITEM");
  CHECK(wanted(table.at({"start", "49", ""})) == "start ?");
  CHECK(wanted(table.at({"start", "--sup"})) == "start ?");
  CHECK(wanted(table.at({"start", "--supervisor", ""})) == "start --supervisor");
  CHECK(wanted(table.at({"start", "--supervisor", "supervisor1", ""})) == "start ITEM");
  CHECK(wanted(table.at({"start", "--emergency", ""})) == "start ITEM");
  CHECK(wanted(table.at({"--as", "operator1", "start", ""})) == "start ITEM");
  CHECK(wanted(table.at({"start", "--as", ""})) == "start --as");
  CHECK(wanted(table.at({"-q", "start", "-q", ""})) == "start ITEM");
  CHECK(wanted(table.at({"due", ""})) == "due ?");
  CHECK(wanted(table.at({"raci", "1", "2", ""})) == "raci ITEM");
}

TEST_CASE("a value may stand in the word of its option", "[completion]") {
  const Table table;
  const Spot spot = table.at({"due", "--format=c"});
  CHECK(wanted(spot) == "due --format");
  CHECK(spot.before == "--format=");
  CHECK(spot.typed == "c");
  CHECK(table.at({"due", "--format=csv", "--cycle", "1"}).value_of("--format") == "csv");
  CHECK(wanted(table.at({"due", "--overdue=c"})) == "due ?");
  CHECK(wanted(table.at({"due", "--nosuch=c"})) == "due ?");
}

TEST_CASE("behind -- a line that is being typed has no options", "[completion]") {
  const Table table;
  const Spot spot = table.at({"show", "--", "-0"});
  CHECK(wanted(spot) == "show ITEM|RUN");
  CHECK(spot.options_ended);
  CHECK(table.at({"note", "--", "--as", ""}).words == std::vector<std::string>{"--as"});
}

TEST_CASE("the name of a command among its words is a word", "[completion]") {
  const Table table;
  const Spot spot = table.at({"note", "13", "start", ""});
  CHECK(spot.command->name == "note");
  CHECK(spot.words == std::vector<std::string>{"13", "start"});
}

TEST_CASE("what a word names decides what is offered for it", "[completion]") {
  CHECK(Kind("ITEM").values == Values::items);
  CHECK(Kind("ja|en").values == Values::alternatives);
  CHECK(Kind("TEXT").values == Values::nothing);
  CHECK(Kind("").values == Values::nothing);
  CHECK(Kind("KEY", Values::occurrences).values == Values::occurrences);
}
