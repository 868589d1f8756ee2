// Values from the journal, and items: they depend on what stands on the line already.
#pragma once

#include <optional>
#include <string>

#include "cli/candidates.h"
#include "cli/lookup.h"

namespace opsctl::cli {

/// Throws Error where what is needed cannot be read. Only reads; the journal is opened once.
class Source {
 public:
  Source(Session& session, const Spot& spot);

  Candidates items();
  /// On which somebody has still to act, and that fit.
  Candidates runs(const InQuestion& fits);
  /// Of the newest, or of all whose id begins as was typed.
  Candidates latest_runs(const InQuestion& fits);
  Candidates any_runs();
  Candidates to_be_signed();
  Candidates steps();
  Candidates choices();
  Candidates fields();
  Candidates occurrences();
  Candidates requests();
  Candidates run_and(Candidates (Source::*what)());

 private:
  Candidates offered(const RunFilter& filter, const InQuestion& fits);
  const Catalog* catalog();
  std::string title_of(const std::string& item);
  std::optional<std::string> run_typed() const;
  std::optional<Run> run_of_line();
  const Runbook* item_of_line();

  Session& session_;
  const Spot& spot_;
  std::optional<Journal> journal_;
  std::optional<const Catalog*> catalog_;
};

}  // namespace opsctl::cli
