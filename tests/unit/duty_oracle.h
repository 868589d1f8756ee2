// Who may do what in a run, worked out a second time: from the sheet's matrix as sets of names and
// from a diary of what happened, without any code of the rules (spec workflow.md, "Who may").
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace opsctl::test {

using Names = std::set<std::string>;

inline bool meet(const Names& a, const Names& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

/// Somebody, alone or as the deputy of somebody whose parties and duties then count.
struct Somebody {
  Names persons;  // the deputy and the one who is represented
  Names parties;
  bool supervisor = false;
};

/// One item of a sheet: its columns, in order, and the symbols of its row.
struct Row {
  std::vector<std::string> columns;
  std::map<std::string, std::string> organisation;
  Names supervised;                    // columns of organisations that work under ●
  Names directing;                     // columns that direct even where they perform
  std::map<std::string, char> symbol;  // 'o' performs, '^' approves, 'v' directs, 's' supports

  Names with(char wanted) const {
    Names found;
    for (const auto& [column, mark] : symbol) {
      if (mark == wanted) found.insert(column);
    }
    return found;
  }
  std::string first_of(const Names& parties, const Names& allowed) const {
    for (const std::string& column : columns) {
      if (parties.contains(column) && allowed.contains(column)) return column;
    }
    return "";
  }
};

/// What has happened to a run so far, and who may go on.
class Diary {
 public:
  explicit Diary(Row row) : row_(std::move(row)) {}

  bool is_open() const { return phase_ == "open" || phase_ == "returned"; }
  bool is_pending() const { return phase_ == "pending"; }
  const std::string& phase() const { return phase_; }

  bool may_start(const Somebody& who) const { return meet(who.parties, row_.with('o')); }
  bool may_work(const Somebody& who) const { return is_open() && works(who); }
  bool may_step(const Somebody& who, const std::string& party) const {
    if (party.empty()) return may_work(who);
    return is_open() && who.parties.contains(party) && !meet(who.persons, ever_signed_);
  }
  /// A remark decides nothing and is no work: signers may make one, too.
  bool may_note(const Somebody& who) const {
    return is_open() && !row_.first_of(who.parties, all_duties()).empty();
  }
  bool may_correct(const Somebody& who) const {
    return (is_pending() || phase_ == "approved") && works(who);
  }
  bool may_ask(const Somebody& who) const {
    Names allowed = row_.with('v');
    allowed.merge(row_.with('^'));
    for (const std::string& column : row_.with('o')) {
      if (row_.directing.contains(column)) allowed.insert(column);
    }
    return meet(who.parties, allowed);
  }
  bool may_waive(const Somebody& who) const { return meet(who.parties, row_.with('^')); }

  bool may_sign(const Somebody& who) const {
    if (!is_pending() || meet(who.persons, workers_) || meet(who.persons, signers_in_force_))
      return false;
    if (!owed_organisations().empty())
      return who.supervisor && !organisation_signed_by(who).empty() &&
             !meet(who.persons, ever_approver_);
    return !party_signed_by(who).empty() && !meet(who.persons, ever_supervisor_);
  }

  void started(const Somebody& who) {
    worked(who, row_.with('o'));
    phase_ = "open";
  }
  void stepped(const Somebody& who, const std::string& party) {
    worked(who, party.empty() ? row_.with('o') : Names{party});
  }
  void finished(const Somebody& who) {
    worked(who, row_.with('o'));
    judge();
  }
  void corrected(const Somebody& who) {
    worked(who, row_.with('o'));
    void_decisions();
    judge();
  }
  void aborted() { phase_ = "aborted"; }
  void signed_off(const Somebody& who, char decision) {  // 'a' approve, 'r' return, 'j' reject
    const bool as_supervisor = !owed_organisations().empty();
    (as_supervisor ? ever_supervisor_ : ever_approver_)
        .insert(who.persons.begin(), who.persons.end());
    ever_signed_.insert(who.persons.begin(), who.persons.end());
    if (decision == 'j') {
      phase_ = "rejected";
      return;
    }
    if (decision == 'r') {
      void_decisions();
      phase_ = "returned";
      return;
    }
    if (as_supervisor) {
      organisations_in_force_.insert(organisation_signed_by(who));
    } else {
      parties_in_force_.insert(party_signed_by(who));
    }
    signers_in_force_.insert(who.persons.begin(), who.persons.end());
    judge();
  }

 private:
  bool works(const Somebody& who) const {
    return meet(who.parties, row_.with('o')) && !meet(who.persons, ever_signed_);
  }
  Names all_duties() const {
    Names all;
    for (const auto& [column, mark] : row_.symbol) all.insert(column);
    return all;
  }
  void worked(const Somebody& who, const Names& as) {
    workers_.insert(who.persons.begin(), who.persons.end());
    const std::string party = row_.first_of(who.parties, as);
    if (row_.supervised.contains(party)) organisations_at_work_.insert(row_.organisation.at(party));
  }
  Names owed_organisations() const {
    Names owed;
    for (const std::string& one : organisations_at_work_) {
      if (!organisations_in_force_.contains(one)) owed.insert(one);
    }
    return owed;
  }
  /// For which of the owed ones the person would sign: by the first of the person's columns.
  std::string organisation_signed_by(const Somebody& who) const {
    const Names owed = owed_organisations();
    Names columns;
    for (const std::string& column : row_.supervised) {
      if (owed.contains(row_.organisation.at(column))) columns.insert(column);
    }
    const std::string party = row_.first_of(who.parties, columns);
    return party.empty() ? "" : row_.organisation.at(party);
  }
  std::string party_signed_by(const Somebody& who) const {
    Names owed;
    for (const std::string& party : row_.with('^')) {
      if (!parties_in_force_.contains(party)) owed.insert(party);
    }
    return row_.first_of(who.parties, owed);
  }
  void judge() {
    const bool all = owed_organisations().empty() && parties_in_force_ == row_.with('^');
    phase_ = all ? "approved" : "pending";
  }
  void void_decisions() {
    organisations_in_force_.clear();
    parties_in_force_.clear();
    signers_in_force_.clear();
  }

  Row row_;
  std::string phase_ = "none";
  Names workers_;
  Names organisations_at_work_;
  Names organisations_in_force_;
  Names parties_in_force_;
  Names signers_in_force_;
  Names ever_signed_;
  Names ever_supervisor_;
  Names ever_approver_;
};

}  // namespace opsctl::test
