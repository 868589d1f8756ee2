#include <catch2/catch.hpp>

#include "base/text.h"
#include "render/metrics_view.h"
#include "render_fixture.h"

using namespace opsctl;
using namespace opsctl::render;

namespace {

std::vector<std::string> lines_with(const std::string& text, const std::string& part) {
  std::vector<std::string> lines = split(text, '\n');
  std::erase_if(lines, [&](const std::string& line) {
    return line.starts_with("#") || line.find(part) == std::string::npos;
  });
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("figures: items by cycle and state, and how long they are overdue", "[metrics]") {
  Catalog catalog = sample_catalog();
  catalog.runbooks[2].title = "a\"b\\c\nd";
  MetricsReport report{.at = at("2026-11-22 00:00"), .catalog = &catalog};
  report.rows.emplace();
  report.rows->push_back({catalog.runbooks[1], no_baseline_standing()});
  report.rows->push_back({catalog.runbooks[2], overdue_standing()});
  const std::string text = metrics(report);
  CHECK(lines_with(text, "opsctl_items{cycle=\"1/D\"") ==
        Lines{"opsctl_items{cycle=\"1/D\",state=\"not-scheduled\"} 0",
              "opsctl_items{cycle=\"1/D\",state=\"upcoming\"} 0",
              "opsctl_items{cycle=\"1/D\",state=\"due\"} 0",
              "opsctl_items{cycle=\"1/D\",state=\"late\"} 0",
              "opsctl_items{cycle=\"1/D\",state=\"overdue\"} 1",
              "opsctl_items{cycle=\"1/D\",state=\"done\"} 0",
              "opsctl_items{cycle=\"1/D\",state=\"covered\"} 0"});
  CHECK(lines_with(text, "overdue_") ==
        Lines{R"(opsctl_item_overdue_seconds{item="inc-49",title="a\"b\\c\nd"} 86400)",
              "opsctl_overdue_longest_seconds 86400"});
  CHECK(lines_with(text, "missed") == Lines{"opsctl_occurrences_missed 1"});
  CHECK(lines_with(text, "_valid") == Lines{"opsctl_catalogue_valid 1"});
  CHECK(lines_with(text, "journal_present") == Lines{"opsctl_journal_present 0"});
}

TEST_CASE("figures: a watch that nobody keeps is overdue since nobody keeps it", "[metrics]") {
  const Catalog catalog = sample_catalog();
  Standing standing;
  standing.mode = Mode::continuous;
  standing.state = ItemState::overdue;
  standing.uncovered_since = at("2026-11-22 08:00");
  MetricsReport report{.at = at("2026-11-22 09:00"), .catalog = &catalog};
  report.rows.emplace();
  report.rows->push_back({catalog.runbooks[0], standing});
  CHECK(lines_with(metrics(report), "longest") == Lines{"opsctl_overdue_longest_seconds 3600"});
}

TEST_CASE("figures: runs, and the head of the journal", "[metrics]") {
  const Catalog catalog = sample_catalog();
  MetricsReport report{.at = at("2026-11-22 09:00"), .catalog = &catalog};
  report.journal = JournalFigures{.records = 1204, .last_record = at("2026-11-22 08:59")};
  report.journal->runs[RunState::open] = 2;
  report.journal->stale[Staleness::open_too_long] = 1;
  const std::string text = metrics(report);
  CHECK(lines_with(text, "opsctl_runs{state=\"open\"}") == Lines{"opsctl_runs{state=\"open\"} 2"});
  CHECK(lines_with(text, "opsctl_runs{").size() == 7);
  CHECK(lines_with(text, "opsctl_runs_stale{").size() == 3);
  CHECK(lines_with(text, "records_total") == Lines{"opsctl_journal_records_total 1204"});
  CHECK(lines_with(text, "head_age") == Lines{"opsctl_journal_head_age_seconds 60"});
  CHECK(lines_with(text, "present") == Lines{"opsctl_journal_present 1"});
}

TEST_CASE("figures: what is not known has none", "[metrics]") {
  MetricsReport report{.at = at("2026-11-22 09:00"), .journal_readable = false};
  const std::string text = metrics(report);
  CHECK(lines_with(text, "_valid") == Lines{"opsctl_catalogue_valid 0"});
  CHECK(lines_with(text, "readable") == Lines{"opsctl_journal_readable 0"});
  for (const char* name :
       {"opsctl_items", "opsctl_runs", "opsctl_journal_records", "journal_present"})
    CHECK(lines_with(text, name).empty());
}
