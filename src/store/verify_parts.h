// The parts of verify_journal(): what they share, and one function for each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/messages/store.h"
#include "model/audit.h"
#include "store/chain.h"
#include "store/verify.h"

namespace opsctl {

/// Content that SQLite cannot make sense of, as against a file that it cannot get at.
bool is_damage(const SQLite::Exception& exception);

/// Counts and collects, by check.
class Findings {
 public:
  explicit Findings(std::size_t most) : most_(most) {}

  /// The check is made, even where there is nothing to look at.
  void look(Check check, std::int64_t count = 1) { of(check).looked_at += count; }
  void blame(Check check, Message what);
  /// One more thing looked at, and what is wrong where it is not right. Answers `is_right`.
  bool look(Check check, bool is_right, const Message& otherwise);

  std::vector<CheckResult> take();

 private:
  CheckResult& of(Check check);

  std::size_t most_;
  std::map<Check, CheckResult> results_;
};

struct Verification {
  SQLite::Database& db;
  const VerifyOptions& options;
  Findings& findings;
  Audit audit = {};
  std::string uuid = {};
  std::optional<Anchor> head = {};
  std::int64_t unchecked_signatures = 0;

  /// Does `work`; where SQLite stumbles over damage that is a finding of `check`.
  template <class Work>
  void attempt(Check check, Work&& work) {
    try {
      std::forward<Work>(work)();
    } catch (const SQLite::Exception& e) {
      if (!is_damage(e)) throw;
      findings.blame(check, say<messages::verify_sqlite>(e.getErrorStr()));
    }
  }
};

/// Everything that the options ask for.
void check_all(Verification& verification);

/// Chain, form, times, index, references to blobs, anchors, and Audit::follow(), in one pass.
void check_records(Verification& verification);

/// Each run by itself: its row, and Audit::judge().
void check_runs(Verification& verification);

/// All derived tables, made again in a database of its own.
void check_derived(Verification& verification);

}  // namespace opsctl
