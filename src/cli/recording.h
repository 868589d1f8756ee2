// How commands write: one transaction around what is read, decided and recorded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "model/workflow.h"

namespace opsctl::cli {

/// Who acts, for the rules. `party` is --party, `at` when the act takes place: now, but for late
/// entries.
Acting acting(Session& session, const std::optional<std::string>& party = {},
              const std::optional<Instant>& at = {});

/// Turns a Refusal into Error(Exit::refused): the only place that does.
Accepted accepted(Verdict verdict);

/// An open write transaction. Rolls back unless commit() is called.
class Recording {
 public:
  /// Opens the journal (created on first use of the default path) and takes the write lock. `key`
  /// is --idempotency-key.
  Recording(Session& session, const std::optional<std::string>& key);

  Journal& journal() { return journal_; }
  Instant now() const { return now_; }

  /// What a command with this key has recorded already; empty: it is new.
  const std::vector<Event>& earlier() const { return earlier_; }

  /// Begins a run: keeps the text of its runbook. The record as it was written, with seq and hash.
  Event append_start(const std::string& run, const Runbook& book, const Accepted& accepted);
  /// Adds to a run.
  Event append(const Run& run, const Accepted& accepted);
  /// Adds what is about an item and no run of it.
  Event append(const Runbook& book, const Accepted& accepted);
  /// Keeps a content for good, with the transaction.
  void keep(std::string_view content) { transaction_.put_blob(content); }
  void commit() { transaction_.commit(); }

 private:
  Event append(const std::string& run, const std::string& item, const Hash& runbook,
               const Accepted& accepted);
  /// A roster that the journal has not seen last is recorded before the act that is judged by it.
  void record_roster(const Actor& actor);
  Event stamped(const Actor& actor, EventBody body) const;

  Session& session_;
  Journal journal_;
  Transaction transaction_;
  Instant now_;  // asked inside the transaction, so that records are in the order of their times
  std::string key_;
  std::vector<Event> earlier_;
};

/// "recorded as 12 (a1b2c3d4)"; printed only after commit().
std::string acknowledgement(const Session& session, const Event& event);

/// The first event of a journal, made by whoever creates it.
Event birth_of_journal(Session& session);

}  // namespace opsctl::cli
