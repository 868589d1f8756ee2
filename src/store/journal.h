// The journal: the append-only record in one SQLite file (spec records.md). Answers are values:
// nothing keeps the file locked while somebody reads what was printed.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/anchor.h"
#include "model/due.h"
#include "model/event.h"
#include "model/run.h"
#include "store/chain.h"
#include "store/derived.h"
#include "store/place.h"

namespace opsctl {

class Connection;
class FileLock;
class Transaction;

inline constexpr std::chrono::milliseconds kDefaultWait{30'000};

/// All but what is empty must hold; `from` ≤ recorded_at < `before`.
struct EventFilter {
  std::string run = {};
  std::string item = {};
  std::string kind = {};
  std::string person = {};
  std::string ref = {};
  std::optional<Instant> from = {};
  std::optional<Instant> before = {};
};

/// A part of a listing: at most `limit` events with `after` < seq ≤ `up_to`.
struct Page {
  std::int64_t after = 0;
  std::int64_t up_to = std::numeric_limits<std::int64_t>::max();
  int limit = 500;
};

class Journal {
 public:
  /// A new journal; `birth` is its first event, a JournalCreated with its uuid. It appears whole or
  /// not at all. Throws Error (journal) where anything is at `path` already.
  static Journal create(const std::filesystem::path& path, const Event& birth,
                        std::chrono::milliseconds wait = kDefaultWait);

  /// Never creates a file where there is no journal. Opened for reading, all answers come from one
  /// transaction, so from one moment, that lasts until the Journal is destroyed: load, let go,
  /// then print. `wait`: how long a busy journal is waited for before Error (busy).
  static Journal open(const std::filesystem::path& path, Access access,
                      std::chrono::milliseconds wait = kDefaultWait);

  /// For the first use of the default path: for writing; two who come first at the same time
  /// both get the same journal.
  static Journal open_or_create(const std::filesystem::path& path, const Event& birth,
                                std::chrono::milliseconds wait = kDefaultWait);

  /// Anything at that place, be it a journal or not.
  static bool is_there(const std::filesystem::path& path);

  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&& other) noexcept;
  ~Journal();

  /// Waits its turn. The Journal must stay where it is until the transaction is over.
  Transaction begin();

  const std::filesystem::path& path() const;
  const std::string& uuid() const { return uuid_; }
  Instant created_at() const { return created_at_; }
  Anchor head() const;
  Instant last_recorded_at() const;

  /// Nothing where there is no such run.
  std::optional<Run> run(const std::string& id) const;
  std::optional<RunSummary> summary(const std::string& id) const;
  std::vector<RunSummary> runs(const RunFilter& filter = {}) const;
  std::map<RunState, std::int64_t> run_counts() const;
  /// The id of the run that the last record of a run is about; of one item, or of any.
  std::optional<std::string> last_touched(const std::string& item = {}) const;
  /// "20261122-003": the date's next free number.
  std::string next_run_id(Date date) const;

  /// For the schedule, by item: all facts, or those that were known at `as_of` (facts by when they
  /// were performed, decisions by when they were recorded). `zone` is for certificates whose expiry
  /// was recorded as local time.
  std::map<std::string, ItemHistory> histories(const Zone& zone,
                                               std::optional<Instant> as_of = {}) const;
  /// The same of one item.
  ItemHistory history(const std::string& item, const Zone& zone,
                      std::optional<Instant> as_of = {}) const;

  /// Of the items from `first` to `last`, by name, no more of the past than `from` asks for (see
  /// model/recent.h): executions since then. Of all items open requests and open watches, waivers
  /// and executions that name their occurrence; of a watched item the last few watches that are
  /// over, too. `from` is asked with the last execution that counts, and may want none of the item.
  using FactsFrom =
      std::function<std::optional<Instant>(const std::string& item, Instant last_done)>;
  /// The open watches are among the runs `open`.
  std::map<std::string, ItemHistory> recent_histories(const Zone& zone, const std::string& first,
                                                      const std::string& last,
                                                      const FactsFrom& from,
                                                      std::span<const RunSummary> open) const;

  /// Nothing was recorded after `instant`, as seen by the clocks that recorded.
  bool is_all_before(Instant instant) const;

  /// Neither withdrawn nor closed, in the order in which they were made; of one item, or of all.
  std::vector<Request> open_requests(const std::string& item = {}) const;
  /// Nothing where there is no such request.
  std::optional<Request> request(const std::string& id) const;
  /// "R20261122-003": the date's next free number.
  std::string next_request_id(Date date) const;

  /// In the order of seq. A long listing goes from page to page up to the head it began with.
  std::vector<Event> events(const EventFilter& filter = {}, const Page& page = {}) const;
  /// The last `count` that match, in the order of seq.
  std::vector<Event> last_events(const EventFilter& filter, int count) const;
  /// The number of the `n`th (1: the last) from the end of those that match; 0 where fewer do.
  std::int64_t nth_last(const EventFilter& filter, int n) const;
  /// What a command with this key recorded; empty: it has not been recorded.
  std::vector<Event> events_of_key(const std::string& idempotency_key) const;

  /// As stored, for those who check the chain. Only `after`, `up_to` and `limit` count.
  std::vector<StoredRecord> records(const Page& page) const;

  /// The text put by put_blob(); nothing where it is not here.
  std::optional<std::string> blob(const Hash& hash) const;

 private:
  friend class Transaction;
  explicit Journal(std::unique_ptr<Connection> connection);

  std::unique_ptr<Connection> connection_;
  std::string uuid_;
  Instant created_at_{};
};

/// Takes the write lock at once (BEGIN IMMEDIATE), so what a command reads through its Journal is
/// what it decides on. Rolls back unless commit() is called.
class Transaction {
 public:
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// The event as it was read back, with seq and hash.
  Event append(const Event& event);

  /// Keeps a text for good, once; the answer is its SHA-256.
  Hash put_blob(std::string_view text);

  /// Makes all derived tables again from the events.
  void rebuild_derived();

  /// Returns only when everything is recorded. Otherwise throws Error, whose words say whether
  /// nothing was recorded or that this is unknown. Where the system reported a failure, the Journal
  /// can only be read afterwards, if at all.
  void commit();

 private:
  friend class Journal;
  enum class Fate { recorded, not_recorded, unknown };

  explicit Transaction(Journal& journal);
  void settle_failed_commit(const Error& cause);
  Fate ask_again();

  Journal& journal_;
  std::unique_ptr<FileLock> lock_;  // nothing once the transaction is over
  ChainEnd end_;
  std::string last_key_;
  bool appended_ = false;
};

}  // namespace opsctl
