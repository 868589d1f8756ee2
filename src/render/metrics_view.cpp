#include "render/metrics_view.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "render/words.h"

namespace opsctl::render {
namespace {

/// In a label's value `\`, `"` and the end of a line are written with a backslash.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

using Label = std::pair<std::string_view, std::string_view>;

class Exposition {
 public:
  void gauge(std::string_view name, std::string_view help) { family(name, "gauge", help); }
  void counter(std::string_view name, std::string_view help) { family(name, "counter", help); }

  void sample(std::int64_t value, std::initializer_list<Label> labels = {}) {
    std::string inside;
    for (const auto& [label, text] : labels)
      inside += fmt::format("{}{}=\"{}\"", inside.empty() ? "" : ",", label, escaped(text));
    out_ += inside.empty() ? fmt::format("{} {}\n", name_, value)
                           : fmt::format("{}{{{}}} {}\n", name_, inside, value);
  }

  std::string text() const { return out_; }

 private:
  void family(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    out_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
  }

  std::string out_;
  std::string name_;
};

constexpr std::array<ItemState, 7> kItemStates = {
    ItemState::not_scheduled, ItemState::upcoming, ItemState::due,    ItemState::late,
    ItemState::overdue,       ItemState::done,     ItemState::covered};

constexpr std::array<RunState, 7> kRunStates = {RunState::open,
                                                RunState::returned,
                                                RunState::awaiting_supervisor,
                                                RunState::awaiting_approval,
                                                RunState::approved,
                                                RunState::rejected,
                                                RunState::aborted};

constexpr std::array<Staleness, 3> kStaleness = {
    Staleness::unaccepted_emergency, Staleness::open_too_long, Staleness::unsigned_too_long};

std::int64_t unix_time(Instant instant) { return instant.time_since_epoch().count(); }

/// All states of each cycle, zeros too: a value that comes and goes cannot be compared with before.
void add_items(Exposition& out, const std::vector<DueRow>& rows) {
  out.gauge("opsctl_items", "Work items by cycle and state.");
  for (const auto& group : grouped_by_cycle(rows)) {
    const std::string cycle = to_text(group.front()->book.cycle());
    for (const ItemState state : kItemStates) {
      const auto count = std::ranges::count_if(
          group, [&](const DueRow* row) { return row->standing.state == state; });
      out.sample(count, {{"cycle", cycle}, {"state", name_of(state)}});
    }
  }
}

/// Since when it is overdue; a watch, since when nobody keeps it.
std::optional<Instant> overdue_since(const Standing& standing) {
  if (standing.state != ItemState::overdue) return std::nullopt;
  return standing.uncovered_since ? standing.uncovered_since : standing.overdue_at;
}

void add_overdue(Exposition& out, const std::vector<DueRow>& rows, Instant at) {
  std::int64_t longest = 0;
  std::int64_t missed = 0;
  out.gauge("opsctl_item_overdue_seconds", "For how long an item has been overdue.");
  for (const DueRow& row : rows) {
    missed += row.standing.missed;
    const auto since = overdue_since(row.standing);
    if (!since) continue;
    const std::int64_t seconds = (at - *since).count();
    longest = std::max(longest, seconds);
    out.sample(seconds, {{"item", row.book.id}, {"title", row.book.title}});
  }
  out.gauge("opsctl_overdue_longest_seconds",
            "For how long the item has been overdue that is so longest; 0 without any.");
  out.sample(longest);
  out.gauge("opsctl_occurrences_missed", "Occurrences that can no longer be paid.");
  out.sample(missed);
}

void add_requests(Exposition& out, const std::vector<DueRow>& rows) {
  std::int64_t open = 0;
  for (const DueRow& row : rows) open += std::ssize(row.standing.requests);
  out.gauge("opsctl_requests_open", "Requests that are neither withdrawn nor served.");
  out.sample(open);
}

void add_journal(Exposition& out, const JournalFigures& journal, const MetricsReport& report) {
  const auto count = [](const auto& counts, auto key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
  };
  out.gauge("opsctl_runs", "Runs by state.");
  for (const RunState state : kRunStates)
    out.sample(count(journal.runs, state), {{"state", name_of(state)}});
  if (report.catalog != nullptr) {
    out.gauge("opsctl_runs_stale",
              "Runs that wait longer than the runbooks allow, by what they wait for.");
    for (const Staleness problem : kStaleness)
      out.sample(count(journal.stale, problem), {{"problem", name_of(problem)}});
  }
  out.counter("opsctl_journal_records_total", "Records in the journal.");
  out.sample(journal.records);
  out.gauge("opsctl_journal_last_record_timestamp_seconds", "When the newest record was made.");
  out.sample(unix_time(journal.last_record));
  out.gauge("opsctl_journal_head_age_seconds",
            "Age of the newest record; below 0 where the clock went back.");
  out.sample((report.at - journal.last_record).count());
}

}  // namespace

std::string metrics(const MetricsReport& report) {
  Exposition out;
  out.gauge("opsctl_build_info", "The opsctl that wrote this.");
  out.sample(1, {{"version", OPSCTL_VERSION}});
  out.gauge("opsctl_metrics_timestamp_seconds", "When this was written.");
  out.sample(unix_time(report.at));
  out.gauge("opsctl_catalogue_valid", "Whether the runbooks have no errors.");
  out.sample(report.catalog != nullptr ? 1 : 0);
  if (report.catalog != nullptr) {
    out.gauge("opsctl_runbooks", "Runbooks in the catalogue.");
    out.sample(std::ssize(report.catalog->runbooks));
  }
  out.gauge("opsctl_journal_readable", "Whether the journal can be read, or there is none yet.");
  out.sample(report.journal_readable ? 1 : 0);
  if (report.journal_readable) {
    out.gauge("opsctl_journal_present", "Whether there is a journal.");
    out.sample(report.journal ? 1 : 0);
  }
  if (report.rows) {
    add_items(out, *report.rows);
    add_overdue(out, *report.rows, report.at);
    add_requests(out, *report.rows);
  }
  if (report.journal) add_journal(out, *report.journal, report);
  return out.text();
}

}  // namespace opsctl::render
