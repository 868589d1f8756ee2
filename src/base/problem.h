// Bad news: the one exception (Error), the value for "the rules say no" (Refusal), and the numbers
// with which the process ends.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"

namespace opsctl {

/// How the process ends (spec product.md, "Exit codes"). Scripts depend on these numbers.
enum class Exit : int {
  ok = 0,
  failure = 1,       // the machine said no, or the answer is no
  usage = 2,         // the command line makes no sense
  not_found = 3,     // no such item, run, person
  refused = 4,       // the rules said no
  invalid = 5,       // the catalogue has errors
  journal = 6,       // the journal cannot be used
  busy = 75,         // the journal is busy; try again
  interrupted = 130  // the user broke off
};

/// What is so, what belongs to it (a line each), and what to do about it.
struct Problem {
  Message what;
  std::vector<Message> details = {};
  std::optional<Message> hint = std::nullopt;

  friend bool operator==(const Problem&, const Problem&) = default;
};

/// The rules say no: an ordinary answer, so a value and not an exception.
struct Refusal : Problem {};

/// We cannot go on. cli::run prints it once and ends with `exit()`.
class Error : public std::exception {
 public:
  Error(Exit exit, Problem problem)
      : exit_(exit), problem_(std::move(problem)), what_(to_text(problem_.what, Language::en)) {}
  Error(Exit exit, Message message) : Error(exit, Problem{std::move(message), {}, {}}) {}
  Error(Exit exit, Message message, Message hint)
      : Error(exit, Problem{std::move(message), {}, std::move(hint)}) {}

  Exit exit() const { return exit_; }
  const Problem& problem() const { return problem_; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  Exit exit_;
  Problem problem_;
  std::string what_;
};

}  // namespace opsctl
