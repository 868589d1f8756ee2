// A journal that opsctl could have written: a small office with a roster, one runbook, a run that
// was signed by all, one that was aborted, a request and a waiver.
#pragma once

#include <string>
#include <vector>

#include "store/helpers.h"

namespace opsctl::test {

inline Roster office_roster() {
  Roster roster;
  roster.persons = {{"p-sato", "佐藤", {"operator"}, false, {"sato"}},
                    {"p-kato", "加藤", {"operator"}, false, {"kato"}},
                    {"p-abe", "阿部", {"helpdesk"}, true, {"abe"}},
                    {"p-mori", "森", {"manager"}, false, {"mori"}},
                    {"p-ueda", "上田", {"manager"}, false, {"ueda"}}};
  roster.deputations = {{"p-ueda", "p-abe", *parse_date("2026-11-22"), *parse_date("2026-11-22")}};
  roster.text = "the roster";
  roster.hash = sha256(roster.text);
  return roster;
}

inline std::vector<Party> office_parties() {
  return {{"manager", "課", "管理"},
          {"helpdesk", "運用業者", "窓口", true},
          {"operator", "運用業者", "運用", true}};
}

class HonestJournal {
 public:
  explicit HonestJournal(const std::filesystem::path& path)
      : journal_(Journal::create(path, birth())) {
    book_ = small_book();
    book_.text = "the runbook";
    book_.hash = sha256(book_.text);
    Roster roster = office_roster();
    record("", RosterRecorded{roster}, {"p-sato", "", "", "sato"}, roster.text);
  }

  Journal& journal() { return journal_; }

  /// A minute later, on record with what it names.
  Event record(const std::string& run, EventBody body, const Actor& actor,
               const std::string& blob = "") {
    now_ += std::chrono::minutes(1);
    Event event = event_of(run, std::move(body));
    event.actor = actor;
    event.recorded_at = event.performed_at = now_;
    event.runbook_hash = book_.hash;
    event.roster_hash = sha256("the roster");
    if (auto* seen = std::get_if<RosterRecorded>(&event.body)) seen->roster.text.clear();
    auto transaction = journal_.begin();
    if (!blob.empty()) transaction.put_blob(blob);
    Event recorded = transaction.append(event);
    transaction.commit();
    return recorded;
  }

  void start(const std::string& run, const Actor& actor = operator_of("sato")) {
    Runbook book = book_;
    book.text.clear();
    record(run, RunStarted{book, office_parties(), "1/M", "p-abe"}, actor, book_.text);
  }
  void sign(const std::string& run, SignOffDuty duty, const Actor& actor,
            Decision decision = Decision::approve) {
    record(run, SignedOff{duty, decision, "", content_hash(*journal_.run(run))}, actor);
  }

  static Actor operator_of(const std::string& account) {
    return {"p-" + account, "operator", "perform", account};
  }
  static Actor supervisor() { return {"p-abe", "helpdesk", "supervise", "abe"}; }
  static Actor manager() { return {"p-mori", "manager", "approve", "mori"}; }

  /// Records 3 to 8: a run that was done and signed by all.
  void signed_run(const std::string& run = "20261122-001") {
    start(run);
    StepRecorded first{"1", StepResult::ok, "\x7f \"◎\"\n"};
    first.evidence = {{"log.txt", 7, sha256("content"), true}};
    record(run, first, operator_of("sato"), "content");
    record(run, StepRecorded{"2", StepResult::ok}, operator_of("kato"));
    record(run, RunFinished{}, operator_of("sato"));
    sign(run, SignOffDuty::supervisor, supervisor());
    sign(run, SignOffDuty::approver, manager());
  }
  /// Four more.
  void others() {
    start("20261122-002");
    record("20261122-002", RunAborted{"中止"}, operator_of("sato"));
    record("", RequestMade{"R20261122-001", "障害", std::nullopt, "DIS-1"}, manager());
    record("", OccurrenceWaived{"2026-11", "休業"}, manager());
  }

 private:
  Journal journal_;
  Runbook book_;
  Instant now_ = kNoon;
};

/// Twelve records.
struct HonestFixture {
  TempFolder folder;
  std::filesystem::path path = folder.journal();

  HonestFixture() {
    HonestJournal honest(path);
    honest.signed_run();
    honest.others();
  }
};

}  // namespace opsctl::test
